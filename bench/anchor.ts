/** Placing saved passages again: how fast, how often right, how often silently wrong; beside other rules and packages. */
import { indexText } from '../src/text/quote/quote-index.ts';
import { type Placement, placeQuote } from '../src/text/quote/quote-place.ts';
import { type QuoteSelector, selectQuote } from '../src/text/quote/quote-selector.ts';
import { domAnchor, type PlaceInDocument, recogito } from './anchor/dom-peers.ts';
import { type EditedText, editWords, type SavedText, writeSavedText } from './anchor/edited.ts';
import { placeByHypothesisRule } from './anchor/hypothesis-rule.ts';
import { type Kind, KINDS, makeCase } from './anchor/mutations.ts';
import { outcomeOf, type Stretch } from './anchor/outcome.ts';
import { randomFrom } from './anchor/random.ts';
import { LANGUAGES } from './anchor/vocabulary.ts';
import { printTable } from './table.ts';
import { median } from './timing.ts';

/** Tuning used seeds below 100,000,000 only. */
const SEED = 3_141_592_653;
const PASSAGES = 1_000;
const LENGTH = 1_000_000;
const ROUNDS = 5;
/** Copies of each kind and language: 9 × 4 × 350 are 12,600. */
const COPIES = 350;

/** Letters of context that Hypothesis and dom-anchor-text-quote keep on each side; the latter refuses more. */
const PEER_CONTEXT = 32;

interface Found extends Stretch {
  readonly isLabelled: boolean;
}

/** Places one selector; `saved` is the stretch it was made from. */
type Place = (selector: QuoteSelector, saved: Stretch) => Found | null;

interface Peer {
  readonly name: string;
  /** Whatever is done once a text. */
  readonly open: (text: string) => Promise<Place>;
  /** Slow ones place only the first so many, and that time is scaled up. */
  readonly at: number;
  readonly rounds: number;
}

const PEERS: readonly Peer[] = [
  { name: 'Dateline', open: ourselves, at: PASSAGES, rounds: ROUNDS },
  { name: 'Hypothesis’ rule', open: unlabelled(hypothesisRule), at: 200, rounds: 1 },
  { name: '@recogito/text-annotator', open: unlabelled(recogito), at: 200, rounds: 1 },
  { name: 'dom-anchor-text-quote', open: unlabelled(domAnchor), at: 20, rounds: 1 },
];

function ourselves(text: string): Promise<Place> {
  const index = indexText(text);
  return Promise.resolve((selector) => foundBy(placeQuote(index, selector)));
}

function foundBy(placement: Placement): Found | null {
  return placement.how === 'not-found' ? null : { ...placement, isLabelled: placement.how === 'approximate' };
}

function hypothesisRule(text: string): Promise<PlaceInDocument> {
  return Promise.resolve((selector: QuoteSelector) => placeByHypothesisRule(text, selector));
}

/** Other packages say where, and not how sure they are. */
function unlabelled(open: (text: string) => Promise<PlaceInDocument>): Peer['open'] {
  return async (text) => {
    const place = await open(text);
    return (selector, saved) => {
      try {
        const found = place(withPeerContext(selector), saved);
        return found === null ? null : { ...found, isLabelled: false };
      } catch {
        // Some throw where they find nothing.
        return null;
      }
    };
  };
}

function withPeerContext(selector: QuoteSelector): QuoteSelector {
  return { ...selector, prefix: selector.prefix.slice(-PEER_CONTEXT), suffix: selector.suffix.slice(0, PEER_CONTEXT) };
}

/** Prints a table for each state of the text and one for the kinds, and fails when something was placed silently on wrong words. */
export async function bench(): Promise<void> {
  const saved = writeSavedText(SEED, LENGTH, PASSAGES);
  const texts: readonly (readonly [string, EditedText])[] = [
    ['unchanged', { text: saved.text, truths: saved.passages }],
    ['a line added at the top', movedDown(saved)],
    ['5 % of words edited', editWords(saved, 0.05, SEED + 1)],
    ['20 % of words edited', editWords(saved, 0.2, SEED + 2)],
  ];
  let wrong = 0;
  for (const [name, edited] of texts) wrong += await printPeers(name, saved, edited);
  wrong += printKinds();
  if (wrong > 0) process.exitCode = 1;
}

