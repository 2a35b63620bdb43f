/** The one shorthand authors have for spellings: `(a|b|)`. */

/**
 * Writes out `(a|b|)`, also nested and several times: 'the (first|second) (Sochi|) deal' is four spellings. White space is
 * tidied, so an empty alternative leaves no double space. Spellings come in reading order, without repeats.
 * @throws RangeError when brackets do not pair
 */
export function alternatives(text: string): string[] {
  const reader = { text, at: 0 };
  const found = sequence(reader);
  if (reader.at < text.length) throw new RangeError(`‘${text}’: a bracket closes that was not opened`);
  return [...new Set(found.map((spelling) => spelling.replace(/\s+/gu, ' ').trim()))];
}

/**
 * How many spellings {@link alternatives} would write out, repeats counted: at least as many as it has in hand at any time. Takes time
 * linear in the text, whose brackets need not pair, so that a text can be refused before it is written out; may be `Infinity`.
 */
export function countAlternatives(text: string): number {
  const around: { sum: number; product: number }[] = [];
  let sum = 0;
  let product = 1;
  const close = (): void => {
    const outer = around.pop() ?? { sum: 0, product: 1 };
    product = outer.product * (sum + product);
    sum = outer.sum;
  };
  for (const sign of text) {
    if (sign === '(') {
      around.push({ sum, product });
      sum = 0;
      product = 1;
    } else if (sign === '|') {
      sum += product;
      product = 1;
    } else if (sign === ')') close();
  }
  while (around.length > 0) close();
  return sum + product;
}

interface Reader {
  readonly text: string;
  at: number;
}

/** Plain text and groups up to a bar or bracket of the group around, or the end. */
function sequence(reader: Reader): string[] {
  let spellings = [''];
  while (reader.at < reader.text.length) {
    const sign = reader.text.charAt(reader.at);
    if (sign === ')' || (sign === '|' && isInGroup(reader))) break;
    reader.at++;
    const next = sign === '(' ? group(reader) : [sign];
    spellings = spellings.flatMap((before) => next.map((after) => before + after));
  }
  return spellings;
}

/** The alternatives of a group whose opening bracket has been read. */
function group(reader: Reader): string[] {
  const spellings: string[] = [];
  const opened = reader.at;
  for (;;) {
    spellings.push(...sequence(reader));
    const sign = reader.text.charAt(reader.at++);
    if (sign === ')') return spellings;
    if (sign !== '|') throw new RangeError(`‘${reader.text}’: the bracket at ${opened} does not close`);
  }
}

/** A bar outside all brackets is a mistake that would otherwise pass as a spelling. */
function isInGroup(reader: Reader): boolean {
  const before = reader.text.slice(0, reader.at);
  if (before.split('(').length > before.split(')').length) return true;
  throw new RangeError(`‘${reader.text}’: a bar stands outside brackets`);
}
