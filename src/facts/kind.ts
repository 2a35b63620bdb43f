/** The kind an id begins with. */
import { KINDS, type Kind } from './entity.ts';

/**
 * The kind of an entity by its id.
 * @throws RangeError when the id begins with no known kind
 */
export function kindOf(id: string): Kind {
  const kind = KINDS.find((known) => id.startsWith(`${known}/`));
  if (kind === undefined) throw new RangeError(`${id} is of no known kind`);
  return kind;
}
