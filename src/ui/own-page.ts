/** What every page of ours does to its document before anything is shown. */
import type { PageSettings } from '../messages/from-page.ts';
import type { MessageKey, Words } from './words.ts';

/** Sets language, direction, title and colours. `theme` `site` is the browser's own light or dark. */
export function setUpPage(page: Document, words: Words, title: MessageKey, theme: PageSettings['theme']): void {
  page.documentElement.lang = words.lang;
  page.documentElement.dir = words.dir;
  page.title = words.say(title);
  page.body.classList.add('surface');
  page.body.dataset['theme'] = theme;
}
