/**
 * What the script that draws and makes highlights gives the card's script, which shows the toolbars and the toasts. They meet as
 * `meeting.ts` says. Notes and tags are never here: what stands in a page can be read by it (promises S1).
 */
import type { Box } from '../../../src/card/geometry.ts';
import type { ErrorCode } from '../../../src/messages/dateline-error.ts';
import type { PageSettings } from '../../../src/messages/from-page.ts';
import type { PlacedHighlight } from '../../../src/messages/highlights.ts';
import { Meeting } from './meeting.ts';

/** A colour's name. */
export type Colour = PlacedHighlight['colour'];

/** A passage the reader has to do with now, and where on the screen. */
interface AtHand {
  /** The line of it next to which a toolbar belongs, in the viewport; `undefined` where it is not rendered (any more). */
  line(): Box | undefined;
  /** On which side of that line the rest of the passage lies: the toolbar goes to the other. */
  readonly rest: 'above' | 'below';
  /** Where along the line, in the viewport, when it came to hand. */
  readonly x: number;
  /** By finger: the browser's own menu stands above the text. */
  readonly touch: boolean;
  /** The block-level element it stands in (begins in). */
  readonly element: Element;
}

/** Selected, not saved. */
export interface Selected extends AtHand {
  readonly kind: 'selected';
}

/** Saved, and clicked on. */
export interface Opened extends AtHand {
  readonly kind: 'opened';
  readonly id: string;
  readonly colour: Colour;
  /** Its words are not the saved ones. */
  readonly approximate: boolean;
}

/** What happened, for the port's listener. */
export type ToolbarEvent =
  /** {@link ToolbarPort.atHand} or {@link ToolbarPort.settings} is no longer what it was. */
  | { readonly type: 'change' }
  /** The reader asked by key for the toolbar that is open. */
  | { readonly type: 'enter' }
  | { readonly type: 'told'; readonly news: HighlightNews };

/** To be said in a toast. */
export type HighlightNews =
  | { readonly what: 'saved' | 'deleted'; readonly undo: () => void }
  | { readonly what: 'copied' | 'copy-refused' | 'too-long' | 'nothing-selected' }
  /** Nothing was lost: what was tried can be tried again. */
  | { readonly what: 'not-saved' | 'not-changed'; readonly why: ErrorCode; readonly retry: () => void };

/** One reading of the page, as the toolbars see it. Ends with its signal. */
export interface ToolbarPort {
  readonly signal: AbortSignal;
  readonly settings: PageSettings;
  readonly atHand: Selected | Opened | null;
  /** The one used last. */
  readonly colour: Colour;
  /** Saves what is selected. With `note`, its note is opened as well. */
  save(colour: Colour, note: boolean): void;
  /** Copies what is at hand with its source. */
  copy(as: 'plain' | 'markdown'): void;
  /** The opened passage. */
  recolour(colour: Colour): void;
  openNote(): void;
  delete(): void;
  /** The reader is done with what is at hand; a selection stays as it is. */
  dismiss(): void;
  /** Hears every event from now on, and those nobody heard yet. */
  listen(listener: (event: ToolbarEvent) => void): void;
}

/** Where the two scripts meet. */
export const toolbarPlace = new Meeting<ToolbarPort>('highlights');
