/** Compares what was found in a passage with what its author marked. */
import type { ExpectedMention, Passage } from './corpus.ts';

/** A mention found by whatever is measured; offsets are UTF-16 code units of the passage's text. */
export interface FoundMention {
  readonly start: number;
  readonly end: number;
  readonly id: string;
  readonly holders?: readonly string[] | undefined;
}

/** The result of one passage. A mention counts as found only with its exact span and entity. */
export interface Score {
  readonly found: readonly ExpectedMention[];
  readonly missed: readonly ExpectedMention[];
  readonly extra: readonly FoundMention[];
  /** Those of `extra` that the passage forbids: the city for the accord, another person of the same surname, a verb for a name. */
  readonly forbidden: readonly FoundMention[];
  /** Offices of a dated passage that were marked, with the holders that were given and wanted. */
  readonly offices: readonly { readonly wanted: readonly string[]; readonly given: readonly string[] }[];
}

/** Scores one passage. */
export function score(passage: Passage, mentions: readonly FoundMention[]): Score {
  const at = (mention: { start: number; end: number; id: string }) => `${mention.start} ${mention.end} ${mention.id}`;
  const given = new Map(mentions.map((mention) => [at(mention), mention]));
  const wanted = new Set(passage.mentions.map(at));
  const extra = mentions.filter((mention) => !wanted.has(at(mention)));
  return {
    found: passage.mentions.filter((mention) => given.has(at(mention))),
    missed: passage.mentions.filter((mention) => !given.has(at(mention))),
    extra,
    forbidden: extra.filter(({ id }) => passage.never.includes(id)),
    offices: passage.mentions
      .filter(({ id }) => id.startsWith('office/') && passage.day !== undefined)
      .map((mention) => ({ wanted: mention.holders, given: given.get(at(mention))?.holders ?? [] })),
  };
}

/** Whether an office was resolved to exactly the holders of the day, in whatever order. */
export function isResolved({ wanted, given }: Score['offices'][number]): boolean {
  return wanted.length === given.length && wanted.every((holder) => given.includes(holder));
}

/** Whether a passage came out as its author marked it. */
export function isExact({ missed, extra, offices }: Score): boolean {
  return missed.length === 0 && extra.length === 0 && offices.every(isResolved);
}
