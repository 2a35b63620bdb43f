/** Test seam: a page that is read without a background, for the browser tests of this folder. */
import type { Mention } from '../../src/facts/mention.ts';
import type { PageSettings } from '../../src/messages/from-page.ts';
import { Snapshot, type SnapshotChange } from '../../src/page/snapshot.ts';
import type { MarkingPort, Recognised } from './marking-port.ts';

/** Settings as they are at first. */
export const SETTINGS: PageSettings = { on: true, marks: 'all', open: 'hover', theme: 'site' };

/** Runs a reading to its end at once. */
export function readAll(snapshot: Snapshot): SnapshotChange {
  const reading = snapshot.update();
  for (;;) {
    const step = reading.next();
    if (step.done === true) return step.value;
  }
}

/** Reads `root` and gives a port for marking it. */
export function portFor(root: Element, settings: PageSettings, signal: AbortSignal): MarkingPort {
  const shadowRoots = new Set<ShadowRoot>();
  const snapshot = new Snapshot(root, (shadow) => shadowRoots.add(shadow));
  readAll(snapshot);
  return {
    session: 's',
    signal,
    snapshot,
    shadowRoots,
    settings,
    send: () => Promise.reject(new Error('nobody to send to')),
    isOrphaned: () => false,
    end: () => {},
    saveSentence: () => {},
    attach: () => {},
  };
}

/** The answer of a background that recognises these words as places, wherever they stand. */
export function answerFor(snapshot: Snapshot, words: readonly string[], known: string[] = []): Recognised {
  const mentionsIn = (text: string): Mention[] =>
    words
      .flatMap((word) => [...text.matchAll(wordPattern(word))].map(({ index }) => mention(word, index)))
      .sort((a, b) => a.start - b.start);
  const blocks = snapshot.blocks.map(({ id, content }) => ({ id, mentions: mentionsIn(content.text) }));
  return { kind: 'mentions', date: null, blocks: blocks.filter(({ mentions }) => mentions.length > 0), briefings: [], known };
}

function mention(word: string, start: number): Mention {
  return {
    start,
    end: start + word.length,
    id: `place/${word.toLowerCase()}`,
    kind: 'place',
    why: { form: word, evidence: 'name' },
  };
}

function wordPattern(word: string): RegExp {
  return word === 'Idlib' ? /Idlib/g : /Moscow/g;
}
