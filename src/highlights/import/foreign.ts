/** Files of other tools, and Web Annotations of any: what they hold, as passages of ours. */
import * as v from 'valibot';
import { fromWebAnnotation } from '../web-annotation.ts';
import { fromClipper } from './clipper.ts';
import type { ForeignFile } from './foreign-file.ts';
import { fromHypothesis } from './hypothesis.ts';

/** Which tool wrote a file. */
export type ForeignFormat = 'hypothesis' | 'clipper' | 'web-annotation';

/** One Web Annotation, a list of them, or a page or collection (W3C Web Annotation Vocabulary, 2.1.7 and 2.1.8). */
const Annotations = v.union([
  v.array(v.looseObject({ type: v.literal('Annotation') })),
  v.pipe(
    v.looseObject({ items: v.array(v.unknown()) }),
    v.transform(({ items }) => items),
  ),
  v.pipe(
    v.looseObject({ first: v.looseObject({ items: v.array(v.unknown()) }) }),
    v.transform(({ first }) => first.items),
  ),
  v.pipe(
    v.looseObject({ type: v.literal('Annotation') }),
    v.transform((one) => [one]),
  ),
]);

/**
 * Reads a file that another tool wrote.
 * @param file parsed JSON, not to be trusted
 * @param now ISO instant for entries that say none
 * @returns `undefined` where no format fits, or where nothing in it is a passage
 */
export function readForeign(file: unknown, now: string): (ForeignFile & { readonly format: ForeignFormat }) | undefined {
  const readers = [
    ['hypothesis', fromHypothesis],
    ['clipper', fromClipper],
    ['web-annotation', fromAnnotations],
  ] as const;
  for (const [format, read] of readers) {
    const found = read(file, now);
    if (found !== undefined && found.highlights.length > 0) return { format, ...found };
  }
  return undefined;
}

function fromAnnotations(file: unknown, now: string): ForeignFile | undefined {
  const parsed = v.safeParse(Annotations, file);
  if (!parsed.success) return undefined;
  const annotations: readonly unknown[] = parsed.output;
  const highlights = annotations.flatMap((one, at) => fromWebAnnotation(one, { id: `annotation-${idOf(one) ?? at}`, now }) ?? []);
  return { highlights, leftOut: annotations.length - highlights.length };
}

/** What of an annotation's id may stand in ours: the same file read twice gives the same passages. */
function idOf(annotation: unknown): string | undefined {
  const parsed = v.safeParse(v.looseObject({ id: v.string() }), annotation);
  const letters = parsed.success ? parsed.output.id.replace(/[^\w-]+/g, '-').slice(-50) : '';
  return letters === '' ? undefined : letters;
}
