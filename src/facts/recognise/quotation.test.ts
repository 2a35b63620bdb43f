import { expect, test } from 'vitest';
import { withWholeQuotations } from './quotation.ts';

test.each([
  ['no marks', 'Peace Spring ends', 'Peace Spring', 'Peace Spring'],
  ['a pair inside', 'the M4 «international» road', 'M4 «international» road', 'M4 «international» road'],
  ['one that closes behind', 'операция «Источник мира» идёт', 'операция «Источник мира', 'операция «Источник мира»'],
  ['a straight one that closes behind', 'operation "Peace Spring" ends', 'operation "Peace Spring', 'operation "Peace Spring"'],
  ['German marks', 'Operation „Friedensquelle“ endet', 'Operation „Friedensquelle', 'Operation „Friedensquelle“'],
  ['one that closes later', 'операция «Источник мира и другие»', 'операция «Источник мира', undefined],
  ['one that opens before', 'the "Sochi" accord', 'Sochi" accord', '"Sochi" accord'],
  ['one that opened earlier', 'the "lost Sochi" accord', 'Sochi" accord', undefined],
  ['one that opens at the text’s end', 'операция «Источник мира', 'операция «Источник мира', undefined],
] as const)('%s', (_name, text, span, expected) => {
  const start = text.indexOf(span);
  const whole = withWholeQuotations(text, { start, end: start + span.length });
  expect(whole && text.slice(whole.start, whole.end)).toBe(expected);
});
