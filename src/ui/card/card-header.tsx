/** The head of a card: kind and region, name, the name in other scripts, who held it that day; the map; pin and close. */
import type { Briefing } from '../../facts/briefing.ts';
import type { Kind } from '../../facts/entity.ts';
import { Icon } from '../icons.tsx';
import { KIND_NAMES } from '../kind.ts';
import { LocatorMapDrawing } from './locator-map.tsx';
import { Name, Names } from '../pack-text.tsx';
import type { MessageKey, Words } from '../words.ts';

/** How a card can be held and moved. */
export interface Holding {
  readonly pinned: boolean;
  /** A sheet cannot be pinned or moved. */
  readonly sheet: boolean;
  readonly onPin: (pinned: boolean) => void;
  /** Moves the card by so many pixels; the keyboard's way to what dragging its head does. */
  readonly onMove: (x: number, y: number) => void;
  readonly onClose: () => void;
}

/** Pixels an arrow key moves a pinned card. */
const STEP = 24;
/** From this many letters a name is set smaller. */
const LONG_NAME = 36;
const ARROWS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-STEP, 0],
  ArrowRight: [STEP, 0],
  ArrowUp: [0, -STEP],
  ArrowDown: [0, STEP],
};

const HOLDER_LINES: Partial<Record<Kind, MessageKey>> = {
  office: 'cardHeldBy',
  organisation: 'cardLedBy',
  person: 'cardThenOffice',
};

/** See the head of this file. `nameId` is what the dialog is labelled by; `data-grip` marks what can be dragged. */
export function CardHeader({
  briefing,
  nameId,
  holding,
  words,
}: {
  briefing: Briefing;
  nameId: string;
  holding: Holding;
  words: Words;
}) {
  const { kind, region, name, otherNames, map } = briefing;
  return (
    <header class="head" data-grip>
      <p class="kind">
        {words.say(KIND_NAMES[kind])}
        {region !== undefined && (
          <>
            {' · '}
            <Name text={region} />
          </>
        )}
      </p>
      <div class="tools">
        {!holding.sheet && <PinButton holding={holding} words={words} />}
        <button
          type="button"
          class="tool"
          aria-label={words.say('cardClose')}
          title={words.say('cardClose')}
          onClick={holding.onClose}
        >
          <Icon name="close" />
        </button>
      </div>
      <div class="title">
        <h2 id={nameId} class={name.text.length > LONG_NAME ? 'long' : undefined} lang={name.lang}>
          {name.text}
        </h2>
        {otherNames.length > 0 && (
          <p class="other-names" aria-label={words.say('cardOtherNames')} role="group">
            {otherNames.map((other, index) => (
              <span key={other.lang}>
                {index > 0 && ' · '}
                <Name text={other} />
              </span>
            ))}
          </p>
        )}
        <HolderLine briefing={briefing} words={words} />
      </div>
      {map !== undefined && <LocatorMapDrawing map={map} />}
    </header>
  );
}

function HolderLine({ briefing: { kind, strip }, words }: { briefing: Briefing; words: Words }) {
  const key = HOLDER_LINES[kind];
  const holders = (strip?.spans ?? []).filter((span) => span.onTheDay);
  if (strip === undefined || key === undefined || holders.length === 0) return null;
  const [before, after] = words.around(strip.handover ? 'cardHandover' : key);
  return (
    <p class={strip.handover ? 'holder-line handover' : 'holder-line'}>
      {before}
      <b>
        <Names texts={holders.map((span) => span.label)} words={words} />
      </b>
      {after}
    </p>
  );
}

function PinButton({ holding: { pinned, onPin, onMove }, words }: { holding: Holding; words: Words }) {
  return (
    <button
      type="button"
      class="tool"
      aria-pressed={pinned}
      aria-label={words.say('cardPin')}
      title={words.say(pinned ? 'cardMoveHint' : 'cardPin')}
      onClick={() => onPin(!pinned)}
      onKeyDown={(event) => {
        const step = pinned ? ARROWS[event.key] : undefined;
        if (step === undefined) return;
        event.preventDefault();
        onMove(...step);
      }}
    >
      <Icon name="pin" filled={pinned} />
    </button>
  );
}
