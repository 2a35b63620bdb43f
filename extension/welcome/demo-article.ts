/** The sample article, in the four interface languages. Each is a translation of the same story and works as a sample by itself. */
import type { TextLanguage } from '../../src/facts/entity.ts';
import ar from './demo/ar.json' with { type: 'json' };
import en from './demo/en.json' with { type: 'json' };
import ru from './demo/ru.json' with { type: 'json' };
import tr from './demo/tr.json' with { type: 'json' };

/** One article: plain text, and the day it is dated. */
export interface DemoArticle {
  readonly lang: string;
  /** `YYYY-MM-DD`. */
  readonly day: string;
  /** Place and day as a paper of that language writes them. */
  readonly dateline: string;
  readonly title: string;
  readonly paragraphs: readonly string[];
}

/** The article by interface language. */
export const DEMO_ARTICLES: Readonly<Record<TextLanguage, DemoArticle>> = { en, tr, ar, ru };
