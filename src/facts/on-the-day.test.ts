import { describe, expect, test } from 'vitest';
import { earliestDay, holdsOn, latestDay, shiftDay, tenuresOn } from './on-the-day.ts';

describe('partial dates', () => {
  test.each([
    ['a day', '2020-02-21', '2020-02-21', '2020-02-21'],
    ['a month in a leap year', '2020-02', '2020-02-01', '2020-02-29'],
    ['a month of 31 days', '2019-12', '2019-12-01', '2019-12-31'],
    ['a year', '2018', '2018-01-01', '2018-12-31'],
  ])('%s', (_name, date, first, last) => {
    expect([earliestDay(date), latestDay(date)]).toEqual([first, last]);
  });

  test.each([
    ['over a leap day', '2020-02-28', 2, '2020-03-01'],
    ['back over a year', '2020-01-02', -3, '2019-12-30'],
  ])('shifted %s', (_name, day, by, expected) => {
    expect(shiftDay(day, by)).toBe(expected);
  });
});

describe('holdsOn', () => {
  test.each([
    ['first day', { from: '2018-09-17', until: '2020-03-05' }, '2018-09-17', 'yes'],
    ['day before', { from: '2018-09-17', until: '2020-03-05' }, '2018-09-16', 'no'],
    ['last day', { from: '2018-09-17', until: '2020-03-05' }, '2020-03-04', 'yes'],
    ['the until day', { from: '2018-09-17', until: '2020-03-05' }, '2020-03-05', 'no'],
    ['open end', { from: '2018-09-17' }, '2026-01-01', 'yes'],
    ['inside a partial from', { from: '2018-09' }, '2018-09-10', 'perhaps'],
    ['last day of a partial from', { from: '2018-09' }, '2018-09-30', 'yes'],
    ['inside a partial until', { from: '2018', until: '2020-03' }, '2020-03-05', 'perhaps'],
    ['last day of a partial until', { from: '2018', until: '2020-03' }, '2020-03-31', 'perhaps'],
    ['after a partial until', { from: '2018', until: '2020-03' }, '2020-04-01', 'no'],
  ] as const)('%s', (_name, interval, day, expected) => {
    expect(holdsOn(interval, day)).toBe(expected);
  });
});

describe('tenuresOn', () => {
  const first = { who: 'first', from: '2009-05-01', until: '2014-08-29' };
  const second = { who: 'second', from: '2014-08-29', until: '2023-06-03' };
  const afterVacancy = { who: 'third', from: '2024-01-01' };
  const all = [first, second, afterVacancy];

  test.each([
    ['well inside', '2020-02-21', ['second'], false],
    ['the day of the change', '2014-08-29', ['first', 'second'], true],
    ['three days before', '2014-08-26', ['first', 'second'], true],
    ['four days before', '2014-08-25', ['first'], false],
    ['three days after', '2014-09-01', ['first', 'second'], true],
    ['four days after', '2014-09-02', ['second'], false],
    ['a vacancy', '2023-09-01', [], false],
    ['a vacancy just begun', '2023-06-04', ['second'], false],
    ['three days into a vacancy', '2023-06-06', ['second'], false],
    ['four days into a vacancy', '2023-06-07', [], false],
    ['a vacancy about to end', '2023-12-30', [], false],
    ['before anyone', '2000-01-01', [], false],
  ] as const)('%s', (_name, day, who, handover) => {
    const found = tenuresOn(all, day);
    expect(found.tenures.map((tenure) => tenure.who)).toEqual(who);
    expect(found.handover).toBe(handover);
  });
});
