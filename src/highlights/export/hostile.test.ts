import { expect, test } from 'vitest';
import { HOSTILE_TEXTS } from '../fixtures/hostile-texts.ts';
import { plainPassage } from '../fixtures/plain-passage.ts';
import { type Highlight, parseHighlight } from '../highlight.ts';
import { fromWebAnnotation, toWebAnnotation } from '../web-annotation.ts';
import { csvLine } from './csv.ts';
import { DEFAULT_TEMPLATE, markdownOf, markdownTemplate } from './markdown.ts';

/** Everything a page wrote is this text. */
function passage(text: string): Highlight {
  const plain = plainPassage(text);
  return {
    ...plain,
    anchor: { ...plain.anchor, quote: { exact: text, prefix: text, suffix: text } },
    article: { address: 'https://paper.example/a', aliases: [], title: text, site: text, author: text },
    note: text,
    tags: /[\n\u2028]/.test(text) ? [] : [text],
    entities: [{ id: 'place/idlib', name: text, lang: 'en', facts: [], knownUntil: '2026-03' }],
  };
}

/** The cells of one line (RFC 4180). */
function cells(line: string): readonly string[] {
  return Array.from(line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^",\r\n]*))/g), ([, quoted, plain = '']) =>
    quoted === undefined ? plain : quoted.replaceAll('""', '"'),
  );
}

test('there are three hundred', () => {
  expect(HOSTILE_TEXTS.length).toBeGreaterThanOrEqual(300);
});

test('a table has each as it is, and none as a formula', () => {
  for (const text of HOSTILE_TEXTS) {
    const found = cells(csvLine(passage(text)));
    expect(found[0]?.replace(/^'(?=[=+\-@])/, '')).toBe(text);
    expect(found.filter((cell) => /^[=+\-@\t\r\n]/.test(cell))).toEqual([]);
  }
});

test('an annotation has each as it is, there and back', () => {
  for (const text of HOSTILE_TEXTS) {
    const whole = parseHighlight(passage(text));
    if (whole === undefined) continue;
    const annotation: unknown = JSON.parse(JSON.stringify(toWebAnnotation(whole)));
    expect(fromWebAnnotation(annotation, { id: 'other-one', now: whole.created })).toEqual(whole);
  }
});

test('what a page wrote is neither markup nor a link in Markdown', () => {
  const template = markdownTemplate(DEFAULT_TEMPLATE);
  for (const text of HOSTILE_TEXTS) {
    const written = markdownOf(template, [{ ...passage(text), note: '' }]).replace(/^> /gm, '');
    expect(written.match(/(?<!\\)</)).toBeNull();
    // The one link is the article's own.
    expect(written.match(/(?<!\\)\]\([^)]*\)/g)).toEqual(['](https://paper.example/a)']);
  }
});
