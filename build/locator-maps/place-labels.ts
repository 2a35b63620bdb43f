/** Chooses which names stand on a locator map, and where: its own country, then seas, then neighbours; none over another or over the point. */
import { type GeoProjection, geoContains, geoPath } from 'd3-geo';
import type { Feature, FeatureCollection, Geometry } from 'geojson';
import { COUNTRY_LABELS, type Label, SEA_LABELS } from './map-names.ts';

/** A name and the middle of its baseline, in pixels of the map. */
export interface PlacedLabel {
  readonly x: number;
  readonly y: number;
  readonly text: Label;
}

/** What labels are placed on. */
export interface Canvas {
  readonly projection: GeoProjection;
  readonly land: Feature<Geometry>;
  readonly countries: FeatureCollection<Geometry, { readonly name: string }>;
  /** The country the point lies in. */
  readonly home: Feature<Geometry> | undefined;
  readonly point: { readonly x: number; readonly y: number };
  readonly width: number;
  readonly height: number;
}

interface Candidate extends PlacedLabel {
  /** The country named; its name may move up and down on its land. Absent for a sea, which is named on open water or not at all. */
  readonly country?: Feature<Geometry>;
}

interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** More names than this make a small map a list. */
const MOST_LABELS = 4;
/** Rough advance of one letter and height of a line at the card's 9 px: wide enough for every script we write. */
const LETTER = 5.2;
const LINE = 10;
/** Half the side of the square kept free round the point. */
const POINT_CLEARANCE = 10;
/** Part of the picture a neighbour must fill to be worth naming. */
const WORTH_NAMING = 0.05;
/** Shifts tried, in lines, where a name does not fit at its first place. */
const SHIFTS = [0, 1.4, -1.4, 2.6, -2.6];

/** The labels of one map, most useful first. */
export function placeLabels(canvas: Canvas): PlacedLabel[] {
  const taken: Box[] = [around(canvas.point.x, canvas.point.y, POINT_CLEARANCE, POINT_CLEARANCE)];
  const placed: PlacedLabel[] = [];
  for (const { x, y, text, country } of candidates(canvas)) {
    if (placed.length === MOST_LABELS) break;
    if (placed.some((label) => label.text.en === text.en)) continue;
    const halfWidth = (Math.max(text.en.length, text.tr.length, text.ar.length, text.ru.length) * LETTER) / 2;
    const at = (country ? SHIFTS : [0])
      .map((lines) => ({ y: y + lines * LINE, box: around(x, y + lines * LINE - LINE / 3, halfWidth, LINE / 2) }))
      .find(
        ({ box }) =>
          inside(box, canvas) &&
          !taken.some((other) => overlap(box, other)) &&
          (country ? standsOn(country, box, canvas) : !touchesLand(box, canvas)),
      );
    if (at === undefined) continue;
    taken.push(at.box);
    placed.push({ x: Math.round(x), y: Math.round(at.y), text });
  }
  return placed;
}

function* candidates({ projection, countries, home, width, height }: Canvas): Generator<Candidate> {
  const path = geoPath(projection);
  const named = countries.features
    .map((country) => ({ country, text: COUNTRY_LABELS[String(country.id)], share: path.area(country) / (width * height) }))
    .filter(({ share }) => share >= WORTH_NAMING)
    .sort((a, b) => Number(b.country === home) - Number(a.country === home) || b.share - a.share);
  const ofCountry = ({ country, text }: (typeof named)[number]): Candidate[] => {
    const [x, y] = path.centroid(country);
    return text === undefined ? [] : [{ x, y, text, country }];
  };
  yield* named.filter(({ country }) => country === home).flatMap(ofCountry);
  for (const sea of SEA_LABELS) {
    const at = projection([sea.longitude, sea.latitude]);
    if (at !== null) yield { x: at[0], y: at[1], text: sea.text };
  }
  yield* named.filter(({ country }) => country !== home).flatMap(ofCountry);
}

function around(x: number, y: number, halfWidth: number, halfHeight: number): Box {
  return { left: x - halfWidth, right: x + halfWidth, top: y - halfHeight, bottom: y + halfHeight };
}

function inside(box: Box, { width, height }: Canvas): boolean {
  return box.left >= 2 && box.right <= width - 2 && box.top >= 2 && box.bottom <= height - 2;
}

function standsOn(country: Feature<Geometry>, box: Box, { projection }: Canvas): boolean {
  const at = projection.invert?.([(box.left + box.right) / 2, (box.top + box.bottom) / 2]);
  return at !== null && at !== undefined && geoContains(country, at);
}

function touchesLand(box: Box, { projection, land }: Canvas): boolean {
  return [box.left, box.right].some((x) => {
    const at = projection.invert?.([x, (box.top + box.bottom) / 2]);
    return at === null || at === undefined || geoContains(land, at);
  });
}

function overlap(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}
