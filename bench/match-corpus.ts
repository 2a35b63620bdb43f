/**
 * Made-up news text and names, the same in every run: words of Latin, Cyrillic and Arabic letters, used as often as words are
 * (Zipf), a name every fortieth word. Sizes are in UTF-16 code units, so 1 MB of text is a million of them.
 */

const ALPHABETS = ['abcdefghijklmnopqrstuvwxyzışğçöüé', 'абвгдежзийклмнопрстуфхцчшщыьэюя', 'ابتثجحخدذرزسشصضطظعغفقكلمنهوية'];
/** Share of each alphabet in tenths. */
const SCRIPT_BY_TENTH = [0, 0, 0, 0, 0, 0, 1, 1, 1, 2];
const VOCABULARY = 60_000;
/** Words ranked below this are common words; names are made of rarer ones and of words the text does not have. */
const COMMON = 2_000;
const NAME_EVERY = 40;
const NAMES_IN_TEXT = 100;

/** Numbers from 0 to below 1, the same for the same seed (a linear congruential generator). */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) | 0;
    return (state >>> 0) / 2 ** 32;
  };
}

function makeWord(next: () => number, alphabet: string): string {
  const length = 2 + Math.floor((next() + next()) * 5);
  return Array.from({ length }, () => alphabet.charAt(Math.floor(next() * alphabet.length))).join('');
}

const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);

function vocabulary(): string[] {
  const next = random(1);
  return Array.from({ length: VOCABULARY }, (_, i) => makeWord(next, ALPHABETS[SCRIPT_BY_TENTH[i % 10] ?? 0] ?? ''));
}

/**
 * Distinct names, of one (30 %), two (50 %) or three words. Like people, they share first words: a quarter as many as there are
 * names, of which a tenth are words of the text. The first hundred are the same for every count.
 */
export function makeForms(count: number): string[] {
  const words = vocabulary();
  const next = random(2);
  const forms = new Set<string>();
  const firsts: string[] = [];
  for (let i = 0; forms.size < count; i++) {
    const alphabet = ALPHABETS[SCRIPT_BY_TENTH[i % 10] ?? 0] ?? '';
    if (i % 4 === 0)
      firsts.push(i % 40 === 0 ? (words[COMMON + Math.floor(next() * (VOCABULARY - COMMON))] ?? '') : makeWord(next, alphabet));
    const kind = next();
    const first = firsts[Math.floor(next() * firsts.length)] ?? '';
    const rest = kind < 0.3 ? [] : kind < 0.8 ? [makeWord(next, alphabet)] : [makeWord(next, alphabet), makeWord(next, alphabet)];
    forms.add([kind < 0.3 ? makeWord(next, alphabet) : first, ...rest].map(capital).join(' '));
  }
  return [...forms];
}

/** Sentences of 8 to 22 words up to a length in code units. */
export function makeText(length: number): string {
  const words = vocabulary();
  const names = makeForms(NAMES_IN_TEXT);
  const next = random(3);
  const parts: string[] = [];
  let total = 0;
  let word = 0;
  while (total < length) {
    const sentence = Array.from({ length: 8 + Math.floor(next() * 15) }, () => {
      if (++word % NAME_EVERY === 0) return names[Math.floor(next() * names.length)] ?? '';
      return words[Math.floor(VOCABULARY ** next()) - 1] ?? '';
    });
    const written = `${capital(sentence.join(' '))}. `;
    parts.push(written);
    total += written.length;
  }
  return flat(parts.join('').slice(0, length));
}

/**
 * The same text as one plain run of units; a slice of another string would slow down the limit and all it is compared with. Joined,
 * not decoded: in Chromium 156 the bare loop went over what a `TextDecoder` had made at a quarter of the speed, for a reason not found.
 */
function flat(text: string): string {
  return Array.from({ length: text.length }, (_, i) => text.charAt(i)).join('');
}
