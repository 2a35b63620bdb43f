/** The history page: everything the reader saved. */
import { render } from 'preact';
import { setUpPage } from '../../src/ui/own-page.ts';
import { browserWords } from '../platform/page-i18n.ts';
import { readSettings } from '../platform/settings.ts';
import { HistoryScreen } from './history-screen.tsx';
import { beginOpening } from './opening.ts';

const opening = beginOpening();
const words = browserWords();
setUpPage(document, words, 'historyTitle', 'site');
// Read here and not asked of the background: that may have to be woken, or be reading all that is saved.
const { theme } = await readSettings();
setUpPage(document, words, 'historyTitle', theme);
render(<HistoryScreen opening={opening} words={words} />, document.body);
