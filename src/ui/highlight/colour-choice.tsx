/** The colour of a passage, and the other three. */
import { useId } from 'preact/hooks';
import type { Colour } from '../../highlights/highlight.ts';
import { COLOUR_NAMES } from './colours.ts';
import type { Words } from '../words.ts';

// The keys of a record of colours are colours, which `Object.keys` forgets.
const COLOURS = Object.keys(COLOUR_NAMES) as Colour[];

/** One Tab stop; arrow keys choose, and what is chosen is so at once. `chosen` is `undefined` where several passages have several. */
export function ColourChoice({
  chosen,
  onChoose,
  words,
}: {
  chosen: Colour | undefined;
  onChoose: (colour: Colour) => void;
  words: Words;
}) {
  const name = useId();
  return (
    <fieldset class="colours">
      <legend class="unseen">{words.say('highlightColour')}</legend>
      {COLOURS.map((colour) => (
        <input
          key={colour}
          type="radio"
          name={name}
          data-colour={colour}
          aria-label={words.say(COLOUR_NAMES[colour])}
          title={words.say(COLOUR_NAMES[colour])}
          checked={colour === chosen}
          onChange={() => onChoose(colour)}
        />
      ))}
    </fieldset>
  );
}
