/** A passage that a page asks to save, made into a record: what the page may not be asked, or not be trusted with, is filled in here. */
import * as v from 'valibot';
import { brief, holdersOn } from '../../src/facts/brief.ts';
import type { ArticleDate } from '../../src/facts/mention.ts';
import { Highlight, type SavedEntity } from '../../src/highlights/highlight.ts';
import type { Input } from '../../src/messages/envelope.ts';
import { DatelineError } from '../../src/messages/errors.ts';
import type { FROM_PAGE } from '../../src/messages/from-page.ts';
import type { PageSender } from '../platform/listening.ts';
import { readerLanguage } from '../platform/reader-language.ts';
import { articleOf } from './article.ts';
import { dayOf } from './article-day.ts';
import type { Services } from './services.ts';
import { type Packs, viewOf } from './pack.ts';

/**
 * The record of a passage. Address and container are what the browser says of the sender.
 * @throws DatelineError `not-allowed` for a page that is not on the web: it would never be found there again
 */
export async function recordOf(
  { store, packs }: Pick<Services, 'store' | 'packs'>,
  { id, anchor, colour, page, entities }: Input<typeof FROM_PAGE, 'save-highlight'>,
  { address, container }: PageSender,
): Promise<Highlight> {
  const date = await dayOf(store, address, page);
  const saved = entities.length === 0 ? [] : entitiesOnTheDay(await packs.load(), entities, date);
  const now = new Date().toISOString();
  const record = v.safeParse(Highlight, {
    id,
    motivation: 'highlighting',
    anchor,
    article: articleOf(address, page, date),
    colour,
    note: '',
    tags: [],
    entities: saved,
    container,
    created: now,
    modified: now,
    deleted: null,
  });
  if (!record.success) throw new DatelineError('not-allowed', v.summarize(record.issues));
  return record.output;
}

/** Entities as their cards say they were on the article's day; what no pack has is left out. */
function entitiesOnTheDay(packs: Packs, ids: readonly string[], date: ArticleDate | null): SavedEntity[] {
  const day = date?.day ?? null;
  const occasion = { day, lang: readerLanguage(), inArticle: new Set(ids) };
  return [...occasion.inArticle].flatMap((id) => {
    const view = viewOf(packs, id);
    const briefing = brief(view, id, occasion);
    if (briefing === undefined) return [];
    const { name, status, before, knownUntil } = briefing;
    const holders = day === null ? [] : holdersOn(view, id, day).holders;
    return [
      {
        id,
        name: name.text,
        lang: name.lang,
        ...(status && { status: status.text.text }),
        ...(holders.length > 0 && { holders }),
        facts: before.map(({ on, from, until, text }) => ({
          ...(on !== undefined && { on }),
          ...(from !== undefined && { from }),
          ...(until !== undefined && { until }),
          text: text.text,
        })),
        knownUntil,
      },
    ];
  });
}
