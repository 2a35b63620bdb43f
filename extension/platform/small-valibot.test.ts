/** The background's stand-in for valibot must let through exactly what valibot does, as the same output. */
import fc from 'fast-check';
import * as v from 'valibot';
import { afterAll, describe, expect, test, vi } from 'vitest';
import * as small from './small-valibot.ts';

/** Every schema by which the background parses what it did not make itself. */
async function schemas() {
  const { fallback, object, string } = await import('valibot');
  // As extension/platform/settings.ts has it, which cannot be imported without a browser.
  const settings = object({ marks: fallback(string(), 'all') });
  const [{ FROM_PAGE }, { FROM_OWN_PAGES }, { TO_PAGE }, { Failure }, { Recognised }, highlight, { Change }, pack, rules] =
    await Promise.all([
      import('../../src/messages/from-page.ts'),
      import('../../src/messages/from-own-pages.ts'),
      import('../../src/messages/to-page.ts'),
      import('../../src/messages/errors.ts'),
      import('../../src/messages/recognised.ts'),
      import('../../src/highlights/highlight.ts'),
      import('../../src/highlights/change.ts'),
      import('../../src/facts/compiled-pack.ts'),
      import('../../src/facts/recognise/lexicon-rules.ts'),
    ]);
  const tables = { ...FROM_PAGE, ...FROM_OWN_PAGES, ...TO_PAGE };
  return {
    ...Object.fromEntries(
      Object.entries(tables).flatMap(([name, { input, output }]) => [
        [`${name}, input`, input],
        [`${name}, output`, output],
      ]),
    ),
    failure: Failure,
    recognised: Recognised,
    highlight: highlight.Highlight,
    change: Change,
    'about a pack': pack.PackAbout,
    'rules of recognition': rules.LexiconRules,
    'settings as stored': settings,
  } as Readonly<Record<string, v.GenericSchema>>;
}

// Deep schemas would be a second a value at the usual size.
fc.configureGlobal({ baseSize: 'xsmall' });

vi.resetModules();
const asValibot = await schemas();
vi.doMock('valibot', () => small);
vi.resetModules();
const asSmall = (await schemas()) as unknown as Readonly<Record<string, Parameters<typeof small.safeParse>[0]>>;
// The files of a worker share their modules: those after this one want valibot itself, and properties of the usual size.
afterAll(() => {
  vi.doUnmock('valibot');
  vi.resetModules();
  fc.resetConfigureGlobal();
});

/** What is read here of valibot's schemas. */
interface Described {
  readonly type: string;
  readonly entries?: Readonly<Record<string, Described>>;
  readonly item?: Described;
  readonly items?: readonly Described[];
  readonly wrapped?: Described;
  readonly options?: readonly unknown[];
  readonly literal?: unknown;
  readonly key?: Described;
  readonly value?: Described;
  readonly pipe?: readonly { readonly type: string; readonly requirement?: unknown }[];
}

/** Values that a schema mostly takes. */
function meant(schema: Described): fc.Arbitrary<unknown> {
  // A `regex` action is the only one whose requirement is one.
  const pattern = schema.pipe?.find(({ type }) => type === 'regex')?.requirement as RegExp | undefined;
  switch (schema.type) {
    case 'string':
      if (pattern === undefined) return fc.string();
      // The one pattern without regard to case is that of addresses.
      return fc.oneof(pattern.ignoreCase ? fc.webUrl() : fc.stringMatching(pattern), fc.string());
    case 'number':
      return fc.oneof(fc.nat(3000), fc.double(), fc.constant(-1));
    case 'boolean':
      return fc.boolean();
    case 'literal':
      return fc.constant(schema.literal);
    case 'picklist':
      return fc.constantFrom(...(schema.options ?? []));
    case 'nullable':
      return fc.oneof(fc.constant(null), inner(schema));
    case 'optional':
      return fc.oneof(fc.constant(undefined), inner(schema));
    case 'array':
      return fc.array(schema.item === undefined ? fc.anything() : meant(schema.item), { maxLength: 2 });
    case 'tuple':
      return fc.tuple(...(schema.items ?? []).map(meant));
    case 'record':
      return fc.dictionary(
        schema.key === undefined ? fc.string() : meant(schema.key).map(String),
        schema.value === undefined ? fc.anything() : meant(schema.value),
        { maxKeys: 3 },
      );
    case 'union':
    case 'variant':
      return fc.oneof(...((schema.options ?? []) as readonly Described[]).map(meant));
    case 'object':
    case 'strict_object':
      return fc.record(Object.fromEntries(Object.entries(schema.entries ?? {}).map(([key, of]) => [key, meant(of)])));
    default:
      return fc.anything();
  }
}

function inner({ wrapped }: Described): fc.Arbitrary<unknown> {
  return wrapped === undefined ? fc.anything() : meant(wrapped);
}

/** The value with something else in one place, or with a key more or less. */
function damaged(value: unknown, where: number, by: unknown): unknown {
  if (Array.isArray(value)) {
    const items: readonly unknown[] = value;
    return where % 4 === 0 || items.length === 0
      ? by
      : items.with(where % items.length, damaged(items[where % items.length], where >> 2, by));
  }
  if (typeof value !== 'object' || value === null) return by;
  const entries: [string, unknown][] = Object.entries(value);
  const one = entries[where % (entries.length || 1)];
  if (one === undefined || where % 5 === 0) return { ...value, surplus: by };
  if (where % 5 === 1) return Object.fromEntries(entries.filter((entry) => entry !== one));
  return { ...value, [one[0]]: damaged(one[1], where >> 2, by) };
}

describe('gives the same verdict and the same output as valibot on', () => {
  test.each(Object.keys(asValibot))('%s', (name) => {
    const [ours, theirs] = [asSmall[name], asValibot[name]];
    if (ours === undefined || theirs === undefined) throw new Error(`no schema ${name}`);
    const agree = (value: unknown): void => {
      const [mine, valibots] = [small.safeParse(ours, value), v.safeParse(theirs, value)];
      expect(mine.success).toBe(valibots.success);
      if (mine.success) expect(mine.output).toStrictEqual(valibots.output);
    };
    fc.assert(
      fc.property(meant(theirs as unknown as Described), fc.nat(), fc.anything(), (value, where, by) => {
        agree(value);
        agree(damaged(value, where, by));
        agree(by);
      }),
      { numRuns: 20 },
    );
  });
});

test('says where a value failed, and on what', () => {
  const schema = small.strictObject({ list: small.array(small.strictObject({ day: small.string() })) });
  expect(() => small.parse(schema, { list: [{ day: 'x' }, { day: 1 }] })).toThrow('list.1.day: expected string');
});
