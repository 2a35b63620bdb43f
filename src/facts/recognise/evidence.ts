/** Judges one reading of one place by the conditions of its sense: writing, date, evidence for, evidence against. */
import type { Why } from '../mention.ts';
import { isWrittenRight, type BlockReading, type Candidate } from './block.ts';
import { type Reading, standingCue } from './cue-range.ts';
import { isBornByAThing, isNamedAfter, isSomebodyElses, isUnclearEverydayWord, isQuotedTown } from './names.ts';
import type { Refusal } from './refusals.ts';
import { isTitle, type Sense } from './rules.ts';
import { titleBefore } from './titles.ts';

/** A reading that holds, with why, or the first reason it does not. */
export type Verdict = { readonly holds: true; readonly why: Why } | { readonly holds: false; readonly refusal: Refusal };

/** Whether a candidate may be what it says, whatever stands around it: written right, in its time, without needs. */
export function isPlausible(candidate: Candidate, block: BlockReading, day: string | undefined): boolean {
  const { sense } = candidate;
  return sense.needs.length === 0 && !isTitle(sense) && outOfTime(sense, day) === undefined && isWrittenRight(block, candidate);
}

/** Judges a reading by its sense's conditions; `titles.ts` judges office titles on top of this. */
export function judge(reading: Reading): Verdict {
  const { candidate, block, article } = reading;
  const { sense } = candidate;
  if (!isWrittenRight(block, candidate)) return refused('case');
  const time = outOfTime(sense, article.day);
  if (time !== undefined) return refused(time);
  // What speaks for it comes first: most that is refused, like 'the agreement' of other news, has nothing.
  const why = evidenceFor(reading);
  if (why === undefined) return refused('no-evidence');
  if (sense.never.some((cue) => standingCue(cue, reading))) return refused('counter-evidence');
  const isDated = sense.from !== undefined || sense.until !== undefined;
  if (article.day === undefined && isDated && sense.needs.length === 0 && !hasNumber(block, candidate)) return refused('no-date');
  if (isQuotedTown(reading) || isBornByAThing(reading)) return refused('another-name');
  if (sense.entity.startsWith('person/')) {
    if (isNamedAfter(reading)) return refused('another-name');
    if (sense.as === 'short' && isSomebodyElses(reading)) return refused('another-name');
    if (sense.as === 'short' && candidate.everyday && isUnclearEverydayWord(reading)) return refused('everyday-word');
  }
  return { holds: true, why };
}

/** The first of a sense's needs that is met, as a reason; a sense without needs is its own evidence. */
function evidenceFor(reading: Reading): Why | undefined {
  const { candidate, block, article } = reading;
  const { sense, spelling: form } = candidate;
  if (sense.needs.length === 0) {
    return { form, evidence: sense.from !== undefined || sense.until !== undefined ? 'date' : 'name' };
  }
  for (const need of sense.needs) {
    if (need === 'full') {
      const isPerson = sense.entity.startsWith('person/');
      if (article.introduction(sense.entity)) return { form, evidence: isPerson ? 'full-name-earlier' : 'introduced' };
      const title = isPerson ? titleBefore(reading) : undefined;
      if (title) return { form, evidence: 'cue-nearby', cue: block.text.slice(title.start, title.end) };
      continue;
    }
    const place = standingCue(need, reading);
    if (place === undefined) continue;
    const cue = article.blocks[place.block]?.text.slice(place.start, place.end);
    const isNear = need.in !== 'article' && need.in !== 'before' && need.in !== 'since';
    return { form, evidence: isNear ? 'cue-nearby' : 'cue-in-article', ...(cue !== undefined && { cue }) };
  }
  return undefined;
}

/** Why a sense cannot be meant in an article of a day; `undefined` where it can, or the day is not known. */
export function outOfTime({ from, until }: Sense, day: string | undefined): Refusal | undefined {
  if (day === undefined) return undefined;
  if (from !== undefined && day < from) return 'before-its-time';
  return until !== undefined && day >= until ? 'after-its-time' : undefined;
}

/** Whether a name says when or which one by itself: the 2018 memorandum, resolution 2254. */
function hasNumber({ text }: BlockReading, { start, end }: Candidate): boolean {
  return /\d{4}/.test(text.slice(start, end));
}

function refused(refusal: Refusal): Verdict {
  return { holds: false, refusal };
}
