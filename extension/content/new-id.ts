/** A name nobody else has. Not `randomUUID`, which a page without https does not have. */
export function newId(): string {
  return crypto.getRandomValues(new Uint32Array(4)).join('-');
}
