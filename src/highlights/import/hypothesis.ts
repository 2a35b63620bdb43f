/**
 * Annotations as Hypothesis gives them away: the client's export (`annotations`) and a search of its API (`rows`). Shapes after
 * https://h.readthedocs.io/en/latest/api-reference/ and the client's annotations-exporter.
 */
import * as v from 'valibot';
import { fromWebAnnotation } from '../web-annotation.ts';
import type { ForeignFile } from './foreign-file.ts';

const Annotation = v.looseObject({
  id: v.optional(v.string()),
  created: v.optional(v.string()),
  updated: v.optional(v.string()),
  uri: v.string(),
  text: v.optional(v.string(), ''),
  tags: v.optional(v.array(v.string()), []),
  /** Ids of what it replies to. */
  references: v.optional(v.array(v.string()), []),
  document: v.optional(v.looseObject({ title: v.optional(v.union([v.string(), v.array(v.string())])) })),
  target: v.array(v.looseObject({ selector: v.optional(v.array(v.unknown())) })),
});

const Export = v.union([
  v.looseObject({ annotations: v.array(v.unknown()) }),
  v.pipe(
    v.looseObject({ rows: v.array(v.unknown()) }),
    v.transform(({ rows }) => ({ annotations: rows })),
  ),
]);

/**
 * Reads an export. Replies and notes on a whole page have no passage and are left out, and counted.
 * @param now ISO instant for annotations without one
 * @returns `undefined` where it is no such file
 */
export function fromHypothesis(file: unknown, now: string): ForeignFile | undefined {
  const parsed = v.safeParse(Export, file);
  if (!parsed.success) return undefined;
  const { annotations } = parsed.output;
  const highlights = annotations.flatMap((one) => passageOf(one, now) ?? []);
  return { highlights, leftOut: annotations.length - highlights.length };
}

function passageOf(value: unknown, now: string): ReturnType<typeof fromWebAnnotation> {
  const parsed = v.safeParse(Annotation, value);
  if (!parsed.success) return undefined;
  const { id, created, updated, uri, text, tags, references, document, target } = parsed.output;
  if (id === undefined || references.length > 0) return undefined;
  const { title } = document ?? {};
  const passage = fromWebAnnotation(
    {
      created,
      modified: updated,
      body: [
        { type: 'TextualBody', purpose: 'commenting', value: text },
        ...tags.map((tag) => ({ type: 'TextualBody', purpose: 'tagging', value: tag })),
      ],
      target: target.map(({ selector }) => ({ source: uri, selector })),
    },
    { id: `hypothesis-${id}`, now },
  );
  if (passage === undefined) return undefined;
  return { ...passage, article: { ...passage.article, title: (Array.isArray(title) ? title[0] : title) ?? '' } };
}
