/** What a browser printed: the shapes filled with a colour in a PDF (ISO 32000-1, 8.5), by the boxes around them. */
import { inflateSync } from 'node:zlib';
import type { SeenBox } from './passages.ts';

const STREAM = /stream\r?\n/g;

/** The boxes of all that is filled with `#rrggbb`, in the units of the drawing: in Chromium, CSS pixels of the page as laid out for paper. */
export function filledBoxes(pdf: Uint8Array, colour: string): readonly SeenBox[] {
  const wanted = [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255);
  return streamsOf(pdf).flatMap((stream) => {
    const boxes: SeenBox[] = [];
    const kept: boolean[] = [];
    let isWanted = false;
    let numbers: number[] = [];
    let [across, down]: [number[], number[]] = [[], []];
    for (const token of stream.split(/\s+/)) {
      if (/^-?[\d.]+$/.test(token)) {
        numbers.push(Number(token));
        continue;
      }
      const given = numbers;
      numbers = [];
      if (token === 'q') kept.push(isWanted);
      if (token === 'Q') isWanted = kept.pop() ?? false;
      if (token === 'rg') isWanted = wanted.every((part, at) => Math.abs(part - (given[at] ?? NaN)) < 0.003);
      if (token === 're') {
        const [left = NaN, top = NaN, width = NaN, height = NaN] = given;
        across.push(left, left + width);
        down.push(top, top + height);
      } else if (['m', 'l', 'c', 'v', 'y'].includes(token)) {
        across.push(...given.filter((_, at) => at % 2 === 0));
        down.push(...given.filter((_, at) => at % 2 === 1));
      } else if (['f', 'f*', 'n', 'S'].includes(token)) {
        if (isWanted && token.startsWith('f')) boxes.push(around(across, down));
        [across, down] = [[], []];
      }
    }
    return boxes;
  });
}

function around(across: readonly number[], down: readonly number[]): SeenBox {
  return { left: Math.min(...across), top: Math.min(...down), right: Math.max(...across), bottom: Math.max(...down) };
}

/** Every stream of the file as text, whether deflated or not. */
function streamsOf(pdf: Uint8Array): readonly string[] {
  const bytes = Buffer.from(pdf);
  return [...bytes.toString('latin1').matchAll(STREAM)].map(({ 0: { length }, index }) => {
    const data = bytes.subarray(index + length, bytes.indexOf('endstream', index));
    try {
      return inflateSync(data).toString('latin1');
    } catch {
      return data.toString('latin1');
    }
  });
}
