/**
 * A parser of a few hundred bytes, for the script in news pages: valibot, which parses the same shapes everywhere else, is a third of
 * what that script may weigh. A check is typed by the very type valibot infers, so a shape that changes there does not compile here.
 */

/** Whether a value that came from elsewhere has a type. */
export type Check<T> = (value: unknown) => value is T;

/** A key that may be absent. */
interface Optional<T> {
  readonly optional: Check<T>;
}

/** A check for every key of `T`; those that may be absent go through {@link optional}. */
export type Shape<T> = {
  readonly [K in keyof T]-?: Partial<Pick<T, K>> extends Pick<T, K> ? Optional<Exclude<T[K], undefined>> : Check<T[K]>;
};

/** Any string. */
export const isString: Check<string> = (value) => typeof value === 'string';
/** Any number. */
export const isNumber: Check<number> = (value) => typeof value === 'number';
/** `true` or `false`. */
export const isBoolean: Check<boolean> = (value) => typeof value === 'boolean';

/** One of a closed list of names; written as an object so that the compiler misses none. */
export function oneOf<T extends string>(names: Readonly<Record<T, true>>): Check<T> {
  return (value): value is T => typeof value === 'string' && Object.hasOwn(names, value);
}

/** A list whose every item passes. */
export function listOf<T>(item: Check<T>): Check<T[]> {
  return (value): value is T[] => Array.isArray(value) && value.every((one) => item(one));
}

/** `null` or what passes. */
export function orNull<T>(check: Check<T>): Check<T | null> {
  return (value): value is T | null => value === null || check(value);
}

/** Marks a key of a {@link shaped} object as one that may be absent. */
export function optional<T>(check: Check<T>): Optional<T> {
  return { optional: check };
}

/** An object with these keys. Keys it has beside them are no harm here. */
export function shaped<T extends object>(shape: Shape<T>): Check<T> {
  const entries = Object.entries<Check<unknown> | Optional<unknown>>(shape);
  return (value): value is T =>
    typeof value === 'object' &&
    value !== null &&
    entries.every(([key, check]) => {
      const held = (value as Readonly<Record<string, unknown>>)[key];
      return typeof check === 'function' ? check(held) : held === undefined || check.optional(held);
    });
}
