/**
 * A list of which only what is near the view is there: cut into stretches of some lines, each loaded and shown when it comes near; all above
 * and all below is one empty box each. Heights that turn out otherwise above the view are made up for by the browser's own scroll anchoring.
 */
import type { ComponentChildren } from 'preact';
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { OneAFrame } from './one-a-frame.ts';
import { ROWS_SHOWN } from './rows-shown.ts';
import { type Stretches, StretchHeights, STRETCH } from './stretch-heights.ts';

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

/** See the head of this file. */
export function Windowed<T>({ total, version, load, renderLines, needed }: WindowedProps<T>) {
  const box = useRef<HTMLDivElement>(null);
  const [shown, setShown] = useState<Stretches>({ from: 0, until: 1 });
  const [known] = useState(() => new Map<number, number>());
  const heights = useMemo(() => new StretchHeights(total, known), [total, known]);
  const [sizes] = useState(() => new Sizes(known));
  const [frames] = useState(() => new OneAFrame());
  useEffect(() => {
    const list = box.current;
    if (list === null) return undefined;
    const look = (): void => {
      const { top } = list.getBoundingClientRect();
      const near = heights.within(-top - NEAR, -top + innerHeight + NEAR);
      setShown((before) => (before.from === near.from && before.until === near.until ? before : near));
    };
    const end = sizes.hear(list, look);
    addEventListener('scroll', look, { passive: true });
    addEventListener('resize', look);
    return () => {
      end();
      removeEventListener('scroll', look);
      removeEventListener('resize', look);
    };
  }, [heights, sizes]);
  const answeredRef = useRef(needed);
  useEffect(() => {
    if (needed === null || answeredRef.current === needed) return;
    answeredRef.current = needed;
    const stretch = Math.floor(needed.at / STRETCH);
    if (stretch >= shown.from && stretch < shown.until) return;
    box.current?.scrollIntoView({ block: 'start' });
    scrollBy({ top: heights.between(0, stretch) - innerHeight / 3 });
  }, [needed, heights, shown]);

  const from = Math.min(shown.from, Math.max(0, heights.count - 1));
  const until = Math.min(shown.until, heights.count);
  return (
    <div ref={box}>
      <div key="above" style={{ height: `${heights.between(0, from)}px` }} />
      {Array.from({ length: Math.max(0, until - from) }, (_, step) => from + step).map((at) => (
        <Stretch
          key={at}
          at={at}
          count={heights.linesIn(at)}
          version={version}
          height={heights.of(at)}
          sizes={sizes}
          frames={frames}
          load={load}
          renderLines={renderLines}
        />
      ))}
      <div key="below" style={{ height: `${heights.between(until, heights.count)}px` }} />
    </div>
  );
}

function Stretch<T>({
  at,
  count,
  version,
  height,
  sizes,
  frames,
  load,
  renderLines,
}: Pick<WindowedProps<T>, 'version' | 'load' | 'renderLines'> & {
  at: number;
  count: number;
  /** Until its lines are loaded. */
  height: number;
  sizes: Sizes;
  frames: OneAFrame;
}) {
  const box = useRef<HTMLDivElement>(null);
  const [lines, setLines] = useState<readonly T[] | null>(null);
  const from = at * STRETCH;
  const before = Math.min(from, 1);
  // Before the frame, not after it: the reader waits for what it asks for.
  useLayoutEffect(() => {
    let isOver = false;
    let leave: (() => void) | undefined;
    // One line more, to see whether a group goes on. A stretch that cannot be loaded stays as it is, and is tried again with the next news.
    load(from - before, count + before).then(
      (loaded) => {
        if (!isOver) leave = frames.show(() => setLines(loaded));
      },
      () => undefined,
    );
    return () => {
      isOver = true;
      leave?.();
    };
  }, [version, from, before, count, load, frames]);
  useLayoutEffect(() => {
    if (lines !== null) performance.mark(ROWS_SHOWN);
  }, [lines]);
  const isLoaded = lines !== null;
  useEffect(() => (isLoaded && box.current !== null ? sizes.measure(box.current, at) : undefined), [isLoaded, sizes, at]);
  const rendered = useMemo(
    () => lines !== null && renderLines(lines.slice(before), from, before === 0 ? undefined : lines[0]),
    [lines, from, before, renderLines],
  );
  return (
    <div ref={box} class="stretch" style={isLoaded ? {} : { height: `${height}px` }}>
      {rendered}
    </div>
  );
}

/** Heights as the browser has them once it laid the page out: asked for earlier they would make it do so for every stretch. */
class Sizes {
  readonly #known: Map<number, number>;
  readonly #stretches = new Map<Element, number>();
  readonly #observer: ResizeObserver;
  #onNews: () => void = () => undefined;

  constructor(known: Map<number, number>) {
    this.#known = known;
    this.#observer = new ResizeObserver((entries) => {
      for (const { target, borderBoxSize } of entries) {
        const stretch = this.#stretches.get(target);
        if (stretch !== undefined) this.#known.set(stretch, borderBoxSize[0]?.blockSize ?? 0);
      }
      this.#onNews();
    });
  }

  /** Calls back when the list has another height, and with its first one. @returns what ends that */
  hear(list: Element, onNews: () => void): () => void {
    this.#onNews = onNews;
    this.#observer.observe(list);
    return () => this.#observer.unobserve(list);
  }

  /** Keeps the height of a stretch. @returns what ends that */
  measure(box: Element, stretch: number): () => void {
    this.#stretches.set(box, stretch);
    this.#observer.observe(box);
    return () => {
      this.#observer.unobserve(box);
      this.#stretches.delete(box);
    };
  }
}
