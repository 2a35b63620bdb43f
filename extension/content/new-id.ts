/** A name nobody else has: 128 random bits as 22 letters of base64url (RFC 4648, 5). Not `randomUUID`, which a page without https does not have. */
export function newId(): string {
  const letters = btoa(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(16))));
  return letters.replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}
