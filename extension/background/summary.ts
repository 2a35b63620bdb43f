/** What the toolbar button says of a page. */
import { nameOf } from '../../src/facts/brief.ts';
import type { TextLanguage } from '../../src/facts/entity.ts';
import type { PackView } from '../../src/facts/pack-view.ts';
import type { TabSummary } from '../platform/tab-summaries.ts';
import type { Reading } from './reading.ts';

/** The most entities the popup lists. */
const MAIN_ENTITIES = 5;

/** For the page at address `page`: a reading's date, count and main entities: the most mentioned first, as they come in the article where equally often. */
export function summaryOf(page: string, reading: Reading, pack: PackView, lang: TextLanguage): TabSummary {
  const main = reading.found.toSorted((a, b) => b.mentions - a.mentions).slice(0, MAIN_ENTITIES);
  return {
    page,
    article: reading.article,
    date: reading.date,
    count: reading.found.length,
    entities: main.flatMap(({ id, mentions }) => {
      const entity = pack.entity(id);
      return entity === undefined ? [] : [{ id, kind: entity.kind, name: nameOf(entity, lang), mentions }];
    }),
  };
}
