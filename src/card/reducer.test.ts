import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CLOSED, type CardEvent, type CardState, LEAVE_GRACE, OPEN_DELAY, reduce, shownTarget, waitOf } from './reducer.ts';

const onMark = (target: string): CardEvent => ({ type: 'pointer', place: { on: 'mark', target }, hovers: true });
const onMarkUnasked = (target: string): CardEvent => ({ type: 'pointer', place: { on: 'mark', target }, hovers: false });
const onCard: CardEvent = { type: 'pointer', place: { on: 'card' }, hovers: true };
const onTheWay = (over: string | null): CardEvent => ({ type: 'pointer', place: { on: 'way', over }, hovers: true });
const elsewhere: CardEvent = { type: 'pointer', place: { on: 'elsewhere' }, hovers: true };
const press = (target: string | null): CardEvent => ({ type: 'press', target });
const arrive = (target: string): CardEvent => ({ type: 'arrive', target });
const focusIn: CardEvent = { type: 'focus', inside: true };
const focusOut: CardEvent = { type: 'focus', inside: false };
const pin: CardEvent = { type: 'pin', pinned: true };
const unpin: CardEvent = { type: 'pin', pinned: false };
const dismiss: CardEvent = { type: 'dismiss' };
const gone = (target: string): CardEvent => ({ type: 'gone', target });
/** The running wait comes to its end. */
const waited = 'waited';

type Step = CardEvent | typeof waited;

function after(steps: readonly Step[], from: CardState = CLOSED): CardState {
  return steps.reduce<CardState>((state, step) => {
    if (step !== waited) return reduce(state, step);
    const wait = waitOf(state);
    return wait === null ? state : reduce(state, { type: 'timer', token: wait.token });
  }, from);
}

/** A state in one word and its target, as the tables below write it. */
function told(state: CardState): string {
  switch (state.is) {
    case 'closed':
      return 'closed';
    case 'open':
      return `open ${state.target} by ${state.reason}${state.focused ? ', focused' : ''}`;
    case 'leaving':
      return `leaving ${state.target}${state.next === null ? '' : ` for ${state.next}`}`;
    default:
      return `${state.is} ${state.target}`;
  }
}

const hovered = [onMark('a'), waited] as const;

