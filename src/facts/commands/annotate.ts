/**
 * `npm run --silent annotate`: recognition without a browser. Prints one JSON object a line for each mention of a text:
 * `{start, end, text, id, name, kind, holder?, holders?}`, `holders` only around a handover, offsets in UTF-16 code units of the file's text.
 */
import { readdir, readFile, stat } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import * as v from 'valibot';
import { Day, FORM_LANGUAGES, type FormLanguage } from '../entity.ts';
import { holdsOn } from '../on-the-day.ts';
import { compilePack } from '../pack-compile.ts';
import { readPackFolder } from '../pack-read.ts';
import { annotateText, type TextArticle } from '../recognise/annotate-text.ts';
import { guessLanguage } from '../recognise/language.ts';
import { type Lexicon, openLexicon } from '../recognise/lexicon.ts';
import { LexiconRules } from '../recognise/lexicon-rules.ts';
import { asUsageError, runCommand, UsageError } from './command.ts';

const USAGE = `usage: npm run --silent annotate -- FILE [--date YYYY-MM-DD] [--lang xx] [--pack FOLDER] [--explain]
       npm run --silent annotate -- --batch FILE [--pack FOLDER] [--explain]
  FILE    a text, one paragraph a line
  --batch FILE holds one JSON object a line: {"id", "text", "date"?, "lang"?}
  --date  the day the text was written; without it what depends on the day is left out
  --lang  ${FORM_LANGUAGES.join(', ')}; guessed from the text when not given
  --pack  a folder of YAML files, or the folder pack/ of a build; the bundled pack when not given
  --explain prints refused readings too, with the reason`;

const BUNDLED = fileURLToPath(new URL('../pack', import.meta.url));

const Language = v.picklist(FORM_LANGUAGES);
const BatchLine = v.strictObject({
  id: v.union([v.string(), v.number()]),
  text: v.string(),
  date: v.nullish(Day),
  lang: v.nullish(Language),
});

/** What is printed beside the mentions themselves. */
interface Printing {
  readonly lexicon: Lexicon;
  readonly nameOf: (id: string) => string;
  readonly explain: boolean;
}

/** Prints a text's mentions (and refused readings) in order of start. */
function print(
  text: string,
  article: TextArticle,
  passage: { passage?: string | number },
  { lexicon, nameOf, explain }: Printing,
): void {
  const lang = article.lang ?? guessLanguage(text);
  const { mentions, refused } = annotateText(lexicon, text, { day: article.day, lang });
  const lines = mentions.map(({ start, end, id, kind, why, holders }) => ({
    ...passage,
    start,
    end,
    text: text.slice(start, end),
    id,
    name: nameOf(id),
    kind,
    ...(holders && { holder: holderOn(id, holders, article.day, lexicon) }),
    ...(holders && holders.length > 1 && { holders }),
    ...(explain && { why }),
  }));
  const refusals = explain
    ? refused.map(({ start, end, id, form, refusal }) => ({
        ...passage,
        start,
        end,
        text: text.slice(start, end),
        refused: id,
        form,
        refusal,
      }))
    : [];
  for (const line of [...lines, ...refusals].toSorted((a, b) => a.start - b.start))
    process.stdout.write(`${JSON.stringify(line)}\n`);
}

/** Of those who are shown around a handover, the one who held the office on the day itself. */
function holderOn(office: string, holders: readonly string[], day: string | undefined, lexicon: Lexicon): string | undefined {
  const onTheDay = day === undefined ? undefined : lexicon.tenures(office).findLast((tenure) => holdsOn(tenure, day) !== 'no');
  return onTheDay?.person ?? holders[0];
}

/** The lexicon and the entities' English names, from a folder of YAML or a build's `pack/`. */
async function openPack(folder: string): Promise<Pick<Printing, 'lexicon' | 'nameOf'>> {
  if (!(await isFolder(folder))) throw new UsageError(`no folder ${folder}`);
  if ((await readdir(folder)).includes('forms.bin')) {
    const Entities = v.array(v.object({ id: v.string(), names: v.object({ en: v.string() }) }));
    const entities = v.parse(Entities, JSON.parse(await readText(join(folder, 'entities.json'))));
    const bytes = await readFile(join(folder, 'forms.bin'));
    const trie = new Uint8Array(bytes).buffer;
    const rules = v.parse(LexiconRules, JSON.parse(await readText(join(folder, 'rules.json'))));
    return { lexicon: openLexicon({ trie, rules }), nameOf: namesOf(entities) };
  }
  const { entities, lexicon } = compilePack(await readPackFolder(folder));
  return { lexicon: openLexicon(lexicon), nameOf: namesOf(entities) };
}

/** The English name of an entity by its id; the id itself where there is none. */
function namesOf(entities: readonly { readonly id: string; readonly names: { readonly en: string } }[]): Printing['nameOf'] {
  const names = new Map(entities.map(({ id, names: { en } }) => [id, en]));
  return (id) => names.get(id) ?? id;
}

async function readText(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch {
    throw new UsageError(`cannot read ${path}`);
  }
}

async function isFolder(path: string): Promise<boolean> {
  return stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );
}

function batchLine(line: string, number: number): v.InferOutput<typeof BatchLine> {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    throw new UsageError(`line ${number} of the batch is not JSON`);
  }
  const parsed = v.safeParse(BatchLine, value);
  if (!parsed.success) throw new UsageError(`line ${number} of the batch: ${v.summarize(parsed.issues)}`);
  return parsed.output;
}

function readArguments(): ReturnType<typeof parse> {
  try {
    return parse();
  } catch (error) {
    throw asUsageError(error);
  }
}

function parse() {
  return parseArgs({
    allowPositionals: true,
    options: {
      date: { type: 'string' },
      lang: { type: 'string' },
      pack: { type: 'string' },
      batch: { type: 'string' },
      explain: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
}

function languageOf(given: string | undefined): FormLanguage | undefined {
  if (given === undefined) return undefined;
  const parsed = v.safeParse(Language, given);
  if (!parsed.success) throw new UsageError(`--lang is one of ${FORM_LANGUAGES.join(', ')}`);
  return parsed.output;
}

async function main(): Promise<void> {
  const { values, positionals } = readArguments();
  if (values.help) {
    process.stdout.write(`${USAGE}\n`);
    return;
  }
  const [file, ...more] = positionals;
  if (more.length > 0) throw new UsageError('one FILE at a time; use --batch for many');
  if ((file === undefined) === (values.batch === undefined)) throw new UsageError('either FILE or --batch FILE');
  if (values.date !== undefined && !v.is(Day, values.date)) throw new UsageError('--date reads YYYY-MM-DD');
  const lang = languageOf(values.lang);
  const content = await readText(file ?? values.batch ?? '');
  const batch =
    file === undefined ? content.split('\n').flatMap((line, at) => (line.trim() === '' ? [] : [batchLine(line, at + 1)])) : [];
  const printing = { ...(await openPack(values.pack ?? BUNDLED)), explain: values.explain };
  if (file !== undefined) print(content, { day: values.date, lang }, {}, printing);
  for (const line of batch) {
    print(line.text, { day: line.date ?? values.date, lang: line.lang ?? lang }, { passage: line.id }, printing);
  }
}

await runCommand(main, USAGE, 2);
