/** What a page is answered with when it has sent its text. */
import * as v from 'valibot';
import { Briefing } from '../facts/briefing.ts';
import { EntityId } from '../facts/entity.ts';
import { ArticleDate, Mention } from '../facts/mention.ts';
import { PlacedHighlight } from './highlights.ts';

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
    /** Every saved passage found on this page, where that changed since it was last told. */
    highlights: v.optional(v.array(PlacedHighlight)),
  }),
  /** The background was stopped meanwhile and has forgotten this session: send every block again. */
  v.strictObject({ kind: v.literal('send-all') }),
]);
/** The answer after parsing. */
export type Recognised = v.InferOutput<typeof Recognised>;
