/** What the whole article holds as evidence: where cues stand, which entities could be meant, which were mentioned so far. */
import { tenuresOn } from '../on-the-day.ts';
import type { BlockReading, Candidate } from './block.ts';
import type { Lexicon } from './lexicon.ts';
import type { TextSpan } from './words.ts';

/** A place in the article: the block's place in reading order, and a stretch of its text. */
export interface Place extends TextSpan {
  readonly block: number;
}

/** A mention taken so far, as later ones may lean on it. */
export interface Introduction {
  /** Where a name that introduces last stood; a bare 'the deal' does not move it. */
  readonly introduced: Place;
  /** Where it was last mentioned in any way. */
  readonly last: Place;
}

/** One article while it is being read. Blocks are in reading order. */
export class ArticleEvidence {
  readonly #cues = new Map<string, Place[]>();
  readonly #plausible = new Map<string, Place[]>();
  readonly #mentioned = new Map<string, Introduction>();
  readonly #namesakes = new Set<string>();
  readonly #holders = new Map<string, readonly string[]>();
  readonly #lexicon: Lexicon;

  constructor(
    lexicon: Lexicon,
    readonly blocks: readonly BlockReading[],
    /** The article's day, `YYYY-MM-DD`; `undefined` where it is not known. */
    readonly day: string | undefined,
    /** Whether a candidate may be what it says, looked at without any evidence around it. */
    plausible: (candidate: Candidate, block: BlockReading) => boolean,
  ) {
    this.#lexicon = lexicon;
    blocks.forEach((block, place) => {
      for (const cue of block.cues) append(this.#cues, cue.cue, { block: place, start: cue.start, end: cue.end });
      for (const candidate of block.candidates) {
        if (!plausible(candidate, block)) continue;
        append(this.#plausible, candidate.sense.entity, { block: place, start: candidate.start, end: candidate.end });
      }
    });
  }

  /** Where words of a cue group stand, in reading order. */
  cuePlaces(cue: string): readonly Place[] {
    return this.#cues.get(cue) ?? [];
  }

  /** Where an entity's unconditional names stand, in reading order, whether or not they are mentions in the end. */
  entityPlaces(entity: string): readonly Place[] {
    return this.#plausible.get(entity) ?? [];
  }

  /** Who held an office on the article's day, by id; nobody without a day or in a vacancy. */
  holdersOf(office: string): readonly string[] {
    const known = this.#holders.get(office);
    if (known !== undefined) return known;
    const { tenures } = this.day === undefined ? { tenures: [] } : tenuresOn(this.#lexicon.tenures(office), this.day);
    const holders = [...new Set(tenures.map(({ person }) => person))];
    this.#holders.set(office, holders);
    return holders;
  }

  /** Notes a mention, in reading order. */
  mention(entity: string, place: Place, introduces: boolean): void {
    const earlier = this.#mentioned.get(entity);
    if (introduces) this.#mentioned.set(entity, { introduced: place, last: place });
    else if (earlier) this.#mentioned.set(entity, { ...earlier, last: place });
  }

  /** Notes that somebody else of a person's surname, or of an office's title, was named. */
  meetNamesake(id: string): void {
    this.#namesakes.add(id);
  }

  /** Whether somebody else of a person's surname, or of an office's title, was named before now. */
  hasNamesake(id: string): boolean {
    return this.#namesakes.has(id);
  }

  /** How an entity was introduced before now; `undefined` where it was not. */
  introduction(entity: string): Introduction | undefined {
    return this.#mentioned.get(entity);
  }
}

function append(map: Map<string, Place[]>, key: string, place: Place): void {
  const places = map.get(key);
  if (places) places.push(place);
  else map.set(key, [place]);
}
