/**
 * Stands in for valibot in the background's bundle (build/bundle.ts): what the background uses of it, under the same names, with the same
 * verdicts and outputs (small-valibot.test.ts holds both against each other), in a third of the weight. Schemas are typed by valibot itself,
 * where they are written; here they only run. See docs/DECISIONS/weight-of-the-background.md.
 */

/** What a value failed on, and where; keys from the outermost inwards. */
class Issue {
  readonly path: string[] = [];
  constructor(readonly expected: string) {}
}

/** Gives what a value parses to, or what it failed on. */
type Run = (value: unknown) => unknown;
type Entries = Readonly<Record<string, Schema>>;
interface Schema {
  readonly run: Run;
  /** Of objects: their keys, which other schemas are made of. */
  readonly entries?: Entries;
  readonly mayBeAbsent?: true;
}
/** A further condition on a value of the right type. */
interface Action {
  readonly holds: (value: never) => boolean;
  readonly expected: string;
}
/** valibot's names of the same. */
type Parsed =
  | { readonly success: true; readonly output: unknown }
  | { readonly success: false; readonly issues: readonly Issue[] };

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null;

function ofType(expected: string, holds: (value: unknown) => boolean): Schema {
  return { run: (value) => (holds(value) ? value : new Issue(expected)) };
}

/** Parses what is under a key; a failure learns where it was. */
function under(key: string | number, schema: Schema, value: unknown): unknown {
  const output = schema.run(value);
  if (output instanceof Issue) output.path.unshift(String(key));
  return output;
}

export const string = (): Schema => ofType('string', (value) => typeof value === 'string');
export const number = (): Schema => ofType('number', (value) => typeof value === 'number' && !Number.isNaN(value));
export const boolean = (): Schema => ofType('boolean', (value) => typeof value === 'boolean');
export const unknown = (): Schema => ofType('anything', () => true);
export const never = (): Schema => ofType('nothing', () => false);
export const custom = (holds: (value: unknown) => boolean): Schema => ofType('what is asked', holds);
export const literal = (one: unknown): Schema => ofType(String(one), (value) => value === one);
export const picklist = (names: readonly unknown[]): Schema => ofType(names.join(), (value) => names.includes(value));

export const nullable = ({ run }: Schema): Schema => ({ run: (value) => (value === null ? value : run(value)) });
export const optional = ({ run }: Schema): Schema => ({
  run: (value) => (value === undefined ? value : run(value)),
  mayBeAbsent: true,
});
/** A value that does not parse is the fallback. Also where the key is absent, in an object. */
export const fallback = ({ run }: Schema, instead: unknown): Schema & { readonly fallback: unknown } => ({
  run: (value) => {
    const output = run(value);
    return output instanceof Issue ? instead : output;
  },
  fallback: instead,
});

export const array = (item: Schema): Schema => ({ run: (value) => itemsOf(value, () => item) });
export const tuple = (items: readonly Schema[]): Schema => ({
  run: (value) =>
    Array.isArray(value) && value.length < items.length ? new Issue('more items') : itemsOf(value, (at) => items[at]),
});

/** A list's items, parsed; those without a schema are left out. */
function itemsOf(value: unknown, schemaAt: (at: number) => Schema | undefined): unknown {
  if (!Array.isArray(value)) return new Issue('list');
  const list: unknown[] = [];
  for (let at = 0; at < value.length; at++) {
    const schema = schemaAt(at);
    if (schema === undefined) break;
    const output = under(at, schema, value[at]);
    if (output instanceof Issue) return output;
    list.push(output);
  }
  return list;
}

