/**
 * The fixtures are article heads as publishing systems write them, in our own words. To add one, put a file into `fixtures/heads`
 * that starts with a comment of `name: value` lines: system, url, day (or `unknown`), how, and where they help today and why.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { JSDOM } from 'jsdom';
import { describe, expect, test } from 'vitest';
import { articleDate, type DateClues } from './article-date.ts';
import { collectDateClues } from './date-clues.ts';

const HEADS = new URL('./fixtures/heads/', import.meta.url);
const TODAY = '2026-11-22';

function readFixture(file: string): { expected: Record<string, string>; document: Document } {
  const html = readFileSync(new URL(file, HEADS), 'utf8');
  const comment = /^<!--\n([\s\S]*?)\n-->/.exec(html)?.[1] ?? '';
  const lines = comment.split('\n').map((line) => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 1).trim()]);
  return { expected: Object.fromEntries(lines) as Record<string, string>, document: new JSDOM(html).window.document };
}

/** The innermost elements with text: jsdom lays nothing out, so the real snapshot is for the browser tests. */
function blocksOf(document: Document): { content: { box: Element; text: string } }[] {
  return [...document.body.querySelectorAll('h1, h2, h3, p, div, span, li, summary, details')]
    .filter((element) => element.querySelector('p, div, h1, h2, h3, span, time') === null)
    .map((box) => ({ content: { box, text: box.textContent.replace(/\s+/g, ' ').trim() } }));
}

describe('article heads of the big publishing systems', () => {
  const files = readdirSync(HEADS);
  test('are at least sixty', () => expect(files.length).toBeGreaterThanOrEqual(60));

  test.each(files)('%s', (file) => {
    const { expected, document } = readFixture(file);
    const clues = collectDateClues(document, blocksOf(document));
    const found = articleDate(clues, { address: expected['url'] ?? '', today: expected['today'] ?? TODAY });
    expect(found).toEqual(expected['day'] === 'unknown' ? null : { day: expected['day'], how: expected['how'] });
  });
});

describe('datelines', () => {
  const cases: [name: string, line: string, day: string | null][] = [
    ['agency in brackets', 'SOCHI, Russia, Sept 17, 2018 (Reuters) - Turkey and Russia agreed.', '2018-09-17'],
    ['Russian agency in strokes', 'СОЧИ, 17 сентября 2018. /ТАСС/. Россия и Турция договорились.', '2018-09-17'],
    ['Turkish', 'ANKARA, 21 Şubat 2020 (AA) - Liderler konuştu.', '2020-02-21'],
    ['Turkish capitals with dotted I', 'İSTANBUL, 5 HAZİRAN 2019 (DHA) - Açıklama yapıldı.', '2019-06-05'],
    ['German', 'Berlin, 21. Februar 2020 (dpa) – Die Kanzlerin sprach.', '2020-02-21'],
    ['Spanish', 'Ankara, 21 de febrero de 2020 (EFE).- Los presidentes hablaron.', '2020-02-21'],
    ['French', 'Ankara, 21 févr. 2020 (AFP) - Les présidents se sont parlé.', '2020-02-21'],
    ['a sentence that starts with a date', 'On 17 September 2018, Turkey and Russia agreed.', null],
    ['a sentence that starts with a place and a date', 'In Sochi, on 17 September 2018, Turkey and Russia agreed.', null],
    ['a headline with a date', 'Sochi memorandum of 17 September 2018', null],
    ['an update only', 'Updated 21 February 2020', null],
    ['two days on one line', '21 February 2020 - 22 February 2020', null],
    ['no such day', '30 February 2020', null],
  ];
  test.each(cases)('%s', (_, line, day) => {
    const clues: DateClues = { jsonLd: [], meta: [], times: [], opening: [line] };
    expect(articleDate(clues, { address: 'https://a.example/x', today: TODAY })?.day ?? null).toBe(day);
  });
});
