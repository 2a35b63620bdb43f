/** A person who reads news in one tab: what tests do and see, in the words of the design. */
import type { Page } from 'puppeteer-core';
import { accessibleTree, findAccessible, textRuns } from './accessible-tree.ts';
import { inClosedRoot } from './closed-root.ts';
import type { Running } from './launch.ts';
import { until } from './until.ts';

const HOST = 'dateline-host';

/** A painted mention, as any script of the page may read it from the highlight registry. */
export interface Mark {
  readonly kind: string;
  readonly text: string;
}

/** An open card as a screen reader tells it. */
export interface CardAsHeard {
  readonly name: string;
  /** Runs of text in reading order. */
  readonly lines: readonly string[];
}

/** One tab and who looks at it. */
export class Reader {
  readonly page: Page;
  /** Errors of the console and uncaught exceptions since the tab was opened: the page's own and ours. */
  readonly errors: string[] = [];
  readonly #running: Running;

  private constructor(page: Page, running: Running) {
    this.page = page;
    this.#running = running;
    page.on('pageerror', (error) => this.errors.push(String(error)));
    page.on('console', (message) => {
      if (message.type() === 'error') this.errors.push(message.text());
    });
  }

  /** Sits down before a new, empty tab. */
  static async sitDown(running: Running): Promise<Reader> {
    return new Reader(await running.browser.newPage(), running);
  }

  /** Sits down before a tab that is open already. */
  static at(page: Page, running: Running): Reader {
    return new Reader(page, running);
  }

  /** Goes to an address; resolves when the page has loaded (not yet when it has been read: {@link marksUntil}). */
  async open(address: string): Promise<void> {
    await this.page.bringToFront();
    await this.page.goto(address);
  }

  /** Every mark painted now, in reading order. */
  marks(): Promise<readonly Mark[]> {
    return this.page.evaluate(() => {
      const found: { kind: string; range: Range }[] = [];
      for (const kind of ['place', 'person', 'office', 'agreement', 'organisation', 'event']) {
        for (const { startContainer, startOffset, endContainer, endOffset } of CSS.highlights.get(`dateline-mention-${kind}`) ??
          []) {
          const range = document.createRange();
          range.setStart(startContainer, startOffset);
          range.setEnd(endContainer, endOffset);
          found.push({ kind, range });
        }
      }
      found.sort((one, other) => one.range.compareBoundaryPoints(Range.START_TO_START, other.range));
      return found.map(({ kind, range }) => ({ kind, text: range.toString() }));
    });
  }

  /** Waits until the painted marks are as wanted, and gives them. Fails naming what was there instead. */
  async marksUntil(what: string, wanted: (marks: readonly Mark[]) => boolean): Promise<readonly Mark[]> {
    let last: readonly Mark[] = [];
    try {
      return await until(what, async () => {
        last = await this.marks();
        return wanted(last) && last;
      });
    } catch (error) {
      throw new Error(`${what}; painted: ${last.map(({ text }) => text).join(' | ') || 'nothing'}`, { cause: error });
    }
  }

  /** Moves the pointer onto the first mark with this text and leaves it there. */
  async restOn(text: string): Promise<void> {
    const { x, y } = await until(`a mark '${text}' in view`, () => this.middleOf(text));
    // Two moves, since a pointer that never moved does not hover.
    await this.page.mouse.move(x - 3, y);
    await this.page.mouse.move(x, y);
  }

  /** Moves the pointer to a corner of the view, off every mark and card. */
  async lookAway(): Promise<void> {
    await this.page.mouse.move(1, 1, { steps: 3 });
  }

  /** Rests on the first mark with this text and waits for a card; gives what a screen reader would say. */
  async cardFor(text: string): Promise<CardAsHeard> {
    await this.restOn(text);
    return until(`a card for '${text}'`, () => this.card());
  }

  /** The card that is open now. */
  async card(): Promise<CardAsHeard | undefined> {
    const tree = await accessibleTree(this.page, this.#running.target);
    const dialog = findAccessible(tree, 'dialog');
    return (
      dialog && {
        name: dialog.name,
        lines: textRuns(dialog)
          .map((run) => run.trim())
          .filter((run) => run !== ''),
      }
    );
  }

  /** Waits until the card has finished appearing, for a picture of it. */
  async cardAtRest(): Promise<void> {
    await until('the card to come to rest', () =>
      this.inCard((root) => root.getAnimations().length + root.host.getAnimations().length === 0, null),
    );
  }

  /** Presses Escape and waits until no card is open. */
  async closeCard(): Promise<void> {
    await this.page.keyboard.press('Escape');
    await this.cardClosed();
  }

  /** Waits until no card is open. */
  async cardClosed(): Promise<void> {
    await until('the card to close', async () => (await this.card()) === undefined);
  }

  /** Clicks, with the real mouse, the first element of our closed root that matches the selector and (where given) has this text; not before it is where it will be hit. */
  async clickInCard(selector: string, text = ''): Promise<void> {
    const middle = await until(`${selector} ${text} in the card`, () => this.inCard(findMiddle, { selector, text }));
    await this.page.mouse.click(middle.x, middle.y);
  }

  /** Runs `look` with our closed shadow root; see {@link inClosedRoot}. */
  inCard<A, T>(look: (root: ShadowRoot, argument: A) => T, argument: A): Promise<T | undefined> {
    return inClosedRoot(this.page, this.#running.target, { host: HOST }, look, argument);
  }

  /** The same with the root in which saved passages are drawn. */
  inDrawn<A, T>(look: (root: ShadowRoot, argument: A) => T, argument: A): Promise<T | undefined> {
    return inClosedRoot(this.page, this.#running.target, { host: HOST, inner: true }, look, argument);
  }

  /** The page's own source as it stands, without our host element; and how many hosts there are. */
  source(): Promise<{ html: string; hosts: number }> {
    return this.page.evaluate((host) => {
      const copy = document.documentElement.cloneNode(true) as HTMLElement;
      const hosts = copy.querySelectorAll(host);
      for (const element of hosts) element.remove();
      return { html: copy.outerHTML, hosts: hosts.length };
    }, HOST);
  }

  /** Closes the tab. */
  async leave(): Promise<void> {
    await this.page.close();
  }

  /** Scrolls the first mark with this text into view and gives its middle, in pixels of the viewport. */
  middleOf(text: string): Promise<{ x: number; y: number } | undefined> {
    return this.page.evaluate((wanted) => {
      for (const [key, highlight] of CSS.highlights) {
        if (!/^dateline-mention-(?!active)/.test(key)) continue;
        for (const { startContainer, startOffset, endContainer, endOffset } of highlight) {
          const range = document.createRange();
          range.setStart(startContainer, startOffset);
          range.setEnd(endContainer, endOffset);
          if (range.toString() !== wanted) continue;
          startContainer.parentElement?.scrollIntoView({ block: 'center', behavior: 'instant' });
          const [box] = range.getClientRects();
          if (box !== undefined) return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
        }
      }
      return undefined;
    }, text);
  }
}

/** Runs in the page: the middle of an element of our root, in pixels of the viewport; none while something else is there. */
function findMiddle(
  root: ShadowRoot,
  { selector, text }: { selector: string; text: string },
): { x: number; y: number } | undefined {
  const found = [...root.querySelectorAll(selector)].find((element) => element.textContent.includes(text));
  if (found === undefined) return undefined;
  found.scrollIntoView({ block: 'nearest', behavior: 'instant' });
  const box = found.getBoundingClientRect();
  const middle = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  return found.contains(root.elementFromPoint(middle.x, middle.y)) ? middle : undefined;
}
