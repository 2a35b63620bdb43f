import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseHighlight, type Highlight } from '../highlight.ts';
import { csvHead, csvLine } from './csv.ts';
import { DEFAULT_TEMPLATE, markdownOf, markdownTemplate } from './markdown.ts';
import { fillTemplate, parseTemplate, TemplateError } from './template.ts';

function passage(with_: { quote?: string; note?: string; title?: string; tags?: string[] } = {}): Highlight {
  const { quote = 'Both sides hold.', note = '', title = 'Front line', tags = [] } = with_;
  const highlight = parseHighlight({
    id: 'abcdefgh',
    motivation: 'highlighting',
    anchor: { quote: { exact: quote, prefix: '', suffix: '' }, position: { start: 0, end: 1 }, sentence: '', paragraph: '' },
    article: {
      address: 'https://news.example/a_(b)?x=1',
      aliases: [],
      title,
      site: 'News',
      date: { day: '2020-02-21', how: 'meta' },
    },
    colour: 'yellow',
    note,
    tags,
    entities: [],
    container: null,
    created: '2026-11-20T10:00:00.000Z',
    modified: '2026-11-20T10:00:00.000Z',
    deleted: null,
  });
  if (highlight === undefined) throw new Error('not a passage');
  return highlight;
}

/** Reads CSV after RFC 4180. */
function readCsv(text: string): string[] {
  const cells: string[] = [];
  let rest = text.replace(/\r\n$/, '');
  for (;;) {
    const [whole, inner, plain = ''] = /^(?:"((?:[^"]|"")*)"|([^,]*))(?:,|$)/.exec(rest) ?? [''];
    cells.push(inner?.replaceAll('""', '"') ?? plain);
    if (!whole?.endsWith(',')) return cells;
    rest = rest.slice(whole.length);
  }
}

test('any text comes back from a table as it was, but for the apostrophe before what a spreadsheet would compute', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', minLength: 1 }), (text) => {
      const [quote = ''] = readCsv(csvLine(passage({ quote: text })));
      expect(quote.replace(/^'/, '')).toBe(text.replace(/^'/, ''));
      expect(quote).not.toMatch(/^[=+\-@\t\r]/);
    }),
  );
});

test('a table says what its columns are', () => {
  expect(readCsv(csvHead())).toHaveLength(readCsv(csvLine(passage())).length);
});

const template = markdownTemplate(DEFAULT_TEMPLATE);

test('the default template gives heading, quote, note and tags', () => {
  const written = markdownOf(template, [passage({ note: 'Compare *this*.', tags: ['thesis ch. 2'] }), passage()]);
  expect(written).toBe(
    [
      '## [Front line](https://news.example/a_%28b%29?x=1)',
      '',
      'News · written 2020-02-21',
      '',
      '> Both sides hold.',
      '',
      'Compare *this*.',
      '',
      '#thesis-ch-2',
      '',
      '> Both sides hold.',
      '',
      '',
    ].join('\n'),
  );
});

test.each([
  { name: 'HTML', title: '<img src=x onerror=alert(1)>', written: String.raw`\<img src=x onerror=alert(1)\>` },
  { name: 'a wiki link', title: '[[secret]]', written: String.raw`\[\[secret\]\]` },
  { name: 'a list', title: '- one', written: String.raw`\- one` },
  { name: 'a line end that would end the heading', title: 'one\n# two', written: String.raw`one \# two` },
])('$name in a page stays text', ({ title, written }) => {
  expect(markdownOf(markdownTemplate('{{title}}'), [passage({ title })])).toBe(written);
});

test('a passage of several lines is one quote', () => {
  expect(markdownOf(markdownTemplate('{{#highlights}}{{quote}}{{/highlights}}'), [passage({ quote: 'one\n\ntwo' })])).toBe(
    '> one\n>\n> two',
  );
});

test.each([
  { name: 'a name there is not', text: 'a {{nonsense}}', code: 'unknown-name', at: 2 },
  { name: 'a section left open', text: '{{#note}}', code: 'section-not-closed', at: 0 },
  { name: 'a section closed twice', text: '{{note}}{{/note}}', code: 'section-not-opened', at: 8 },
  { name: 'sections that cross', text: '{{#note}}{{#tags}}{{/note}}{{/tags}}', code: 'section-not-opened', at: 18 },
])('$name is told with its place', ({ text, code, at }) => {
  try {
    markdownTemplate(text);
    expect.unreachable();
  } catch (error) {
    expect(error).toBeInstanceOf(TemplateError);
    expect(error).toMatchObject({ code, at });
  }
});

test('a value is never read as a template', () => {
  expect(fillTemplate(parseTemplate('{{note}}', new Set(['note'])), { note: '{{note}}$&' })).toBe('{{note}}$&');
});
