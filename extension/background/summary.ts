/** What the popup, the panel and the toolbar button say of a page. */
import { nameOf } from '../../src/facts/brief.ts';
import type { TextLanguage } from '../../src/facts/entity.ts';
import type { TabSummary } from '../platform/tab-summaries.ts';
import { type Packs, viewOf } from './pack.ts';
import type { Reading } from './reading.ts';

/** The most entities the popup lists. */
const MAIN_ENTITIES = 5;

/** What a reading found of the packs, and of what the reader saved. */
export function summaryOf(reading: Reading, packs: Packs, lang: TextLanguage): TabSummary {
  return {
    page: reading.page,
    article: reading.article,
    date: reading.date,
    entities: reading.found.flatMap(({ id, mentions }) => {
      const entity = viewOf(packs, id).entity(id);
      return entity === undefined ? [] : [{ id, kind: entity.kind, name: nameOf(entity, lang), mentions }];
    }),
    passages: [...reading.passages],
  };
}

/** The main entities: the most mentioned first, as they come in the article where equally often. */
export function mainEntities(entities: TabSummary['entities']): TabSummary['entities'] {
  return entities.toSorted((one, other) => other.mentions - one.mentions).slice(0, MAIN_ENTITIES);
}
