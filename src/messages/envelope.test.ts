import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { answer, envelopeFor, type Handlers, readReply } from './envelope.ts';
import { DatelineError, ERROR_CODES } from './errors.ts';
import { FROM_OWN_PAGES } from './from-own-pages.ts';
import { FROM_PAGE } from './from-page.ts';
import { TO_PAGE } from './to-page.ts';

const TABLE = {
  double: { input: v.strictObject({ n: v.number() }), output: v.strictObject({ n: v.number() }) },
} as const;
const handlers: Handlers<typeof TABLE, string> = {
  double: async ({ n }, context) => {
    if (context === 'full') throw new DatelineError('disk-full');
    if (context === 'bug') throw new TypeError('oops');
    return { n: n * 2 };
  },
};
const ask = (name: string, input: unknown, context = '', bugs: unknown[] = []) =>
  answer(TABLE, handlers, { dateline: 'from-page', name, input }, context, (bug) => bugs.push(bug));

describe('envelopeFor', () => {
  test.each([
    ['ours', { dateline: 'from-page', name: 'x', input: {} }, true],
    ['another direction of ours', { dateline: 'to-page', name: 'x', input: {} }, false],
    ['another extension of the same shape', { type: 'x' }, false],
    ['more than ours', { dateline: 'from-page', name: 'x', input: {}, extra: 1 }, false],
    ['nothing', undefined, false],
    ['a string', 'from-page', false],
  ])('%s', (_name, message, taken) => {
    expect(envelopeFor('from-page', message) !== undefined).toBe(taken);
  });
});

describe('answer and readReply', () => {
  test('carry the output', async () => {
    expect(readReply(TABLE, 'double', await ask('double', { n: 21 }))).toEqual({ n: 42 });
  });

  test.each([
    ['an unknown name', 'halve', { n: 1 }, '', 'bad-message'],
    ['a name of every object', 'constructor', { n: 1 }, '', 'bad-message'],
    ['an input of the wrong shape', 'double', { n: '1' }, '', 'bad-message'],
    ['an input with more than is known', 'double', { n: 1, admin: true }, '', 'bad-message'],
    ['a foreseen failure', 'double', { n: 1 }, 'full', 'disk-full'],
    ['a bug', 'double', { n: 1 }, 'bug', 'unexpected'],
  ])('%s comes back as a code', async (_name, name, input, context, code) => {
    const reply = await ask(name, input, context);
    expect(() => readReply(TABLE, 'double', reply)).toThrow(expect.objectContaining({ code }));
  });

  test('only a bug is reported', async () => {
    const bugs: unknown[] = [];
    await ask('double', { n: 1 }, 'full', bugs);
    await ask('double', 'not even an object', '', bugs);
    expect(bugs).toEqual([]);
    await ask('double', { n: 1 }, 'bug', bugs);
    expect(bugs).toHaveLength(1);
  });

  test.each([[undefined], [null], [{ ok: true, output: { n: 'x' } }], [{ ok: false, code: 'made-up' }], [[]]])(
    'a reply of %j is refused as bad',
    (reply) => {
      expect(() => readReply(TABLE, 'double', reply)).toThrow(expect.objectContaining({ code: 'bad-message' }));
    },
  );

  test('whatever comes in, an answer of a known kind goes out', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string(), fc.anything(), async (name, input) => {
        const reply = await ask(name, input);
        expect(reply.ok || ERROR_CODES.includes(reply.code)).toBe(true);
      }),
    );
  });
});

test('no message of one table hides one of another', () => {
  const names = [FROM_PAGE, FROM_OWN_PAGES, TO_PAGE].flatMap((table) => Object.keys(table));
  expect(new Set(names).size).toBe(names.length);
});
