import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { expect } from 'vitest';
import { test } from './harness/test.ts';
import { until } from './harness/until.ts';
import { articlePage, STORY } from './pages/story.ts';

const CROSSING = {
  id: 'place/kapitan-andreevo',
  names: { en: 'Kapitan Andreevo', tr: 'Kapitan Andreevo', ar: 'كابيتان أندرييفو', ru: 'Капитан-Андреево' },
  about: { en: 'Village and crossing on the road from Edirne.' },
  facts: [{ on: '2020-02-01', text: { en: 'The crossing is widened.' }, concerns: ['place/idlib'], sources: ['paper'] }],
  forms: [{ text: 'Kapitan Andreevo' }],
  sources: { paper: { publisher: 'A Paper', title: 'A page', url: 'https://paper.example/a' } },
};
const PACK = {
  format: 'dateline-pack',
  version: 1,
  about: { id: 'border', name: 'The border', version: 1, knownUntil: '2026-10' },
  cues: {},
  everydayWords: {},
  entities: [CROSSING],
};
const ARTICLE = {
  ...STORY,
  paragraphs: [...STORY.paragraphs, 'Lorries from Idlib wait at Kapitan Andreevo for days.'],
};

/** What the packs' store holds, as text; the tries left out. */
function stored(page: Page): Promise<string> {
  return page.evaluate(
    () =>
      new Promise<string>((resolve, reject) => {
        const opening = indexedDB.open('dateline');
        opening.onerror = () => reject(opening.error ?? new Error('not opened'));
        opening.onsuccess = () => {
          const db = opening.result;
          const rows = db.transaction('own-packs').objectStore('own-packs').getAll();
          rows.onsuccess = () => {
            db.close();
            resolve(JSON.stringify(rows.result));
          };
        };
      }),
  );
}

async function says(page: Page, text: string): Promise<void> {
  await until(`the packs section to say '${text}'`, () =>
    page.evaluate((wanted) => document.querySelector('#packs')?.textContent?.includes(wanted), text),
  );
}

async function press(page: Page, label: string): Promise<void> {
  await until(`the button '${label}'`, () =>
    page.evaluate((wanted) => {
      const button = [...document.querySelectorAll<HTMLButtonElement>('#packs button')].find(
        ({ textContent, disabled }) => textContent === wanted && !disabled,
      );
      button?.click();
      return button !== undefined;
    }, label),
  );
}

test('a pack is loaded, marks its names with cards that say whose they are, and goes again; a hostile one changes nothing', async ({
  news,
  running,
  reader,
}) => {
  const folder = mkdtempSync(join(tmpdir(), 'dateline-pack-'));
  const options = await running.openOwnPage('options/options.html#packs');
  const choose = async (pack: object): Promise<void> => {
    const file = join(folder, 'pack.json');
    writeFileSync(file, JSON.stringify(pack));
    const field = await until('the file field', async () => (await options.$('#packs input[type=file]:enabled')) ?? undefined);
    await field.uploadFile(file);
  };
  const marksOf = (wanted: boolean) =>
    reader.marksUntil(
      `Idlib marked, the crossing ${wanted ? '' : 'not'}`,
      (marks) => marks.some(({ text }) => text === 'Idlib') && marks.some(({ text }) => text === 'Kapitan Andreevo') === wanted,
    );
  try {
    news.publish('packs.example/a', articlePage(ARTICLE));
    await reader.open('https://packs.example/a');
    await marksOf(false);

    await says(options, 'Idlib and the Sochi accord');
    await choose(PACK);
    await says(options, 'paper.example');
    expect(await stored(options)).toBe('[]');
    await press(options, 'Load this pack');
    await says(options, 'is loaded');
    await says(options, '1 entity and 1 fact');
    const loaded = await stored(options);

    await reader.page.bringToFront();
    await marksOf(true);
    const { name, lines } = await reader.cardFor('Kapitan Andreevo');
    expect(name).toBe('Kapitan Andreevo');
    // Only one of the browsers tells of the marks that keep the name's direction to itself.
    expect(lines.join(' ').replaceAll(/[\u2068\u2069]/gu, '')).toContain(
      'From a pack you loaded: The border. Not checked by Dateline.',
    );
    await reader.closeCard();
    expect((await reader.cardFor('Idlib')).lines.join(' ')).not.toContain('Not checked');
    await reader.closeCard();

    await options.bringToFront();
    await choose({ ...PACK, entities: [{ ...CROSSING, id: 'place/idlib' }] });
    await says(options, 'What is wrong with the file');
    await says(options, 'place/idlib is in Dateline’s own pack');
    expect(await stored(options)).toBe(loaded);

    await press(options, 'Remove');
    await says(options, 'is removed');
    expect(await stored(options)).toBe('[]');
    await reader.page.bringToFront();
    await marksOf(false);

    await options.bringToFront();
    await press(options, 'Undo');
    await says(options, 'is back');
    expect(await stored(options)).toBe(loaded);
  } finally {
    await press(options, 'Remove').catch(() => undefined);
    await until('no pack left', async () => (await stored(options)) === '[]').catch(() => undefined);
    await options.close();
    rmSync(folder, { recursive: true });
  }
});
