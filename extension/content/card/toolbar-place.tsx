/** Where the toolbar of a passage stands: measured out of sight first, then put at its place, and kept there while the text scrolls. */
import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { placeToolbar } from '../../../src/card/toolbar-placement.ts';
import type { ToolbarPort } from '../ports/toolbar-port.ts';
import { isInView, wholeView } from './scene.ts';

const OUT_OF_SIGHT = { visibility: 'hidden', translate: 'none' };

/** See the head of this file. It is placed anew whenever `round` is another number. */
export function ToolbarPlace({
  atHand,
  round,
  children,
}: {
  atHand: NonNullable<ToolbarPort['atHand']>;
  round: number;
  children: ComponentChildren;
}) {
  const box = useRef<HTMLDivElement>(null);
  /** A passage whose end was out of view from the start has its toolbar at the edge; one that is scrolled away takes it along. */
  const [hasStood, setHasStood] = useState(false);
  const [style, setStyle] = useState(OUT_OF_SIGHT);
  useLayoutEffect(() => {
    const line = atHand.line();
    if (box.current === null || line === undefined) return;
    const inView = isInView([line]);
    if (inView) setHasStood(true);
    const { offsetWidth: width, offsetHeight: height } = box.current;
    const x = Math.max(line.left, Math.min(atHand.x, line.right));
    const { left, top } = placeToolbar({ ...atHand, line, x, width, height, view: wholeView() });
    const next = { visibility: inView || !hasStood ? 'visible' : 'hidden', translate: `${left}px ${top}px` };
    // The same object again renders nothing again.
    setStyle((now) => (now.visibility === next.visibility && now.translate === next.translate ? now : next));
  }, [atHand, round, hasStood]);
  return (
    <div ref={box} class="toolbar-place" style={style}>
      {children}
    </div>
  );
}
