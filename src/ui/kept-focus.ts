/**
 * Keeps the focus where it was when a list is shown anew: on the same control of the same item, and where that item is gone, on its
 * neighbour. Items carry their id in `data-id`.
 */

const FOCUSABLE = 'a[href], button, input, textarea, summary, [tabindex]';

/**
 * Call it before the list changes, and what it gives after.
 * @param scope holds the list; its first `[data-list-head]` takes the focus where no item is left
 */
export function rememberFocus(scope: HTMLElement): () => void {
  const focused = document.activeElement;
  const item = focused?.closest<HTMLElement>('[data-id]') ?? null;
  if (focused === null || item === null || !scope.contains(item)) return () => undefined;
  const order = itemsIn(scope).map((one) => one.dataset['id']);
  const at = order.indexOf(item.dataset['id']);
  const control = controlsIn(item).indexOf(focused as HTMLElement);
  const selection = isTextArea(focused) ? ([focused.selectionStart, focused.selectionEnd] as const) : undefined;
  return () => {
    if (document.activeElement !== document.body && document.activeElement?.isConnected === true) return;
    const items = new Map(itemsIn(scope).map((one) => [one.dataset['id'], one]));
    const same = items.get(item.dataset['id']);
    const target = same === undefined ? undefined : controlsIn(same)[control];
    if (target !== undefined) {
      target.focus();
      if (selection !== undefined && isTextArea(target)) target.setSelectionRange(...selection);
      return;
    }
    const neighbour = [...order.slice(at + 1), ...order.slice(0, at).reverse()].find((id) => items.has(id));
    focusItem(items.get(neighbour) ?? null, scope);
  };
}

/** Puts the focus on an item's first control, or on the list's head. */
function focusItem(item: HTMLElement | null, scope: HTMLElement): void {
  const [first] = item === null ? [] : controlsIn(item);
  (first ?? scope.querySelector<HTMLElement>('[data-list-head]'))?.focus();
}

function itemsIn(scope: HTMLElement): readonly HTMLElement[] {
  return [...scope.querySelectorAll<HTMLElement>('[data-id]')];
}

function controlsIn(item: HTMLElement): readonly HTMLElement[] {
  return [...item.querySelectorAll<HTMLElement>(FOCUSABLE)];
}

function isTextArea(element: Element): element is HTMLTextAreaElement {
  return element instanceof HTMLTextAreaElement;
}
