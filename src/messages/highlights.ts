/** The parts of a saved passage that travel between surfaces. */
import * as v from 'valibot';
import { Colour, Highlight, HighlightId } from '../highlights/highlight.ts';

/** Part of one block's text: UTF-16 offsets, `end` exclusive. */
export const Stretch = v.strictObject({ block: v.number(), start: v.number(), end: v.number() });

/**
 * A saved passage as the page may know it: where to draw it and in which colour. Its note, its tags and the words of what was not found
 * stay outside (promises S1).
 */
export const PlacedHighlight = v.strictObject({
  id: HighlightId,
  colour: Colour,
  /** `approximate` is drawn dashed and labelled. */
  how: v.picklist(['exact', 'normalised', 'approximate']),
  /** In reading order, one for each block the passage runs over. */
  stretches: v.array(Stretch),
});

/** A saved passage as our own pages know it: the record, and how it was found on the page it is asked for. */
export const FoundHighlight = v.strictObject({
  highlight: Highlight,
  /** `unknown`: that page has not been searched yet. */
  how: v.picklist(['exact', 'normalised', 'approximate', 'not-found', 'unknown']),
  /** Where it begins in the article's text, for the reading order; `null` where it was not found. */
  start: v.nullable(v.number()),
  /** The words that stand there now, where they differ from the saved ones. */
  now: v.optional(v.string()),
});

/** Part of one block's text, after parsing. */
export type Stretch = v.InferOutput<typeof Stretch>;
/** A saved passage as the page may know it, after parsing. */
export type PlacedHighlight = v.InferOutput<typeof PlacedHighlight>;
/** A saved passage as our own pages know it, after parsing. */
export type FoundHighlight = v.InferOutput<typeof FoundHighlight>;
