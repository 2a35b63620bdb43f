/** Chooses what a card shows of an entity on an article's day (promises F1). Pure: the pack is passed in, the clock is not needed. */
import type { Briefing, BriefingFact, Text } from './briefing.ts';
import type { Localized } from './authored-entity.ts';
import type { TextLanguage } from './entity.ts';
import { earliestDay, holdsOn, latestDay, tenuresOn } from './on-the-day.ts';
import type { Occasion, PackView } from './pack-view.ts';
import type { ShippedEntity, ShippedFact } from './shipped.ts';
import { SourceNumbers } from './source-numbers.ts';
import { stripOf } from './strip.ts';

/** The most dated facts in the first part of a card. */
export const FACTS_BEFORE = 4;

/** The briefing for one entity; `undefined` where the pack does not have it. */
export function brief(pack: PackView, id: string, occasion: Occasion): Briefing | undefined {
  const entity = pack.entity(id);
  if (entity === undefined) return undefined;
  const { day, lang } = occasion;
  const numbers = new SourceNumbers();
  const numbersOf = (sources: readonly number[]) => numbers.of(entity, sources);
  const say = (text: Localized) => inLanguage(text, lang);
  const line = (fact: ShippedFact): BriefingFact => ({
    ...datesOf(fact, day),
    text: say(fact.text),
    sources: numbersOf(fact.sources),
    disputed: fact.disputed.map((side) => ({ by: say(side.by), text: say(side.text), sources: numbersOf(side.sources) })),
  });

  // One after the other, in the order of the card: sources are numbered as they are first used.
  const held = day === null ? undefined : entity.statuses.find((one) => holdsOn(one, day) === 'yes');
  const status = held && { text: say(held.text), from: held.from, sources: numbersOf(held.sources) };
  const strip = stripOf(entity, pack, occasion, numbers);
  const agreement = entity.agreement && {
    date: entity.agreement.date,
    parties: entity.agreement.parties.map(say),
    terms: entity.agreement.terms.map((term) => ({ text: say(term.text), sources: numbersOf(term.sources) })),
  };
  const event = entity.event && {
    ...datesOf(entity.event, day),
    from: entity.event.from,
    where: entity.event.where.flatMap((place) => nameIfKnown(pack, place, lang)),
    between: entity.event.between.map(say),
    sources: numbersOf(entity.event.sources),
  };
  const before = factsBefore(entity, occasion).map(line);
  const since = factsSince(entity, day).map(line);
  const map = pack.map(id, lang);
  return {
    id,
    kind: entity.kind,
    ...(pack.notOurs !== undefined && { notOurs: pack.notOurs }),
    name: nameOf(entity, lang),
    ...(entity.region && { region: say(entity.region) }),
    otherNames: otherNames(entity, lang),
    about: say(entity.about),
    ...(status && { status }),
    before,
    ...(strip && { strip }),
    ...(agreement && { agreement }),
    ...(event && { event }),
    since,
    ...(map && { map }),
    sources: numbers.list(),
    knownUntil: pack.knownUntil,
  };
}

/** The office's holders, or those of the office that leads an organisation, on a day; see {@link tenuresOn}. */
export function holdersOn(pack: PackView, id: string, day: string): { holders: string[]; handover: boolean } {
  const entity = pack.entity(id);
  const office = entity?.office ?? (entity?.ledBy === undefined ? undefined : pack.entity(entity.ledBy)?.office);
  if (office === undefined) return { holders: [], handover: false };
  const { tenures, handover } = tenuresOn(office.tenures, day);
  return { holders: tenures.map((tenure) => tenure.person), handover };
}

/** An entity's name in a language; every entity has all four. */
export function nameOf(entity: ShippedEntity, lang: TextLanguage): Text {
  return { text: entity.names[lang], lang };
}

/** A pack text in the reader's language, else in English, tagged with the one it is in. */
export function inLanguage(text: Localized, lang: TextLanguage): Text {
  const own = text[lang];
  return own === undefined ? { text: text.en, lang: 'en' } : { text: own, lang };
}

function nameIfKnown(pack: PackView, id: string, lang: TextLanguage): Text[] {
  const entity = pack.entity(id);
  return entity === undefined ? [] : [nameOf(entity, lang)];
}

function otherNames(entity: ShippedEntity, lang: TextLanguage): Text[] {
  const seen = new Set([entity.names[lang]]);
  const others: Text[] = [];
  for (const other of ['ar', 'tr', 'ru', 'en'] as const) {
    const text = entity.names[other];
    if (seen.has(text)) continue;
    seen.add(text);
    others.push({ text, lang: other });
  }
  return others;
}

/** When a fact can first be told of: its day, or the day its interval opens. */
function beginningOf(fact: ShippedFact): string {
  return fact.on ?? fact.from ?? '';
}

/** A fact of a partial date counts as before the article only where every day it may mean is. */
function isBefore(fact: ShippedFact, day: string | null): boolean {
  return day !== null && latestDay(beginningOf(fact)) <= day;
}

function factsBefore(entity: ShippedEntity, { day, inArticle }: Occasion): ShippedFact[] {
  const before = entity.facts.filter((fact) => isBefore(fact, day)).sort(byTime);
  const concerns = (fact: ShippedFact) => fact.concerns.some((id) => id !== entity.id && inArticle.has(id));
  const chosen = new Set(
    [...before.filter(concerns).reverse(), ...before.filter((fact) => !concerns(fact)).reverse()].slice(0, FACTS_BEFORE),
  );
  return before.filter((fact) => chosen.has(fact));
}

function factsSince(entity: ShippedEntity, day: string | null): ShippedFact[] {
  return entity.facts.filter((fact) => !isBefore(fact, day)).sort(byTime);
}

function byTime(a: ShippedFact, b: ShippedFact): number {
  const [first, second] = [earliestDay(beginningOf(a)), earliestDay(beginningOf(b))];
  return first < second ? -1 : first > second ? 1 : 0;
}

/** The dates a card may print; an end that lay ahead on the article's day is left out of a line that had begun. */
function datesOf(
  { on, from, until }: { on?: string; from?: string; until?: string },
  day: string | null,
): { on?: string; from?: string; until?: string } {
  const endKnown =
    until !== undefined && (day === null || latestDay(until) <= day || (from !== undefined && latestDay(from) > day));
  return { ...(on !== undefined && { on }), ...(from !== undefined && { from }), ...(endKnown && { until }) };
}
