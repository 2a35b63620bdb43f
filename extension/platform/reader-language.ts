/** The reader's interface language. */
import { TEXT_LANGUAGES, type TextLanguage } from '../../src/facts/entity.ts';
import { browser } from './browser.ts';

/** The browser's interface language as one the pack has texts in; English where it is another. */
export function readerLanguage(): TextLanguage {
  const primary = browser.i18n.getUILanguage().split('-')[0];
  return TEXT_LANGUAGES.find((lang) => lang === primary) ?? 'en';
}
