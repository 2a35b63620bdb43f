/** The first page a reader sees: a sample article read by the real engine, three things to try, one question. */
import { render } from 'preact';
import { setUpPage } from '../../src/ui/own-page.ts';
import { browserWords } from '../platform/page-i18n.ts';
import { DEMO_ARTICLES } from './demo-article.ts';
import { Welcome } from './welcome-screen.tsx';

const words = browserWords();
setUpPage(document, words, 'welcomeTitle', 'site');
// At once and without a wait: the reading script comes after this one and must find the article standing.
render(<Welcome article={DEMO_ARTICLES[words.lang]} words={words} />, document.body);
