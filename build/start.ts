/**
 * Builds the extension and opens a browser with it: `npm start [-- PAGE] [--browser firefox] [--date YYYY-MM-DD]`.
 * PAGE is an address or a saved .html or .txt file, by default the demonstration article. Every site is granted beforehand, as in the tests.
 * Without a display it runs unseen: it prints what a reader would find, and leaves a picture.
 */
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { launch, type Running } from '../extension/e2e/harness/launch.ts';
import { Reader } from '../extension/e2e/harness/reader.ts';
import { findBrowser } from './find-browser.ts';
import { TARGETS, type Target } from './manifest.ts';
import { serveSavedPage } from './saved-page.ts';
import { tellMentions } from './tell-mentions.ts';

const DEMO = 'welcome/welcome.html';
const PICTURE_FOLDER = 'artifacts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { browser: { type: 'string', default: 'chromium' }, date: { type: 'string' } },
});

async function start(): Promise<void> {
  const target = targetOf(values.browser);
  const page = positionals[0];
  findBrowser(target);
  execFileSync('tsx', ['build.ts'], { stdio: 'inherit' });
  const hasDisplay = process.platform !== 'linux' || Boolean(process.env['DISPLAY'] ?? process.env['WAYLAND_DISPLAY']);
  const running = await launch({ target, extension: `dist/test-${target}`, headless: !hasDisplay });
  try {
    const reader = await openPage(running, page);
    if (hasDisplay) {
      console.log('Rest the pointer on a dotted word. Close the browser to end.');
      await new Promise((resolve) => running.browser.once('disconnected', resolve));
      return;
    }
    await tellMentions(reader);
    await mkdir(PICTURE_FOLDER, { recursive: true });
    const picture = join(PICTURE_FOLDER, `${target}.png`);
    await reader.page.screenshot({ path: picture });
    console.log(`\nPicture: ${picture}`);
  } finally {
    await running.stop();
  }
}

function targetOf(name: string): Target {
  const target = TARGETS.find((known) => known === name);
  if (target === undefined) throw new Error(`--browser is one of ${TARGETS.join(', ')}, not ${name}`);
  return target;
}

async function openPage(running: Running, page: string | undefined): Promise<Reader> {
  if (page === undefined) return Reader.at(await running.openOwnPage(DEMO), running);
  if (!/^https?:\/\//.test(page) && !existsSync(page)) throw new Error(`${page} is neither a web address nor a file here`);
  const reader = await Reader.sitDown(running);
  await reader.open(/^https?:\/\//.test(page) ? page : await serveSavedPage(page, values.date));
  return reader;
}

try {
  await start();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
