/** Compiles forms into the buffer that `trie-format.ts` describes. Runs when a pack is built, not in the reader's browser. */
import { foldedLetters } from '../fold.ts';
import { FOLD_VERSION } from '../letters.ts';
import { APART, joint, newToken, nextToken } from '../tokens.ts';
import {
  bloomMask,
  bloomWord,
  fingerprint,
  HEADER,
  homeSlot,
  INNER,
  LONGEST_FORM,
  MAGIC,
  PAYLOAD_BITS,
  partLengths,
  placeHash,
  stateAfter,
  TERMINAL,
  TRIE_VERSION,
} from './trie-format.ts';

/** A form and what it stands for. */
export interface TrieEntry {
  /** As written; matching folds it. Its words are joined by white space, hyphens, apostrophes or full stops. */
  readonly form: string;
  /** An integer from 0 to 2³² − 1; what it means is the caller's business. */
  readonly value: number;
}

/** Share of slots in use: fuller saves memory, emptier saves look-ups. */
const LOAD = 0.75;
/** Bits of a bloom filter a step, before rounding up to a power of two; two are set. */
const BLOOM_BITS_EACH = { first: 12, further: 6 };
/** Least and most bloom bits, as exponents: one cache line's worth, and two megabytes. */
const BLOOM_RANGE = { least: 10, most: 24 };

/** One token sequence that begins some form. */
interface Step {
  readonly id: number;
  readonly parent: Step | undefined;
  readonly joint: number;
  readonly a: number;
  readonly b: number;
  readonly values: number[];
  /** Whether some form goes on from here. */
  inner: boolean;
  slot: number;
}

/** The forms as a tree of tokens, by level: all first tokens, all second ones, and so on. */
function levelsOf(entries: readonly TrieEntry[]): Step[][] {
  const steps = new Map<string, Step>();
  const levels: Step[][] = [];
  const token = newToken();
  for (const { form, value } of entries) {
    if (!Number.isInteger(value) || value < 0 || value > 0xffffffff)
      throw new RangeError(`value ${value} of ‘${form}’ is not an unsigned 32-bit integer`);
    let step: Step | undefined;
    let end = 0;
    for (let depth = 0; nextToken(form, end, token); depth++) {
      if (depth === LONGEST_FORM) throw new RangeError(`‘${form}’ has more than ${LONGEST_FORM} words`);
      const joined = depth === 0 ? 0 : joint(form, end, token.start);
      if (joined === APART) throw new RangeError(`‘${form}’ can never match: ‘${form.slice(end, token.start)}’ ends a match`);
      const key = `${step?.id ?? ''} ${joined} ${foldedLetters(form, token.start, token.end)}`;
      let next = steps.get(key);
      if (next === undefined) {
        next = { id: steps.size, parent: step, joint: joined, a: token.a, b: token.b, values: [], inner: false, slot: -1 };
        steps.set(key, next);
        const level = (levels[depth] ??= []);
        level.push(next);
      }
      if (step !== undefined) step.inner = true;
      step = next;
      end = token.end;
    }
    if (step === undefined) throw new RangeError(`‘${form}’ has no letter to match`);
    if (!step.values.includes(value)) step.values.push(value);
  }
  return levels;
}

/** Exponent of a filter with room for so many bits. */
function filterBits(bits: number): number {
  return Math.min(BLOOM_RANGE.most, Math.max(BLOOM_RANGE.least, 32 - Math.clz32(bits)));
}

function addTo(filter: Uint32Array, bits: number, place: number): void {
  const word = bloomWord(place, bits);
  filter[word] = (filter[word] ?? 0) | bloomMask(place);
}

/**
 * Writes the trie of some forms. Forms that fold alike become one, with every value given; a value given twice is kept once.
 * The same entries in the same order give the same bytes.
 * @throws RangeError naming the form that has no letters, too many words, or a joint no match goes across; or a value out of range
 */
export function compileTrie(entries: readonly TrieEntry[]): ArrayBuffer {
  const levels = levelsOf(entries);
  const first = levels[0] ?? [];
  const steps = levels.flat();
  const valueCount = steps.reduce((sum, step) => sum + step.values.length, 0);
  const valueBits = Math.max(1, 32 - Math.clz32(valueCount));
  const slotCount = Math.max(8, Math.ceil(steps.length / LOAD));
  if (valueBits > PAYLOAD_BITS) throw new RangeError('too many values for one trie');
  const bloomBits = filterBits(first.length * BLOOM_BITS_EACH.first);
  const furtherBits = filterBits((steps.length - first.length) * BLOOM_BITS_EACH.further);

  const lengths = partLengths({ bloomBits, furtherBits, slots: slotCount, values: valueCount });
  const furtherAt = HEADER.size + lengths.bloom;
  const slotsAt = furtherAt + lengths.further;
  const valuesAt = slotsAt + lengths.slots;
  const runEndsAt = valuesAt + lengths.values;
  const words = new Uint32Array(runEndsAt + lengths.runEnds);
  words[HEADER.magic] = MAGIC;
  words[HEADER.version] = TRIE_VERSION;
  words[HEADER.foldVersion] = FOLD_VERSION;
  words[HEADER.words] = words.length;
  words[HEADER.depth] = levels.length;
  words[HEADER.bloomBits] = bloomBits;
  words[HEADER.furtherBits] = furtherBits;
  words[HEADER.slots] = slotCount;
  words[HEADER.values] = valueCount;
  words[HEADER.valueBits] = valueBits;

  const bloom = words.subarray(HEADER.size, furtherAt);
  const further = words.subarray(furtherAt, slotsAt);
  const slots = words.subarray(slotsAt, valuesAt);
  const checkMask = (2 ** PAYLOAD_BITS - 2 ** valueBits) >>> 0;
  let valueAt = 0;
  // Level by level, because a step's hash takes in the slot of the step before.
  for (const step of steps) {
    const state = step.parent === undefined ? 0 : stateAfter(step.parent.slot, step.joint);
    const place = placeHash(state, step.a);
    if (step.parent === undefined) addTo(bloom, bloomBits, place);
    else addTo(further, furtherBits, place);
    const print = fingerprint(state, step.b);
    const check = (place << valueBits) & checkMask;
    const flags = (step.values.length > 0 ? TERMINAL : 0) + (step.inner ? INNER : 0);
    let slot = homeSlot(place, slotCount);
    for (let word = slots[2 * slot + 1] ?? 0; word !== 0; word = slots[2 * slot + 1] ?? 0) {
      // About one build in a million at a million forms; a wrong card would be worse than a build that stops.
      if (slots[2 * slot] === print && (word & checkMask) === check)
        throw new Error('two forms have the same hash: change SEED_A in tokens.ts');
      slot = slot + 1 === slotCount ? 0 : slot + 1;
    }
    slots[2 * slot] = print;
    slots[2 * slot + 1] = flags + check + (step.values.length > 0 ? valueAt : 0);
    step.slot = slot;
    if (step.values.length > 0) {
      words.set(step.values, valuesAt + valueAt);
      valueAt += step.values.length;
      const last = valueAt - 1;
      words[runEndsAt + (last >>> 5)] = (words[runEndsAt + (last >>> 5)] ?? 0) | (1 << (last & 31));
    }
  }
  return words.buffer;
}