function movedDown({ text, passages }: SavedText): EditedText {
  const line = 'Updated on Sunday with a statement.\n';
  return {
    text: line + text,
    truths: passages.map(({ start, end }) => ({ start: start + line.length, end: end + line.length })),
  };
}

/** One table: every peer on one state of the text. Gives how many of ours are silently wrong. */
async function printPeers(title: string, saved: SavedText, edited: EditedText): Promise<number> {
  const selectors = saved.passages.map(({ start, end }) => selectQuote(saved.text, start, end));
  let ours = { ms: Number.NaN, wrong: 0 };
  const rows: string[][] = [];
  for (const { name, open, at, rounds } of PEERS) {
    const times: number[] = [];
    let found: readonly (Found | null)[] = [];
    for (let round = 0; round < rounds; round++) {
      const start = performance.now();
      const place = await open(edited.text);
      const opened = performance.now();
      found = selectors.slice(0, at).map((selector, i) => place(selector, saved.passages[i] ?? { start: 0, end: 0 }));
      times.push(opened - start + ((performance.now() - opened) * PASSAGES) / at);
    }
    const ms = median(times);
    const count = tally(found.map((one, i) => [one, edited.truths[i] ?? null]));
    if (name === 'Dateline') ours = { ms, wrong: count.silentlyWrong };
    const cells = [
      count.silentlyRight,
      count.labelledRight,
      count.labelledWrong,
      count.silentlyWrong,
      count.missed,
      count.absent,
    ];
    rows.push([name, String(at), ms.toFixed(0), (ms / ours.ms).toFixed(1), ...cells.map(String)]);
  }
  const header = [
    '',
    'of them',
    'ms for 1,000',
    '× ours',
    'right',
    'right, labelled',
    'wrong, labelled',
    'silently wrong',
    'missed',
    'rightly not',
  ];
  printTable(`1,000 passages in 1 MB: ${title}`, header, rows);
  return ours.wrong;
}

/** The nine kinds of change, ours and Hypothesis' rule. Gives how many of ours are silently wrong. */
function printKinds(): number {
  const rows: string[][] = [];
  let wrong = 0;
  for (const kind of Object.keys(KINDS) as Kind[]) {
    const cases = LANGUAGES.flatMap((language, l) =>
      Array.from({ length: COPIES }, (_, i) => makeCase(kind, randomFrom(SEED + i * LANGUAGES.length + l), language)),
    );
    const ours = tally(
      cases.map(({ before, start, end, after, truth }) => {
        return [foundBy(placeQuote(indexText(after), selectQuote(before, start, end))), truth];
      }),
    );
    const theirs = tally(
      cases.map(({ before, start, end, after, truth }) => {
        const found = placeByHypothesisRule(after, withPeerContext(selectQuote(before, start, end)));
        return [found === null ? null : { ...found, isLabelled: false }, truth];
      }),
    );
    wrong += ours.silentlyWrong;
    const cells = [ours.silentlyRight, ours.labelledRight, ours.labelledWrong, ours.silentlyWrong, ours.missed, ours.absent];
    rows.push([kind, String(cases.length), ...cells.map(String), String(theirs.silentlyWrong)]);
  }
  const header = [
    '',
    'copies',
    'right',
    'right, labelled',
    'wrong, labelled',
    'silently wrong',
    'missed',
    'rightly not',
    'Hypothesis’ rule wrong',
  ];
  printTable('Nine kinds of change, in English, Turkish, Russian and Arabic', header, rows);
  return wrong;
}

function tally(
  pairs: readonly (readonly [Found | null, Stretch | null])[],
): Record<'silentlyRight' | 'labelledRight' | 'labelledWrong' | 'silentlyWrong' | 'missed' | 'absent', number> {
  const count = { silentlyRight: 0, labelledRight: 0, labelledWrong: 0, silentlyWrong: 0, missed: 0, absent: 0 };
  for (const [found, truth] of pairs) {
    const outcome = outcomeOf(found, truth);
    if (outcome === 'missed' || outcome === 'absent') count[outcome]++;
    else if (found?.isLabelled === true) count[outcome === 'right' ? 'labelledRight' : 'labelledWrong']++;
    else count[outcome === 'right' ? 'silentlyRight' : 'silentlyWrong']++;
  }
  return count;
}
