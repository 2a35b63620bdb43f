/** Highlights as the Obsidian Web Clipper's settings export them: a list of pages, each with its highlights as HTML. */
import * as v from 'valibot';
import { COLOURS } from '../highlight.ts';
import { fromWebAnnotation } from '../web-annotation.ts';
import type { ForeignFile } from './foreign-file.ts';
import { textOfHtml } from './html-text.ts';

const Export = v.array(
  v.looseObject({
    url: v.string(),
    highlights: v.array(
      v.looseObject({
        text: v.string(),
        timestamp: v.optional(v.string()),
        color: v.optional(v.string()),
        notes: v.optional(v.array(v.string()), []),
      }),
    ),
  }),
);

/**
 * Reads an export. The Clipper keeps no context, so such a passage is only ever found where its words are unmistakable.
 * @param now ISO instant for highlights without one
 * @returns `undefined` where it is no such file
 */
export function fromClipper(file: unknown, now: string): ForeignFile | undefined {
  const parsed = v.safeParse(Export, file);
  if (!parsed.success) return undefined;
  const all = parsed.output.flatMap(({ url, highlights }) => highlights.map((highlight) => ({ url, ...highlight })));
  const passages = all.flatMap(({ url, text, timestamp, color, notes }) => {
    const exact = textOfHtml(text);
    const passage = fromWebAnnotation(
      {
        created: timestamp,
        body: [{ type: 'TextualBody', purpose: 'commenting', value: notes.join('\n\n') }],
        target: { source: url, selector: { type: 'TextQuoteSelector', exact } },
      },
      { id: `clipper-${digest(`${url}\n${exact}\n${timestamp ?? ''}`)}`, now },
    );
    if (passage === undefined) return [];
    return { ...passage, colour: COLOURS.find((colour) => colour === color) ?? passage.colour };
  });
  return { highlights: passages, leftOut: all.length - passages.length };
}

/** The same for the same text, so that a file read twice gives the same passages: FNV-1a over UTF-16 units, two seeds of 32 bits. */
function digest(text: string): string {
  return [0x811c9dc5, 0x9e3779b1]
    .map((seed) => {
      let hash = seed;
      for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
      return (hash >>> 0).toString(16).padStart(8, '0');
    })
    .join('');
}
