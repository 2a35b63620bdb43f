/**
 * The lexicon's form trie, as one buffer that is used as it is read: open addressing over hashed tokens, no pointers, no parsing.
 * `docs/DECISIONS/form-trie.md` says why and what it costs; `trie-compile.ts` writes it, `trie-scan.ts` walks it.
 *
 * Layout, 32-bit words, little endian:
 *   header (see {@link HEADER}) · bloom filter over first tokens · bloom filter over further steps · slots, two words each · values ·
 *   last-of-run bits, one a value
 * A slot is one step of the trie: [fingerprint, flags and check bits and value index], the second word 0 when the slot is free.
 * Where a step lies, its fingerprint and its check bits together hold all 64 bits of the hash of (step before, joint, token),
 * so a text token is taken for another of the lexicon with a probability below 2⁻⁴⁰ a look-up at a million forms: with every
 * token of a hundred news pages a day looked up, once in thirty thousand years.
 */
import { FOLD_VERSION } from '../letters.ts';

/** 'DLTR' as bytes, read as a little-endian word; a big-endian machine sees another number and refuses. */
export const MAGIC = 0x52544c44;
/** Of the layout above and of the hash in `tokens.ts`. */
export const TRIE_VERSION = 2;
/** Words of the header, by name. */
export const HEADER = {
  magic: 0,
  version: 1,
  foldVersion: 2,
  words: 3,
  depth: 4,
  bloomBits: 5,
  slots: 6,
  values: 7,
  valueBits: 8,
  furtherBits: 9,
  size: 10,
} as const;

/** Most tokens a form may have; a text's token is looked up no more than this many times. */
export const LONGEST_FORM = 24;

/** Flag of a slot's second word: a form ends here. */
export const TERMINAL = 0x80000000;
/** Flag of a slot's second word: some form goes on from here. */
export const INNER = 0x40000000;
/** Bits of a slot's second word shared by check bits (upper) and value index (lower). */
export const PAYLOAD_BITS = 30;

/**
 * Spreads every bit of a hash over all 32 (Chris Wellons' lowbias32, 'Prospecting for hash functions'). Where a slot lies is
 * taken from the upper bits, check bits and bloom bits from the lower ones.
 */
function spread(hash: number): number {
  const first = Math.imul(hash ^ (hash >>> 16), 0x7feb352d);
  const second = Math.imul(first ^ (first >>> 15), 0x846ca68b);
  return second ^ (second >>> 16);
}

const STATE_A = 0x3c6ef373;
const STATE_B = 0xbb67ae85;

/**
 * Hash of a step's place from the state before it and its token's half `a`.
 * @param state 0 at the start of a form, else {@link stateAfter} of the step before
 */
export function placeHash(state: number, a: number): number {
  return spread(a ^ Math.imul(state, STATE_A));
}

/** A step's fingerprint, unsigned, from the same state and its token's half `b`. */
export function fingerprint(state: number, b: number): number {
  return (b ^ Math.imul(state, STATE_B)) >>> 0;
}

/** The state after a slot, when the next token follows by this joint (`JOINED` or `DOTTED` of `tokens.ts`). */
export function stateAfter(slot: number, joint: number): number {
  return 2 * (slot + 1) + joint;
}

/** The slot where looking for a place hash begins; it goes on to the next slots, and from the last to the first. */
export function homeSlot(place: number, slotCount: number): number {
  return Math.floor((place >>> 0) * (slotCount / 0x100000000));
}

/** The word of a bloom filter of 2^bits bits that a place hash is in. */
export function bloomWord(place: number, bits: number): number {
  return place >>> (37 - bits);
}

/** Two bits in one word of a bloom filter, for a place hash. */
export function bloomMask(place: number): number {
  return (1 << (place & 31)) | (1 << ((place >>> 5) & 31));
}

/** An opened trie: views into its buffer, nothing copied. Made by {@link openTrie}; its fields are for this folder. */
export interface Trie {
  /** Tokens of the longest form: bounds the work at each token of a text. */
  readonly depth: number;
  /** Over the first tokens of forms; of 2^bloomBits bits. */
  readonly bloom: Uint32Array;
  readonly bloomBits: number;
  /** Over all further steps; of 2^furtherBits bits. */
  readonly further: Uint32Array;
  readonly furtherBits: number;
  readonly slotCount: number;
  readonly slots: Uint32Array;
  /** Low bits of a slot's payload that are an index into `values`; the rest are check bits. */
  readonly valueBits: number;
  readonly values: Uint32Array;
  /** One bit a value: the last of its form. */
  readonly runEnds: Uint32Array;
}

/** Words of each part of a buffer, in order. */
export function partLengths(sizes: {
  readonly bloomBits: number;
  readonly furtherBits: number;
  readonly slots: number;
  readonly values: number;
}): { bloom: number; further: number; slots: number; values: number; runEnds: number } {
  const { bloomBits, furtherBits, slots, values } = sizes;
  const filter = (bits: number): number => 2 ** (bits - 5);
  return { bloom: filter(bloomBits), further: filter(furtherBits), slots: 2 * slots, values, runEnds: Math.ceil(values / 32) };
}

/**
 * Opens what `compileTrie` wrote; the buffer may be shared and is not copied.
 * @throws RangeError when the buffer is not a trie, is cut short, or was compiled by another version of layout or folding
 */
export function openTrie(buffer: ArrayBuffer | SharedArrayBuffer): Trie {
  if (buffer.byteLength % 4 !== 0 || buffer.byteLength < HEADER.size * 4) throw new RangeError('not a form trie: wrong length');
  const words = new Uint32Array(buffer);
  const header = (name: keyof typeof HEADER): number => words[HEADER[name]] ?? 0;
  if (header('magic') !== MAGIC) throw new RangeError('not a form trie: wrong magic number');
  if (header('version') !== TRIE_VERSION)
    throw new RangeError(`form trie of version ${header('version')}, wanted ${TRIE_VERSION}`);
  if (header('foldVersion') !== FOLD_VERSION)
    throw new RangeError(`form trie folded by version ${header('foldVersion')}, wanted ${FOLD_VERSION}`);
  const lengths = partLengths({
    bloomBits: header('bloomBits'),
    furtherBits: header('furtherBits'),
    slots: header('slots'),
    values: header('values'),
  });
  const total = HEADER.size + lengths.bloom + lengths.further + lengths.slots + lengths.values + lengths.runEnds;
  if (header('words') !== words.length || total !== words.length || header('depth') > LONGEST_FORM)
    throw new RangeError('form trie cut short or damaged');
  let offset: number = HEADER.size;
  const part = (length: number): Uint32Array => words.subarray(offset, (offset += length));
  return {
    depth: header('depth'),
    bloomBits: header('bloomBits'),
    bloom: part(lengths.bloom),
    furtherBits: header('furtherBits'),
    further: part(lengths.further),
    slotCount: header('slots'),
    slots: part(lengths.slots),
    valueBits: header('valueBits'),
    values: part(lengths.values),
    runEnds: part(lengths.runEnds),
  };
}

/**
 * The values of all entries with one form, in the order they were given to `compileTrie`.
 * @param terminal as a hit gives it
 */
export function valuesOf(trie: Trie, terminal: number): Uint32Array {
  let last = terminal;
  while (last < trie.values.length - 1 && (((trie.runEnds[last >>> 5] ?? 0) >>> (last & 31)) & 1) === 0) last++;
  return trie.values.subarray(terminal, last + 1);
}
