/** The settings page. */
import { render } from 'preact';
import { setUpPage } from '../../src/ui/own-page.ts';
import { askBackground } from '../platform/own-page-messages.ts';
import { browserWords } from '../platform/page-i18n.ts';
import { Options } from './options-screen.tsx';

const words = browserWords();
setUpPage(document, words, 'optionsTitle', 'site');
const [settings, choices] = await Promise.all([askBackground('get-settings', {}), askBackground('choices', {})]);
setUpPage(document, words, 'optionsTitle', settings.theme);
render(<Options settings={settings} choices={choices} words={words} />, document.body);
