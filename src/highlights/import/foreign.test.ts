import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readForeign } from './foreign.ts';
import { textOfHtml } from './html-text.ts';

const NOW = '2026-11-20T10:00:00.000Z';

/** Written by hand in the shape the client's export has, every kind of entry once. */
const HYPOTHESIS = {
  export_date: '2026-11-19T08:00:00.000Z',
  export_userid: 'acct:reader@hypothes.is',
  client_version: '1.1500.0',
  annotations: [
    {
      id: 'Zk3vQ0mXEe2b7xM-Jq1_hA',
      created: '2026-10-01T12:00:00.123456+00:00',
      updated: '2026-10-02T12:00:00.000000+00:00',
      user: 'acct:reader@hypothes.is',
      uri: 'https://news.example/idlib',
      text: 'compare',
      tags: ['ceasefire', ' M4 road '],
      group: '__world__',
      document: { title: ['Front line'] },
      target: [
        {
          source: 'https://news.example/idlib',
          selector: [
            { type: 'RangeSelector', startContainer: '/p[1]', endContainer: '/p[1]', startOffset: 0, endOffset: 10 },
            { type: 'TextPositionSelector', start: 120, end: 136 },
            { type: 'TextQuoteSelector', exact: 'both sides agreed', prefix: 'said that ', suffix: ' on Monday' },
          ],
        },
      ],
    },
    {
      id: 'reply-to-the-first',
      uri: 'https://news.example/idlib',
      text: 'yes',
      references: ['Zk3vQ0mXEe2b7xM-Jq1_hA'],
      target: [{}],
    },
    {
      id: 'note-on-the-page',
      uri: 'https://news.example/idlib',
      text: 'whole page',
      target: [{ source: 'https://news.example/idlib' }],
    },
  ],
};

const CLIPPER = [
  {
    url: 'https://news.example/sochi',
    highlights: [
      {
        text: '<p>The accord &amp; its <em>terms</em></p>',
        timestamp: '2026-09-01T10:00:00.000Z',
        color: 'green',
        notes: ['first', 'second'],
      },
      { text: '<p></p>', timestamp: '2026-09-01T10:00:00.000Z' },
    ],
  },
];

const ANNOTATION = {
  '@context': 'http://www.w3.org/ns/anno.jsonld',
  id: 'http://example.org/anno1',
  type: 'Annotation',
  bodyValue: 'a thought',
  target: { source: 'https://news.example/x', selector: { type: 'TextQuoteSelector', exact: 'words' } },
};

test('a Hypothesis export: what it says of a passage is kept, replies and page notes are counted', () => {
  const read = readForeign(HYPOTHESIS, NOW);
  expect(read).toMatchObject({ format: 'hypothesis', leftOut: 2 });
  expect(read?.highlights).toHaveLength(1);
  expect(read?.highlights[0]).toMatchObject({
    id: 'hypothesis-Zk3vQ0mXEe2b7xM-Jq1_hA',
    anchor: {
      quote: { exact: 'both sides agreed', prefix: 'said that ', suffix: ' on Monday' },
      position: { start: 120, end: 136 },
    },
    article: { address: 'https://news.example/idlib', title: 'Front line' },
    note: 'compare',
    tags: ['M4 road', 'ceasefire'],
    created: '2026-10-01T12:00:00.123Z',
    modified: '2026-10-02T12:00:00.000Z',
  });
});

test('a search of its API is the same under another name', () => {
  expect(readForeign({ total: 1, rows: HYPOTHESIS.annotations }, NOW)?.highlights).toEqual(
    readForeign(HYPOTHESIS, NOW)?.highlights,
  );
});

test('a Clipper export: its HTML becomes text, its notes one note, an empty entry is counted', () => {
  const read = readForeign(CLIPPER, NOW);
  expect(read).toMatchObject({ format: 'clipper', leftOut: 1 });
  expect(read?.highlights[0]).toMatchObject({
    anchor: { quote: { exact: 'The accord & its terms' } },
    colour: 'green',
    note: 'first\n\nsecond',
    created: '2026-09-01T10:00:00.000Z',
  });
});

test.each([
  { name: 'one annotation', file: ANNOTATION },
  { name: 'a list', file: [ANNOTATION] },
  { name: 'a page', file: { type: 'AnnotationPage', items: [ANNOTATION] } },
  {
    name: 'a collection with its first page',
    file: { type: 'AnnotationCollection', first: { type: 'AnnotationPage', items: [ANNOTATION] } },
  },
])('Web Annotations: $name', ({ file }) => {
  expect(readForeign(file, NOW)).toMatchObject({ format: 'web-annotation', highlights: [{ note: 'a thought', created: NOW }] });
});

test('a file read twice gives the same passages', () => {
  for (const file of [HYPOTHESIS, CLIPPER, ANNOTATION]) expect(readForeign(file, NOW)).toEqual(readForeign(file, NOW));
});

test.each([
  { name: 'nothing', file: null },
  { name: 'another program’s settings', file: { theme: 'dark' } },
  { name: 'an empty list', file: [] },
  {
    name: 'annotations of something that has no address',
    file: { annotations: [{ id: 'aaaaaaaa', uri: 'urn:isbn:1', target: [{}] }] },
  },
  {
    name: 'an address that runs a script',
    file: { ...ANNOTATION, target: { ...ANNOTATION.target, source: 'javascript:alert(1)' } },
  },
])('$name is no such file', ({ file }) => {
  expect(readForeign(file, NOW)).toBeUndefined();
});

test('whatever JSON comes in, it is read or refused, and no prototype changes', () => {
  const before = Object.getOwnPropertyNames(Object.prototype).length;
  fc.assert(
    fc.property(fc.jsonValue(), (file) => {
      readForeign(file, NOW);
    }),
  );
  readForeign(JSON.parse('{"annotations":[{"__proto__":{"polluted":1},"uri":"https://a.example","target":[]}]}'), NOW);
  expect(Object.getOwnPropertyNames(Object.prototype)).toHaveLength(before);
});

describe('HTML as text', () => {
  test.each([
    { name: 'paragraphs as lines', html: '<p>one</p> <p>two</p>', text: 'one\ntwo' },
    { name: 'named and numbered characters', html: 'a&nbsp;&lt;b&gt; &#1057;&#x441;', text: 'a\u00a0<b> Сс' },
    { name: 'what is no character as it stands', html: '&#xd800; &unknown; &#0;', text: '&#xd800; &unknown; &#0;' },
    { name: 'a lone bracket', html: '2 < 3', text: '2 < 3' },
    { name: 'a comment as nothing', html: 'a<!-- x -->b', text: 'ab' },
  ])('$name', ({ html, text }) => {
    expect(textOfHtml(html)).toBe(text);
  });
});
