/** What the card's buttons do, each with its way back. */
import { codeOf } from '../../../src/messages/dateline-error.ts';
import { formatDate } from '../../../src/ui/dates.ts';
import { ERROR_TEXTS } from '../../../src/ui/error-texts.ts';
import type { CardActs } from '../../../src/ui/card/card.tsx';
import type { Words } from '../../../src/ui/words.ts';
import type { Briefing } from '../../../src/facts/briefing.ts';
import type { CardPort, PlacedMention } from '../ports/card-port.ts';

/** What the reader is told after an act. */
export interface Told {
  readonly text: string;
  readonly undo?: () => void;
  readonly retry?: () => void;
}

/** What is told while an act is done. */
export interface ActListener {
  /** An act begins: the card has done its work. */
  readonly begin: () => void;
  readonly tell: (told: Told) => void;
}

/** The acts of one card. Each sends one message, then tells what happened and offers to take it back; a failure is told in words. */
export function actsFor(port: CardPort, place: PlacedMention, briefing: Briefing, words: Words, listener: ActListener): CardActs {
  const { mention, text } = place;
  const { id, why } = mention;
  const act = (send: (undone: boolean) => Promise<unknown>, done: string) => {
    listener.begin();
    void attempt(send(false), { text: done, undo: () => void attempt(send(true), undefined) });
  };
  const attempt = async (sent: Promise<unknown>, told: Told | undefined): Promise<void> => {
    try {
      await sent;
      if (told !== undefined) listener.tell(told);
    } catch (error) {
      listener.tell({ text: words.say(ERROR_TEXTS[codeOf(error)]) });
    }
  };
  const name = briefing.name.text;
  const dayBefore = port.date?.how === 'reader' ? port.date.day : null;
  return {
    onKnow: () => act((undone) => port.send('know-entity', { id, known: !undone }), words.say('toastKnown', name)),
    onWrong: () =>
      act((undone) => port.send('wrong-match', { id, form: why.form, wrong: !undone }), words.say('toastWrong', text, name)),
    onHighlight: () => {
      listener.begin();
      port.saveSentence(place);
    },
    onSiteOff: () => act((undone) => port.send('switch-site', { on: undone }), words.say('toastSiteOff')),
    onSnooze: () => act((undone) => port.send('snooze', { hours: undone ? 0 : 1 }), words.say('toastSnoozed')),
    onCorrectDate(day) {
      const done = day === null ? words.say('toastDateBack') : words.say('toastDateSet', formatDate(day, words.locale));
      const send = (to: string | null) => port.send('correct-date', { session: port.session, day: to });
      void attempt(send(day), { text: done, undo: () => void attempt(send(dayBefore), undefined) });
    },
  };
}
