/** Puts a passage with its source on the clipboard, inside the reader's own click. */
import { markdownCitation, plainCitation } from '../../../src/highlights/citation.ts';
import type { HighlightingPort } from '../ports/highlighting-port.ts';

/** Copies the text of a passage of this page. @returns whether it is on the clipboard; a page's policy may keep everybody off it */
export function copyWithSource(text: string, port: HighlightingPort, as: 'plain' | 'markdown'): Promise<boolean> {
  const { title, siteName, author, canonical } = port.clues();
  const cited = {
    quote: text,
    title,
    address: addressOf(canonical),
    site: siteName ?? location.hostname,
    author,
    day: port.date?.day,
  };
  return writeToClipboard(as === 'plain' ? plainCitation(cited) : markdownCitation(cited));
}

/** What the page names as its own address, where that is on the same host; the address bar's otherwise. */
function addressOf(canonical: string | undefined): string {
  const named = canonical === undefined ? null : URL.parse(canonical, location.href);
  return named?.host === location.host ? named.href : location.href;
}

async function writeToClipboard(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    // No clipboard without https, or where the page's policy forbids it.
    return copyByCommand(text);
  }
}

function copyByCommand(text: string): boolean {
  let done = false;
  const fill = (event: ClipboardEvent): void => {
    event.clipboardData?.setData('text/plain', text);
    event.preventDefault();
    event.stopImmediatePropagation();
    done = true;
  };
  addEventListener('copy', fill, { capture: true, once: true });
  // The only way where the page keeps scripts off the clipboard, or has no https.
  // oxlint-disable-next-line typescript/no-deprecated
  document.execCommand('copy');
  removeEventListener('copy', fill, { capture: true });
  return done;
}
