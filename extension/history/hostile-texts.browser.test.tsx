/** What pages, files and packs wrote stays text in every view (promises S7): no element, no script, no request, and the text as it is. */
import { deleteDB } from 'idb';
import { type ComponentChildren, render } from 'preact';
import { afterAll, afterEach, beforeEach, describe, expect, test } from 'vitest';
import { plainPassage } from '../../src/highlights/fixtures/plain-passage.ts';
import { BEACON, HOSTILE_TEXTS, TRACE } from '../../src/highlights/fixtures/hostile-texts.ts';
import type { Highlight } from '../../src/highlights/highlight.ts';
import { parseQuery } from '../../src/highlights/search/query.ts';
import { connection } from '../../src/store/connection.ts';
import type { ReadArticle } from '../../src/store/schema.ts';
import { wordsIn } from '../../src/ui/fixtures/words.ts';
import { HighlightItem } from '../../src/ui/highlight/highlight-item.tsx';
import { NoteSaving } from '../../src/ui/highlight/note-saving.ts';
import { TrashList } from '../../src/ui/trash-list.tsx';
import { ArticleItem } from './articles/article-item.tsx';
import { EntityLine } from './entities/entity-line.tsx';
import { Filters } from './passages/filters.tsx';
import { ImportOffer } from './files/import-offer.tsx';
import type { Grouping, Line } from './passages/library.ts';
import { PassageCards } from './passages/passage-cards.tsx';
import { SaidThen } from './passages/said-then.tsx';
import { ANYTHING } from './passages/wanted.ts';

const STORE = 'dateline-test-hostile';
const words = wordsIn('en');
const store = connection(STORE);
const nothing = (): void => undefined;
const conditions = parseQuery('img "hostile words"', Date.parse);

/** A passage of which every field that takes any text is this one. */
function passage(text: string): Highlight {
  const facts = [{ on: '2020-02-21', text }];
  const plain = plainPassage(text);
  return {
    ...plain,
    anchor: { ...plain.anchor, quote: { exact: text, prefix: text, suffix: text }, paragraph: `before ${text} after` },
    article: {
      address: `https://paper.example/${text.replace(/\s/g, '')}`,
      aliases: [],
      title: text,
      site: text,
      author: text,
      date: { day: '2020-02-21', how: 'meta' },
    },
    note: text,
    tags: [text],
    entities: [{ id: 'place/idlib', name: text, lang: 'en', status: text, facts, knownUntil: '2026-03' }],
    deleted: '2026-11-21T09:30:00.000Z',
  };
}

function untitled(text: string): Highlight {
  const { article, ...rest } = passage(text);
  return { ...rest, article: { ...article, title: '', site: '' } };
}

const read = (text: string): ReadArticle => ({
  address: 'https://paper.example/a',
  article: passage(text).article,
  days: ['2026-11-20'],
  read: '2026-11-20T09:30:00.000Z',
  entities: [{ id: 'place/idlib', mentions: 2 }],
});

function cards(highlight: Highlight, grouping: Grouping) {
  const line: Line = { highlight, isLost: true, conditions, group: 'place/idlib' };
  return (
    <PassageCards
      lines={[line]}
      from={0}
      before={undefined}
      order="site"
      grouping={grouping}
      selected={new Set()}
      editing={null}
      nameOf={() => highlight.note}
      acts={{ onOpen: nothing, onEdit: nothing, onSelect: nothing, onDelete: nothing }}
      words={words}
    />
  );
}

function item(highlight: Highlight, how: 'not-found' | 'approximate') {
  const note = new NoteSaving(highlight.note, {
    save: () => Promise.resolve(),
    codeOf: () => 'unexpected',
    keep: nothing,
    drop: nothing,
    newEntry: () => 'entry',
  });
  const acts = {
    onGoTo: nothing,
    onRecolour: nothing,
    onTag: nothing,
    onDelete: nothing,
    onCopy: nothing,
    onVersions: () => Promise.resolve([]),
  };
  const changes = [
    { kind: 'removed' as const, text: highlight.note },
    { kind: 'added' as const, text: highlight.note },
  ];
  return (
    <ul>
      <HighlightItem
        highlight={highlight}
        how={how}
        changes={how === 'approximate' ? changes : undefined}
        note={note}
        longestNote={65_536}
        recentTags={[highlight.note]}
        acts={acts}
        words={words}
      />
    </ul>
  );
}

function filters(text: string) {
  const tally = [{ value: text, name: text, count: 1 }];
  const counts = { week: 1, month: 1, all: 1, lost: 1, hasNote: 1, entity: tally, site: tally, tag: tally, colour: [] };
  return <Filters wanted={{ ...ANYTHING, tag: text }} tallies={counts} onChange={nothing} words={words} />;
}