/** An object's keys, parsed; `rest` says what becomes of keys that have no schema. */
function shaped(entries: Entries, rest: 'refused' | 'left out'): Schema {
  const run: Run = (value) => {
    if (!isObject(value)) return new Issue('object');
    const result: Record<string, unknown> = {};
    for (const [key, schema] of Object.entries(entries)) {
      if (key in value) {
        const output = under(key, schema, value[key]);
        if (output instanceof Issue) return output;
        result[key] = output;
      } else if ('fallback' in schema) {
        result[key] = schema.fallback;
      } else if (schema.mayBeAbsent === undefined) {
        return under(
          key,
          ofType('to be there', () => false),
          undefined,
        );
      }
    }
    const other = rest === 'left out' ? undefined : Object.keys(value).find((key) => !Object.hasOwn(entries, key));
    return other === undefined
      ? result
      : under(
          other,
          ofType('no such key', () => false),
          undefined,
        );
  };
  return { run, entries };
}
export const strictObject = (entries: Entries): Schema => shaped(entries, 'refused');
export const object = (entries: Entries): Schema => shaped(entries, 'left out');
export const omit = ({ entries = {} }: Schema, keys: readonly string[]): Schema =>
  strictObject(Object.fromEntries(Object.entries(entries).filter(([key]) => !keys.includes(key))));

/** Keys that would reach an object's prototype are left out, as valibot leaves them. */
const UNSAFE_KEYS = ['__proto__', 'prototype', 'constructor'];
export const record = (ofKey: Schema, ofValue: Schema): Schema => ({
  run: (value) => {
    if (!isObject(value)) return new Issue('object');
    const result: Record<string, unknown> = {};
    for (const key of Object.keys(value)) {
      if (UNSAFE_KEYS.includes(key)) continue;
      const [name, output] = [under(key, ofKey, key), under(key, ofValue, value[key])];
      if (name instanceof Issue) return name;
      if (output instanceof Issue) return output;
      result[String(name)] = output;
    }
    return result;
  },
});

/** The first that parses. */
export const union = (options: readonly Schema[]): Schema => ({
  run: (value) => {
    for (const { run } of options) {
      const output = run(value);
      if (!(output instanceof Issue)) return output;
    }
    return new Issue('one of several shapes');
  },
});
/** The one whose schema of `key` takes the value's. */
export const variant = (key: string, options: readonly Schema[]): Schema => ({
  run: (value) => {
    const meant = isObject(value)
      ? options.find(({ entries }) => !((entries?.[key]?.run(value[key]) ?? new Issue(key)) instanceof Issue))
      : undefined;
    return meant === undefined ? new Issue(`known ${key}`) : meant.run(value);
  },
});

/** A schema, then conditions in their order. */
export const pipe = (schema: Schema, ...actions: readonly Action[]): Schema => ({
  ...schema,
  run: (value) => {
    const output = schema.run(value);
    if (output instanceof Issue) return output;
    const broken = actions.find(({ holds }) => !holds(output as never));
    return broken === undefined ? output : new Issue(broken.expected);
  },
});
export const check = (holds: (value: never) => boolean, expected = 'what is asked'): Action => ({ holds, expected });
export const regex = (pattern: RegExp): Action => check((text: string) => pattern.test(text), String(pattern));
export const minLength = (least: number): Action =>
  check(({ length }: { length: number }) => length >= least, `length ${least} or more`);
export const maxLength = (most: number): Action =>
  check(({ length }: { length: number }) => length <= most, `length ${most} or less`);
export const minValue = (least: number): Action => check((value: number) => value >= least, `${least} or more`);
export const maxValue = (most: number): Action => check((value: number) => value <= most, `${most} or less`);
export const integer = (): Action => check(Number.isInteger, 'whole number');
export const url = (): Action => check((text: string) => URL.canParse(text), 'address');

export function safeParse({ run }: Schema, value: unknown): Parsed {
  const output = run(value);
  return output instanceof Issue ? { success: false, issues: [output] } : { success: true, output };
}
export const is = (schema: Schema, value: unknown): boolean => safeParse(schema, value).success;
/** @throws Error that says where and on what the value failed. */
export function parse(schema: Schema, value: unknown): unknown {
  const parsed = safeParse(schema, value);
  if (!parsed.success) throw new Error(summarize(parsed.issues));
  return parsed.output;
}
export const summarize = (issues: readonly Issue[]): string =>
  issues.map(({ path, expected }) => `${path.join('.')}: expected ${expected}`).join('\n');
