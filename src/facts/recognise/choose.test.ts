/** Why readings are taken or refused, one case each; what a reader sees on whole passages is in `corpus.test.ts`. */
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compilePack } from '../pack-compile.ts';
import { readPackFolder } from '../pack-read.ts';
import { annotateText } from './annotate-text.ts';
import { findCandidates } from './block.ts';
import { choose } from './choose.ts';
import { readCorpus } from './corpus-read.ts';
import { openLexicon } from './lexicon.ts';
import type { Refusal } from './refusals.ts';

const pack = compilePack(await readPackFolder(fileURLToPath(new URL('../pack', import.meta.url))));
const lexicon = openLexicon(pack.lexicon);

const refusals: [name: string, text: string, day: string | undefined, words: string, id: string, refusal: Refusal][] = [
  ['a name without its capital', 'They live by the kremlin.', '2020-02-21', 'kremlin', 'organisation/kremlin', 'case'],
  [
    'an accord not yet signed',
    'A Sochi deal on fish.',
    '2017-02-21',
    'Sochi deal',
    'agreement/sochi-memorandum-2018',
    'before-its-time',
  ],
  ['a short name of those years', 'Assad spoke.', '2020-02-21', 'Assad', 'person/hafez-al-assad', 'after-its-time'],
  [
    'an accord of a certain time, no date',
    'The Idlib accord held.',
    undefined,
    'Idlib accord',
    'agreement/sochi-memorandum-2018',
    'no-date',
  ],
  ['a short name never introduced', 'It was, Has wrote, late.', '2020-02-21', 'Has', 'person/kerim-has', 'no-evidence'],
  ['a museum', 'A museum in the Kremlin.', '2020-02-21', 'Kremlin', 'organisation/kremlin', 'counter-evidence'],
  [
    'another deal since',
    'The Sochi deal holds. A gas deal is near. The deal is big.',
    '2019-02-21',
    'deal',
    'agreement/sochi-memorandum-2018',
    'counter-evidence',
  ],
  ['another first name', 'Then Bilal Erdoğan spoke.', '2020-02-21', 'Erdoğan', 'person/recep-tayyip-erdogan', 'another-name'],
  ['an initial of somebody else', 'Then M. Putin spoke.', '2020-02-21', 'Putin', 'person/vladimir-putin', 'another-name'],
  ['a university', 'At Erdoğan University.', '2020-02-21', 'Erdoğan', 'person/recep-tayyip-erdogan', 'another-name'],
  ['a verb at the start', 'Kerim Has wrote. Has it changed?', '2020-02-21', 'Has', 'person/kerim-has', 'everyday-word'],
  [
    'a former minister',
    'The former Turkish foreign minister.',
    '2020-02-21',
    'Turkish foreign minister',
    'office/turkey-foreign-minister',
    'not-the-holder',
  ],
  [
    'another year',
    'In 2012 the Turkish president spoke.',
    '2020-02-21',
    'Turkish president',
    'office/turkey-president',
    'another-year',
  ],
  [
    'a title beside its holder',
    'Turkish President Erdoğan spoke.',
    '2020-02-21',
    'Turkish President',
    'office/turkey-president',
    'beside-name',
  ],
  [
    'a title after its holder',
    'Lavrov, the Russian foreign minister, spoke.',
    '2020-02-21',
    'Russian foreign minister',
    'office/russia-foreign-minister',
    'beside-name',
  ],
  [
    'a title before a stranger',
    'Turkish Foreign Minister Yaşar Yakış spoke.',
    '2020-02-21',
    'Turkish Foreign Minister',
    'office/turkey-foreign-minister',
    'unknown-holder',
  ],
  [
    'the later paper, the earlier one being spoken of',
    'In Idlib the Sochi deal holds.',
    '2020-02-21',
    'Sochi deal',
    'agreement/sochi-memorandum-2019',
    'no-evidence',
  ],
  ['the town inside the accord', 'The Sochi deal holds.', '2019-02-21', 'Sochi', 'place/sochi', 'inside-mention'],
];

describe('a reading is refused, with the reason, for', () => {
  test.each(refusals)('%s', (_name, text, day, words, id, refusal) => {
    const { refused, mentions } = annotateText(lexicon, text, { day, lang: 'en' });
    const at = text.lastIndexOf(words);
    expect(refused).toContainEqual(expect.objectContaining({ start: at, end: at + words.length, id, refusal }));
    expect(mentions.filter((mention) => mention.id === id && mention.start === at)).toEqual([]);
  });
});

