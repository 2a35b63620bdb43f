/** Turns what the reader's pointer does into port events. Hears everything, prevents nothing. */
import { isControl, isOurs } from './own-event.ts';
import type { PlacedMention, PortEvent } from './ports/card-port.ts';

/** Reports the pointer until `signal` aborts. Made-up events of the page's scripts are passed over (promises S3). */
export function reportPointer(
  mentionAt: (x: number, y: number) => PlacedMention | null,
  report: (event: PortEvent) => void,
  signal: AbortSignal,
): void {
  let latest: PointerEvent | undefined;
  let last = { x: NaN, y: NaN };

  // The hit test costs a layout where the page has just changed one: once a frame is as often as anybody can see.
  const reportMove = (): void => {
    if (latest === undefined || signal.aborted) return;
    const { clientX: x, clientY: y } = latest;
    report({ type: 'move', x, y, mention: mentionAt(x, y), modifier: hasModifier(latest) });
    latest = undefined;
  };
  const listen = <Type extends keyof DocumentEventMap>(type: Type, listener: (event: DocumentEventMap[Type]) => void): void => {
    document.addEventListener(type, (event) => event.isTrusted && listener(event), { signal, capture: true, passive: true });
  };

  listen('pointermove', (event) => {
    const { clientX: x, clientY: y, pointerType, buttons } = event;
    // Told as moved is also what the page, or a toolbar that closed, moved away under: its reader asked for nothing. Nor does one who is selecting.
    const isAtRest = x === last.x && y === last.y;
    last = { x, y };
    if (pointerType === 'touch' || isAtRest || buttons !== 0) return;
    if (latest === undefined) requestAnimationFrame(reportMove);
    latest = event;
  });
  listen('pointerout', (event) => {
    // Left the window, not just an element of the page.
    if (event.relatedTarget !== null || event.pointerType === 'touch') return;
    latest = undefined;
    report({ type: 'leave' });
  });
  addEventListener('blur', (event) => event.isTrusted && event.target === window && report({ type: 'leave' }), { signal });
  listen('click', (event) => {
    const { clientX: x, clientY: y } = event;
    // No click beside the card.
    if (isOurs(event)) return;
    const hit = event.composedPath()[0];
    report({
      type: 'press',
      x,
      y,
      mention: mentionAt(x, y),
      touch: event instanceof PointerEvent && event.pointerType === 'touch',
      inControl: isControl(hit),
      modifier: hasModifier(event),
    });
  });
}

function hasModifier({ altKey, ctrlKey, metaKey, shiftKey }: MouseEvent): boolean {
  return altKey || ctrlKey || metaKey || shiftKey;
}
