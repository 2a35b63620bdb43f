/** The history page as tests use it, and the five passages that it lists. */
import type { Page } from 'puppeteer-core';
import { onTestFinished } from 'vitest';
import type { Highlight } from '../../../src/highlights/highlight.ts';
import { ARABIC_STORY, STORY, type Story } from '../pages/story.ts';
import type { Running } from './launch.ts';
import { askBackground } from './own-page.ts';
import { savedPassage } from './saved.ts';
import { until } from './until.ts';

/** Words of the stories; those of GONE are in none. */
export const ACCORD = 'the Sochi accord of September 2018 has to be carried out in full';
export const TELEPHONE = 'spoke by telephone on Friday';
export const GONE = 'a delegation is expected within days';
export const POSTS = 'Ankara has sent more troops to its observation posts';
export const IN_ARABIC = 'ضرورة تنفيذ اتفاق سوتشي';

/** Where the first story is published. */
export const HOME = 'https://history.example/story';
const OTHER = 'https://other.example/story';
const ARAB = 'https://arab.example/story';
const OTHER_STORY: Story = { ...STORY, day: '2020-03-06', title: 'A truce on the road to Aleppo' };

const about = (id: string, name: string): Highlight['entities'][number] => ({
  id,
  name,
  lang: 'en',
  facts: [],
  knownUntil: '2026-11-01',
});
/** What says that a passage was saved on a day. */
export const savedOn = (day: string): Partial<Highlight> => ({
  created: `${day}T09:30:00.000Z`,
  modified: `${day}T09:30:00.000Z`,
});

/** Five passages of three articles, saved on five days, the newest first. */
export const SAVED: readonly Highlight[] = [
  savedPassage(STORY, HOME, ACCORD, {
    ...savedOn('2026-11-20'),
    note: 'Compare with the truce of March',
    tags: ['thesis', 'İdlib'],
    entities: [about('agreement/sochi-memorandum-2018', 'Sochi memorandum 2018'), about('place/idlib', 'Idlib')],
  }),
  savedPassage(STORY, HOME, TELEPHONE, { ...savedOn('2026-11-19'), colour: 'blue', entities: [about('place/idlib', 'Idlib')] }),
  savedPassage(STORY, HOME, GONE, { ...savedOn('2026-11-18'), colour: 'green' }),
  savedPassage(OTHER_STORY, OTHER, POSTS, { ...savedOn('2026-11-17'), colour: 'pink', tags: ['thesis'] }),
  savedPassage(ARABIC_STORY, ARAB, IN_ARABIC, { ...savedOn('2026-11-16'), note: 'كلمة بكلمة' }),
];

/** Puts the passages into the store, as they were at first, and opens the history page on them. */
export async function openHistory(running: Running, saved: readonly Highlight[] = SAVED): Promise<Page> {
  const page = await running.openOwnPage('history/history.html');
  onTestFinished(async () => {
    await page.close();
  });
  const ids = (await askBackground(page, 'highlights-after', { after: null, limit: 2000 })).highlights.map(({ id }) => id);
  if (ids.length > 0) {
    await askBackground(page, 'change-highlights', {
      changes: ids.map((id) => ({ entry: crypto.randomUUID(), id, edit: { kind: 'delete' } })),
    });
    await askBackground(page, 'empty-trash', {});
  }
  await askBackground(page, 'merge-highlights', { highlights: [...saved] });
  await lists(
    page,
    saved.map(({ anchor }) => anchor.quote.exact),
  );
  await page.bringToFront();
  return page;
}

function quotes(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => [...document.querySelectorAll('.passage .quote')].map(({ textContent }) => textContent ?? ''));
}

/** Waits until exactly these passages are listed, in this order. */
export async function lists(page: Page, wanted: readonly string[]): Promise<void> {
  let last: readonly string[] = [];
  try {
    await until('the list', async () => {
      last = await quotes(page);
      return last.join('\n') === wanted.join('\n');
    });
  } catch (error) {
    throw new Error(`wanted: ${wanted.join(' | ')}; listed: ${last.join(' | ')}`, { cause: error });
  }
}

/** Waits until something in the page that matches has this text. */
export async function says(page: Page, selector: string, text: string): Promise<void> {
  await until(`${selector} to say '${text}'`, () =>
    page.evaluate(
      (where, wanted) => [...document.querySelectorAll(where)].some((element) => element.textContent?.includes(wanted)),
      selector,
      text,
    ),
  );
}

/** Presses the first button that matches and has this text, once it is there. */
export async function press(page: Page, selector: string, text: string): Promise<void> {
  await until(`${selector} '${text}'`, () =>
    page.evaluate(
      (where, wanted) => {
        const button = [...document.querySelectorAll<HTMLElement>(where)].find((element) =>
          element.textContent?.includes(wanted),
        );
        button?.click();
        return button !== undefined;
      },
      selector,
      text,
    ),
  );
}

/** Looks for something by the keyboard. */
export async function look(page: Page, query: string): Promise<void> {
  await page.keyboard.press('/');
  await page.keyboard.type(query);
  await page.keyboard.press('Escape');
}

/** Chooses in one of the lists above the passages, by its label. */
export async function choose(page: Page, label: string, value: string): Promise<void> {
  await page.evaluate(
    (name, chosen) => {
      const select = [...document.querySelectorAll('.result label')]
        .find((one) => one.textContent?.startsWith(name))
        ?.querySelector('select');
      if (select == null) throw new Error(`no list '${name}'`);
      select.value = chosen;
      select.dispatchEvent(new Event('change', { bubbles: true }));
    },
    label,
    value,
  );
}

/** What stands above the groups. */
export function headings(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => [...document.querySelectorAll('.group')].map(({ textContent }) => textContent ?? ''));
}

/** Text of what has the focus. */
export function focused(page: Page): Promise<string> {
  return page.evaluate(() => document.activeElement?.textContent ?? '');
}

/** A passage as it is stored, by its words. */
export async function stored(page: Page, exact: string): Promise<Highlight> {
  const { highlights } = await askBackground(page, 'highlights-after', { after: null, limit: 2000 });
  const found = highlights.find(({ anchor }) => anchor.quote.exact === exact);
  if (found === undefined) throw new Error(`'${exact}' is not stored`);
  return found;
}
