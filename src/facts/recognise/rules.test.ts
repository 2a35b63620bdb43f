import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { LexiconRules } from './lexicon-rules.ts';
import { RULES_VERSION } from './rules.ts';

/** The shape at {@link RULES_VERSION}. Where it changes, both are to be brought up to date: then own packs of before are asked for again. */
const SHAPE = { version: 1, hash: '732cf5b1e07c' };

test('the shape of the rules has not changed without their version', () => {
  // What a parser is made of is plain data, but for its functions.
  const shape = JSON.stringify(LexiconRules, (key, value: unknown) => (key === '~standard' ? undefined : value));
  expect(shape.length).toBeGreaterThan(1000);
  const hash = createHash('sha256').update(shape).digest('hex').slice(0, 12);
  expect({ version: RULES_VERSION, hash }).toEqual(SHAPE);
});
