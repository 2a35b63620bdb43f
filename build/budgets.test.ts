import { randomBytes } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { overBudget, sizesByPart } from './budgets.ts';

describe('overBudget', () => {
  const now = { 'read.js': { 'src/page': 900, 'src/text': 300, 'node_modules/idb': 50 } };

  test('says nothing within the budget', () => {
    expect(overBudget({ bundle: 'read.js', bytes: new Uint8Array(1000), budget: 100 }, now, {})).toBeUndefined();
  });

  test('says by how much, and what grew, most first', () => {
    // Random bytes do not get smaller by gzip.
    const message = overBudget({ bundle: 'read.js', bytes: randomBytes(1000), budget: 100 }, now, {
      'read.js': { 'src/page': 100, 'src/text': 300 },
    });
    expect(message).toMatch(/^read\.js weighs \d{4} bytes after gzip, \d{3} over its budget of 100/);
    expect(message?.split('\n').slice(1)).toEqual([
      '  src/page grew by 800 bytes to 900',
      '  node_modules/idb grew by 50 bytes to 50',
    ]);
  });
});

test('sizes are added up by package and by folder of ours', () => {
  const inputs = {
    'src/page/a.ts': { bytesInOutput: 1 },
    'src/page/b/c.ts': { bytesInOutput: 2 },
    'node_modules/@floating-ui/dom/x.js': { bytesInOutput: 4 },
    'node_modules/preact/y.js': { bytesInOutput: 8 },
  };
  expect(sizesByPart({ 'x.js': { inputs } })).toEqual({
    'x.js': { 'src/page': 3, 'node_modules/@floating-ui/dom': 4, 'node_modules/preact': 8 },
  });
});
