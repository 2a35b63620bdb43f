/** Selecting and highlighting as a reader does it, and looking at what is drawn. */
import type { Page } from 'puppeteer-core';
import type { Reader } from './reader.ts';
import { until } from './until.ts';

/** A passage of `STORY` to select. */
export const ACCORD = 'Both said that the Sochi accord of September 2018 has to be carried out in full';

/** Opens a page of news and waits until it was read. */
export async function openStory(reader: Reader, address: string): Promise<void> {
  await reader.open(`https://${address}`);
  await reader.marksUntil('the page read', (marks) => marks.length > 0);
}

/** A box in pixels of the viewport. */
export interface SeenBox {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** A drawn passage: its classes, and its lines as they are seen (clipped boxes are not). */
export interface SeenPassage {
  readonly classes: string;
  readonly lines: readonly SeenBox[];
}

/** Where a text of the page stands, one box for each piece; scrolls it into view first if asked to. The text may run over inline elements. */
export async function boxesOfText(page: Page, text: string, scroll = false): Promise<readonly SeenBox[]> {
  return page.evaluate(
    (wanted, intoView) => {
      const roots: Node[] = [document.body];
      for (const element of document.querySelectorAll('*')) if (element.shadowRoot !== null) roots.push(element.shadowRoot);
      for (const root of roots) {
        const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
        const nodes: Text[] = [];
        for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) nodes.push(node as Text);
        const at = nodes
          .map(({ data }) => data)
          .join('')
          .indexOf(wanted);
        if (at === -1) continue;
        const place = (offset: number, isEnd: boolean): [Text, number] => {
          let rest = offset;
          for (const node of nodes) {
            if (rest < node.length || (isEnd && rest === node.length)) return [node, rest];
            rest -= node.length;
          }
          throw new RangeError('past the end');
        };
        const range = document.createRange();
        range.setStart(...place(at, false));
        range.setEnd(...place(at + wanted.length, true));
        if (intoView) range.startContainer.parentElement?.scrollIntoView({ block: 'center', behavior: 'instant' });
        return [...range.getClientRects()]
          .filter(({ width, height }) => width > 0 && height > 0)
          .map(({ left, top, right, bottom }) => ({ left, top, right, bottom }));
      }
      return [];
    },
    text,
    scroll,
  );
}

/** Drags the mouse from the beginning of one text to the end of another. */
export async function selectWithMouse(page: Page, from: string, to = from): Promise<void> {
  await boxesOfText(page, from, true);
  const first = (await boxesOfText(page, from))[0];
  const last = (await boxesOfText(page, to)).at(-1);
  if (first === undefined || last === undefined) throw new Error(`no '${from}' … '${to}' on the page`);
  const isRightToLeft = await page.evaluate(() => getComputedStyle(document.body).direction === 'rtl');
  const middle = ({ top, bottom }: SeenBox): number => (top + bottom) / 2;
  const [start, end] = isRightToLeft ? [first.right, last.left] : [first.left, last.right];
  const drag = async (): Promise<string> => {
    await page.mouse.move(start, middle(first));
    await page.mouse.down();
    await page.mouse.move((start + end) / 2, middle(last), { steps: 4 });
    await page.mouse.move(end, middle(last), { steps: 2 });
    await page.mouse.up();
    return page.evaluate(() => getSelection()?.toString() ?? '');
  };
  // On a busy machine the browser may drop the last movement, and what is selected ends where the one before it was.
  for (let tries = 0; tries < MOST_DRAGS; tries++) {
    const selected = squeezed(await drag());
    if (selected.length >= squeezed(to).length && selected.endsWith(squeezed(to).slice(-LAST))) return;
  }
}

const MOST_DRAGS = 3;
/** So many code units of what was to be selected last tell that it was. */
const LAST = 8;

function squeezed(text: string): string {
  return text.replaceAll(/\s+/gu, ' ').trim();
}

/** What is drawn now. */
export async function passages(reader: Reader): Promise<readonly SeenPassage[]> {
  return (
    (await reader.inDrawn(
      (root) =>
        [...root.querySelectorAll('.passage')].map((passage) => ({
          classes: passage.className,
          lines: [...passage.children].map((line) => {
            const { left, top, right, bottom } = line.getBoundingClientRect();
            return { left, top, right, bottom };
          }),
        })),
      null,
    )) ?? []
  );
}

/** Waits until so many passages are drawn, and gives them. */
export function passagesUntil(reader: Reader, count: number): Promise<readonly SeenPassage[]> {
  return until(`${count} drawn passages`, async () => {
    const drawn = await passages(reader);
    return drawn.length === count && drawn;
  });
}

/** Pixels by which a drawn edge may lie beside the text's. */
const TOLERANCE = 1.5;

/** Whether the lines cover exactly these boxes: each box inside a line, and the lines as large as the boxes together. */
export function covers(lines: readonly SeenBox[], boxes: readonly SeenBox[]): boolean {
  const isInside = (box: SeenBox): boolean =>
    lines.some(
      (line) =>
        line.left <= box.left + TOLERANCE &&
        line.right >= box.right - TOLERANCE &&
        line.top <= box.top + TOLERANCE &&
        line.bottom >= box.bottom - TOLERANCE,
    );
  const edges = (list: readonly SeenBox[]): readonly number[] => [
    Math.min(...list.map(({ left }) => left)),
    Math.min(...list.map(({ top }) => top)),
    Math.max(...list.map(({ right }) => right)),
    Math.max(...list.map(({ bottom }) => bottom)),
  ];
  const wanted = edges(boxes);
  return (
    boxes.length > 0 &&
    boxes.every(isInside) &&
    edges(lines).every((edge, at) => Math.abs(edge - (wanted[at] ?? NaN)) <= TOLERANCE)
  );
}

/** Selects with the mouse and presses a colour in the toolbar. */
export async function highlight(reader: Reader, text: string, colour = 'Key fact'): Promise<void> {
  await selectWithMouse(reader.page, text);
  await reader.clickInCard(`.highlight-toolbar [aria-label="${colour}"]`);
}

/** Waits until one passage is drawn, on exactly these words. */
export async function expectDrawnOn(reader: Reader, text: string): Promise<void> {
  await until(`'${text}' to be drawn`, async () => {
    const lines = (await passages(reader)).flatMap((passage) => passage.lines);
    const boxes = await boxesOfText(reader.page, text);
    if (lines.length > 0 && covers(lines, boxes)) return true;
    throw new Error(`drawn: ${JSON.stringify(lines)}; the words: ${JSON.stringify(boxes)}`);
  });
}

/** Waits until no passage is drawn. Fails telling what is, and what the toast says. */
export async function expectNothingDrawn(reader: Reader): Promise<void> {
  await until('nothing drawn', async () => {
    const drawn = await passages(reader);
    if (drawn.length === 0) return true;
    const told = await reader.inCard((root) => root.querySelector('.toast')?.textContent ?? 'none', null);
    throw new Error(`drawn: ${JSON.stringify(drawn)}; toast: ${told}`);
  });
}

/** Waits until a toast says this, among other things. */
export async function toast(reader: Reader, text: string): Promise<void> {
  await until(`the toast '${text}'`, () =>
    reader.inCard((root, wanted) => root.querySelector('.toast')?.textContent.includes(wanted), text),
  );
}

/** Whether the toolbar of a selection or of a passage is open. */
export function toolbar(reader: Reader): Promise<boolean | undefined> {
  return reader.inCard((root) => root.querySelector('.highlight-toolbar') !== null, null);
}
