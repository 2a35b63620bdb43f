/** What is injected beside `read.ts` when the reader first selects something, or where the article has saved passages. */
import { Highlighting } from './highlights/highlighting.ts';
import { highlightingPlace } from './ports/highlighting-port.ts';

highlightingPlace.join((port) => port.attachHighlighter(new Highlighting(port)));
