/** What the four colours of saved passages are called, in the order in which they are offered. */
import type { Colour } from '../../highlights/highlight.ts';
import type { MessageKey } from '../words.ts';

/** The word for each colour: 'Key fact', 'Question'. */
export const COLOUR_NAMES: Readonly<Record<Colour, MessageKey>> = {
  yellow: 'colourYellow',
  green: 'colourGreen',
  blue: 'colourBlue',
  pink: 'colourPink',
};