const taken: [name: string, text: string, day: string | undefined, id: string, why: object][] = [
  ['a name', 'In Idlib.', undefined, 'place/idlib', { form: 'Idlib', evidence: 'name' }],
  ['a name of its time', 'The Idlib accord.', '2019-02-21', 'agreement/sochi-memorandum-2018', { evidence: 'date' }],
  [
    'a cue near by',
    'Kurdish forces and the Sochi deal.',
    '2019-11-21',
    'agreement/sochi-memorandum-2019',
    { evidence: 'cue-nearby', cue: 'Kurdish' },
  ],
  [
    'a cue in the article',
    'The Sochi deal.\nKurdish forces left.',
    '2019-11-21',
    'agreement/sochi-memorandum-2019',
    { evidence: 'cue-in-article', cue: 'Kurdish' },
  ],
  [
    'a full name earlier',
    'Kerim Has wrote. Later, Has added more.',
    undefined,
    'person/kerim-has',
    { form: 'Has', evidence: 'full-name-earlier' },
  ],
  [
    'an introduction',
    'The Sochi deal holds. The deal is fragile.',
    '2019-02-21',
    'agreement/sochi-memorandum-2018',
    { evidence: 'introduced' },
  ],
  ['a title and the day', 'The Turkish president.', '2020-02-21', 'office/turkey-president', { evidence: 'title-and-date' }],
];

describe('a reading is taken, and says why, for', () => {
  test.each(taken)('%s', (_name, text, day, id, why) => {
    const { mentions } = annotateText(lexicon, text, { day, lang: 'en' });
    expect(mentions.filter((mention) => mention.id === id).at(-1)?.why).toMatchObject(why);
  });
});

describe('who held an office', () => {
  const holders: [name: string, day: string | undefined, expected: string[] | undefined][] = [
    ['on an ordinary day', '2020-02-21', ['person/mevlut-cavusoglu']],
    ['four years later', '2024-02-21', ['person/hakan-fidan']],
    ['three days before a handover', '2023-06-01', ['person/mevlut-cavusoglu', 'person/hakan-fidan']],
    ['a week before a handover', '2023-05-28', ['person/mevlut-cavusoglu']],
    ['without a date', undefined, undefined],
  ];
  test.each(holders)('%s', (_name, day, expected) => {
    const { mentions } = annotateText(lexicon, 'The Turkish foreign minister spoke.', { day, lang: 'en' });
    expect(mentions.map(({ id, holders: given }) => [id, given])).toEqual([['office/turkey-foreign-minister', expected]]);
  });
});

test('blocks are read in reading order, whatever order they come in', () => {
  const block = (id: number, order: number, text: string) => ({ id, order, reading: findCandidates(lexicon, text, 'en') });
  const decisions = choose(lexicon, [block(1, 20, 'It was, Has added, late.'), block(2, 10, 'Kerim Has wrote.')], '2020-02-21');
  expect([...decisions.keys()]).toEqual([2, 1]);
  expect(decisions.get(1)?.mentions.map(({ id }) => id)).toEqual(['person/kerim-has']);
});

test('of whatever text: mentions are in order, apart from each other, and begin and end at a word', () => {
  const pieces = readCorpus().map(({ text }) => text);
  const article = fc.array(fc.oneof(fc.constantFrom(...pieces), fc.string({ unit: 'grapheme', maxLength: 40 })), {
    maxLength: 6,
  });
  fc.assert(
    fc.property(article, fc.constantFrom(undefined, '2018-11-01', '2020-02-21', '2025-03-01'), (parts, day) => {
      const text = parts.join('\n');
      let last = 0;
      for (const { start, end } of annotateText(lexicon, text, { day, lang: undefined }).mentions) {
        expect(start).toBeGreaterThanOrEqual(last);
        expect(end).toBeGreaterThan(start);
        // 'the "Sochi accord"': a quotation mark that would be cut in two is taken in. And so is the full stop of 'U.N.'.
        expect(text.slice(start, end)).toMatch(/^["“«„]?[\p{L}\p{N}].*[\p{L}\p{N}\p{M}](?:(?<=\.\p{L})\.)?(?:["”»“]| »)?$/su);
        last = end;
      }
    }),
    { numRuns: 60 },
  );
});
