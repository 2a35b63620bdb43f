import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { layOutStrip } from './strip-layout.ts';

const span = (from: string, until?: string, onTheDay = false) => ({
  id: 'person/someone',
  label: { text: 'Someone', lang: 'en' },
  from,
  ...(until !== undefined && { until }),
  acting: false,
  sources: [1],
  onTheDay,
});

describe('a strip of years', () => {
  test('runs from the first beginning to a little past the article', () => {
    const { bars, day, fromYear, untilYear } = layOutStrip([span('2010-01-01', '2015-01-01'), span('2015-01-01')], '2020-01-01');
    expect(bars[0]?.start).toBe(0);
    expect(bars[0]?.end).toBeCloseTo(bars[1]?.start ?? 0);
    expect(bars[1]?.end).toBe(1);
    expect(day).toBeGreaterThan(0.9);
    expect(day).toBeLessThan(1);
    expect([fromYear, untilYear]).toEqual([2010, 2020]);
  });

  test('puts a second office held at once in a row of its own', () => {
    const { bars, rows } = layOutStrip([span('2010-01-01', '2016-01-01'), span('2014-01-01'), span('2016-06-01')], '2020-01-01');
    expect(bars.map(({ row }) => row)).toEqual([0, 1, 0]);
    expect(rows).toBe(2);
  });

  test('shows a few weeks in office among decades', () => {
    const { bars } = layOutStrip([span('1980-01-01', '1980-01-15'), span('1980-01-15')], '2020-01-01');
    expect((bars[0]?.end ?? 0) - (bars[0]?.start ?? 0)).toBeGreaterThan(0.01);
  });

  test('has no article day where there is none', () => {
    expect(layOutStrip([span('2010-01-01')], null).day).toBeNull();
  });
});

const days = fc
  .date({ min: new Date('1970-01-01'), max: new Date('2030-01-01'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

test('every bar lies on the strip and none over another in its row', () => {
  const spans = fc.array(fc.tuple(days, days), { minLength: 1, maxLength: 12 }).map((pairs) =>
    pairs
      .map((pair) => [...pair].sort())
      .sort(([a = ''], [b = '']) => (a < b ? -1 : 1))
      .map(([from = '', until = '']) => span(from, until)),
  );
  fc.assert(
    fc.property(spans, days, (laid, day) => {
      const { bars } = layOutStrip(laid, day);
      for (const { start, end } of bars) {
        expect(start).toBeGreaterThanOrEqual(0);
        expect(end).toBeGreaterThan(start);
        expect(end).toBeLessThanOrEqual(1.02);
      }
      for (const [index, bar] of bars.entries()) {
        const before = bars.slice(0, index).filter(({ row }) => row === bar.row);
        for (const { end } of before) expect(bar.start).toBeGreaterThanOrEqual(end - 0.0121);
      }
    }),
  );
});
