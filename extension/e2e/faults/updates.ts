/** The extension is updated under open pages (promises R10): loaded again from its folder, which browsers take for an update. */
import { rm } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Page } from 'puppeteer-core';
import { askBackground, registeredScripts } from '../harness/own-page.ts';
import { tabOf } from '../harness/page-script.ts';
import { passages, selectWithMouse, toast, toolbar } from '../harness/passages.ts';
import { OWN_HOST } from '../../../src/page/own-host.ts';
import { Reader } from '../harness/reader.ts';
import { openPanelFor } from '../harness/saved.ts';
import { until } from '../harness/until.ts';
import { articlePage } from '../pages/story.ts';
import { Desk, numberedStory, type Trial, wordsOf } from './desk.ts';
import { freshProfile } from './profile.ts';
import { toldInTime } from './stops.ts';

/** What came of it. */
export interface Updates {
  readonly updates: number;
  /** Passages highlighted in open pages just after an update, by what the reader was told of them. */
  readonly saved: number;
  /** That the page is to be loaded again, or another reason. */
  readonly notSaved: number;
  /** Nothing in five seconds, or there was no toolbar to press. */
  readonly undecided: number;
  /** Longest time from the press to the word that nothing was saved, and why, milliseconds. */
  readonly slowestRefusal: number;
  /** Pages in which more than one element of ours stood. */
  readonly doubled: number;
  /** Uncaught errors and errors of the console in those pages. */
  readonly errors: readonly string[];
  /** Notes typed in the panel up to the moment of an update, and not kept as typed. */
  readonly notesLost: number;
}

/** Updates so many times, with so many pages open in which a passage is drawn, and a note in the panel. */
export async function updateUnderPages(trial: Trial, count: number, tabs: number): Promise<Updates> {
  const profile = await freshProfile();
  const desk = await Desk.open(trial, profile, 0);
  const { running } = desk;
  await until('the page script to be registered', async () => (await registeredScripts(desk.own)) > 0);
  await desk.own.close();
  const readers: Reader[] = [];
  for (let tab = 0; tab < tabs; tab++) readers.push(await Reader.sitDown(running));
  const told: { readonly what: string; readonly after: number }[] = [];
  let [doubled, notesLost] = [0, 0];
  for (let update = 0; update < count; update++) {
    const addressOf = (tab: number): `${string}/${string}` => `www.faults.example/update-${update}-${tab}`;
    for (const [tab, reader] of readers.entries()) {
      trial.news.publish(addressOf(tab), articlePage(numberedStory(3)));
      await reader.open(`https://${addressOf(tab)}`);
      await reader.marksUntil('the story marked', (marks) => marks.length > 0);
      await highlight(reader, 0);
      await toast(reader, 'Highlighted');
    }
    const note = `Typed before update ${update}`;
    const panel = await openPanelFor(running, `https://${addressOf(0)}`);
    await panel.bringToFront();
    await (await until('the note', () => panel.$('.highlight textarea').then((field) => field ?? undefined))).type(note);
    await running.browser.installExtension(resolve(trial.extension));
    for (const reader of readers) {
      await reader.page.bringToFront();
      const pressed = await highlight(reader, 1).catch(() => Number.NaN);
      const word = Number.isNaN(pressed) ? 'nothing' : await toldInTime(reader);
      told.push(word === undefined ? { what: await shown(reader), after: 0 } : { what: word, after: Date.now() - pressed });
    }
    if (!panel.isClosed()) await panel.close();
    // What was typed in the last moment is saved by the next panel or history page.
    const own = await running.openOwnPage('history/history.html');
    if (!(await isKept(own, note))) notesLost++;
    for (const [tab, reader] of readers.entries()) {
      await newVersionAtWork(own, `https://${addressOf(tab)}`);
      if ((await reader.source()).hosts > 1) doubled++;
    }
    await own.close();
  }
  await running.stop();
  await rm(profile, { recursive: true, force: true });
  const times = (what: string): number => told.filter((one) => one.what === what).length;
  return {
    updates: count,
    saved: times('saved'),
    notSaved: times('not saved'),
    undecided: times('nothing'),
    slowestRefusal: Math.max(0, ...told.filter(({ what }) => what === 'not saved').map(({ after }) => after)),
    doubled,
    errors: [...new Set(readers.flatMap(({ errors }) => errors))],
    notesLost,
  };
}

/** Whether a note is there, or comes to be in the time that a save may take. */
function isKept(own: Page, note: string): Promise<boolean> {
  return until('the note', async () => {
    const { highlights } = await askBackground(own, 'highlights-after', { after: null, limit: 2000 });
    return highlights.some((one) => one.note === note);
  }).catch(() => false);
}

/** Waits until the version that is there now draws what is saved in a page. */
async function newVersionAtWork(own: Page, address: string): Promise<void> {
  const tab = await tabOf(own, address);
  await until('the new version to draw', async () => {
    const { highlights } = await askBackground(own, 'article-in-tab', { tab });
    const id = highlights[0]?.highlight.id;
    return id !== undefined && (await askBackground(own, 'go-to-highlight', { tab, id })).found;
  });
}

/** Where an update took the word away, what the new version shows: the passage drawn, or its text selected again with the toolbar beside it. */
async function shown(reader: Reader): Promise<'saved' | 'not saved' | 'nothing'> {
  if ((await passages(reader)).length === 2) return 'saved';
  return (await toolbar(reader)) === true ? 'not saved' : 'nothing';
}

/**
 * Highlights a paragraph. Selects it again, as a reader does, where the update took the toolbar away under the pointer.
 * @returns when its colour was pressed, milliseconds since the epoch
 */
async function highlight(reader: Reader, paragraph: number): Promise<number> {
  return until('the toolbar pressed', async () => {
    await selectWithMouse(reader.page, wordsOf(paragraph));
    await reader.page.evaluate(() => {
      const note = ({ target }: Event): void => {
        document.documentElement.dataset['pressed'] = target instanceof Element ? target.localName : '';
      };
      document.addEventListener('pointerdown', note, { capture: true, once: true });
    });
    const pressed = Date.now();
    await reader.clickInCard('.highlight-toolbar [aria-label="Key fact"]');
    return (await reader.page.evaluate(() => document.documentElement.dataset['pressed'])) === OWN_HOST && pressed;
  });
}
