/** The reader's interface language, and what the background says in it. */
import { TEXT_LANGUAGES, type TextLanguage } from '../../src/facts/entity.ts';
import { browser } from './browser.ts';

/**
 * The language the interface's messages are in, so that a card's texts and its labels agree; English where we have not the browser's.
 * Asked of the messages themselves: `getUILanguage` may name another one than the one they were taken from.
 */
export function readerLanguage(): TextLanguage {
  const messages = browser.i18n.getMessage('locale');
  return TEXT_LANGUAGES.find((lang) => lang === messages) ?? 'en';
}

/** The sentence on cards from a pack that the reader loaded; the pack's name is isolated, as its direction may be another. */
export function sayNotOurs(name: string): string {
  return browser.i18n.getMessage('cardNotOurs', [`\u2068${name}\u2069`]);
}
