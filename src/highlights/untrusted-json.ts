/** Reading a JSON file that the reader was given by whomever (promises S8): size and depth are looked at before anything is parsed. */

/** Longest file, in bytes of UTF-8. */
export const LONGEST_FILE = 20 * 1024 * 1024;
/** Most records in a file. */
export const MOST_RECORDS = 50_000;
/** A record in its list in a file of ours is five deep, its entities' facts seven; as a Web Annotation eight. */
const DEEPEST = 8;

/**
 * Parses a file's text; its objects inherit nothing, so that no key in it can be mistaken for one that is always there.
 * @returns the value, or why there is none: the text is too long, or no JSON, too deep, or with a key that every object has
 */
export function parseUntrusted(text: string): { readonly value: unknown } | 'too-big' | 'unreadable' {
  if (text.length > LONGEST_FILE || bytesOf(text) > LONGEST_FILE) return 'too-big';
  if (depthOf(text) > DEEPEST) return 'unreadable';
  try {
    return { value: withoutPrototypes(JSON.parse(text)) };
  } catch {
    return 'unreadable';
  }
}

/** How long a text is in a file, in bytes of UTF-8. */
export function bytesOf(text: string): number {
  return new TextEncoder().encode(text).length;
}

/** How deep the brackets of a JSON text go, whether it is well-formed or not. Looked at before parsing, which may recurse. */
function depthOf(text: string): number {
  let depth = 0;
  let deepest = 0;
  let isInString = false;
  for (let at = 0; at < text.length; at++) {
    const sign = text[at];
    if (isInString) {
      if (sign === '\\') at++;
      else if (sign === '"') isInString = false;
    } else if (sign === '"') isInString = true;
    else if (sign === '[' || sign === '{') deepest = Math.max(deepest, ++depth);
    else if (sign === ']' || sign === '}') depth--;
  }
  return deepest;
}

function withoutPrototypes(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutPrototypes);
  if (typeof value !== 'object' || value === null) return value;
  const copy = Object.create(null) as Record<string, unknown>;
  for (const [key, held] of Object.entries(value)) {
    if (key in Object.prototype) throw new SyntaxError(`a key named ${key}`);
    copy[key] = withoutPrototypes(held);
  }
  return copy;
}
