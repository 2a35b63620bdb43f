/**
 * What the card script is given: `mark.ts` paints and points, `card/` shows. They meet as `meeting.ts` says, in either order.
 *
 * A port lives as long as one reading of the page. Switching the site off, leaving the page or losing the extension aborts
 * {@link CardPort.signal}; reading again offers a new port to the card script that is already there.
 */
import type * as v from 'valibot';
import type { Briefing } from '../../../src/facts/briefing.ts';
import type { ArticleDate, Mention } from '../../../src/facts/mention.ts';
import type { FROM_PAGE, FromPage, PageSettings } from '../../../src/messages/from-page.ts';
import { Meeting } from './meeting.ts';

/**
 * A mention with its place on this page. Compare by {@link key}, not by identity: the site may replace its nodes, and the same
 * mention is then another object with the same key.
 */
export interface PlacedMention {
  /** Names this mention for the life of the port. */
  readonly key: string;
  /** The mention as the background gave it; offsets count in its block's text. */
  readonly mention: Mention;
  /** The text as it stands in the article. */
  readonly text: string;
}

/** Something the reader did, or something that changed under an open card. Coordinates are CSS pixels of the viewport. */
export type PortEvent =
  /** The mouse or pen moved, at most once a frame; `mention` is what lies under it. `modifier`: Alt, Control, Meta or Shift is held. */
  | { type: 'move'; x: number; y: number; mention: PlacedMention | null; modifier: boolean }
  /** The mouse or pen left the page, or the window lost it. */
  | { type: 'leave' }
  /**
   * A click or tap, not yet acted on by the page. `inControl`: it hit a link or another control, which keeps the click
   * (the card waits for hover or key). Nothing is prevented; a tap outside every mention has `mention: null`.
   */
  | { type: 'press'; x: number; y: number; mention: PlacedMention | null; touch: boolean; inControl: boolean; modifier: boolean }
  /** A command moved to this mention and scrolled it into view: open its card now, with focus. */
  | { type: 'arrive'; mention: PlacedMention }
  /** {@link CardPort.date}, {@link CardPort.settings}, a briefing or the mentions themselves are no longer what they were. */
  | { type: 'change' };

/** What the card may ask of the page and the background. */
export interface CardPort {
  /** The page session's id, which several messages carry. */
  readonly session: string;
  /** Aborted when this reading ends: remove the host, timers and listeners. */
  readonly signal: AbortSignal;
  /** As they are now; a `change` event tells when they differ. */
  readonly settings: PageSettings;
  /** The article's day, or `null` where none was found. */
  readonly date: ArticleDate | null;
  /** The facts of an entity found on this page; `undefined` for one the background has not described. */
  briefing(id: string): Briefing | undefined;
  /** The painted mention whose ink lies under a viewport point, or `null`. */
  mentionAt(x: number, y: number): PlacedMention | null;
  /** The mention's boxes in the viewport, one for each line it runs over; empty when it is not rendered (any more). */
  mentionRects(mention: PlacedMention): DOMRect[];
  /** The block-level element the mention stands in: for its direction, language, column and where focus returns to. */
  blockElement(mention: PlacedMention): Element | null;
  /** Paints one mention as the open one, or none. */
  setActive(mention: PlacedMention | null): void;
  /** The rendered mention after (before) the given one in reading order, without scrolling; `null` at the end. */
  next(from: PlacedMention): PlacedMention | null;
  previous(from: PlacedMention): PlacedMention | null;
  /** Scrolls so that the mention is in view, at once, without animation. */
  scrollTo(mention: PlacedMention): void;
  /** Saves the sentence the mention stands in. What comes of it is told where selected passages are. */
  saveSentence(mention: PlacedMention): void;
  /** Hears every event from now on, until `signal` aborts. An `arrive` that came before the card script did is told at once. */
  listen(listener: (event: PortEvent) => void): void;
  /**
   * Asks the background. The reply is parsed.
   * @throws {DatelineError} with the background's code, `bad-message` for a reply that does not parse, `extension-gone` after an update.
   */
  send<Name extends FromPage>(
    name: Name,
    input: v.InferInput<(typeof FROM_PAGE)[Name]['input']>,
  ): Promise<v.InferOutput<(typeof FROM_PAGE)[Name]['output']>>;
}

const place = new Meeting<CardPort>('card');

/**
 * The marking side: hands a new port to the card script, now or when it comes.
 * @returns whether a card script is here already.
 */
export function offerCardPort(port: CardPort): boolean {
  return place.offer(port);
}

/** The card side, once a script: `start` is called with the port that is here and with each later one. Ended ports are not handed over. */
export function whenCardPort(start: (port: CardPort) => void): void {
  place.join(start);
}
