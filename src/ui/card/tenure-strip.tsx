/** Who held an office (or which offices a person held) as a strip of years with the article's day on it, and the same as a list of words. */
import type { Briefing } from '../../facts/briefing.ts';
import { Name, Period } from '../pack-text.tsx';
import { SourceNumbers, type Sourcing } from './sources.tsx';
import { layOutStrip } from './strip-layout.ts';
import type { Words } from '../words.ts';

type Strip = NonNullable<Briefing['strip']>;
type Span = Strip['spans'][number];

/** Units of the drawing; it is stretched to the card's width, so lines keep their own (`non-scaling-stroke`). */
const WIDTH = 352;
const BAR = 12;
const ROW = 15;
const TOP = 5;

/** The strip as known on the article's day. */
export function TenureStrip({
  briefing,
  day,
  sourcing,
  words,
}: {
  briefing: Briefing;
  day: string;
  sourcing: Sourcing;
  words: Words;
}) {
  const { strip } = briefing;
  if (strip === undefined || strip.spans.length === 0) return null;
  return (
    <section class="strip">
      <h3>
        <StripTitle briefing={briefing} title={strip.title} words={words} />
      </h3>
      <StripDrawing spans={strip.spans} day={day} words={words} />
      <SpanList spans={lastFew(strip.spans)} sourcing={sourcing} words={words} />
    </section>
  );
}

/** What the strip is of: an office's card does not name the office twice. */
export function StripTitle({ briefing: { kind }, title, words }: { briefing: Briefing; title: Strip['title']; words: Words }) {
  if (kind === 'person') return <>{words.say('cardOffices')}</>;
  return kind === 'office' ? <>{words.say('cardHolders')}</> : <Name text={title} />;
}

/** Spans in words, oldest first: holder or office, since when or from when to when. */
export function SpanList({ spans, sourcing, words }: { spans: readonly Span[]; sourcing: Sourcing; words: Words }) {
  return (
    <ul class="spans">
      {spans.map((span) => (
        <li key={`${span.id} ${span.from}`} class={span.onTheDay ? 'on-the-day' : undefined}>
          <span class="holder">
            <Name text={span.label} />
            {span.acting && <span class="acting"> ({words.say('cardActing')})</span>}
          </span>{' '}
          <span class="period">
            <Period from={span.from} until={span.until} words={words} />
            <SourceNumbers numbers={span.sources} sourcing={sourcing} words={words} />
          </span>
        </li>
      ))}
    </ul>
  );
}

function StripDrawing({ spans, day, words }: { spans: readonly Span[]; day: string; words: Words }) {
  const { bars, day: position, rows, fromYear, untilYear } = layOutStrip(spans, day);
  const height = TOP + rows * ROW;
  const flip = words.dir === 'rtl';
  const x = (part: number) => (flip ? 1 - part : part) * WIDTH;
  return (
    // The list below says all of it in words, so the drawing is hidden from screen readers.
    <div class="strip-drawing" aria-hidden="true">
      <svg viewBox={`0 0 ${WIDTH} ${height}`} preserveAspectRatio="none" height={height} focusable="false">
        {bars.map(({ span, start, end, row }) => (
          <rect
            key={`${span.id} ${span.from}`}
            class={span.onTheDay ? 'bar on-the-day' : 'bar'}
            x={Math.min(x(start), x(end)) + 0.5}
            y={TOP + row * ROW}
            width={Math.max(1, Math.abs(x(end) - x(start)) - 1)}
            height={BAR}
          />
        ))}
        {position !== null && (
          <line class="day" x1={x(position)} x2={x(position)} y1={0} y2={height} vector-effect="non-scaling-stroke" />
        )}
      </svg>
      <p class="years">
        <span>{fromYear}</span>
        <span>{untilYear}</span>
      </p>
    </div>
  );
}

/** The holder of the day and those just before: who else held it long ago is in the drawing. */
function lastFew(spans: readonly Span[]): readonly Span[] {
  const firstOnTheDay = spans.findIndex((span) => span.onTheDay);
  return firstOnTheDay === -1 ? spans.slice(-2) : spans.slice(Math.max(0, firstOnTheDay - 1));
}
