/**
 * The labelled corpus, `corpus/*.txt`: short passages in our own words with the mentions a reader should see marked in them.
 *
 * A passage begins with a line `@ ID DAY` (or `none` for an article without a date), and perhaps `never ID ID`: entities whose
 * marking in this passage would be a forbidden link. The lines up to the next blank one before an `@` are its paragraphs.
 * A mention is written `[[words|entity]]`, an office's `[[words|office/x|person/y person/z]]` with its holders on that day.
 * The file's name gives the language, `en.txt`; `en-held-out.txt` holds what was written before any tuning and is never tuned on.
 */
import type { FormLanguage } from '../entity.ts';

/** A mention that should be found. Offsets are UTF-16 code units of the passage's text. */
export interface ExpectedMention {
  readonly start: number;
  readonly end: number;
  readonly id: string;
  /** Offices with a dated article: who held it. */
  readonly holders: readonly string[];
}

/** A passage of the corpus. */
export interface Passage {
  readonly id: string;
  readonly lang: FormLanguage;
  /** `undefined`: the article has no date. */
  readonly day: string | undefined;
  /** Paragraphs, each on one line. */
  readonly text: string;
  readonly mentions: readonly ExpectedMention[];
  /** Entities that must not be marked in it. */
  readonly never: readonly string[];
  readonly heldOut: boolean;
}

const HEAD = /^@ (\S+) (\d{4}-\d{2}-\d{2}|none)(?: never ?(.*))?$/u;
const MARK = /\[\[([^\]|]+)\|([^\]|]+)(?:\|([^\]|]+))?\]\]/gu;

/**
 * Reads one file of the corpus.
 * @throws RangeError naming the line that is neither a passage's head nor inside a passage, or a bracket left over
 */
export function parseCorpus(content: string, lang: FormLanguage, heldOut: boolean): Passage[] {
  const passages: Passage[] = [];
  for (const part of content.split(/^(?=@ )/mu)) {
    const [first = '', ...rest] = part.split('\n');
    if (!first.startsWith('@')) continue;
    const head = HEAD.exec(first);
    if (head === null) throw new RangeError(`not the head of a passage: ${first}`);
    const [, id = '', day, never = ''] = head;
    const marked = rest
      .map((line) => line.trim())
      .filter((line) => line !== '')
      .join('\n');
    passages.push({
      id,
      lang,
      day: day === 'none' ? undefined : day,
      ...unmark(marked, id),
      never: never.split(' ').filter((word) => word !== ''),
      heldOut,
    });
  }
  return passages;
}

function unmark(marked: string, id: string): Pick<Passage, 'text' | 'mentions'> {
  const mentions: ExpectedMention[] = [];
  let text = '';
  let from = 0;
  for (const match of marked.matchAll(MARK)) {
    const [whole, words = '', entity = '', holders = ''] = match;
    text += marked.slice(from, match.index);
    mentions.push({
      start: text.length,
      end: text.length + words.length,
      id: entity,
      holders: holders.split(' ').filter(Boolean),
    });
    text += words;
    from = match.index + whole.length;
  }
  text += marked.slice(from);
  if (/\[\[|\]\]/u.test(text)) throw new RangeError(`${id}: a mark does not close`);
  return { text, mentions };
}
