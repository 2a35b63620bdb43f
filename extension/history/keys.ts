/** The history page's keys. None works while text is typed, but Escape, which leaves the field. */
import type { MessageKey } from '../../src/ui/words.ts';

/** What a key asks for. */
export type KeyAct = 'search' | 'next' | 'previous' | 'open' | 'edit' | 'select' | 'delete' | 'undo' | 'help';

/** Every key and what it does, as the help lists them. */
export const KEYS: readonly { readonly keys: readonly string[]; readonly says: MessageKey }[] = [
  { keys: ['/'], says: 'historyKeySearch' },
  { keys: ['j', 'k'], says: 'historyKeyMove' },
  { keys: ['o'], says: 'historyKeyOpen' },
  { keys: ['e'], says: 'historyKeyEdit' },
  { keys: ['x'], says: 'historyKeySelect' },
  { keys: ['#'], says: 'historyKeyDelete' },
  { keys: ['u'], says: 'historyKeyUndo' },
  { keys: ['?'], says: 'historyKeyHelp' },
];

const ACTS: Readonly<Record<string, KeyAct>> = {
  '/': 'search',
  j: 'next',
  ArrowDown: 'next',
  k: 'previous',
  ArrowUp: 'previous',
  o: 'open',
  e: 'edit',
  x: 'select',
  '#': 'delete',
  Delete: 'delete',
  u: 'undo',
  '?': 'help',
};
/** Where the physical key counts: on a Russian or Arabic keyboard it gives another letter. */
const BY_PLACE: Readonly<Record<string, string>> = {
  KeyJ: 'j',
  KeyK: 'k',
  KeyO: 'o',
  KeyE: 'e',
  KeyX: 'x',
  KeyU: 'u',
  Slash: '/',
};

/** The act of a key, or `undefined` where it is not ours to take. */
export function actOf(event: KeyboardEvent): KeyAct | undefined {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || isTyping(event.target)) return undefined;
  // Arrows scroll and move in controls; they are taken only on a passage.
  if (event.key.startsWith('Arrow') && !isOnPassage(event.target)) return undefined;
  const act = ACTS[event.key];
  if (act !== undefined || event.shiftKey) return act;
  const isLatin = /^[ -~]$/.test(event.key);
  return isLatin ? undefined : ACTS[BY_PLACE[event.code] ?? ''];
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.matches('textarea, select, input:not([type="checkbox"], [type="radio"])');
}

function isOnPassage(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.matches('.passage .quote');
}
