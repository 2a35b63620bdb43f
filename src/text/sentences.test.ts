import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sentenceAround, sentenceStarts } from './sentences.ts';

/** Bars stand where a new sentence must be found. */
const CASES: [name: string, marked: string][] = [
  ['two plain sentences', 'Talks began. |Talks ended.'],
  ['title before a name', 'Mr. Peskov and Dr. Has spoke. |Gen. Akar did not.'],
  ['initials', 'R. T. Erdoğan and R.T. Erdoğan met V. Putin. |They left.'],
  ['abbreviated country', 'The U.S. Congress and the U.N. Security Council met.'],
  ['German ordinal date', 'Am 21. Februar sprachen sie. |Danach nicht.'],
  ['a year ends a sentence', 'It was signed in 2018. |The zone was never made.'],
  ['decimal number', 'The zone is 15.5 km deep. |It is contested.'],
  ['closing quote stays with its sentence', '“There is a war.” |Erdoğan said so.'],
  ['opening quote begins the next', 'He spoke. |“There is a war,” he said.'],
  ['question inside a sentence', 'Asked “why?” he left.'],
  ['ellipsis before lower case', 'He … and then… left.'],
  ['several signs', 'Really?! |Yes.'],
  ['Arabic question mark and full stop', 'هل انتهت الحرب؟ |لم تنته. |قال الوزير ذلك.'],
  ['Russian abbreviations', 'В 2018 г. Путин прибыл в г. Сочи. |Переговоры длились 4 часа.'],
  ['Turkish', 'Prof. Dr. Has konuştu. |İdlib’de durum değişti.'],
  ['French and Spanish titles', 'M. Lavrov et Mme. Zakharova. |El Sr. Putin y EE. UU. hablaron.'],
  ['Chinese needs no space', '会谈结束。|普京离开。'],
  ['empty line separates headings', 'No deal in Idlib\n\n|Talks went on'],
  ['line end inside a sentence', 'Talks\nwent on. \n|Then'],
];

describe('sentence starts', () => {
  test.each(CASES)('%s', (_name, marked) => {
    const starts = sentenceStarts(marked.replaceAll('|', ''));
    const found = marked
      .replaceAll('|', '')
      .split('')
      .map((unit, at) => (at > 0 && starts.includes(at) ? `|${unit}` : unit))
      .join('');
    expect(found).toBe(marked);
  });

  test('are ascending, begin with 0 and stay inside any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'aA.!?…؟。 \n"’()1ж') }), (text) => {
        const starts = sentenceStarts(text);
        expect(starts[0]).toBe(0);
        starts.forEach((start, i) => {
          if (i > 0) expect(start).toBeGreaterThan(starts[i - 1] ?? Infinity);
          if (i > 0) expect(start).toBeLessThan(text.length);
        });
      }),
    );
  });
});

test('the sentence around an offset', () => {
  expect(sentenceAround([0, 13, 20], 30, 12)).toEqual({ start: 0, end: 13 });
  expect(sentenceAround([0, 13, 20], 30, 13)).toEqual({ start: 13, end: 20 });
  expect(sentenceAround([0, 13, 20], 30, 29)).toEqual({ start: 20, end: 30 });
});
