/** What a page is answered with when it has sent its text. Its saved passages come by themselves (`paint-highlights`): a reply may be overtaken. */
import * as v from 'valibot';
import { Briefing } from '../facts/briefing.ts';
import { EntityId } from '../facts/entity.ts';
import { ArticleDate, Mention } from '../facts/mention.ts';

/** Its shape; the page itself checks it by hand, which `page-checks.test.ts` holds against this. */
export const Recognised = v.variant('kind', [
  v.strictObject({
    kind: v.literal('mentions'),
    date: v.nullable(ArticleDate),
    blocks: v.array(v.strictObject({ id: v.number(), mentions: v.array(Mention) })),
    /** Briefings for the entities named above that this session has not been given yet, or that changed with the date. */
    briefings: v.array(Briefing),
    /** Entity ids the reader knows already: no mark. */
    known: v.array(EntityId),
  }),
  /** The background was stopped meanwhile and has forgotten this session: send every block again. */
  v.strictObject({ kind: v.literal('send-all') }),
]);
/** The answer after parsing. */
export type Recognised = v.InferOutput<typeof Recognised>;
