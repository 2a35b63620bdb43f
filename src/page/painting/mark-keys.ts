/** Under which keys marks are painted in `CSS.highlights`. In its own file for the reading script, which only takes away what an earlier version left. */
import type { Kind } from '../../facts/entity.ts';

const KINDS = ['place', 'person', 'office', 'agreement', 'organisation', 'event'] as const satisfies readonly Kind[];

/** Key of every painted mention of a kind, drawn faintly. */
export const mentionKey = (kind: Kind): string => `dateline-mention-${kind}`;
/** Key of those drawn fully on top of that: the first of an entity in each screenful. */
export const firstKey = (kind: Kind): string => `dateline-first-${kind}`;
/** Key of the mention whose card is open, by kind, for its line. */
export const activeLineKey = (kind: Kind): string => `dateline-active-${kind}`;
/** Key of the same mention, whatever its kind. */
export const ACTIVE_KEY = 'dateline-mention-active';

/** Every key of ours, later painted above earlier: a key's place is its priority. All other keys in the registry belong to the page. */
export const OWN_KEYS: readonly string[] = [
  ...[mentionKey, firstKey, activeLineKey].flatMap((keyOf) => KINDS.map(keyOf)),
  ACTIVE_KEY,
];
