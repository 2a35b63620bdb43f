import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { indexText } from './quote-index.ts';
import { type Placement, placeQuote } from './quote-place.ts';
import { type QuoteSelector, selectQuote } from './quote-selector.ts';

const BEFORE =
  'Ankara, 20 February – The ministry said that two soldiers were killed in an air strike on Thursday, and that the convoy went on.\n' +
  'Turkey keeps twelve observation posts in Idlib under the memorandum signed at Sochi in 2018. ' +
  'Moscow said that the posts in Idlib had received a warning, and “would not be attacked”.\n' +
  'A further 142,000 people left their homes within four days, the United Nations said from Geneva.';

/** Saves the marked `[quote]` of a text, places it in `after`, and gives how, with the words found. */
function placed(quote: string, after: string, before = BEFORE, nth = 0): [how: Placement['how'], found: string] {
  let start = before.indexOf(quote);
  for (let i = 0; i < nth; i++) start = before.indexOf(quote, start + 1);
  const placement = placeQuote(indexText(after), selectQuote(before, start, start + quote.length));
  return [placement.how, placement.how === 'not-found' ? '' : after.slice(placement.start, placement.end)];
}

const LONG = 'Turkey keeps twelve observation posts in Idlib under the memorandum signed at Sochi in 2018.';
const TOP = 'UPDATED with a statement from the presidency, 21 February.\n';
const with_ = (old: string, now: string): string => BEFORE.replace(old, now);

describe('one quote after one change', () => {
  test.each<[name: string, quote: string, after: string, how: Placement['how'], found: string]>([
    ['no change', LONG, BEFORE, 'exact', LONG],
    ['a line above', LONG, TOP + BEFORE, 'exact', LONG],
    ['a line above, a name', 'Moscow', TOP + BEFORE, 'exact', 'Moscow'],
    ['a change before it, a long quote', LONG, with_('the convoy went on', 'it would answer'), 'exact', LONG],
    ['case', LONG, `${TOP}${with_(LONG, LONG.toUpperCase())}`, 'normalised', LONG.toUpperCase()],
    [
      'white space',
      'posts in Idlib under',
      with_('in Idlib under', 'in\n Idlib\u00a0under'),
      'normalised',
      'posts in\n Idlib\u00a0under',
    ],
    [
      'shapes of quotation marks',
      '“would not be attacked”',
      with_('“would not be attacked”', '"would not be attacked"'),
      'normalised',
      '"would not be attacked"',
    ],
    ['a dash', '20 February – The', with_('–', '—'), 'normalised', '20 February — The'],
    ['a typo', LONG, with_('observation', 'observaton'), 'approximate', LONG.replace('observation', 'observaton')],
    ['a typo in a name', 'Moscow', with_('Moscow', 'Moskow'), 'approximate', 'Moskow'],
    ['a number', LONG, with_('2018', '2019'), 'approximate', LONG.replace('2018', '2019')],
    ['a number that is the quote', '142,000', with_('142,000', '98,500'), 'approximate', '98,500'],
    ['a word added', LONG, with_('twelve', 'all its twelve'), 'approximate', LONG.replace('twelve', 'all its twelve')],
    [
      'a comma is a change',
      'two soldiers were killed in an',
      with_('soldiers were', 'soldiers, were'),
      'approximate',
      'two soldiers, were killed in an',
    ],
    ['the sentence is gone', LONG, with_(`${LONG} `, ''), 'not-found', ''],
    ['all is gone', LONG, 'Something else entirely was published here under the same address.', 'not-found', ''],
    ['no text', LONG, '', 'not-found', ''],
    [
      'the name is gone, and stands in the next sentence',
      'Idlib',
      with_('posts in Idlib under', 'posts there under'),
      'not-found',
      '',
    ],
    ['the name was replaced', 'Moscow', with_('Moscow', 'Tehran'), 'not-found', ''],
  ])('%s', (_name, quote, after, how, found) => expect(placed(quote, after)).toEqual([how, found]));
});

describe('which of two', () => {
  test('the second of a name', () => expect(placed('Idlib', TOP + BEFORE, BEFORE, 1)).toEqual(['exact', 'Idlib']));

  test.each<[name: string, before: string, after: string]>([
    ['side by side', 'Clashes in [Idlib] and Idlib’s countryside went on.', 'Clashes in and Idlib’s countryside went on.'],
    [
      'the other way round',
      'Clashes in Idlib and [Idlib]’s countryside went on.',
      'Clashes in Idlib and the countryside went on.',
    ],
    ['a list', 'Saraqib, [Idlib], Idlib, Hama and Aleppo were hit.', 'Saraqib, Aleppo, Idlib, Hama and Homs were hit.'],
  ])('a name deleted beside itself is never found in silence: %s', (_name, marked, after) => {
    const start = marked.indexOf('[');
    const before = marked.replace(/[[\]]/g, '');
    const { how } = placeQuote(indexText(TOP + after), selectQuote(before, start, start + 5));
    expect(how === 'not-found' || how === 'approximate').toBe(true);
  });

  test('boilerplate that stands in every entry, its own entry deleted', () => {
    const entry = (day: string): string =>
      `${day}: ${'Reporting by our correspondents in Idlib and Ankara; editing by the night desk in London. '.repeat(3)}\n`;
    const before = entry('Monday') + entry('Tuesday') + entry('Wednesday');
    const start = before.indexOf('Idlib', entry('Monday').length + 100);
    const selector = selectQuote(before, start, start + 5);
    expect(placeQuote(indexText(TOP + before), selector)).toMatchObject({ start: start + TOP.length });
    expect(placeQuote(indexText(TOP + entry('Monday') + entry('Wednesday')), selector).how).not.toBe('exact');
  });
});

