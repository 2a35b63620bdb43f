/** A name nobody else has: 24 letters, digits and hyphens from 144 random bits. Not `randomUUID`, which a page without https does not have. */
export function newId(): string {
  return btoa(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(18)))).replaceAll(/[+/]/g, '-');
}
