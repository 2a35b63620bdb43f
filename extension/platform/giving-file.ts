/** Gives the reader a file of what was made here: by a download of the page's own, for which no permission is needed. */

/** Milliseconds after which no browser still reads the file's data. */
const READ_BY_THEN = 60_000;

/** Starts a download. `parts` are the file's text, one after the other. */
export function giveFile(name: string, parts: readonly string[], type = 'application/json'): void {
  const address = URL.createObjectURL(new Blob([...parts], { type }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), READ_BY_THEN);
}
