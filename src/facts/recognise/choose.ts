/**
 * Chooses between the readings of a whole article: blocks in reading order, each place's readings judged on the evidence of the
 * article, the longest that holds taken, nested ones not painted, ties left unmarked. Pure: the article's day comes in.
 */
import type { Mention } from '../mention.ts';
import { kindOf } from '../kind.ts';
import { ArticleEvidence } from './article.ts';
import type { BlockReading, Candidate } from './block.ts';
import type { Reading } from './cue-range.ts';
import { isPlausible, judge, outOfTime, type Verdict } from './evidence.ts';
import type { Lexicon } from './lexicon.ts';
import { withWholeQuotations } from './quotation.ts';
import { tellsOfNamesake } from './names.ts';
import { isTitle, type Sense } from './rules.ts';
import type { Refusal } from './refusals.ts';
import { titleRefusal } from './titles.ts';

/** A block as the page side knows it, with what `findCandidates` made of it. */
export interface ReadBlock {
  readonly id: number;
  /** Its place in reading order; any growing numbers. */
  readonly order: number;
  readonly reading: BlockReading;
}

/** A reading that was not taken, and why. Offsets are UTF-16 code units of the block's text. */
export interface RefusedReading {
  readonly start: number;
  readonly end: number;
  readonly id: string;
  readonly form: string;
  readonly refusal: Refusal;
}

/** What was decided about one block; both lists in order of start. */
export interface BlockDecision {
  readonly mentions: readonly Mention[];
  readonly refused: readonly RefusedReading[];
}

/** One candidate that holds, with its verdict. */
interface Holding {
  readonly candidate: Candidate;
  readonly why: Extract<Verdict, { holds: true }>['why'];
}

/**
 * Decides every block of an article.
 * @param day the article's day, `YYYY-MM-DD`, where it is known
 * @returns decisions by block id, in reading order
 */
export function choose(lexicon: Lexicon, blocks: readonly ReadBlock[], day: string | undefined): Map<number, BlockDecision> {
  const inOrder = blocks.toSorted((a, b) => a.order - b.order);
  const article = new ArticleEvidence(
    lexicon,
    inOrder.map(({ reading }) => reading),
    day,
    (candidate, block) => isPlausible(candidate, block, day),
  );
  return new Map(inOrder.map(({ id, reading }, order) => [id, decide(lexicon, reading, order, article)]));
}

function decide(lexicon: Lexicon, block: BlockReading, order: number, article: ArticleEvidence): BlockDecision {
  const mentions: Mention[] = [];
  const refused: RefusedReading[] = [];
  const refuse = ({ start, end, sense, spelling }: Candidate, refusal: Refusal) =>
    void refused.push({ start, end, id: sense.entity, form: spelling, refusal });

  // A refused title takes the shorter titles in it along: 'Министр обороны' in 'Министр обороны России Сергей Шойгу'.
  // The ministry in 'глава МИД РФ Сергей Лавров' is part of his title; the Kremlin in its press secretary's is not his to lead.
  let refusedTitle: { readonly end: number; readonly office: string; readonly refusal: Refusal } | undefined;
  // In 'the Sochi memorandum' the town is not meant, whichever memorandum is.
  let unclearAccord = 0;
  for (const place of block.rivals) {
    const span = withWholeQuotations(block.text, place[0]);
    const { start, end } = span ?? place[0];
    const last = mentions.at(-1);
    if (last !== undefined && start < last.end) {
      for (const candidate of place) refuse(candidate, 'inside-mention');
      continue;
    }
    if (span === undefined) {
      for (const candidate of place) refuse(candidate, 'torn-quotation');
      continue;
    }
    if (start < unclearAccord) {
      for (const candidate of place) refuse(candidate, 'unclear-accord');
      continue;
    }
    const holding: Holding[] = [];
    for (const candidate of place) {
      const reading: Reading = { candidate, block, order, article, lexicon };
      const verdict = judge(reading);
      let refusal = verdict.holds ? undefined : verdict.refusal;
      if (isTitle(candidate.sense) && verdict.holds) {
        refusal =
          refusedTitle && start < refusedTitle.end
            ? refusedTitle.refusal
            : titleRefusal(reading, last, (name) => judge({ ...reading, candidate: name }).holds);
        if (refusal !== undefined && end > (refusedTitle?.end ?? 0)) {
          refusedTitle = { end, office: candidate.sense.entity, refusal };
        }
      } else if (refusedTitle && start < refusedTitle.end && lexicon.leaderOf(candidate.sense.entity) === refusedTitle.office) {
        refusal ??= refusedTitle.refusal;
      }
      if (refusal !== undefined && candidate.sense.entity.startsWith('person/') && tellsOfNamesake(reading))
        article.meetNamesake(candidate.sense.entity);
      if (refusal !== undefined) refuse(candidate, refusal);
      else if (verdict.holds) holding.push({ candidate, why: verdict.why });
    }
    const best = strongest(holding, article, refuse);
    if (best === undefined) {
      if (place.some(({ sense }) => isNamedAccord(sense) && outOfTime(sense, article.day) === undefined)) unclearAccord = end;
      continue;
    }
    const { sense } = best.candidate;
    const holders = isTitle(sense) ? article.holdersOf(sense.entity) : [];
    mentions.push({
      start,
      end,
      id: sense.entity,
      kind: kindOf(sense.entity),
      why: holders.length > 0 ? { ...best.why, evidence: 'title-and-date' } : best.why,
      ...(holders.length > 0 && { holders: [...holders] }),
    });
    article.mention(sense.entity, { block: order, start, end }, sense.as !== 'short' || best.why.evidence !== 'introduced');
  }
  return { mentions, refused };
}

/** Whether a sense is an agreement by a name rather than 'the deal'. */
function isNamedAccord({ entity, as }: Sense): boolean {
  return entity.startsWith('agreement/') && as !== 'short';
}

/** The reading that weighs most; of names that stand for what was introduced, the latest; `undefined` on a tie. */
function strongest(
  holding: readonly Holding[],
  article: ArticleEvidence,
  refuse: (candidate: Candidate, refusal: Refusal) => void,
): Holding | undefined {
  if (holding.length < 2) return holding[0];
  const weight = Math.max(...holding.map(({ candidate }) => candidate.sense.weight));
  const heaviest = holding.filter(({ candidate }) => candidate.sense.weight === weight);
  for (const { candidate } of holding) if (candidate.sense.weight < weight) refuse(candidate, 'outweighed');
  const [first] = heaviest;
  if (first === undefined || heaviest.every(({ candidate }) => candidate.sense.entity === first.candidate.sense.entity))
    return first;
  if (heaviest.every(({ why }) => why.evidence === 'introduced')) return latestIntroduced(heaviest, article);
  for (const { candidate } of heaviest) refuse(candidate, 'tie');
  return undefined;
}

function latestIntroduced(holding: readonly Holding[], article: ArticleEvidence): Holding | undefined {
  const whenMentioned = ({ candidate }: Holding) => article.introduction(candidate.sense.entity)?.last;
  return holding.toSorted((a, b) => {
    const [first, second] = [whenMentioned(a), whenMentioned(b)];
    if (first === undefined || second === undefined) return 0;
    return second.block - first.block || second.start - first.start;
  })[0];
}
