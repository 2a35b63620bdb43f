/** `npm run facts`: for those who write the pack. Reviews it, prints a card, or writes every fact on one page; see `docs/PACK.md`. */
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import * as v from 'valibot';
import { brief } from '../brief.ts';
import { parsePack } from '../compile/parse-pack.ts';
import { Day, TEXT_LANGUAGES } from '../entity.ts';
import { compilePack } from '../pack-compile.ts';
import { readPackFolder } from '../pack-read.ts';
import type { PackView } from '../pack-view.ts';
import { cardLines } from '../review/card-lines.ts';
import { coverageOf, coverageTable } from '../review/coverage.ts';
import { type Finding, RULES } from '../review/finding.ts';
import { reviewPack } from '../review/review.ts';
import { timelinePage } from '../review/timeline.ts';
import { asUsageError, runCommand, UsageError } from './command.ts';

const USAGE = `usage: npm run facts [-- --advice] [-- --only TEXT]     reviews the pack; errors end it with 1, advice does not
       npm run facts -- show KIND/SLUG [--date YYYY-MM-DD] [--lang ${TEXT_LANGUAGES.join('|')}]
       npm run facts -- timeline                            writes every fact to artifacts/timeline.html
  --advice  prints every piece of advice, not only how many there are
  --only    findings whose rule or file contains TEXT, advice too`;

const PACK = 'src/facts/pack';
const ROOT = new URL('../../../', import.meta.url);
const TIMELINE = 'artifacts/timeline.html';

const say = (...lines: readonly string[]) => void process.stdout.write(`${lines.join('\n')}\n`);

async function packFiles() {
  return readPackFolder(fileURLToPath(new URL(PACK, ROOT)));
}

async function review({ advice, only }: { advice: boolean; only: string | undefined }): Promise<void> {
  const pack = parsePack(await packFiles());
  const findings = reviewPack(pack);
  const errors = findings.filter(({ rule }) => RULES[rule] === 'error');
  const lineOf = ({ rule, file, line, message }: Finding) => `${PACK}/${file}:${line}: ${message} (${RULES[rule]}: ${rule})`;
  const isAsked = ({ rule, file }: Finding) => only !== undefined && (rule.includes(only) || file.includes(only));
  const shown = findings.filter((finding) => (only === undefined ? advice || errors.includes(finding) : isAsked(finding)));
  if (shown.length > 0) say(...shown.map(lineOf), '');
  const counts = Object.keys(RULES)
    .map((rule) => ({ rule, count: findings.filter((finding) => finding.rule === rule).length }))
    .filter(({ count }) => count > 0);
  if (counts.length > 0) say(...counts.map(({ rule, count }) => `${String(count).padStart(5)}  ${rule}`), '');
  say(coverageTable(coverageOf(pack)), '', `${errors.length} errors, ${findings.length - errors.length} pieces of advice`);
  process.exitCode = errors.length > 0 ? 1 : 0;
}

async function show(id: string | undefined, date: string | undefined, language: string): Promise<void> {
  if (id === undefined) throw new UsageError('show which card?');
  if (date !== undefined && !v.is(Day, date)) throw new UsageError('--date reads YYYY-MM-DD');
  const lang = TEXT_LANGUAGES.find((one) => one === language);
  if (lang === undefined) throw new UsageError(`--lang is one of ${TEXT_LANGUAGES.join(', ')}`);
  const { about, entities } = compilePack(await packFiles());
  const view: PackView = {
    entity: (wanted) => entities.find((entity) => entity.id === wanted),
    offices: entities.filter(({ kind }) => kind === 'office'),
    map: () => undefined,
    knownUntil: about.knownUntil,
  };
  const briefing = brief(view, id, { day: date ?? null, lang, inArticle: new Set() });
  if (briefing === undefined) throw new UsageError(`no card ${id}`);
  say(...cardLines(briefing, lang));
}

async function timeline(): Promise<void> {
  const page = timelinePage(parsePack(await packFiles()));
  const path = fileURLToPath(new URL(TIMELINE, ROOT));
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, page);
  say(TIMELINE);
}

function readArguments() {
  try {
    return parseArgs({
      allowPositionals: true,
      options: {
        advice: { type: 'boolean', default: false },
        only: { type: 'string' },
        date: { type: 'string' },
        lang: { type: 'string', default: 'en' },
        help: { type: 'boolean', default: false },
      },
    });
  } catch (error) {
    throw asUsageError(error);
  }
}

async function main(): Promise<void> {
  const { values, positionals } = readArguments();
  const [command, id, ...more] = positionals;
  if (more.length > 0) throw new UsageError('one card at a time');
  if (values.help) return say(USAGE);
  if (command === undefined) return review({ advice: values.advice, only: values.only });
  if (command === 'show') return show(id, values.date, values.lang);
  if (command === 'timeline') return timeline();
  throw new UsageError(`there is no command ${command}`);
}

await runCommand(main, USAGE, 1);
