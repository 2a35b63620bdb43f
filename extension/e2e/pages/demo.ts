/** The extension's own sample article as a page of a news site. */
import { DEMO_ARTICLES } from '../../welcome/demo-article.ts';
import type { Story } from './story.ts';

/** The English sample article, dated as wished, `YYYY-MM-DD`. */
export function demoStory(day: string): Story {
  return { ...DEMO_ARTICLES.en, dir: 'ltr', day };
}
