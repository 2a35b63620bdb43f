/** The panel beside an article: Chromium's side panel, Firefox' sidebar. */
import { render } from 'preact';
import { setUpPage } from '../../src/ui/own-page.ts';
import { readDrafts } from '../platform/note-drafts.ts';
import { askBackground } from '../platform/own-page-messages.ts';
import { browserWords } from '../platform/page-i18n.ts';
import { PanelScreen } from './panel-screen.tsx';

const words = browserWords();
setUpPage(document, words, 'panelLabel', 'site');
const [settings, drafts] = await Promise.all([
  askBackground('get-settings', {}).catch(() => undefined),
  readDrafts().catch(() => new Map()),
]);
setUpPage(document, words, 'panelLabel', settings?.theme ?? 'site');
render(<PanelScreen drafts={drafts} words={words} />, document.body);
