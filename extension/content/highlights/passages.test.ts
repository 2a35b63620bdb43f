import { expect, test } from 'vitest';
import type { PlacedHighlight } from '../../../src/messages/highlights.ts';
import type { SnapshotBlock } from '../../../src/page/snapshot.ts';
import { Passages } from './passages.ts';

const passage = (id: string, more: Partial<PlacedHighlight> = {}): PlacedHighlight => ({
  id,
  colour: 'yellow',
  how: 'exact',
  stretches: [{ block: 1, start: 0, end: 4 }],
  ...more,
});
const ONE = passage('passage-1');
const TWO = passage('passage-2');

/** Passages of a page that has blocks 1 and 2; only which blocks there are matters here. */
function onPage(): Passages {
  const content = { text: 'Some words.', runs: [], box: undefined as never };
  const blocks = new Map<number, SnapshotBlock>([1, 2].map((id) => [id, { id, order: id, content }]));
  return new Passages({ block: (id) => blocks.get(id) });
}

const drawn = (passages: Passages): string[] => passages.marks().map(({ id, colour }) => `${id} ${colour}`);

test.each<[string, (passages: Passages) => void, string[]]>([
  ['what was told', (p) => p.tell([ONE, TWO]), ['passage-1 yellow', 'passage-2 yellow']],
  ['what is told is everything', (p) => (p.tell([ONE]), p.tell([TWO])), ['passage-2 yellow']],
  ['saved here, not yet told of', (p) => (p.add(ONE), p.tell([TWO])), ['passage-2 yellow', 'passage-1 yellow']],
  ['saved here and told of since: once', (p) => (p.add(ONE), p.tell([ONE])), ['passage-1 yellow']],
  ['saved here, told of, and gone since', (p) => (p.add(ONE), p.tell([ONE]), p.tell([])), []],
  ['not saved after all', (p) => (p.add(ONE), p.remove('passage-1')), []],
  ['recoloured here, before it is told of', (p) => (p.add(ONE), p.recolour('passage-1', 'blue')), ['passage-1 blue']],
  ['recoloured here', (p) => (p.tell([ONE]), p.recolour('passage-1', 'blue')), ['passage-1 blue']],
  [
    'recoloured here, told the old news',
    (p) => (p.tell([ONE]), p.recolour('passage-1', 'blue'), p.tell([ONE])),
    ['passage-1 blue'],
  ],
  [
    'recoloured here, then elsewhere',
    (p) => (p.tell([ONE]), p.recolour('passage-1', 'blue'), p.tell([passage('passage-1', { colour: 'pink' })])),
    ['passage-1 pink'],
  ],
  [
    'deleted here, told the old news',
    (p) => (p.tell([ONE, TWO]), p.remove('passage-1'), p.tell([ONE, TWO])),
    ['passage-2 yellow'],
  ],
  ['deleted and taken back', (p) => (p.tell([ONE]), p.remove('passage-1'), p.add(ONE)), ['passage-1 yellow']],
  [
    'deleted, told of, and taken back',
    (p) => (p.tell([ONE]), p.remove('passage-1'), p.tell([]), p.add(ONE), p.tell([ONE])),
    ['passage-1 yellow'],
  ],
  ['in a block that is gone', (p) => p.tell([passage('passage-1', { stretches: [{ block: 9, start: 0, end: 4 }] })]), []],
])('drawn: %s', (_name, happen, wanted) => {
  const passages = onPage();
  happen(passages);
  expect(drawn(passages)).toEqual(wanted);
});

test('parts whose block is gone are left out, the others drawn', () => {
  const passages = onPage();
  const stretches = [1, 2, 9].map((block) => ({ block, start: 0, end: 4 }));
  passages.tell([passage('passage-1', { how: 'approximate', stretches })]);
  expect(passages.marks()).toMatchObject([{ approximate: true, parts: [{}, {}] }]);
});
