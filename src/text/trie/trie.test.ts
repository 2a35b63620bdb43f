import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { FINDS, stretchesOf } from '../fixtures/finds.ts';
import { foldedLetters } from '../fold.ts';
import { Hits } from './hits.ts';
import { compileTrie, type TrieEntry } from './trie-compile.ts';
import { LONGEST_FORM, openTrie, valuesOf } from './trie-format.ts';
import { findLongest, scanTrie } from './trie-scan.ts';
import { APART, joint, newToken, nextToken } from '../tokens.ts';

interface Found {
  start: number;
  end: number;
  values: number[];
}

function found(entries: readonly TrieEntry[], text: string): Found[] {
  const trie = openTrie(compileTrie(entries));
  const hits = new Hits();
  scanTrie(trie, text, hits);
  return Array.from({ length: hits.length }, (_, i) => ({
    start: hits.start(i),
    end: hits.end(i),
    values: [...valuesOf(trie, hits.terminal(i))],
  }));
}

describe('finds', () => {
  test.each(FINDS)('%s', (_name, forms, text, ...expected) => {
    expect(stretchesOf(forms, text)).toEqual(expected);
  });

  test('leftmost-longest without overlaps', () => {
    const forms = ['Sochi', 'Sochi accord', 'accord on Idlib', 'Idlib'];
    expect(stretchesOf(forms, 'Sochi accord on Idlib', findLongest)).toEqual(['Sochi accord', 'Idlib']);
  });

  test('all values of forms that fold alike, each once, in order', () => {
    const entries = [
      { form: 'İdlib', value: 7 },
      { form: 'Putin', value: 8 },
      { form: 'IDLIB', value: 4_000_000_000 },
      { form: 'idlib', value: 7 },
    ];
    expect(found(entries, 'Idlib Putin').map(({ values }) => values)).toEqual([[7, 4_000_000_000], [8]]);
  });

  test('nothing, with no forms at all', () => {
    expect(stretchesOf([], 'Idlib')).toEqual([]);
  });
});

describe('for any forms and text', () => {
  const word = fc.constantFrom('a', 'b', 'É', 'ß', 'إ', '契', 'й');
  const form = fc.array(word, { minLength: 1, maxLength: 4 }).map((words) => words.join(' '));
  const piece = fc.oneof(word, fc.constantFrom(' ', ' ', '-', '. ', ', ', '\u0301', '\u200d', '🔥', 'A', 'e', 'ss'));
  const text = fc.array(piece, { maxLength: 30 }).map((pieces) => pieces.join(''));

  test('the scan finds what comparing all token sequences finds', () => {
    fc.assert(
      fc.property(fc.array(form, { minLength: 1, maxLength: 12 }), text, (forms, anyText) => {
        const entries = forms.map((spelling, value) => ({ form: spelling, value }));
        const hits = found(entries, anyText);
        expect(hits.map(({ start, end }) => [start, end])).toEqual(compared(forms, anyText));
        for (const { start, end, values } of hits) {
          for (const value of values) expect(words(forms[value] ?? '')).toEqual(words(anyText.slice(start, end)));
        }
      }),
      { numRuns: 1000 },
    );
  });

  function tokensOf(of: string): { start: number; end: number; folded: string }[] {
    const token = newToken();
    const list = [];
    for (let from = 0; nextToken(of, from, token); from = token.end) {
      list.push({ start: token.start, end: token.end, folded: foldedLetters(of, token.start, token.end) });
    }
    return list;
  }
  const words = (of: string): string[] => tokensOf(of).map(({ folded }) => folded);

  /** Spans of every run of joined tokens that equals some form: slow and plain. */
  function compared(forms: readonly string[], of: string): [number, number][] {
    const wanted = new Set(forms.map((spelling) => words(spelling).join(' ')));
    const tokens = tokensOf(of);
    const spans: [number, number][] = [];
    tokens.forEach((first, i) => {
      let sequence = '';
      let end = first.start;
      for (const token of tokens.slice(i)) {
        // Forms here are joined by spaces only, so a dotted joint must not match.
        const joined = sequence === '' || (joint(of, end, token.start) !== APART && !of.slice(end, token.start).includes('.'));
        if (!joined) break;
        sequence += (sequence === '' ? '' : ' ') + token.folded;
        end = token.end;
        if (wanted.has(sequence)) spans.push([first.start, end]);
      }
    });
    return spans;
  }
});

describe('refuses', () => {
  test.each<[name: string, entry: TrieEntry, message: RegExp]>([
    ['a form without letters', { form: ' – ', value: 1 }, /no letter/],
    ['a form no match goes across', { form: 'Sochi, Russia', value: 1 }, /never match.*‘, ’/],
    ['a form of too many words', { form: 'a '.repeat(LONGEST_FORM + 1), value: 1 }, /more than 24 words/],
    ['a negative value', { form: 'a', value: -1 }, /32-bit/],
    ['a fraction', { form: 'a', value: 0.5 }, /32-bit/],
  ])('to compile %s', (_name, entry, message) => {
    expect(() => compileTrie([entry])).toThrow(message);
  });

  const buffer = compileTrie([{ form: 'Idlib', value: 1 }]);
  const changed = (word: number, to: number): ArrayBuffer => {
    const copy = new Uint32Array(buffer.slice());
    copy[word] = to;
    return copy.buffer;
  };
  test.each<[name: string, wrong: ArrayBuffer]>([
    ['nothing', new ArrayBuffer(0)],
    ['half a word', buffer.slice(0, 41)],
    ['a cut buffer', buffer.slice(0, -4)],
    ['another file', new ArrayBuffer(4096)],
    ['another layout', changed(1, 99)],
    ['another folding', changed(2, 99)],
    ['a wrong part length', changed(6, 9)],
    ['forms longer than any', changed(4, LONGEST_FORM + 1)],
  ])('to open %s', (_name, wrong) => {
    expect(() => openTrie(wrong)).toThrow(RangeError);
  });

  test('nothing else: a shared buffer opens and finds', () => {
    const shared = new SharedArrayBuffer(buffer.byteLength);
    new Uint8Array(shared).set(new Uint8Array(buffer));
    const hits = new Hits();
    scanTrie(openTrie(shared), 'Idlib', hits);
    expect(hits.length).toBe(1);
  });
});

test('the same entries give the same bytes', () => {
  const entries = ['Idlib', 'Sochi accord', 'R. T. Erdoğan'].map((form, value) => ({ form, value }));
  expect(new Uint8Array(compileTrie(entries))).toEqual(new Uint8Array(compileTrie(entries)));
});

test('hits grow and can be cleared', () => {
  const hits = new Hits();
  for (let i = 0; i < 1000; i++) hits.push(i, i + 1, i + 2, i + 3);
  expect([hits.length, hits.start(999), hits.end(999), hits.terminal(999), hits.tokens(999)]).toEqual([
    1000, 999, 1000, 1001, 1002,
  ]);
  hits.clear();
  expect(hits.length).toBe(0);
});
