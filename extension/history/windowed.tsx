/**
 * A list of which only what is near the view is there: cut into stretches of some lines, each loaded and shown when it comes near, and
 * replaced by an empty box of its height when it is far. Heights that change above the view are made up for by the browser's own scroll
 * anchoring.
 */
import type { ComponentChildren } from 'preact';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';

/** Lines in a stretch. */
export const STRETCH = 40;
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
  /** The line whose stretch must be there, wherever the view is. */
  readonly needed: number | null;
}

/** See the head of this file. */
export function Windowed<T>({ total, version, load, renderLines, needed }: WindowedProps<T>) {
  const box = useRef<HTMLDivElement>(null);
  const [near, setNear] = useState<ReadonlySet<number>>(new Set([0]));
  const count = Math.ceil(total / STRETCH);
  useEffect(() => {
    const stretches = [...(box.current?.children ?? [])];
    const observer = new IntersectionObserver(
      (entries) =>
        setNear((before) => {
          const now = new Set(before);
          for (const { target, isIntersecting } of entries) {
            const at = stretches.indexOf(target);
            if (isIntersecting) now.add(at);
            else now.delete(at);
          }
          return now;
        }),
      { rootMargin: `${NEAR}px 0px` },
    );
    for (const stretch of stretches) observer.observe(stretch);
    return () => observer.disconnect();
  }, [count]);
  const neededStretch = needed === null ? -1 : Math.floor(needed / STRETCH);
  return (
    <div ref={box}>
      {Array.from({ length: count }, (_, at) => (
        <Stretch
          key={at}
          from={at * STRETCH}
          count={Math.min(STRETCH, total - at * STRETCH)}
          version={version}
          isNear={near.has(at) || at === neededStretch}
          load={load}
          renderLines={renderLines}
        />
      ))}
    </div>
  );
}

function Stretch<T>({
  from,
  count,
  version,
  isNear,
  load,
  renderLines,
}: Pick<WindowedProps<T>, 'version' | 'load' | 'renderLines'> & { from: number; count: number; isNear: boolean }) {
  const box = useRef<HTMLDivElement>(null);
  const [height, setHeight] = useState(count * LINE_HEIGHT);
  const [lines, setLines] = useState<readonly T[] | null>(null);
  useEffect(() => {
    if (!isNear) {
      setLines(null);
      return undefined;
    }
    let isOver = false;
    const before = Math.min(from, 1);
    // One line more, to see whether a group goes on. A stretch that cannot be loaded stays empty, and is tried again with the next news.
    load(from - before, count + before).then(
      (loaded) => !isOver && setLines(loaded),
      () => undefined,
    );
    return () => {
      isOver = true;
    };
  }, [isNear, version, from, count, load]);
  useLayoutEffect(() => {
    if (lines !== null && box.current !== null) setHeight(box.current.offsetHeight);
  }, [lines]);
  const before = Math.min(from, 1);
  return (
    <div ref={box} style={lines === null ? { height: `${height}px` } : {}}>
      {lines !== null && renderLines(lines.slice(before), from, before === 0 ? undefined : lines[0])}
    </div>
  );
}
