import { expect, test } from 'vitest';
import { codeOf, DatelineError, isDatelineError } from './dateline-error.ts';

/** The class as another script of the same page has it: made of the same words, and not the same. */
class OfAnotherScript extends Error {
  override readonly name = 'DatelineError';
  readonly code = 'disk-full';
}

test.each<[name: string, error: unknown, code: string, isOurs: boolean]>([
  ['one of ours', new DatelineError('extension-gone'), 'extension-gone', true],
  ['one of ours, thrown by another script of the page', new OfAnotherScript(), 'disk-full', true],
  ['a mistake of the program', new TypeError('x is undefined'), 'unexpected', false],
  ['no error at all', 'disk-full', 'unexpected', false],
])('%s', (_name, error, code, isOurs) => {
  expect(codeOf(error)).toBe(code);
  expect(isDatelineError(error)).toBe(isOurs);
});
