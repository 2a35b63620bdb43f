import { describe, expect, test } from 'vitest';
import { articleLanguage } from './language.ts';

const ENGLISH = 'The minister said that the talks in the capital were to go on, and that he was in no hurry.';
const TURKISH =
  'Bakan, görüşmelerin süreceğini ve bu konuda bir karar için daha erken olduğunu söyledi; ancak yeni bir tarih gibi ayrıntı vermedi.';
const ARABIC = 'قال الوزير إن المحادثات ستستمر في العاصمة';
const RUSSIAN = 'Министр сказал, что переговоры в столице продолжатся';

describe('articleLanguage', () => {
  test.each([
    ['declared and true', 'en-GB', ENGLISH, 'en'],
    ['declared in capitals', 'TR', TURKISH, 'tr'],
    ['not declared', '', ENGLISH, 'en'],
    ['declared in a language not recognised, written in one that is', 'it', TURKISH, 'tr'],
    ['a template left at English over Arabic', 'en', ARABIC, 'ar'],
    ['a template left at English over Russian', 'en-US', RUSSIAN, 'ru'],
    ['a template left at English over Turkish', 'en', TURKISH, 'tr'],
    ['a template left at Arabic over English', 'ar', ENGLISH, 'en'],
    ['too little text to doubt the declaration', 'de', 'Idlib', 'de'],
    ['nothing declared, nothing to tell by', '', '2020', undefined],
  ])('%s', (_name, declared, text, expected) => {
    expect(articleLanguage(declared, text)).toBe(expected);
  });
});
