/**
 * A list of which only what is near the view is there: cut into stretches of some lines, each loaded and shown when it comes near; all above
 * and all below is one empty box each. Heights that turn out otherwise above the view are made up for by the browser's own scroll anchoring.
 */
import type { ComponentChildren } from 'preact';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';

/** Lines in a stretch. */
const STRETCH = 20;
/** Height of a line that was never shown, in CSS pixels. */
const LINE_HEIGHT = 96;
/** How far outside of the view a stretch is shown, in CSS pixels. */
const NEAR = 1200;

/** What a list is given. */
export interface WindowedProps<T> {
  readonly total: number;
  /** Another number where everything is to be loaded anew. */
  readonly version: number;
  readonly load: (from: number, count: number) => Promise<readonly T[]>;
  /** Shows a stretch; `before` is the line just above it, where there is one. */
  readonly renderLines: (lines: readonly T[], from: number, before: T | undefined) => ComponentChildren;
  /** A line to be brought into view, where its stretch is not there; another object asks again. */
  readonly needed: { readonly at: number } | null;
}

/** Stretches that are shown, `until` exclusive. */
interface Shown {
  readonly from: number;
  readonly until: number;
}

/** See the head of this file. */
export function Windowed<T>({ total, version, load, renderLines, needed }: WindowedProps<T>) {
  const box = useRef<HTMLDivElement>(null);
  const [shown, setShown] = useState<Shown>({ from: 0, until: 1 });
  const heights = useRef(new Map<number, number>());
  const count = Math.ceil(total / STRETCH);
  const linesIn = (at: number): number => Math.min(STRETCH, total - at * STRETCH);
  const heightOf = (at: number): number => heights.current.get(at) ?? linesIn(at) * LINE_HEIGHT;
  const heightBetween = (from: number, until: number): number => {
    let height = 0;
    for (let at = from; at < until; at++) height += heightOf(at);
    return height;
  };
  const look = (): void => {
    const top = -(box.current?.getBoundingClientRect().top ?? 0);
    const found = stretchesBetween(top - NEAR, top + innerHeight + NEAR, count, heightOf);
    setShown((before) => (before.from === found.from && before.until === found.until ? before : found));
  };
  const lookRef = useRef(look);
  lookRef.current = look;
  useEffect(() => {
    const lookNow = (): void => lookRef.current();
    const sizes = new ResizeObserver(lookNow);
    if (box.current !== null) sizes.observe(box.current);
    addEventListener('scroll', lookNow, { passive: true });
    addEventListener('resize', lookNow);
    return () => {
      sizes.disconnect();
      removeEventListener('scroll', lookNow);
      removeEventListener('resize', lookNow);
    };
  }, []);
  useEffect(look, [count]);
  useEffect(() => {
    const at = needed === null ? undefined : Math.floor(needed.at / STRETCH);
    if (at === undefined || (at >= shown.from && at < shown.until)) return;
    box.current?.scrollIntoView({ block: 'start' });
    scrollBy({ top: heightBetween(0, at) - innerHeight / 3 });
  }, [needed]);

  const from = Math.min(shown.from, Math.max(0, count - 1));
  const until = Math.min(shown.until, count);
  return (
    <div ref={box}>
      <div key="above" style={{ height: `${heightBetween(0, from)}px` }} />
      {Array.from({ length: Math.max(0, until - from) }, (_, step) => from + step).map((at) => (
        <Stretch
          key={at}
          from={at * STRETCH}
          count={linesIn(at)}
          version={version}
          height={heightOf(at)}
          onHeight={(height) => heights.current.set(at, height)}
          load={load}
          renderLines={renderLines}
        />
      ))}
      <div key="below" style={{ height: `${heightBetween(until, count)}px` }} />
    </div>
  );
}

/** The stretches between two places of the list, in CSS pixels from its top; one at least. */
function stretchesBetween(top: number, bottom: number, count: number, heightOf: (at: number) => number): Shown {
  let from = 0;
  let height = 0;
  for (; from < count - 1 && height + heightOf(from) < top; from++) height += heightOf(from);
  let until = from;
  for (; until < count && height < bottom; until++) height += heightOf(until);
  return { from, until: Math.max(until, from + 1) };
}

function Stretch<T>({
  from,
  count,
  version,
  height,
  onHeight,
  load,
  renderLines,
}: Pick<WindowedProps<T>, 'version' | 'load' | 'renderLines'> & {
  from: number;
  count: number;
  /** Until its lines are loaded. */
  height: number;
  onHeight: (height: number) => void;
}) {
  const box = useRef<HTMLDivElement>(null);
  const [lines, setLines] = useState<readonly T[] | null>(null);
  const before = Math.min(from, 1);
  useEffect(() => {
    let isOver = false;
    // One line more, to see whether a group goes on. A stretch that cannot be loaded stays as it is, and is tried again with the next news.
    load(from - before, count + before).then(
      (loaded) => !isOver && setLines(loaded),
      () => undefined,
    );
    return () => {
      isOver = true;
    };
  }, [version, from, count, load]);
  useLayoutEffect(() => {
    if (lines !== null && box.current !== null) onHeight(box.current.offsetHeight);
  });
  return (
    <div ref={box} style={lines === null ? { height: `${height}px` } : {}}>
      {lines !== null && renderLines(lines.slice(before), from, before === 0 ? undefined : lines[0])}
    </div>
  );
}
