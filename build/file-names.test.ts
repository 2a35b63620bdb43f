import { expect, test } from 'vitest';
import { emptyNames } from './file-names.ts';

test.each([
  ['src/utils.ts', true],
  ['src/page/helpers/find.ts', true],
  ['src/common.test.ts', true],
  ['src/page/shared.browser.test.ts', true],
  ['src/facts/common-words.ts', false],
  ['src/text/fold.ts', false],
])('%s says nothing: %s', (path, empty) => {
  expect(emptyNames([path])).toHaveLength(empty ? 1 : 0);
});
