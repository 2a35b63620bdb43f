/** `test` for pages that attack: with a browser of their own, and one that has the leaky build in it. */
import { inject } from 'vitest';
import { hostilePage } from '../pages/hostile-page.ts';
import { STORY } from '../pages/story.ts';
import { launch, type Running } from './launch.ts';
import { makeLeakyBuild, type Secrets } from './leaky-build.ts';
import type { News } from './news.ts';
import { boxesOfText } from './passages.ts';
import { Reader } from './reader.ts';
import { publishWithSaved } from './saved.ts';
import { test as base } from './test.ts';
import { until } from './until.ts';

/** What no page may come to know. */
export const SECRETS: Secrets = { note: 'quartznotebook', tag: 'quartztagging', lost: 'quartzlostwords' };
/** Words of the passage that is still on the page. */
const KEPT = 'the Sochi accord of September 2018 has to be carried out in full';

export const test = base.extend<{ hostile: Running; leaky: Running }>({
  hostile: [
    async ({ news }, use) => {
      const target = inject('target');
      const running = await launch({ target, extension: `dist/test-${target}`, proxyPort: news.port });
      await use(running);
      await running.stop();
    },
    { scope: 'file' },
  ],
  leaky: [
    async ({ news }, use) => {
      const target = inject('target');
      const { folder, remove } = await makeLeakyBuild(target, SECRETS);
      const running = await launch({ target, extension: folder, proxyPort: news.port });
      await use(running);
      await running.stop();
      await remove();
    },
    { scope: 'file' },
  ],
});

/** Opens a page that spies, on which one passage is drawn and another is lost; both have a note and a tag. */
export async function openHostilePage({ news, running }: { news: News; running: Running }, host: string): Promise<Reader> {
  const changes = { note: SECRETS.note, tags: [SECRETS.tag] };
  await publishWithSaved({ news, running }, `${host}/story`, STORY, [
    [KEPT, changes],
    [SECRETS.lost, changes],
  ]);
  news.publish(`${host}/story`, hostilePage(STORY));
  const reader = await Reader.sitDown(running);
  await reader.open(`https://${host}/story`);
  await reader.marksUntil('the page read', (marks) => marks.length > 0);
  return reader;
}

/** Clicks the passage that is drawn, and waits for its toolbar. */
export async function openToolbar(reader: Reader): Promise<void> {
  const [box] = await boxesOfText(reader.page, 'has to be carried out');
  if (box === undefined) throw new Error('no words');
  await reader.page.mouse.click((box.left + box.right) / 2, (box.top + box.bottom) / 2);
  await until('the toolbar', () => reader.inCard((root) => root.querySelector('.highlight-toolbar') !== null, null));
}