const pack = { entity: () => undefined, offices: [], map: () => undefined, knownUntil: '2026-03' };

/** Every view that shows what others wrote, and how often it shows the text whole. */
const VIEWS: readonly (readonly [name: string, times: number, view: (text: string) => ComponentChildren])[] = [
  ['the list by day', 5, (text) => cards(passage(text), 'day')],
  ['the list by article', 5, (text) => cards(passage(text), 'article')],
  ['the list by entity', 6, (text) => cards(passage(text), 'entity')],
  ['the list, of an article without a title', 3, (text) => cards(untitled(text), 'day')],
  [
    'the trash',
    3,
    (text) => (
      <TrashList highlights={[passage(text)]} onRestore={nothing} onForget={nothing} onForgetAll={nothing} words={words} />
    ),
  ],
  ['the panel, a passage that is gone', 2, (text) => item(passage(text), 'not-found')],
  ['the panel, a passage that changed', 3, (text) => item(passage(text), 'approximate')],
  [
    'what may be imported',
    2,
    (text) => (
      <ImportOffer
        file={{ format: 'hypothesis', highlights: [passage(text)], leftOut: 0 }}
        plan={{ added: [passage(text)], updated: [], back: [], same: 0 }}
        onKeep={nothing}
        onCancel={nothing}
        words={words}
      />
    ),
  ],
  [
    'an article that was read',
    3,
    (text) => (
      <ArticleItem
        read={read(text)}
        store={store}
        nameOf={() => text}
        kindOf={() => 'place'}
        onEntity={nothing}
        onForget={nothing}
        words={words}
      />
    ),
  ],
  [
    'an entity’s line of time',
    4,
    (text) => (
      <EntityLine
        points={[
          { is: 'fact', day: '2020', text: { text, lang: 'en' } },
          { is: 'article', day: '2020', article: read(text) },
          { is: 'passage', day: '2020', highlight: passage(text) },
        ]}
        onOpen={nothing}
        words={words}
      />
    ),
  ],
  ['what cards said then', 2, (text) => <SaidThen id="place/idlib" passages={[passage(text)]} pack={pack} words={words} />],
  ['filters', 3, (text) => filters(text)],
];

let box: HTMLElement;
beforeEach(() => {
  box = document.createElement('main');
  document.body.append(box);
});
afterEach(() => {
  render(null, box);
  box.remove();
});
afterAll(async () => {
  await store.close();
  await deleteDB(STORE);
});

/** What is wrong with how a view shows these texts; empty where nothing is. */
function faults(view: (text: string) => ComponentChildren, times: number, texts: readonly string[]): readonly string[] {
  const shape = (): string =>
    Array.from(box.querySelectorAll('*'), ({ localName }) => localName)
      .filter((name) => name !== 'mark')
      .join();
  render(<div key="plain">{view('plain words')}</div>, box);
  const plain = shape();
  return texts.flatMap((text, place) => {
    render(<div key={place}>{view(text)}</div>, box);
    const found: string[] = [];
    if (shape() !== plain) found.push(`elements: ${shape()}`);
    const whole = [...box.querySelectorAll<HTMLElement>('*')].filter(
      (element) => element.textContent === text && Array.from(element.children).every((child) => child.textContent !== text),
    );
    if (whole.length < times) found.push(`shown ${whole.length} times of ${times}`);
    const bare = whole.filter((element) => element.closest('bdi, [dir=auto], [lang][dir]') === null);
    found.push(...bare.map(({ localName, className }) => `not isolated: ${localName}.${className}`));
    return found.map((fault) => `${JSON.stringify(text)}: ${fault}`);
  });
}

function traces(): readonly string[] {
  const asked = performance.getEntriesByType('resource').map(({ name }) => name);
  return [...asked.filter((name) => name.includes(BEACON)), ...(TRACE in globalThis ? [TRACE] : [])];
}

describe('hostile texts stay text in', () => {
  test.each(VIEWS)('%s', (_name, times, view) => {
    expect(faults(view, times, HOSTILE_TEXTS)).toEqual([]);
    expect(traces()).toEqual([]);
  });
});

test('a view that takes a text for HTML is found', () => {
  // oxlint-disable-next-line react/no-danger -- the planted fault itself
  const leaky = (text: string) => <p dir="auto" dangerouslySetInnerHTML={{ __html: text }} />;
  expect(faults(leaky, 1, ['harmless'])).toEqual([]);
  expect(faults(leaky, 1, ['<i>a</i>', 'a &amp; b'])).toHaveLength(3);
});
