/** Texts of the pack on a card: marked with their language and direction, and with a word where English stands in for the reader's own. */
import type { ComponentChildren } from 'preact';
import type { Text } from '../facts/briefing.ts';
import { formatDate } from './dates.ts';
import { directionOf, type Words } from './words.ts';

/**
 * A text of the pack. Isolated, so that its direction cannot reorder what stands beside it. `children`, its source numbers, stay on a line
 * with its last word.
 */
export function PackText({ text, words, children }: { text: Text; words: Words; children?: ComponentChildren }) {
  const lastWord = text.text.lastIndexOf(' ') + 1;
  return (
    <span lang={text.lang} dir={directionOf(text.lang)}>
      {text.text.slice(0, lastWord)}
      <span class="together">
        {text.text.slice(lastWord)}
        {text.lang !== words.lang && <FallbackMark lang={text.lang} words={words} />}
        {children}
      </span>
    </span>
  );
}

/** A name: as {@link PackText}, without the word about its language, since names are read in any. */
export function Name({ text }: { text: Text }) {
  return (
    <bdi lang={text.lang} dir={directionOf(text.lang)}>
      {text.text}
    </bdi>
  );
}

/** Several names as a list in the reader's language: 'Turkey, Russia and Iran'. */
export function Names({ texts, words }: { texts: readonly Text[]; words: Words }) {
  const parts = new Intl.ListFormat(words.locale).formatToParts(texts.map((_, index) => String(index)));
  return (
    <>
      {parts.map(({ type, value }) => {
        const text = type === 'element' ? texts[Number(value)] : undefined;
        return text === undefined ? value : <Name key={value} text={text} />;
      })}
    </>
  );
}

/** A date of the pack. */
export function When({ date, words }: { date: string; words: Words }) {
  return <time dateTime={date}>{formatDate(date, words.locale)}</time>;
}

/** A period; without `until`, since when. One that ended on the day it began is a day. */
export function Period({ from, until, words }: { from: string; until?: string | undefined; words: Words }) {
  if (until === undefined) {
    const [before, after] = words.around('dateSince');
    return (
      <>
        {before}
        <When date={from} words={words} />
        {after}
      </>
    );
  }
  if (from === until && from.length === 10) return <When date={from} words={words} />;
  return (
    <>
      <When date={from} words={words} />
      {' – '}
      <When date={until} words={words} />
    </>
  );
}

function FallbackMark({ lang, words }: { lang: string; words: Words }) {
  const name = new Intl.DisplayNames(words.locale, { type: 'language' }).of(lang) ?? lang;
  return (
    <span class="fallback" title={name} lang={words.lang} dir={words.dir}>
      <span aria-hidden="true">{lang.toUpperCase()}</span>
      <span class="unseen">({name})</span>
    </span>
  );
}
