/** The background is stopped while a reader highlights: every highlight ends as saved or as visibly not saved, and none is there twice (promises R3). */
import { rm } from 'node:fs/promises';
import { registeredScripts } from '../harness/own-page.ts';
import { Reader } from '../harness/reader.ts';
import { until } from '../harness/until.ts';
import { articlePage } from '../pages/story.ts';
import type { Chance } from './chance.ts';
import { Desk, numberedStory, type Trial, wordsOf } from './desk.ts';
import { freshProfile } from './profile.ts';

/** What came of it. */
export interface Stops {
  readonly stops: number;
  /** Highlights the reader was told are saved. */
  readonly saved: number;
  /** Highlights the reader was told are not saved. */
  readonly notSaved: number;
  /** Highlights about which the reader was told nothing in five seconds. */
  readonly undecided: number;
  /** Of those said to be saved, how many are not there. */
  readonly lost: number;
  /** Passages that are there although the same one is there already. */
  readonly twice: number;
}

/** How long the reader may be left in the dark, in milliseconds. */
const DECIDED_MS = 5000;
/** The background is stopped at most this long after the pointer sets out to press, in milliseconds: most saves end sooner. */
const LATEST_STOP_MS = 250;
/** Passages on one page. */
const ON_A_PAGE = 40;

/** Highlights so many passages with the toolbar, and stops the background at a random moment of each. */
export async function stopWhileHighlighting(trial: Trial, count: number, chance: Chance): Promise<Stops> {
  const profile = await freshProfile();
  const desk = await Desk.open(trial, profile, 0);
  await until('the page script to be registered', async () => (await registeredScripts(desk.own)) > 0);
  const reader = await Reader.sitDown(desk.running);
  const told = new Map<string, string>();
  for (let at = 0; at < count; at++) {
    const address = `www.faults.example/stops-${Math.floor(at / ON_A_PAGE)}` as const;
    if (at % ON_A_PAGE === 0) {
      const story = numberedStory(at + ON_A_PAGE);
      trial.news.publish(address, articlePage({ ...story, paragraphs: story.paragraphs.slice(at) }));
    }
    // Each time anew: nothing told of the passage before is taken for this one's.
    await reader.open(`https://${address}`);
    await reader.marksUntil('the story marked', (marks) => marks.length > 0);
    await select(reader, wordsOf(at));
    const stopping = stopAfter(desk, chance(LATEST_STOP_MS));
    await reader.clickInCard('.highlight-toolbar [aria-label="Key fact"]');
    told.set(wordsOf(at), (await toldInTime(reader)) ?? 'nothing');
    await stopping;
  }
  const there = [...(await desk.kept()).values()].map(({ anchor }) => anchor.quote.exact);
  await desk.running.stop();
  await rm(profile, { recursive: true, force: true });
  const of = (what: string): readonly string[] => [...told].filter(([, word]) => word === what).map(([words]) => words);
  return {
    stops: count,
    saved: of('saved').length,
    notSaved: of('not saved').length,
    undecided: of('nothing').length,
    lost: of('saved').filter((words) => !there.includes(words)).length,
    twice: there.length - new Set(there).size,
  };
}

/** Selects a paragraph as a triple click does. */
async function select(reader: Reader, words: string): Promise<void> {
  const middle = await reader.page.evaluate((wanted) => {
    const paragraph = [...document.querySelectorAll('p')].find(({ textContent }) => textContent === wanted);
    paragraph?.scrollIntoView({ block: 'center', behavior: 'instant' });
    const box = paragraph?.getBoundingClientRect();
    return box && { x: box.left + 4, y: box.top + box.height / 2 };
  }, words);
  if (middle === undefined) throw new Error(`no '${words}' on the page`);
  await reader.page.mouse.click(middle.x, middle.y, { count: 3 });
}

async function stopAfter(desk: Desk, milliseconds: number): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, milliseconds));
  await desk.running.stopBackground();
}

/** What the reader is told of a passage just highlighted; `undefined` after five seconds without a word. */
export async function toldInTime(reader: Reader): Promise<'saved' | 'not saved' | undefined> {
  const end = Date.now() + DECIDED_MS;
  while (Date.now() < end) {
    const text = await reader.inCard((root) => root.querySelector('.toast')?.textContent, null);
    if (text != null) return text.includes('Highlighted') ? 'saved' : 'not saved';
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  return undefined;
}
