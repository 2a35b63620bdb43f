/** Dragging a card by its head, with mouse, pen or finger. */

/** Pixels before a press on the head becomes a drag. */
const SLACK = 4;

/**
 * Follows one drag that a `pointerdown` on the head may begin; does nothing when it hit a control.
 * @param onMove called with how far, in CSS pixels, the pointer moved since the last call
 */
export function followDrag(down: PointerEvent, onMove: (x: number, y: number) => void): void {
  const head = down.currentTarget;
  if (!(head instanceof HTMLElement) || !(down.target instanceof Element) || down.button !== 0) return;
  if (down.target.closest('[data-grip]') === null || down.target.closest('button, a') !== null) return;
  let last = { x: down.clientX, y: down.clientY };
  let dragging = false;
  const ended = new AbortController();
  const { signal } = ended;
  const move = (event: PointerEvent): void => {
    const by = { x: event.clientX - last.x, y: event.clientY - last.y };
    if (!dragging && Math.hypot(by.x, by.y) < SLACK) return;
    if (!dragging) head.setPointerCapture(down.pointerId);
    dragging = true;
    last = { x: event.clientX, y: event.clientY };
    onMove(by.x, by.y);
  };
  head.addEventListener('pointermove', move, { signal });
  for (const type of ['pointerup', 'pointercancel'] as const) head.addEventListener(type, () => ended.abort(), { signal });
}
