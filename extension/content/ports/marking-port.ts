/**
 * What the reading script gives the marking script. `read.ts` reads every page and is kept small; `mark.ts` comes when the first mention
 * was found. They meet as `meeting.ts` says.
 */
import type { PageSettings } from '../../../src/messages/from-page.ts';
import type { Stretch } from '../../../src/messages/highlights.ts';
import type { Answer } from '../../../src/messages/page-checks.ts';
import type { Snapshot, SnapshotChange } from '../../../src/page/snapshot.ts';
import type { CardPort } from './card-port.ts';
import { Meeting } from './meeting.ts';

/** What recognition answered. */
export type Recognised = Extract<Answer<'recognise'>, { kind: 'mentions' }>;

/** One reading of the page, as the marking script sees it. Ends with its signal. */
export interface MarkingPort {
  readonly session: string;
  readonly signal: AbortSignal;
  readonly snapshot: Snapshot;
  /** Open shadow roots that hold text, as they were found. */
  readonly shadowRoots: ReadonlySet<ShadowRoot>;
  readonly settings: PageSettings;
  readonly send: CardPort['send'];
  /** Whether the extension was updated or removed under this page: what is here goes on working, nothing can be asked. */
  isOrphaned(): boolean;
  /** Gives up this reading: a newer version of the extension has taken the page over. */
  end(): void;
  /** Saves the sentence round a place in a block, for the card's own button. */
  saveSentence(block: number, offset: number): void;
  /** Hands over to a marker what was answered so far and from now on. */
  attach(marker: Marker): void;
}

/** What the marking script does for the reading one. */
export interface Marker {
  /** The background recognised something. */
  adopt(answer: Recognised): void;
  /** The page changed. */
  follow(change: SnapshotChange): void;
  /** These blocks have no mentions any more. */
  forget(blockIds: readonly number[]): void;
  /** The port's settings are no longer what they were. */
  applySettings(): void;
  /** Moves to the next or previous rendered mention and has its card opened; `false` where there is none. */
  move(direction: 'next' | 'previous'): boolean;
  /** Scrolls to an entity's first rendered mention and lights it for a moment; `false` where there is none. */
  show(entity: string): boolean;
  /** Whether a painted mention lies under a point of the viewport. */
  isMarkAt(x: number, y: number): boolean;
  /** Entities mentioned in a part of a block, in reading order. */
  entitiesIn(stretch: Stretch): readonly string[];
}

/** Where the two scripts meet. */
export const markingPlace = new Meeting<MarkingPort>('marking');
