/** Saved passages as files in one of four formats, from batches of them, so that not all need be held at once. */
import { backupTexts } from '../backup.ts';
import type { Highlight } from '../highlight.ts';
import { bytesOf, LONGEST_FILE, MOST_RECORDS } from '../untrusted-json.ts';
import { annotationPage, toWebAnnotation } from '../web-annotation.ts';
import { csvHead, csvLine } from './csv.ts';
import { markdownOf } from './markdown.ts';
import type { Template } from './template.ts';

/** The formats, those for reading first. */
export const EXPORT_FORMATS = ['markdown', 'csv', 'web-annotation', 'json'] as const;
/** One of {@link EXPORT_FORMATS}. */
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

/** A file to be given to the reader: its text is the parts, one after the other. */
export interface ExportedFile {
  readonly name: string;
  readonly type: string;
  readonly parts: readonly string[];
}

/** Passages a stretch at a time; for Markdown those of one article come one after the other. */
export type Batches = AsyncIterable<readonly Highlight[]>;

/** What an export is told beside what to export. */
export interface ExportOptions {
  readonly format: ExportFormat;
  /** Markdown's; see `markdownTemplate`. */
  readonly template: Template;
  /** ISO instant of the export; its day stands in the files' names. */
  readonly made: string;
}

const TYPES: Readonly<Record<ExportFormat, { readonly ending: string; readonly type: string }>> = {
  markdown: { ending: 'md', type: 'text/markdown' },
  csv: { ending: 'csv', type: 'text/csv' },
  'web-annotation': { ending: 'jsonld', type: 'application/ld+json' },
  json: { ending: 'json', type: 'application/json' },
};

/** The files: one, or for the two JSON formats several where one would be longer than is read again. Rejects as `batches` does. */
export async function exportFiles(batches: Batches, options: ExportOptions): Promise<readonly ExportedFile[]> {
  const { format, made } = options;
  const { ending, type } = TYPES[format];
  const texts = await WRITERS[format](batches, options);
  return texts.map((parts, place) => ({
    name: `dateline-${made.slice(0, 10)}${texts.length > 1 ? `-${place + 1}` : ''}.${ending}`,
    type,
    parts,
  }));
}

/** The parts of each file. */
type Writer = (batches: Batches, options: ExportOptions) => Promise<readonly (readonly string[])[]>;

const WRITERS: Readonly<Record<ExportFormat, Writer>> = {
  async markdown(batches, { template }) {
    const parts: string[] = [];
    for await (const article of articlesOf(batches)) parts.push(markdownOf(template, article));
    return [[parts.join('\n')]];
  },

  async csv(batches) {
    const parts = [csvHead()];
    for await (const batch of batches) parts.push(batch.map(csvLine).join(''));
    return [parts];
  },

  async 'web-annotation'(batches, { made }) {
    const pages: string[][] = [[]];
    let [bytes, total] = [0, 0];
    for await (const batch of batches) {
      for (const highlight of batch) {
        const { '@context': _once, ...annotation } = toWebAnnotation(highlight);
        const text = JSON.stringify(annotation);
        const size = bytesOf(text) + 2;
        // A kilobyte is more than a page has beside its items.
        if (bytes + size > LONGEST_FILE - 1024 || pages.at(-1)?.length === MOST_RECORDS) {
          pages.push([]);
          bytes = 0;
        }
        pages.at(-1)?.push(text);
        bytes += size;
        total++;
      }
    }
    let before = 0;
    return pages.map((items, page) => {
      const head = JSON.stringify(annotationPage({ made, page, pages: pages.length, total, startIndex: before }));
      before += items.length;
      return [`${head.slice(0, -1)},"items":[\n`, items.join(',\n'), '\n]}\n'];
    });
  },

  async json(batches, { made }) {
    const highlights: Highlight[] = [];
    for await (const batch of batches) highlights.push(...batch);
    return backupTexts(highlights, made).map((text) => [text]);
  },
};

/** Passages of one article that come one after the other, put together. */
async function* articlesOf(batches: Batches): AsyncGenerator<readonly [Highlight, ...Highlight[]]> {
  let article: [Highlight, ...Highlight[]] | undefined;
  for await (const batch of batches) {
    for (const highlight of batch) {
      if (article?.[0].article.address === highlight.article.address) article.push(highlight);
      else {
        if (article !== undefined) yield article;
        article = [highlight];
      }
    }
  }
  if (article !== undefined) yield article;
}
