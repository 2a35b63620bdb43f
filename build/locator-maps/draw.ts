/**
 * Draws a place's locator map when the pack is built: public-domain outlines (Natural Earth through `world-atlas`) in a box around the place,
 * as rounded SVG path data. `contested-borders.ts` says which lines are left out, and how.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { type GeoProjection, geoBounds, geoContains, geoMercator, geoPath } from 'd3-geo';
import type { Feature, FeatureCollection, Geometry, MultiLineString, MultiPolygon, Position } from 'geojson';
import { feature, mesh } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import type { ShippedMap } from '../../src/facts/shipped-map.ts';
import { CONTESTED_AREAS, CONTESTED_BORDERS } from './contested-borders.ts';
import type { Label } from './map-names.ts';
import { placeLabels } from './place-labels.ts';

/** Size of every map in CSS pixels at 100 % zoom; path data has one decimal of them. */
const WIDTH = 132;
const HEIGHT = 100;
/** Widths to try, in degrees of longitude: the smallest that shows a coast and a neighbour, since those are what a reader recognises. */
const SPANS = [7, 10, 14, 20, 28] as const;
/** Far inland. */
const WIDEST_SPAN = 38;
/** Share of the picture that is water, from which and up to which a coast has a shape. */
const LEAST_WATER = 0.08;
const MOST_WATER = 0.4;
/** Share of the land that is one country, up to which its neighbours count as shown. */
const MOST_HOME = 0.8;
/** Up to this width the finer outlines are worth their bytes. */
const WIDEST_FINE_SPAN = 10;
/** Points nearer to the last drawn one than this, in pixels, cannot be seen. */
const SMALLEST_STEP = 1.2;

/** A point on Earth, WGS 84 degrees. */
export interface Location {
  readonly latitude: number;
  readonly longitude: number;
}

type Country = Feature<MultiPolygon, { readonly name: string }>;
type Countries = FeatureCollection<MultiPolygon, { readonly name: string }>;

interface World {
  readonly land: Feature<MultiPolygon>;
  readonly countries: Countries;
  readonly borders: MultiLineString;
}

type Atlas = Topology<{ countries: GeometryCollection<{ name: string }>; land: GeometryCollection }>;

const worlds = new Map<string, World>();

/**
 * The map of one place.
 * @param location where the point stands
 * @param name the place's name in each interface language, for the text alternative
 */
export function drawLocatorMap(location: Location, name: Label): ShippedMap {
  const code = codeOfCountryAt(location);
  const span = SPANS.find((degrees) => isRecognisable(location, code, degrees)) ?? WIDEST_SPAN;
  const projection = frame(location, span);
  const { land, countries, borders } = worldAround(location, span);
  const home = withCode(code, countries);
  const [x, y] = projection([location.longitude, location.latitude]) ?? [WIDTH / 2, HEIGHT / 2];
  const point = { x: round(x), y: round(y) };
  const labels = placeLabels({ projection, land, countries, home, point, width: WIDTH, height: HEIGHT });
  return {
    width: WIDTH,
    height: HEIGHT,
    land: outline(projection, land),
    borders: outline(projection, borders),
    country: home === undefined || showsContestedArea(projection, codeOf(home)) ? '' : outline(projection, home),
    point,
    labels,
    alternative: alternativeText(
      name,
      labels.map(({ text }) => text),
    ),
  };
}

function world(span: number): World {
  const file = span <= WIDEST_FINE_SPAN ? 'countries-50m.json' : 'countries-110m.json';
  const known = worlds.get(file);
  if (known !== undefined) return known;
  // A file of a pinned package, whose shape its documentation gives: nothing else can be at this path.
  const atlas = JSON.parse(readFileSync(createRequire(import.meta.url).resolve(`world-atlas/${file}`), 'utf8')) as Atlas;
  const { countries, land } = atlas.objects;
  const made: World = {
    land: { type: 'Feature', properties: {}, geometry: allPolygons(feature(atlas, land).features) },
    countries: {
      type: 'FeatureCollection',
      features: feature(atlas, countries).features.map((one) => ({ ...one, geometry: allPolygons([one]) })),
    },
    borders: mesh(atlas, countries, (a, b) => a !== b && !isContested(codeOf(a), codeOf(b))),
  };
  worlds.set(file, made);
  return made;
}

function allPolygons(features: readonly Feature<Geometry>[]): MultiPolygon {
  const coordinates = features.flatMap(({ geometry }) => {
    if (geometry.type === 'Polygon') return [geometry.coordinates];
    return geometry.type === 'MultiPolygon' ? geometry.coordinates : [];
  });
  return { type: 'MultiPolygon', coordinates };
}

/** What of the world can be seen in a map: to project all of it for each place takes most of a build. */
function worldAround(location: Location, span: number): World {
  const { land, countries, borders } = world(span);
  const seen = <P>(one: Feature<MultiPolygon, P>): Feature<MultiPolygon, P> => ({
    ...one,
    geometry: {
      type: 'MultiPolygon',
      coordinates: one.geometry.coordinates.filter((polygon) => isNear(polygon, location, span)),
    },
  });
  return {
    land: seen(land),
    countries: {
      type: 'FeatureCollection',
      features: countries.features.map(seen).filter(({ geometry }) => geometry.coordinates.length > 0),
    },
    borders,
  };
}

