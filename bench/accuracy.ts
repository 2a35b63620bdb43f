/**
 * `npm run bench -- accuracy`: how much of the labelled corpus is marked right, by language, by kind, on what was held out, and what
 * other ways of marking the same names would have done.
 */
import { fileURLToPath } from 'node:url';
import { FORM_LANGUAGES, KINDS } from '../src/facts/entity.ts';
import { kindOf } from '../src/facts/kind.ts';
import { compilePack } from '../src/facts/pack-compile.ts';
import { readPackFolder } from '../src/facts/pack-read.ts';
import { annotateText } from '../src/facts/recognise/annotate-text.ts';
import type { Passage } from '../src/facts/recognise/corpus.ts';
import { readCorpus } from '../src/facts/recognise/corpus-read.ts';
import { openLexicon } from '../src/facts/recognise/lexicon.ts';
import { type FoundMention, isResolved, type Score, score } from '../src/facts/recognise/score.ts';
import { namesFor, PEERS } from './accuracy-peers.ts';
import { printTable } from './table.ts';

type Scored = { readonly passage: Passage; readonly result: Score };

const HEADER = ['', 'passages', 'mentions', 'precision', 'recall', 'forbidden links', 'offices resolved'];

/** Prints the tables; takes no arguments. */
export async function bench(): Promise<void> {
  const pack = compilePack(await readPackFolder(fileURLToPath(new URL('../src/facts/pack', import.meta.url))));
  const lexicon = openLexicon(pack.lexicon);
  const corpus = readCorpus();
  const ours = scoreAll(corpus, (passage) => annotateText(lexicon, passage.text, passage).mentions);
  printTable('By language (exact span and entity)', HEADER, [
    ...FORM_LANGUAGES.map((lang) =>
      row(
        lang,
        ours.filter(({ passage }) => passage.lang === lang),
      ),
    ),
    row('all', ours),
  ]);
  printTable('Tuned on, and held out', HEADER, [
    row(
      'tuned on',
      ours.filter(({ passage }) => !passage.heldOut),
    ),
    row(
      'held out',
      ours.filter(({ passage }) => passage.heldOut),
    ),
  ]);
  printTable(
    'By kind',
    ['', 'mentions', 'precision', 'recall'],
    KINDS.map((kind) => kindRow(kind, ours)),
  );
  const peers = PEERS.map((peer) => {
    const scored = FORM_LANGUAGES.flatMap((lang) => {
      const mark = peer.prepare(namesFor(pack.lexicon.rules, lang));
      const passages = corpus.filter((passage) => passage.lang === lang);
      return scoreAll(passages, ({ text }) => mark(text));
    });
    return row(peer.name, scored);
  });
  printTable('The same names in other hands', HEADER, [row('Dateline', ours), ...peers]);
}

function scoreAll(corpus: readonly Passage[], find: (passage: Passage) => readonly FoundMention[]): Scored[] {
  return corpus.map((passage) => ({ passage, result: score(passage, find(passage)) }));
}

function row(name: string, scored: readonly Scored[]): string[] {
  const sum = (count: (result: Score) => number) => scored.reduce((total, { result }) => total + count(result), 0);
  const found = sum(({ found }) => found.length);
  const missed = sum(({ missed }) => missed.length);
  const extra = sum(({ extra }) => extra.length);
  const offices = scored.flatMap(({ result }) => result.offices);
  return [
    name,
    String(scored.length),
    String(found + missed),
    ratio(found, found + extra),
    ratio(found, found + missed),
    String(sum(({ forbidden }) => forbidden.length)),
    `${offices.filter(isResolved).length} of ${offices.length}`,
  ];
}

function kindRow(kind: (typeof KINDS)[number], scored: readonly Scored[]): string[] {
  const of = (mentions: readonly { readonly id: string }[]) => mentions.filter(({ id }) => kindOf(id) === kind).length;
  const sum = (count: (result: Score) => number) => scored.reduce((total, { result }) => total + count(result), 0);
  const found = sum((result) => of(result.found));
  const missed = sum((result) => of(result.missed));
  return [kind, String(found + missed), ratio(found, found + sum((result) => of(result.extra))), ratio(found, found + missed)];
}

function ratio(part: number, whole: number): string {
  return whole === 0 ? '–' : (part / whole).toFixed(3);
}
