/** Numbers the sources of one card in the order in which its lines use them, one number a page however often it is cited. */
import type { Source } from './authored-entity.ts';
import type { Briefing } from './briefing.ts';

/** Collects the sources of a card; numbers count from 1. */
export class SourceNumbers {
  readonly #numbers = new Map<string, number>();
  readonly #sources: Source[] = [];

  /** The numbers of some of an entity's sources, given by their places in its list. A place outside it is passed over. */
  of(entity: { readonly sources: readonly Source[] }, places: readonly number[]): number[] {
    return places.flatMap((place) => {
      const source = entity.sources[place];
      return source === undefined ? [] : [this.#numberOf(source)];
    });
  }

  /** All sources numbered so far, in order. */
  list(): Briefing['sources'] {
    return this.#sources.map(({ publisher, title, url, date, lang }) => ({
      publisher,
      title,
      url,
      ...(date !== undefined && { date }),
      ...(lang !== undefined && { lang }),
    }));
  }

  #numberOf(source: Source): number {
    const known = this.#numbers.get(source.url);
    if (known !== undefined) return known;
    this.#sources.push(source);
    this.#numbers.set(source.url, this.#sources.length);
    return this.#sources.length;
  }
}
