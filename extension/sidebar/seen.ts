/** What the panel knows of the tab it is about, asked for in one go. */
import { codeOf, type ErrorCode } from '../../src/messages/dateline-error.ts';
import type { Output } from '../../src/messages/envelope.ts';
import type { ArticleInTab, FROM_OWN_PAGES, TabState } from '../../src/messages/from-own-pages.ts';
import type * as v from 'valibot';
import { askBackground } from '../platform/own-page-messages.ts';
import type { ShownTab } from '../platform/shown-tab.ts';

/** How the reader's saved passages are kept. */
export type Keeping = Output<typeof FROM_OWN_PAGES, 'keeping-state'>;

/** All that is known of an article in a tab. */
export interface Known {
  readonly tab: ShownTab;
  readonly state: TabState;
  readonly article: v.InferOutput<typeof ArticleInTab>;
  readonly recentTags: readonly string[];
  /** `null` where it could not be found out; then nothing is said of it. */
  readonly keeping: Keeping | null;
}

/** What the panel can say. */
export type Seen =
  | { readonly is: 'loading' }
  | { readonly is: 'no-tab' }
  | { readonly is: 'failed'; readonly code: ErrorCode }
  | ({ readonly is: 'known' } & Known);

/** Looks at a tab. Never rejects. */
export async function lookAt(tab: ShownTab | undefined): Promise<Seen> {
  if (tab === undefined) return { is: 'no-tab' };
  try {
    const [state, article, { tags }, keeping] = await Promise.all([
      askBackground('tab-state', { tab: tab.id }),
      askBackground('article-in-tab', { tab: tab.id }),
      askBackground('recent-tags', {}),
      askBackground('keeping-state', {}).catch(() => null),
    ]);
    return { is: 'known', tab, state, article, recentTags: tags, keeping };
  } catch (error) {
    return { is: 'failed', code: codeOf(error) };
  }
}

/** Whether the tab's page is being read. Our own sample article is, and has no address to be saved under. */
export function isRead({ article: { article, entities } }: Known): boolean {
  return article !== null || entities.length > 0;
}
