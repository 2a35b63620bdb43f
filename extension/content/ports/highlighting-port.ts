/**
 * What the reading script gives the script that draws and makes highlights. That one comes when the reader first selects something, or
 * when the article has saved passages. They meet as `meeting.ts` says.
 */
import type { ArticleDate } from '../../../src/facts/mention.ts';
import type { Anchor } from '../../../src/highlights/highlight.ts';
import type { PageClues } from '../../../src/messages/from-page.ts';
import type { PlacedHighlight, Stretch } from '../../../src/messages/highlights.ts';
import type { SnapshotChange } from '../../../src/page/snapshot.ts';
import type { MarkingPort } from './marking-port.ts';
import { Meeting } from './meeting.ts';

/** One reading of the page, as the highlighting script sees it. Ends with its signal. */
export interface HighlightingPort
  extends Pick<MarkingPort, 'session' | 'signal' | 'snapshot' | 'shadowRoots' | 'settings' | 'send' | 'isOrphaned' | 'end'> {
  /** The article's day, or `null` where none was found. */
  readonly date: ArticleDate | null;
  /** What the page says of itself now. */
  clues(): PageClues;
  /** Entities marked in a part of a block, in reading order. */
  entitiesIn(stretch: Stretch): readonly string[];
  /** Whether a marked mention lies under a point of the viewport: its card comes first. */
  isMarkAt(x: number, y: number): boolean;
  /** Hands over to a highlighter what was told so far and from now on. */
  attachHighlighter(highlighter: Highlighter): void;
}

/** What the highlighting script does for the reading one. */
export interface Highlighter {
  /** Every saved passage found on this page, as the background knows them. */
  paint(highlights: readonly PlacedHighlight[]): void;
  /** The page was read again. */
  follow(change: SnapshotChange): void;
  /** The port's settings are no longer what they were. */
  applySettings(): void;
  /** Saves what is selected in the colour used last; `false` where nothing is. */
  saveSelection(): boolean;
  /** Saves the sentence round a place in a block. */
  saveSentence(block: number, offset: number): void;
  /** The anchor of what is selected, or `null`. */
  anchorOfSelection(): Anchor | null;
  /** Scrolls to a saved passage and lights it for a moment; `false` where it is not on the page. */
  show(id: string): boolean;
}

/** Where the two scripts meet. */
export const highlightingPlace = new Meeting<HighlightingPort>('highlighting');
