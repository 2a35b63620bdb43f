import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { type CardPort, type PlacedMention, type PortEvent, whenCardPort } from './ports/card-port.ts';
import { Marking } from './marking.ts';
import type { MarkingPort } from './ports/marking-port.ts';
import { answerFor, portFor, readAll, SETTINGS } from './fixtures/reading.ts';

let ending: AbortController;
/** What the scene's marking gave the card's script, which begins once a page. */
let card: CardPort | undefined;
whenCardPort((given) => {
  card = given;
});
beforeEach(() => {
  ending = new AbortController();
  card = undefined;
});
afterEach(() => {
  ending.abort();
  document.body.replaceChildren();
});

interface Scene {
  readonly marking: Marking;
  readonly port: MarkingPort;
  readonly card: CardPort;
}

function scene(html: string, settings = SETTINGS): Scene {
  const root = document.createElement('main');
  root.setHTMLUnsafe(html);
  document.body.replaceChildren(root);
  const port = portFor(root, settings, ending.signal);
  const marking = new Marking(port);
  marking.adopt(answerFor(port.snapshot, ['Idlib', 'Moscow']));
  if (card === undefined) throw new Error('no card port');
  return { marking, port, card };
}

/** Waits for the browser to have told which blocks are near the view. */
function untilPainted(count: number): Promise<void> {
  return vi.waitFor(() => expect(CSS.highlights.get('dateline-mention-place')?.size ?? 0).toBe(count));
}

/** The middle of a mention's line. */
function middleOf(card: CardPort, mention: PlacedMention, line = 0): [x: number, y: number] {
  const rect = card.mentionRects(mention)[line];
  if (rect === undefined) throw new Error('not rendered');
  return [rect.left + rect.width / 2, rect.top + rect.height / 2];
}

/** Every mention in order, walked as a reader with a keyboard does. */
function walk({ marking, card }: Scene): string[] {
  const texts: string[] = [];
  card.listen((event) => event.type === 'arrive' && texts.push(event.mention.text));
  while (marking.move('next'));
  return texts;
}

describe('the mention under a point', () => {
  test('is found in its letters, and nowhere beside them', async () => {
    const { card, marking } = scene('<p style="width:400px">The war in Idlib went on.</p>');
    await untilPainted(1);
    const arrived = vi.fn<(event: PortEvent) => void>();
    card.listen(arrived);
    marking.move('next');
    const event = arrived.mock.calls[0]?.[0];
    if (event?.type !== 'arrive') throw new Error('no arrival');
    const [x, y] = middleOf(card, event.mention);
    expect(card.mentionAt(x, y)?.key).toBe(event.mention.key);
    const [rect] = card.mentionRects(event.mention);
    if (rect === undefined) throw new Error('not rendered');
    expect(card.mentionAt(rect.left - 5, y)).toBeNull();
    expect(card.mentionAt(rect.right + 5, y)).toBeNull();
    expect(card.mentionAt(x, rect.bottom + 20)).toBeNull();
  });

  test('is not found in the empty space after the end of its line', async () => {
    const { card } = scene('<p style="width:600px">The war in Idlib</p>');
    await untilPainted(1);
    const line = document.querySelector('p')?.getBoundingClientRect();
    expect(card.mentionAt(590, (line?.top ?? 0) + (line?.height ?? 0) / 2)).toBeNull();
  });

  test('is found on each line it runs over', async () => {
    const { card } = scene('<p style="width:60px;font:20px monospace">Id<b>li</b>b Mos<wbr>cow</p>');
    await untilPainted(2);
    const mention = card.next(card.mentionAt(...firstPoint(card)) ?? fail());
    if (mention === null) throw new Error('no next mention');
    expect(card.mentionRects(mention).length).toBeGreaterThan(1);
    for (const line of card.mentionRects(mention).keys()) {
      expect(card.mentionAt(...middleOf(card, mention, line))?.key).toBe(mention.key);
    }
  });

  test('is not found while it is not painted', async () => {
    const { card } = scene('<p>Idlib</p>', { ...SETTINGS, marks: 'none' });
    const line = document.querySelector('p')?.getBoundingClientRect();
    await new Promise(requestAnimationFrame);
    expect(card.mentionAt((line?.left ?? 0) + 5, (line?.top ?? 0) + 5)).toBeNull();
  });

  function firstPoint(card: CardPort): [number, number] {
    const rect = document.querySelector('p')?.getBoundingClientRect();
    if (rect === undefined || card.signal.aborted) throw new Error('no paragraph');
    return [rect.left + 6, rect.top + 10];
  }
  function fail(): never {
    throw new Error('no mention there');
  }
});

