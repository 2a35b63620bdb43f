import { describe, expect, test } from 'vitest';
import { dayNumber, formatDate } from './dates.ts';

describe('a date as precise as it is, as its readers write it', () => {
  test.each([
    { date: '2020-02-21', locale: 'en-GB', written: '21 Feb 2020' },
    { date: '2020-02', locale: 'en-GB', written: 'Feb 2020' },
    { date: '2020', locale: 'en-GB', written: '2020' },
    { date: '2020-02-21', locale: 'tr', written: '21 Şub 2020' },
    { date: '2020-02-21', locale: 'ru', written: '21 февр. 2020 г.' },
    { date: '2020-02-21', locale: 'ar', written: '21 فبراير 2020' },
    { date: '2020-01-01', locale: 'en-GB', written: '1 Jan 2020' },
    { date: '2019-12-31', locale: 'en-GB', written: '31 Dec 2019' },
  ])('$date in $locale', ({ date, locale, written }) => {
    expect(formatDate(date, locale)).toBe(written);
  });

  test.each(['Pacific/Kiritimati', 'Pacific/Pago_Pago'])('the reader sits in %s', (zone) => {
    const before = process.env['TZ'];
    process.env['TZ'] = zone;
    try {
      expect(formatDate('2020-02-21', 'en-GB')).toBe('21 Feb 2020');
    } finally {
      process.env['TZ'] = before;
    }
  });
});

test('days are counted without a clock', () => {
  expect(dayNumber('1970-01-02')).toBe(1);
  expect(dayNumber('2020-03-01') - dayNumber('2020-02-28')).toBe(2);
  expect(dayNumber('2020')).toBe(dayNumber('2020-01-01'));
});
