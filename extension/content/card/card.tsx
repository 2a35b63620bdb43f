/** The script of the card, the toolbars and the toasts, injected beside `read.ts` when a page first has something to show. */
import { lastingWords } from '../../platform/page-i18n.ts';
import { whenCardPort } from '../ports/card-port.ts';
import { toolbarPlace } from '../ports/toolbar-port.ts';
import { CARD_WORDS } from './card-words.ts';
import { CardSession } from './card-session.tsx';
import { ToolbarSession } from './toolbar-session.tsx';

const words = lastingWords(CARD_WORDS);
whenCardPort((port) => new CardSession(port, words));
toolbarPlace.join((port) => new ToolbarSession(port, words));