describe('moving along', () => {
  const cases: [name: string, html: string, texts: string[]][] = [
    ['in reading order', '<p>Idlib and Moscow</p><p>Idlib</p>', ['Idlib', 'Moscow', 'Idlib']],
    ['past what is not rendered', '<p>Idlib</p><div id="later"><p>Moscow</p></div><p>Idlib</p>', ['Idlib', 'Idlib']],
    [
      'past what is clipped to a pixel',
      '<p>Idlib</p><p style="position:absolute;width:1px;height:1px;overflow:hidden">Moscow</p>',
      ['Idlib'],
    ],
  ];
  test.each(cases)('%s', (_, html, texts) => {
    const it = scene(html);
    const later = document.getElementById('later');
    if (later !== null) later.style.display = 'none';
    expect(walk(it)).toEqual(texts);
    expect(it.marking.move('next')).toBe(false);
  });

  test('back again', () => {
    const it = scene('<p>Idlib and Moscow</p>');
    expect(walk(it)).toEqual(['Idlib', 'Moscow']);
    expect(it.marking.move('previous')).toBe(true);
    expect(it.marking.move('previous')).toBe(false);
  });

  test('brings it into view, out of a scrolling box as well', () => {
    const { marking, card } = scene(
      '<div style="height:3000px"></div><div style="height:200px;overflow:auto"><div style="height:900px"></div><p>Idlib</p><div style="height:900px"></div></div><div style="height:3000px"></div>',
    );
    let arrived: PlacedMention | undefined;
    card.listen((event) => {
      if (event.type === 'arrive') arrived = event.mention;
    });
    expect(marking.show('place/idlib')).toBe(true);
    expect(marking.move('previous') || marking.move('next')).toBe(false);
    const box = document.querySelector('p')?.getBoundingClientRect();
    expect(arrived).toBeUndefined();
    expect(box?.top).toBeGreaterThan(0);
    expect(box?.bottom).toBeLessThan(innerHeight);
  });

  test('what it arrived at before the card came is told to the card', () => {
    const { marking, card } = scene('<p>Idlib</p>');
    marking.move('next');
    const listener = vi.fn<(event: PortEvent) => void>();
    card.listen(listener);
    expect(listener).toHaveBeenCalledWith(expect.objectContaining({ type: 'arrive' }));
  });
});

describe('a page that changes', () => {
  test('a mention keeps its key when the site replaces its nodes', async () => {
    const { marking, port, card } = scene('<p>The war in Idlib</p>');
    await untilPainted(1);
    let key: string | undefined;
    card.listen((event) => {
      if (event.type === 'arrive') key = event.mention.key;
    });
    marking.move('next');
    const paragraph = document.querySelector('p');
    paragraph?.replaceWith(paragraph.cloneNode(true));
    port.snapshot.touch(document.querySelector('main') ?? document.body, false);
    marking.follow(readAll(port.snapshot));
    const painted = (): AbstractRange | undefined => [...(CSS.highlights.get('dateline-mention-place') ?? [])][0];
    await vi.waitFor(() => expect(painted()?.startContainer.isConnected).toBe(true));
    const rect = document.querySelector('p')?.getBoundingClientRect();
    const y = (rect?.top ?? 0) + 8;
    const found = Array.from({ length: 60 }, (_, at) => card.mentionAt((rect?.left ?? 0) + at * 5, y)).find(
      (one) => one !== null,
    );
    expect(found?.key).toBe(key);
  });

  test('what the reader knows is not marked', async () => {
    const { marking, port } = scene('<p>Idlib and Moscow</p>');
    await untilPainted(2);
    marking.adopt(answerFor(port.snapshot, ['Idlib', 'Moscow'], ['place/moscow']));
    await untilPainted(1);
  });

  test('blocks without mentions lose theirs', async () => {
    const { marking, port } = scene('<p>Idlib</p><p>Moscow</p>');
    await untilPainted(2);
    marking.forget(port.snapshot.blocks.slice(0, 1).map(({ id }) => id));
    await untilPainted(1);
  });

  test('nothing is left when the reading ends', async () => {
    const before = document.adoptedStyleSheets.length;
    scene('<p>Idlib</p>');
    await untilPainted(1);
    expect(document.adoptedStyleSheets.length).toBeGreaterThan(before);
    ending.abort();
    expect([...CSS.highlights.keys()]).toEqual([]);
    expect(document.adoptedStyleSheets).toHaveLength(before);
  });

  test('only what is near the view is painted', async () => {
    const far = '<div style="height:20000px"></div>';
    scene(`<p>Idlib</p>${far}<p>Idlib</p>${far}<p>Idlib</p>`);
    await untilPainted(1);
    expect(document.body.scrollHeight).toBeGreaterThan(40_000);
  });
});
