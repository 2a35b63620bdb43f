/**
 * Whether a card is open, on what, and why: a pure reducer over what the reader's pointer, finger and keys did.
 * It reads no clock. A state that waits names a token and a delay; whoever runs it sets a timer and reports the token back, and a token
 * that is no longer the state's own changes nothing, so a late timer is harmless.
 */

/**
 * Milliseconds a pointer must rest on a mark. Wikipedia's Page Previews, tuned with readers, show at 500 ms and count a rest from 150 ms
 * (Wikimedia T161284, T70861); our cards need no loading and our marks are sparser than its links, so we are a little quicker.
 */
export const OPEN_DELAY = 400;
/** Milliseconds a card stays after the pointer left mark and card, as Page Previews do: enough to cross a gap or to come back from an overshoot. */
export const LEAVE_GRACE = 300;

/** What opened a card. Only `hover` is closed by leaving. */
export type Reason = 'hover' | 'press' | 'key';

/** Names a mention on the page; compared with `===`. */
export type Target = string;

/** A wait in progress. */
export interface Wait {
  readonly token: number;
  /** Milliseconds. */
  readonly delay: number;
}

/** The card's state. `seq` counts tokens given out, so that none is used twice. */
export type CardState = { readonly seq: number } & (
  | { readonly is: 'closed' }
  /** The pointer rests on a mark; nothing is shown yet. */
  | { readonly is: 'waiting'; readonly target: Target; readonly wait: Wait }
  | { readonly is: 'open'; readonly target: Target; readonly reason: Reason; readonly focused: boolean }
  /** Shown, the pointer has left. `next` is the mark it rests on now, which follows when the grace is over. */
  | { readonly is: 'leaving'; readonly target: Target; readonly next: Target | null; readonly wait: Wait }
  /** Stays where the reader put it until closed by hand. */
  | { readonly is: 'pinned'; readonly target: Target }
);

/** Where the pointer is: on a mark, on the card, on its way to it (in the safe triangle, perhaps over a mark there), or elsewhere. */
export type PointerPlace =
  | { readonly on: 'mark'; readonly target: Target }
  | { readonly on: 'card' }
  | { readonly on: 'way'; readonly over: Target | null }
  | { readonly on: 'elsewhere' };

/** What happened. */
export type CardEvent =
  /** `hovers`: whether resting opens (the reader's setting, or the modifier being held). */
  | { readonly type: 'pointer'; readonly place: PointerPlace; readonly hovers: boolean }
  /** A click or tap on a mark (`target`) or beside every mark and the card (`null`). */
  | { readonly type: 'press'; readonly target: Target | null }
  /** A keyboard command arrived at a mark. */
  | { readonly type: 'arrive'; readonly target: Target }
  | { readonly type: 'focus'; readonly inside: boolean }
  | { readonly type: 'pin'; readonly pinned: boolean }
  | { readonly type: 'timer'; readonly token: number }
  /** Escape, the close button, or an act that ends the card. */
  | { readonly type: 'dismiss' }
  /** The mark is no longer on the page. */
  | { readonly type: 'gone'; readonly target: Target };

/** Nothing is shown and nothing waits. */
export const CLOSED: CardState = { is: 'closed', seq: 0 };

/** The next state; the same object when the event changes nothing. */
export function reduce(state: CardState, event: CardEvent): CardState {
  switch (event.type) {
    case 'pointer':
      return afterPointer(state, event.place, event.hovers);
    case 'press':
      return afterPress(state, event.target);
    case 'arrive':
      return open(state, event.target, 'key');
    case 'focus':
      return afterFocus(state, event.inside);
    case 'pin':
      return afterPin(state, event.pinned);
    case 'timer':
      return afterTimer(state, event.token);
    case 'dismiss':
      return closed(state);
    case 'gone':
      return afterGone(state, event.target);
  }
}

/** The mention whose card is on screen, or `null`. */
export function shownTarget(state: CardState): Target | null {
  return state.is === 'closed' || state.is === 'waiting' ? null : state.target;
}

/** The wait a timer must be running for, or `null`. */
export function waitOf(state: CardState): Wait | null {
  return state.is === 'waiting' || state.is === 'leaving' ? state.wait : null;
}

function afterPointer(state: CardState, place: PointerPlace, hovers: boolean): CardState {
  const under = place.on === 'mark' ? place.target : place.on === 'way' ? place.over : null;
  const mark = hovers ? under : null;
  switch (state.is) {
    case 'closed':
      return mark === null ? state : waiting(state, mark);
    case 'waiting':
      if (mark === state.target) return state;
      return mark === null ? closed(state) : waiting(state, mark);
    case 'open': {
      if (state.reason !== 'hover' || state.focused) return state;
      const stays = place.on === 'card' || (place.on === 'mark' && place.target === state.target);
      return stays ? state : leaving(state, state.target, mark);
    }
    case 'leaving': {
      if (place.on === 'card' || (place.on === 'mark' && place.target === state.target))
        return open(state, state.target, 'hover');
      // Every move towards the card starts the grace afresh, and so does a newer mark: passing over a name must not open it.
      return mark === state.next && place.on !== 'way' ? state : leaving(state, state.target, mark);
    }
    case 'pinned':
      return state;
  }
}

function afterPress(state: CardState, target: Target | null): CardState {
  if (target !== null) return open(state, target, 'press');
  return state.is === 'pinned' ? state : closed(state);
}

function afterFocus(state: CardState, inside: boolean): CardState {
  // Who came by key has tabbed out of the card: it must not lie over where the focus is now.
  if (state.is === 'open' && state.reason === 'key' && state.focused && !inside) return closed(state);
  if (state.is === 'open') return state.focused === inside ? state : { ...state, focused: inside };
  if (state.is === 'leaving' && inside)
    return { is: 'open', target: state.target, reason: 'hover', focused: true, seq: state.seq };
  return state;
}

function afterPin(state: CardState, pinned: boolean): CardState {
  if (pinned)
    return state.is === 'open' || state.is === 'leaving' ? { is: 'pinned', target: state.target, seq: state.seq } : state;
  return state.is === 'pinned' ? { is: 'open', target: state.target, reason: 'press', focused: false, seq: state.seq } : state;
}

function afterTimer(state: CardState, token: number): CardState {
  if (waitOf(state)?.token !== token) return state;
  if (state.is === 'waiting') return open(state, state.target, 'hover');
  if (state.is === 'leaving') return state.next === null ? closed(state) : open(state, state.next, 'hover');
  return state;
}

function afterGone(state: CardState, target: Target): CardState {
  if (state.is === 'closed' || state.is === 'pinned') return state;
  if (state.target === target) return closed(state);
  return state.is === 'leaving' && state.next === target ? { ...state, next: null } : state;
}

function closed(state: CardState): CardState {
  return state.is === 'closed' ? state : { is: 'closed', seq: state.seq };
}

function waiting(state: CardState, target: Target): CardState {
  const seq = state.seq + 1;
  return { is: 'waiting', target, wait: { token: seq, delay: OPEN_DELAY }, seq };
}

function leaving(state: CardState, target: Target, next: Target | null): CardState {
  const seq = state.seq + 1;
  return { is: 'leaving', target, next, wait: { token: seq, delay: LEAVE_GRACE }, seq };
}

function open(state: CardState, target: Target, reason: Reason): CardState {
  return { is: 'open', target, reason, focused: false, seq: state.seq };
}
