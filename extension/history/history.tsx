/** The history page: everything the reader saved. */
import { render } from 'preact';
import { dressPage } from '../../src/ui/own-page.ts';
import { readDrafts } from '../platform/note-drafts.ts';
import { askBackground } from '../platform/own-page-messages.ts';
import { browserWords } from '../platform/page-i18n.ts';
import { HistoryScreen } from './history-screen.tsx';

const words = browserWords();
dressPage(document, words, 'historyTitle', 'site');
const [settings, drafts] = await Promise.all([
  askBackground('get-settings', {}).catch(() => undefined),
  readDrafts().catch(() => new Map()),
]);
dressPage(document, words, 'historyTitle', settings?.theme ?? 'site');
render(<HistoryScreen drafts={drafts} words={words} />, document.body);
