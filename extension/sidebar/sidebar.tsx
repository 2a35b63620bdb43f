/** The panel beside an article: Chromium's side panel, Firefox' sidebar. */
import { render } from 'preact';
import { setUpPage } from '../../src/ui/own-page.ts';
import { askBackground } from '../platform/own-page-messages.ts';
import { browserWords } from '../platform/page-i18n.ts';
import { PanelScreen } from './panel-screen.tsx';

const words = browserWords();
setUpPage(document, words, 'panelLabel', 'site');
const settings = await askBackground('get-settings', {}).catch(() => undefined);
setUpPage(document, words, 'panelLabel', settings?.theme ?? 'site');
render(<PanelScreen words={words} />, document.body);
