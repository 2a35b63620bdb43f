/** A text as a card shows it. Apart from `briefing.ts`, whose parser most surfaces have no use for. */
import * as v from 'valibot';

/** A text and the BCP 47 tag of the language it is in, so that a fallback can be marked as such. */
export const Text = v.strictObject({ text: v.string(), lang: v.string() });
/** A text with its language. */
export type Text = v.InferOutput<typeof Text>;
