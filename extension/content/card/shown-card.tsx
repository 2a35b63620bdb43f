/** The open card: the product's component, given what this page and this reading have for it. */
import type { Point } from '../../../src/card/geometry.ts';
import { isSheet } from '../../../src/card/placement.ts';
import type { Briefing } from '../../../src/facts/briefing.ts';
import { Card } from '../../../src/ui/card/card.tsx';
import type { Words } from '../../../src/ui/words.ts';
import type { CardPort, PlacedMention } from '../ports/card-port.ts';
import { actsFor, type Told } from './acts.ts';
import { Place, type Placing } from './layer.tsx';

/** What is shown now: kept apart from the reducer's state because it outlives single events. */
export interface Shown {
  readonly mention: PlacedMention;
  readonly briefing: Briefing;
  /** Where the pointer was on the mark, or `null` where it did not open the card. */
  readonly pointer: Point | null;
  /** Where the mention stood when the card was placed. */
  readonly stood: Point;
}

/** What the card asks of its session. */
export interface Asks {
  readonly onClose: () => void;
  readonly onEnter: () => void;
  readonly onPin: (on: boolean) => void;
  /** Dragged so that its corner is there. */
  readonly onMove: (corner: Point) => void;
  /** Moved by so many pixels with the keyboard. */
  readonly onStep: (x: number, y: number) => void;
  readonly onTold: (told: Told) => void;
}

/** See the head of this file. */
export function ShownCard(
  props: Pick<Placing, 'at' | 'place' | 'movedTo' | 'takesFocus'> & {
    shown: Shown;
    port: CardPort;
    pinned: boolean;
    asks: Asks;
    words: Words;
  },
) {
  const { shown, port, at, place, movedTo, pinned, takesFocus, asks, words } = props;
  const { mention, briefing, stood } = shown;
  const now = port.mentionRects(mention)[0];
  return (
    <Place
      key={mention.key}
      at={at}
      place={place}
      movedTo={movedTo}
      scrolled={now === undefined || pinned ? { x: 0, y: 0 } : { x: now.left - stood.x, y: now.top - stood.y }}
      takesFocus={takesFocus}
      onMove={asks.onMove}
      onEnter={asks.onEnter}
    >
      <Card
        briefing={briefing}
        date={port.date}
        why={mention.mention.why}
        text={mention.text}
        holding={{ pinned, sheet: comesAsSheet(), onPin: asks.onPin, onMove: asks.onStep, onClose: asks.onClose }}
        acts={actsFor(port, mention, briefing, words, { begin: asks.onClose, tell: asks.onTold })}
        words={words}
      />
    </Place>
  );
}

/** Whether cards come as a sheet on this screen, as it is now. */
export function comesAsSheet(): boolean {
  return isSheet(innerWidth, matchMedia('(pointer: coarse)').matches);
}
