/** The hand-written checks must let through exactly what the parsers at the other end do. */
import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import type { Briefing } from '../facts/briefing.ts';
import { FROM_PAGE } from './from-page.ts';
import { ANSWERS, REQUESTS } from './page-checks.ts';
import { Recognised } from './recognised.ts';
import { TO_PAGE } from './to-page.ts';

const text = { text: 'Idlib', lang: 'en' };
const fact = { on: '2018-09-17', text, sources: [1], disputed: [{ by: text, text, sources: [] }] };
const span = { id: 'person/x', label: text, from: '2014', until: '2023', acting: false, sources: [1], onTheDay: true };
const briefing: Briefing = {
  id: 'place/idlib',
  kind: 'place',
  name: text,
  region: text,
  otherNames: [text],
  about: text,
  status: { text, from: '2015', sources: [1] },
  before: [fact],
  since: [{ from: '2020', until: '2021', text, sources: [], disputed: [] }],
  strip: { title: text, spans: [span], later: [span], handover: false },
  agreement: { date: '2018', parties: [text], terms: [{ text, sources: [1] }] },
  event: { from: '2019', until: '2020', where: [text], between: [text], sources: [1] },
  map: {
    width: 96,
    height: 76,
    land: 'M0 0',
    borders: '',
    country: '',
    point: { x: 1, y: 2 },
    labels: [{ x: 1, y: 2, text }],
    alternative: text,
  },
  sources: [{ publisher: 'UN', title: 'Letter', date: '2018', url: 'https://un.example/', lang: 'en' }],
  knownUntil: '2026-11-01',
};
const mention = {
  start: 0,
  end: 5,
  id: 'place/idlib',
  kind: 'place',
  why: { form: 'Idlib', evidence: 'cue-nearby', cue: 'province' },
  holders: ['person/x'],
};
const recognised = {
  kind: 'mentions',
  date: { day: '2020-02-21', how: 'json-ld' },
  blocks: [{ id: 1, mentions: [mention] }],
  briefings: [briefing],
  known: ['place/idlib'],
};
const settings = { on: true, marks: 'all', open: 'hover', theme: 'site' };

/** Every value that differs from `value` in one place: a key gone, or something of another type in its stead. */
function damaged(value: unknown): unknown[] {
  if (Array.isArray(value)) {
    const items: unknown[] = value;
    return ['not a list', ...items.flatMap((item, at) => damaged(item).map((bad) => items.with(at, bad)))];
  }
  if (typeof value !== 'object' || value === null) return [typeof value === 'string' ? 7 : 'seven', { strange: true }];
  const entries = Object.entries(value);
  return [
    null,
    ...entries.map(([key]) => Object.fromEntries(entries.filter(([other]) => other !== key))),
    ...entries.flatMap(([key, held]) => damaged(held).map((bad) => ({ ...value, [key]: bad }))),
  ];
}

describe('the two parsers agree', () => {
  const cases: [name: string, schema: v.GenericSchema, check: (value: unknown) => boolean, sample: unknown][] = [
    ['recognise: mentions', Recognised, ANSWERS.recognise, recognised],
    ['recognise: no date', Recognised, ANSWERS.recognise, { ...recognised, date: null }],
    ['recognise: send all', Recognised, ANSWERS.recognise, { kind: 'send-all' }],
    ['page opened', FROM_PAGE['page-opened'].output, ANSWERS['page-opened'], { settings }],
    ['move', TO_PAGE['move-to-mention'].input, REQUESTS['move-to-mention'], { direction: 'next' }],
    ['show', TO_PAGE['show-entity'].input, REQUESTS['show-entity'], { id: 'place/idlib' }],
    ['nothing', FROM_PAGE.snooze.output, ANSWERS.snooze, {}],
  ];
  test.each(cases)('%s', (_, schema, check, sample) => {
    expect(check(sample)).toBe(true);
    expect(v.is(schema, sample)).toBe(true);
    for (const bad of damaged(sample)) expect({ bad, passes: check(bad) }).toEqual({ bad, passes: v.is(schema, bad) });
  });

  test('no name is missing', () => {
    expect(Object.keys(ANSWERS).sort()).toEqual(Object.keys(FROM_PAGE).sort());
    expect(Object.keys(REQUESTS).sort()).toEqual(Object.keys(TO_PAGE).sort());
  });
});
