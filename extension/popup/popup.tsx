/** The toolbar button's popup. */
import { render } from 'preact';
import { setUpPage } from '../../src/ui/own-page.ts';
import { askBackground } from '../platform/own-page-messages.ts';
import { browserWords } from '../platform/page-i18n.ts';
import { shownTab } from '../platform/shown-tab.ts';
import { Popup } from './popup-screen.tsx';

const words = browserWords();
const [tab, settings] = await Promise.all([shownTab(), askBackground('get-settings', {}).catch(() => undefined)]);
setUpPage(document, words, 'extensionName', settings?.theme ?? 'site');
render(<Popup tab={tab} words={words} />, document.body);
