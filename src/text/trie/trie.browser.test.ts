/** Folding asks the engine for case and normal forms, and engines know different versions of Unicode: names are found alike in each. */
import { expect, test } from 'vitest';
import { FINDS, spansOf, stretchesOf } from '../fixtures/finds.ts';

test.each(FINDS)('finds %s', (_name, forms, text, ...expected) => {
  expect(stretchesOf(forms, text)).toEqual(expected);
});

test('offsets are those of the text, behind pairs of surrogates, dotted capitals and short vowels', () => {
  const text = '🔥 İDLİB’de: 𝐈𝐝𝐥𝐢𝐛, إِدْلِب, Идлиба – Erdoğan';
  expect(spansOf(['Idlib', 'إدلب', 'Идлиба', 'Erdogan'], text)).toEqual([
    [3, 8],
    [13, 23],
    [25, 32],
    [34, 40],
    [43, 50],
  ]);
});
