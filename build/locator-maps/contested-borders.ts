/**
 * Which lines and areas a locator map does not take sides on. The outlines (Natural Earth) draw who controls what; a reader could take that
 * for who owns it. So two things are left out, for the picture as a whole rather than by moving any line:
 * 1. a border between two of the countries below is not drawn, nowhere along its length;
 * 2. a country is not filled in its lighter colour where a contested area of its own lies in the picture, because the edge of a fill is a line too.
 * Countries are ISO 3166-1 numeric codes, or Natural Earth's name where there is none.
 */

/** Pairs of neighbours whose common line, or part of it, is disputed between them or before the United Nations. */
export const CONTESTED_BORDERS: readonly (readonly [a: string, b: string])[] = [
  ['376', '760'], // Israel, Syria: the Golan
  ['376', '422'], // Israel, Lebanon: a line of withdrawal, the Shebaa farms
  ['422', '760'], // Lebanon, Syria: undemarcated at the Shebaa farms
  ['376', '275'], // Israel, Palestine
  ['275', '400'], // Palestine, Jordan
  ['643', '804'], // Russia, Ukraine: Crimea and the annexed regions
  ['268', '643'], // Georgia, Russia: Abkhazia and South Ossetia
  ['031', '051'], // Azerbaijan, Armenia: not delimited
  ['196', 'N. Cyprus'],
  ['688', 'Kosovo'],
  ['706', 'Somaliland'],
  ['504', '732'], // Morocco, Western Sahara
  ['478', '732'], // Mauritania, Western Sahara
  ['012', '732'], // Algeria, Western Sahara
  ['356', '586'], // India, Pakistan: Kashmir
  ['356', '156'], // India, China
  ['586', '156'], // Pakistan, China
  ['Siachen Glacier', '356'],
  ['Siachen Glacier', '586'],
  ['Siachen Glacier', '156'],
  ['064', '156'], // Bhutan, China
  ['729', '728'], // Sudan, South Sudan: Abyei
  ['729', '818'], // Sudan, Egypt: Hala'ib
  ['408', '410'], // the two Koreas: an armistice line
];

/** An area whose belonging is disputed: WGS 84 degrees, and the countries whose fill would claim it or leave it out. */
export interface ContestedArea {
  readonly name: string;
  readonly west: number;
  readonly south: number;
  readonly east: number;
  readonly north: number;
  readonly countries: readonly string[];
}

/** Generous boxes: a little too wide costs a shade of colour, a little too narrow takes a side. */
export const CONTESTED_AREAS: readonly ContestedArea[] = [
  { name: 'Golan and Shebaa farms', west: 35.55, south: 32.6, east: 36.0, north: 33.45, countries: ['376', '422', '760'] },
  { name: 'Israel and Palestine', west: 34.1, south: 29.4, east: 35.7, north: 33.4, countries: ['376', '275'] },
  {
    name: 'Crimea and the annexed regions of Ukraine',
    west: 31.0,
    south: 44.2,
    east: 40.3,
    north: 50.2,
    countries: ['643', '804'],
  },
  { name: 'Abkhazia and South Ossetia', west: 39.9, south: 41.8, east: 45.1, north: 43.7, countries: ['268', '643'] },
  { name: 'Karabakh and the Armenian border', west: 44.4, south: 38.8, east: 47.8, north: 41.4, countries: ['031', '051'] },
  { name: 'Northern Cyprus', west: 32.2, south: 34.5, east: 34.7, north: 35.8, countries: ['196', 'N. Cyprus'] },
  { name: 'Kosovo', west: 20.0, south: 41.8, east: 21.9, north: 43.3, countries: ['688', 'Kosovo'] },
  { name: 'Western Sahara', west: -17.2, south: 20.7, east: -8.6, north: 27.7, countries: ['504', '732'] },
  {
    name: 'Kashmir and the Himalayan borders',
    west: 72.5,
    south: 26.5,
    east: 97.5,
    north: 37.1,
    countries: ['356', '586', '156'],
  },
  { name: 'Somaliland', west: 42.6, south: 7.9, east: 49.2, north: 11.6, countries: ['706', 'Somaliland'] },
  { name: 'Abyei', west: 27.5, south: 9.0, east: 29.5, north: 10.8, countries: ['729', '728'] },
  { name: 'Halaib', west: 33.1, south: 21.9, east: 37.0, north: 23.2, countries: ['729', '818'] },
  { name: 'Taiwan', west: 119.9, south: 21.8, east: 122.1, north: 25.4, countries: ['156', '158'] },
];
