/** What a review can say about a pack that compiles, as a closed list; each finding stands with file, line and a sentence. */
import type { ParsedEntity } from '../compile/parse-entity.ts';
import type { PartPath } from '../compile/problem.ts';

/** Rules and how grave they are: an `error` must be mended before a change lands, `advice` is for the editor to weigh. */
export const RULES = {
  /** A date that no calendar has, such as 30 February. */
  'no-such-day': 'error',
  /** An interval that ends before it begins. */
  'ends-before-it-begins': 'error',
  /** A statement or a page of a day later than the pack says it knows. */
  'after-known': 'error',
  /** All its sources are dated, and each is older than what it is to show. */
  'older-sources': 'advice',
  /** Facts, statuses or tenures that the file does not have in order of time. */
  'out-of-order': 'advice',
  /** A person's card and an office's give days for the same change that are close, but not the same. */
  'tenure-off': 'error',
  /** A tenure whose beginning is not a change of status on the person's card. */
  'tenure-untold': 'advice',
  /** A single-holder office that nobody holds between two tenures. */
  vacancy: 'advice',
  /** Days between two statuses on which the card says nothing. */
  'status-gap': 'advice',
  /** An entity that can never be recognised. */
  'no-forms': 'error',
  /** A name of the card that none of its forms matches. */
  'name-without-form': 'advice',
  /** The same words, with no condition on either side, mean two entities: neither would be marked. */
  'clashing-forms': 'error',
  /** Two files for one post of one country. */
  'office-twice': 'error',
  /** A text in another script than its language's. */
  'wrong-script': 'error',
  /** A sentence that is too long to be read in passing. */
  'long-sentence': 'advice',
  /** A translation far shorter or longer than the English: something was left out or added. */
  'uneven-translation': 'advice',
  /** A word that takes a side (`docs/PACK.md`, rule 3). */
  'loaded-word': 'advice',
  /** An *about* that says 'current' or 'now' (`docs/PACK.md`, rule 6). */
  'day-bound-about': 'advice',
  /** The same fact twice in one file. */
  'said-twice': 'error',
  /** A source that no statement names. */
  'unused-source': 'advice',
  /** One page under two keys of a file. */
  'page-twice': 'advice',
  /** A statement that names the same source twice. */
  'cited-twice': 'error',
  /** A number of dead that only one publisher gives. */
  'one-count-of-dead': 'advice',
  /** An entity related to itself, or to another one twice. */
  'idle-link': 'error',
  /** An entity related to one whose card does not name it anywhere. */
  'one-way-relation': 'advice',
  /** A fact that concerns an entity whose card does not name this one anywhere; for hubs such as Moscow that is as it should be. */
  'one-way-concern': 'advice',
} as const satisfies Readonly<Record<string, 'error' | 'advice'>>;

/** One of {@link RULES}. */
export type Rule = keyof typeof RULES;

/** One thing found in one file. */
export interface Finding {
  readonly rule: Rule;
  /** Path inside the pack's folder, with `/`. */
  readonly file: string;
  /** Line in that file, from 1. */
  readonly line: number;
  /** One sentence for the author. */
  readonly message: string;
}

/** A finding at a part of an entity's file. */
export function at({ file }: ParsedEntity, path: PartPath, rule: Rule, message: string): Finding {
  return { rule, file: file.path, line: file.lineOf(path), message };
}
