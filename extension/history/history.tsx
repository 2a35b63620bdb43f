/** The history page: everything the reader saved. */
import { render } from 'preact';
import { dressPage } from '../../src/ui/own-page.ts';
import { readDrafts } from '../platform/note-drafts.ts';
import { askBackground } from '../platform/own-page-messages.ts';
import { browserWords } from '../platform/page-i18n.ts';
import { HistoryScreen } from './history-screen.tsx';
import { beginOpening } from './opening.ts';

const opening = beginOpening();
const words = browserWords();
dressPage(document, words, 'historyTitle', 'site');
const [settings, drafts] = await Promise.all([
  askBackground('get-settings', {}).catch(() => undefined),
  readDrafts().catch(() => new Map()),
]);
dressPage(document, words, 'historyTitle', settings?.theme ?? 'site');
render(<HistoryScreen opening={opening} drafts={drafts} words={words} />, document.body);
