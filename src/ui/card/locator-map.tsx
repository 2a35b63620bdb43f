/** Where a place lies: plain outlines with the place as a point, and the same in words for who cannot see it. */
import type { LocatorMap } from '../../facts/briefing.ts';
import { directionOf } from '../words.ts';

/** The map at its own size. */
export function LocatorMapDrawing({ map }: { map: LocatorMap }) {
  const { width, height, land, country, borders, point, labels, alternative } = map;
  return (
    <svg
      class="map"
      viewBox={`0 0 ${width} ${height}`}
      width={width}
      height={height}
      role="img"
      aria-label={alternative.text}
      lang={alternative.lang}
    >
      <path class="land" d={land} />
      {country !== '' && <path class="country" d={country} />}
      <path class="borders" d={borders} />
      {labels.map(({ x, y, text }) => (
        <text key={text.text} x={x} y={y} lang={text.lang} direction={directionOf(text.lang)}>
          {text.text}
        </text>
      ))}
      <circle class="halo" cx={point.x} cy={point.y} r="8" />
      <circle class="point" cx={point.x} cy={point.y} r="3.2" />
    </svg>
  );
}
