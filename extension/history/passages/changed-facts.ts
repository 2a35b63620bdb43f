/**
 * What a card said when a passage was saved, beside what the pack says of the same day now. A card shows a choice of facts, so a fact that
 * was not kept may have been known all the same: only what was said then and is not said any more counts as changed.
 */
import { holdersOn, inLanguage } from '../../../src/facts/brief.ts';
import { TEXT_LANGUAGES } from '../../../src/facts/entity.ts';
import { holdsOn } from '../../../src/facts/on-the-day.ts';
import type { PackView } from '../../../src/facts/pack-view.ts';
import type { SavedEntity } from '../../../src/highlights/highlight.ts';

/** One line of a card then that the pack does not have any more, and what it says now in its place, where it says anything. */
export interface ChangedLine {
  readonly said: string;
  readonly saysNow: string | undefined;
}

/**
 * The lines that changed; empty where all still stands, and `undefined` where that cannot be told: the pack has no such entity any more.
 * @param day the day the article was written, `YYYY-MM-DD`; `null` where it is not known
 */
export function changedLines(saved: SavedEntity, pack: PackView, day: string | null): readonly ChangedLine[] | undefined {
  const entity = pack.entity(saved.id);
  if (entity === undefined) return undefined;
  const lang = TEXT_LANGUAGES.find((one) => one === saved.lang) ?? 'en';
  const facts = entity.facts.map((fact) => ({ begins: fact.on ?? fact.from, text: inLanguage(fact.text, lang).text }));
  const changed: ChangedLine[] = saved.facts
    .filter((fact) => !facts.some(({ text }) => text === fact.text))
    .map((fact) => ({ said: fact.text, saysNow: facts.find(({ begins }) => begins === (fact.on ?? fact.from))?.text }));
  if (day === null) return changed;
  const held = entity.statuses.find((status) => holdsOn(status, day) === 'yes');
  const status = held && inLanguage(held.text, lang).text;
  if (saved.status !== undefined && saved.status !== status) changed.unshift({ said: saved.status, saysNow: status });
  const nameOf = (id: string): string => pack.entity(id)?.names[lang] ?? id;
  const { holders } = holdersOn(pack, saved.id, day);
  if (saved.holders !== undefined && saved.holders.join() !== holders.join()) {
    const list = new Intl.ListFormat(lang);
    changed.push({ said: list.format(saved.holders.map(nameOf)), saysNow: list.format(holders.map(nameOf)) });
  }
  return changed;
}
