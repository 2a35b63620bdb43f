/** Quotation marks that a mention would tear apart: 'операция «Источник мира' without its closing mark. */
import type { TextSpan } from './words.ts';

/** Closing marks by the opening one; a straight one closes itself. */
const CLOSING: Readonly<Record<string, string>> = { '«': '»', '“': '”', '„': '“”"', '"': '"' };
const MARK = /[«»“”„"]/u;
const MARKS = /[«»“”„"]/gu;

/**
 * A span that cuts no quotation: where one opens or closes inside it and its other mark stands directly at the span's edge, that
 * mark is taken in. Offsets are UTF-16 code units of the same text.
 * @returns `undefined` where a quotation would still be cut
 */
export function withWholeQuotations(text: string, span: TextSpan): TextSpan | undefined {
  const { start, end } = span;
  const inside = text.slice(start, end);
  if (!MARK.test(inside) || isBalanced(inside)) return span;
  // French sets a space before the closing mark.
  const closing = end + (text.charAt(end).trim() === '' ? 2 : 1);
  if (isBalanced(inside + text.slice(end, closing))) return { start, end: closing };
  if (isBalanced(text.charAt(start - 1) + inside)) return { start: start - 1, end };
  return undefined;
}

function isBalanced(stretch: string): boolean {
  const open: string[] = [];
  for (const [mark] of stretch.matchAll(MARKS)) {
    if (CLOSING[open.at(-1) ?? '']?.includes(mark) === true) open.pop();
    else if (mark in CLOSING) open.push(mark);
    else return false;
  }
  return open.length === 0;
}
