/** The panel beside an article: Chromium's side panel, Firefox' sidebar. */
import { dressPage } from '../../src/ui/own-page.ts';
import { browserWords } from '../platform/page-i18n.ts';

dressPage(document, browserWords(), 'extensionName', 'site');
