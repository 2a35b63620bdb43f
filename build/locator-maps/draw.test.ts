import { describe, expect, test } from 'vitest';
import { drawLocatorMap } from './draw.ts';

const PLACES = [
  { name: 'Idlib', latitude: 35.83, longitude: 36.68, names: ['Syria', 'Turkey'], filled: true },
  { name: 'Damascus, with the Golan in view', latitude: 33.51, longitude: 36.29, names: ['Syria', 'Jordan'], filled: false },
  {
    name: 'Sochi, with Crimea and Abkhazia in view',
    latitude: 43.6,
    longitude: 39.73,
    names: ['Russia', 'Turkey'],
    filled: false,
  },
  { name: 'Ankara', latitude: 39.93, longitude: 32.86, names: ['Turkey', 'Black Sea'], filled: true },
  { name: 'Moscow, with Ukraine in view', latitude: 55.75, longitude: 37.62, names: ['Russia'], filled: false },
  { name: 'Astana', latitude: 51.17, longitude: 71.43, names: ['Kazakhstan'], filled: true },
  { name: 'Tehran', latitude: 35.69, longitude: 51.39, names: ['Iran'], filled: true },
  {
    name: 'Geneva, nearer to its border than coarse outlines tell',
    latitude: 46.2,
    longitude: 6.15,
    names: ['France'],
    filled: true,
  },
];

const draw = (place: (typeof PLACES)[number]) =>
  drawLocatorMap(place, { en: place.name, tr: place.name, ar: place.name, ru: place.name });

describe.each(PLACES)('$name', (place) => {
  const map = draw(place);

  test('fits what a card can carry', () => {
    expect(JSON.stringify(map).length).toBeLessThanOrEqual(3 * 1024);
  });

  test('names what a reader recognises', () => {
    expect(map.labels.map(({ text }) => text.en)).toEqual(expect.arrayContaining(place.names));
    expect(map.alternative.en).toContain(place.name);
    for (const { text } of map.labels) expect(map.alternative.ru).toContain(text.ru);
  });

  test('fills its country only where that takes no side', () => {
    expect(map.country !== '').toBe(place.filled);
  });

  test('stays inside its picture', () => {
    const numbers = [...`${map.land}${map.borders}${map.country}`.matchAll(/-?[\d.]+/g)].map(Number);
    expect(numbers.length).toBeGreaterThan(20);
    expect(Math.min(...numbers)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...numbers)).toBeLessThanOrEqual(map.width);
  });
});

describe('contested lines', () => {
  /** Pixels of the picture within which a border point counts as drawn near a place. */
  const NEAR = 3;

  function borderPoints(map: ReturnType<typeof drawLocatorMap>): { x: number; y: number }[] {
    return [...map.borders.matchAll(/(-?[\d.]+),(-?[\d.]+)/g)].map(([, x, y]) => ({ x: Number(x), y: Number(y) }));
  }

  const at = (latitude: number, longitude: number) =>
    drawLocatorMap({ latitude, longitude }, { en: 'x', tr: 'x', ar: 'x', ru: 'x' });

  test.each([
    { line: 'the Golan', latitude: 33.1, longitude: 35.83, drawn: false },
    { line: "Crimea's isthmus", latitude: 46.1, longitude: 33.6, drawn: false },
    { line: 'Russia and Ukraine at Kharkiv', latitude: 50.3, longitude: 36.6, drawn: false },
    { line: 'the middle of Cyprus', latitude: 35.1, longitude: 33.3, drawn: false },
    { line: 'Syria and Turkey at Bab al-Hawa', latitude: 36.24, longitude: 36.7, drawn: true },
    { line: 'Syria and Iraq at al-Bukamal', latitude: 34.4, longitude: 40.99, drawn: true },
  ])('$line is drawn: $drawn', ({ latitude, longitude, drawn }) => {
    const map = at(latitude, longitude);
    const near = borderPoints(map).some(({ x, y }) => Math.hypot(x - map.point.x, y - map.point.y) <= NEAR);
    expect(near).toBe(drawn);
  });
});
