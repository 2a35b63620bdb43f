/** Keys on the lists of the panel, beside those every control has. */

const STEPS: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1 };

/**
 * Up and Down on a passage's words go to the next passage's, in both groups; Delete anywhere on a passage, but where text is typed, asks
 * for its deletion.
 */
export function obeyItemKey(event: KeyboardEvent, onDelete: (id: string) => void): void {
  const { key, target } = event;
  if (!(target instanceof HTMLElement) || event.altKey || event.ctrlKey || event.metaKey) return;
  const step = STEPS[key];
  if (step !== undefined && target.matches('.quote')) {
    event.preventDefault();
    const quotes = [...document.querySelectorAll<HTMLElement>('.highlights .quote')];
    quotes[quotes.indexOf(target) + step]?.focus();
  }
  const id = target.closest<HTMLElement>('.highlight')?.dataset['id'];
  if (key === 'Delete' && id !== undefined && !isTextField(target)) {
    event.preventDefault();
    onDelete(id);
  }
}

function isTextField(element: HTMLElement): boolean {
  return element instanceof HTMLTextAreaElement || (element instanceof HTMLInputElement && element.type === 'text');
}