describe('what an import may bring', () => {
  const bare = (exact: string, more: Partial<QuoteSelector> = {}): QuoteSelector => ({ exact, prefix: '', suffix: '', ...more });
  test.each<[name: string, selector: QuoteSelector, how: Placement['how']]>([
    ['a long quote without context', bare(LONG), 'approximate'],
    ['a long quote at its place', bare(LONG, { start: BEFORE.indexOf(LONG) }), 'exact'],
    ['a name without context', bare('Idlib'), 'not-found'],
    ['a name with one letter of context', bare('Sochi', { prefix: ' ', suffix: ' ' }), 'not-found'],
    [
      'context cut in the middle of words',
      bare('Sochi', { prefix: 'n Idlib under the memorandum signed at ', suffix: ' in 2018. Moscow sai' }),
      'exact',
    ],
    [
      'a quote cut in the middle of a word',
      bare('morandum signed at Sochi', { prefix: 'posts in Idlib under the me', suffix: ' in 2018. Moscow said' }),
      'exact',
    ],
    ['signs only', bare('…', { prefix: 'under the ', suffix: ' memorandum' }), 'not-found'],
    ['an offset beyond the text', bare(LONG, { start: 1e9 }), 'approximate'],
  ])('%s', (_name, selector, how) => expect(placeQuote(indexText(BEFORE), selector).how).toBe(how));
});

test('what changed is told', () => {
  const after = with_('2018', '2019');
  const start = BEFORE.indexOf(LONG);
  expect(placeQuote(indexText(after), selectQuote(BEFORE, start, start + LONG.length))).toMatchObject({
    doubt: 'words',
    changes: [{ kind: 'same' }, { kind: 'removed', text: '2018' }, { kind: 'added', text: '2019' }, { kind: 'same', text: '.' }],
  });
});

test('where a deleted sentence stood is told', () => {
  const after = with_(`${LONG} `, '');
  const start = BEFORE.indexOf(LONG);
  const placement = placeQuote(indexText(after), selectQuote(BEFORE, start, start + LONG.length));
  if (placement.how !== 'not-found' || placement.gap === null) throw new Error('the gap was not found');
  expect(after.slice(placement.gap.start, placement.gap.end)).toBe('.\n');
});

test.each([
  ['one word', 'Idlib '],
  ['two words', 'Idlib Sochi '],
  ['Han', '契'],
  ['only marks', '\u0301'],
  ['surrogates', '\ud83d'],
])('a hostile text of %s is answered soon', (_name, piece) => {
  const text = piece.repeat(200_000 / piece.length);
  const index = indexText(text);
  const start = performance.now();
  for (let i = 0; i < 50; i++) placeQuote(index, { ...selectQuote(text, 50_000 + i, 50_012 + i), start: i });
  expect(performance.now() - start).toBeLessThan(5_000);
});

const anyText = fc.string({ unit: fc.constantFrom(...'ab cİ,.\n“–3軍\u0301ß𝐈'), maxLength: 400 });

const longText = fc
  .array(fc.constantFrom('a', 'Idlib', ' ', '. ', '軍', '\u0301', '𝐈'), { minLength: 24, maxLength: 100 })
  .map((parts) => parts.join(''));

describe('for any texts', () => {
  test('what is called exact is the quote, letter for letter', () => {
    fc.assert(
      fc.property(anyText, anyText, anyText, fc.nat(), fc.nat(), (head, text, tail, one, other) => {
        fc.pre(text.length > 0);
        const [a, b] = [one % text.length, other % text.length];
        const selector = selectQuote(text, Math.min(a, b), Math.max(a, b) + 1);
        const after = head + text.slice(0, 200) + tail;
        const placement = placeQuote(indexText(after), selector);
        if (placement.how === 'exact') expect(after.slice(placement.start, placement.end)).toBe(selector.exact);
        if (placement.how !== 'not-found') expect(placement.end).toBeGreaterThanOrEqual(placement.start);
      }),
    );
  });
  test('in the same text every quote with some context is where it was', () => {
    fc.assert(
      fc.property(longText, fc.nat(), (text, at) => {
        const start = at % text.length;
        expect(placeQuote(indexText(text), selectQuote(text, start, start + 1))).toMatchObject({
          how: 'exact',
          start,
          end: start + 1,
        });
      }),
    );
  });
});