const bounds = new Map<Position[][], [[number, number], [number, number]]>();

/** Whether a polygon may reach into a map of so many degrees of longitude; Mercator's maps are lower than wide. */
function isNear(polygon: Position[][], { latitude, longitude }: Location, span: number): boolean {
  const known = bounds.get(polygon) ?? geoBounds({ type: 'Polygon', coordinates: polygon });
  bounds.set(polygon, known);
  const [[west, south], [east, north]] = known;
  if (north < latitude - span || south > latitude + span) return false;
  // Over the date line.
  return west > east || (east >= longitude - span && west <= longitude + span);
}

/** ISO numeric code, or the name of what has none. */
function codeOf(country: { id?: string | number | undefined; properties?: unknown }): string {
  if (country.id !== undefined) return String(country.id);
  const { name } = country.properties as { name: string };
  return name;
}

function isContested(a: string, b: string): boolean {
  return CONTESTED_BORDERS.some(([one, other]) => (one === a && other === b) || (one === b && other === a));
}

function frame({ latitude, longitude }: Location, span: number): GeoProjection {
  return geoMercator()
    .center([longitude, latitude])
    .scale(WIDTH / ((span * Math.PI) / 180))
    .translate([WIDTH / 2, HEIGHT / 2])
    .clipExtent([
      [0, 0],
      [WIDTH, HEIGHT],
    ]);
}

function isRecognisable(location: Location, code: string | undefined, span: number): boolean {
  const path = geoPath(frame(location, span));
  const { land, countries } = worldAround(location, span);
  const home = withCode(code, countries);
  const landArea = path.area(land);
  const homeArea = home === undefined ? 0 : path.area(home);
  const water = 1 - landArea / (WIDTH * HEIGHT);
  return water >= LEAST_WATER && water <= MOST_WATER && homeArea / landArea <= MOST_HOME;
}

/** The country a place lies in. Found in the fine outlines: in the coarse ones a town near a border may be on its other side. */
function codeOfCountryAt(location: Location): string | undefined {
  const { features } = worldAround(location, 0).countries;
  const home = features.find((country) => geoContains(country, [location.longitude, location.latitude]));
  return home && codeOf(home);
}

function withCode(code: string | undefined, { features }: Countries): Country | undefined {
  return features.find((country) => codeOf(country) === code);
}

function showsContestedArea(projection: GeoProjection, country: string): boolean {
  return CONTESTED_AREAS.some((area) => {
    if (!area.countries.includes(country)) return false;
    const [left, top] = projection([area.west, area.north]) ?? [0, 0];
    const [right, bottom] = projection([area.east, area.south]) ?? [WIDTH, HEIGHT];
    return right > 0 && left < WIDTH && bottom > 0 && top < HEIGHT;
  });
}

/** SVG path data with one decimal, without the steps nobody could see. */
function outline(projection: GeoProjection, shape: Feature<Geometry> | Geometry): string {
  const drawn = geoPath(projection).digits(1)(shape) ?? '';
  return drawn
    .split(/(?=M)/)
    .map(withoutTinySteps)
    .filter((part) => part !== '')
    .join('');
}

/** One `M…L…[Z]` part with points left out that lie nearer than {@link SMALLEST_STEP} to the one before; empty when nothing visible is left. */
function withoutTinySteps(part: string): string {
  const closed = part.endsWith('Z');
  const points = part
    .slice(1, closed ? -1 : undefined)
    .split('L')
    .map((pair) => pair.split(',').map(Number));
  const kept: number[][] = [];
  for (const [index, point] of points.entries()) {
    const last = kept[kept.length - 1];
    const [x = 0, y = 0] = point;
    const isEnd = !closed && index === points.length - 1;
    if (last === undefined || isEnd || Math.hypot(x - (last[0] ?? 0), y - (last[1] ?? 0)) >= SMALLEST_STEP) kept.push(point);
  }
  if (kept.length < (closed ? 3 : 2)) return '';
  return `M${kept.map((pair) => pair.join(',')).join('L')}${closed ? 'Z' : ''}`;
}

function alternativeText(name: Label, shown: readonly Label[]): Label {
  const list = (language: keyof Label, separator: string) => [...new Set(shown.map((text) => text[language]))].join(separator);
  if (shown.length === 0) {
    return {
      en: `Map with ${name.en} marked`,
      tr: `${name.tr} işaretli harita`,
      ar: `خريطة عليها موقع ${name.ar}`,
      ru: `Карта с отметкой: ${name.ru}`,
    };
  }
  return {
    en: `Map with ${name.en} marked; also shown: ${list('en', ', ')}`,
    tr: `${name.tr} işaretli harita; ayrıca görünenler: ${list('tr', ', ')}`,
    ar: `خريطة عليها موقع ${name.ar}، ويظهر فيها أيضًا: ${list('ar', '، ')}`,
    ru: `Карта с отметкой: ${name.ru}; также видны: ${list('ru', ', ')}`,
  };
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
