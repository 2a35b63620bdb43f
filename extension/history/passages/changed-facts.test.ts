import { describe, expect, test } from 'vitest';
import type { PackView } from '../../../src/facts/pack-view.ts';
import type { ShippedEntity } from '../../../src/facts/shipped.ts';
import type { SavedEntity } from '../../../src/highlights/highlight.ts';
import { changedLines } from './changed-facts.ts';

const fact = (on: string, en: string, tr?: string) => ({
  on,
  text: { en, ...(tr && { tr }) },
  sources: [],
  concerns: [],
  disputed: [],
});
// Only what is looked at is filled in.
const IDLIB = {
  id: 'place/idlib',
  names: { en: 'Idlib', tr: 'İdlib', ar: 'إدلب', ru: 'Идлиб' },
  statuses: [{ from: '2017-05', until: '2020-03-05', text: { en: 'A de-escalation zone.' }, sources: [] }],
  facts: [fact('2018-09-17', 'A zone is agreed.', 'Bir bölge kararlaştırıldı.'), fact('2020-03-05', 'A truce.')],
} as unknown as ShippedEntity;
const PACK: PackView = {
  entity: (id) => (id === IDLIB.id ? IDLIB : undefined),
  offices: [],
  map: () => undefined,
  knownUntil: '2026-03',
};
const SAVED: SavedEntity = {
  id: 'place/idlib',
  name: 'Idlib',
  lang: 'en',
  status: 'A de-escalation zone.',
  facts: [{ on: '2018-09-17', text: 'A zone is agreed.' }],
  knownUntil: '2025-01',
};

describe('of what a card said', () => {
  test.each<[string, SavedEntity, string | null, unknown]>([
    ['nothing changed', SAVED, '2020-02-21', []],
    [
      'nothing changed, in another language',
      { ...SAVED, lang: 'tr', facts: [{ text: 'Bir bölge kararlaştırıldı.' }] },
      '2020-02-21',
      [],
    ],
    [
      'a fact has other words of the same day',
      { ...SAVED, facts: [{ on: '2018-09-17', text: 'A zone.' }] },
      '2020-02-21',
      [{ said: 'A zone.', saysNow: 'A zone is agreed.' }],
    ],
    [
      'a fact is gone',
      { ...SAVED, facts: [{ on: '2019', text: 'Gone.' }] },
      '2020-02-21',
      [{ said: 'Gone.', saysNow: undefined }],
    ],
    [
      'the status is another',
      { ...SAVED, status: 'A province.' },
      '2020-02-21',
      [{ said: 'A province.', saysNow: 'A de-escalation zone.' }],
    ],
    ['a status of no day is not compared', { ...SAVED, status: 'A province.' }, null, []],
    ['an entity is gone', { ...SAVED, id: 'place/elsewhere' }, '2020-02-21', undefined],
  ])('%s', (_name, saved, day, changed) => {
    expect(changedLines(saved, PACK, day)).toEqual(changed);
  });
});
