/** The card's script, injected beside `read.ts` when a page first has something to show. */
import { browserWords } from '../../platform/page-i18n.ts';
import { whenCardPort } from '../card-port.ts';
import { CardSession } from './card-session.tsx';

const words = browserWords();
whenCardPort((port) => new CardSession(port, words));