describe('what the reader does, and what is open then', () => {
  test.each<{ name: string; steps: readonly Step[]; ends: string }>([
    { name: 'a pointer comes to rest on a mark', steps: [onMark('a')], ends: 'waiting a' },
    { name: 'it rests long enough', steps: [...hovered], ends: 'open a by hover' },
    { name: 'it passes over', steps: [onMark('a'), elsewhere], ends: 'closed' },
    {
      name: 'it moves on to another mark before the first opened',
      steps: [onMark('a'), onMark('b'), waited],
      ends: 'open b by hover',
    },
    { name: 'it rests where hovering does not open', steps: [onMarkUnasked('a'), waited], ends: 'closed' },
    { name: 'the modifier is let go while waiting', steps: [onMark('a'), onMarkUnasked('a')], ends: 'closed' },

    { name: 'it leaves an open card', steps: [...hovered, elsewhere], ends: 'leaving a' },
    { name: 'it stays away', steps: [...hovered, elsewhere, waited], ends: 'closed' },
    { name: 'it comes back to the mark in time', steps: [...hovered, elsewhere, onMark('a')], ends: 'open a by hover' },
    { name: 'it reaches the card in time', steps: [...hovered, elsewhere, onCard], ends: 'open a by hover' },
    {
      name: 'it comes back to the mark without the modifier',
      steps: [...hovered, elsewhere, onMarkUnasked('a')],
      ends: 'open a by hover',
    },
    { name: 'it rests on another mark', steps: [...hovered, onMark('b'), waited], ends: 'open b by hover' },
    { name: 'it crosses another mark on its way to the card', steps: [...hovered, onMark('b'), onCard], ends: 'open a by hover' },
    { name: 'it crosses another mark on its way out', steps: [...hovered, onMark('b'), elsewhere, waited], ends: 'closed' },

    {
      name: 'it keeps moving towards the card',
      steps: [...hovered, onTheWay(null), onTheWay(null), onCard],
      ends: 'open a by hover',
    },
    {
      name: 'it crosses a mark in the safe triangle',
      steps: [...hovered, onTheWay('b'), onTheWay(null), onCard],
      ends: 'open a by hover',
    },
    { name: 'it stops on the way', steps: [...hovered, onTheWay(null), waited], ends: 'closed' },
    { name: 'it stops on a mark on the way', steps: [...hovered, onTheWay('b'), waited], ends: 'open b by hover' },

    { name: 'a click on a mark opens at once', steps: [press('a')], ends: 'open a by press' },
    { name: 'a clicked card stays when the pointer leaves', steps: [press('a'), elsewhere, waited], ends: 'open a by press' },
    {
      name: 'a click turns a hovered card into one that stays',
      steps: [...hovered, press('a'), elsewhere, waited],
      ends: 'open a by press',
    },
    { name: 'a click beside closes', steps: [press('a'), press(null)], ends: 'closed' },
    { name: 'a click on another mark changes over', steps: [press('a'), press('b')], ends: 'open b by press' },
    { name: 'a click beside while waiting', steps: [onMark('a'), press(null), waited], ends: 'closed' },

    { name: 'a command opens at once', steps: [arrive('a')], ends: 'open a by key' },
    { name: 'a pointer lying about does not take it over', steps: [arrive('a'), onMark('b'), waited], ends: 'open a by key' },
    { name: 'the next command moves on', steps: [arrive('a'), focusIn, arrive('b')], ends: 'open b by key' },

    { name: 'focus in the card holds it', steps: [...hovered, focusIn, elsewhere, waited], ends: 'open a by hover, focused' },
    {
      name: 'focus that left lets the pointer close it',
      steps: [...hovered, focusIn, focusOut, elsewhere, waited],
      ends: 'closed',
    },
    { name: 'focus comes in while leaving', steps: [...hovered, elsewhere, focusIn], ends: 'open a by hover, focused' },

    { name: 'who came by key tabs out', steps: [arrive('a'), focusIn, focusOut], ends: 'closed' },
    { name: 'who clicked tabs out', steps: [press('a'), focusIn, focusOut], ends: 'open a by press' },

    { name: 'a pinned card stays', steps: [...hovered, pin, elsewhere, waited], ends: 'pinned a' },
    { name: 'a pinned card stays when another is clicked beside', steps: [...hovered, pin, press(null)], ends: 'pinned a' },
    { name: 'a pinned card does not give way to hovering', steps: [...hovered, pin, onMark('b'), waited], ends: 'pinned a' },
    { name: 'a pinned card gives way to a click on another mark', steps: [...hovered, pin, press('b')], ends: 'open b by press' },
    { name: 'unpinned it is like a clicked one', steps: [...hovered, pin, unpin, elsewhere, waited], ends: 'open a by press' },
    { name: 'nothing is there to pin', steps: [pin], ends: 'closed' },

    { name: 'Escape closes an open card', steps: [...hovered, dismiss], ends: 'closed' },
    { name: 'Escape closes a pinned card', steps: [...hovered, pin, dismiss], ends: 'closed' },
    { name: 'Escape stops a wait', steps: [onMark('a'), dismiss, waited], ends: 'closed' },

    { name: 'the mark goes away under its card', steps: [...hovered, gone('a')], ends: 'closed' },
    { name: 'the mark goes away under a pinned card', steps: [...hovered, pin, gone('a')], ends: 'pinned a' },
    { name: 'another mark goes away', steps: [...hovered, gone('b')], ends: 'open a by hover' },
    { name: 'the mark to come goes away', steps: [...hovered, onMark('b'), gone('b'), waited], ends: 'closed' },
  ])('$name: $ends', ({ steps, ends }) => {
    expect(told(after(steps))).toBe(ends);
  });
});

test('each move towards the card starts its grace afresh', () => {
  const once = after([...hovered, onTheWay(null)]);
  expect(waitOf(reduce(once, onTheWay(null)))?.token).not.toBe(waitOf(once)?.token);
});

test('waits are as long as they are called', () => {
  expect(waitOf(after([onMark('a')]))?.delay).toBe(OPEN_DELAY);
  expect(waitOf(after([...hovered, elsewhere]))?.delay).toBe(LEAVE_GRACE);
});

const anyEvent: fc.Arbitrary<CardEvent> = fc.oneof(
  fc.constantFrom(
    onMark('a'),
    onMark('b'),
    onMarkUnasked('a'),
    onCard,
    elsewhere,
    press('a'),
    press('b'),
    press(null),
    arrive('a'),
  ),
  fc.constantFrom(focusIn, focusOut, pin, unpin, dismiss, gone('a'), gone('b')),
  fc.nat(12).map((token): CardEvent => ({ type: 'timer', token })),
);

test('a timer whose wait is over changes nothing, whatever happened', () => {
  fc.assert(
    fc.property(fc.array(anyEvent), fc.array(anyEvent, { minLength: 1 }), (before, later) => {
      const earlier = after(before);
      const token = waitOf(earlier)?.token;
      const now = after(later, earlier);
      fc.pre(token !== undefined && waitOf(now)?.token !== token);
      expect(reduce(now, { type: 'timer', token: token ?? 0 })).toBe(now);
    }),
  );
});

test('Escape always closes', () => {
  fc.assert(fc.property(fc.array(anyEvent), (events) => shownTarget(after([...events, dismiss])) === null));
});
