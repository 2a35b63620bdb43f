/**
 * Paints mentions with the CSS Custom Highlight API, under our own keys only.
 * The registry and the adopted style sheets are the page's as much as ours: others' entries are never touched, and ours are put back
 * when the page clears them.
 */
import type { Kind } from '../facts/entity.ts';
import { ACTIVE_KEY, activeLineKey, firstKey, markStyle, mentionKey, OWN_KEYS } from './mark-style.ts';
import type { Painter } from './painter.ts';
import { isLightColor } from './text-tone.ts';

/** A mention to be painted. Keep the range object while it holds: what is unchanged is not painted again. */
export interface MentionMark {
  readonly range: StaticRange;
  readonly kind: Kind;
  /** First of its entity in this screenful: drawn fully. */
  readonly first: boolean;
}

/** See {@link Painter}. One for each document. */
export class MentionPainter implements Painter<MentionMark> {
  readonly #document: Document;
  readonly #sheet = new CSSStyleSheet();
  /** What is registered under each key, in order. */
  #painted = new Map<string, readonly StaticRange[]>();
  #roots = new Set<Document | ShadowRoot>();
  #active: MentionMark | null = null;
  #marks: readonly MentionMark[] = [];
  #onDark: boolean | undefined;

  constructor(document: Document) {
    this.#document = document;
  }

  show(marks: readonly MentionMark[]): void {
    this.#marks = marks;
    this.#matchTone();
    this.#paint();
  }

  setActive(mark: MentionMark | null): void {
    this.#active = mark;
    this.#paint();
  }

  isWhole(): boolean {
    return (
      [...this.#painted.keys()].every((key) => CSS.highlights.has(key)) &&
      [...this.#roots].every((root) => root.adoptedStyleSheets.includes(this.#sheet))
    );
  }

  restore(): void {
    for (const [key, ranges] of this.#painted) {
      if (!CSS.highlights.has(key)) register(key, ranges);
    }
    for (const root of this.#roots) this.#adopt(root);
  }

  remove(): void {
    for (const key of OWN_KEYS.keys()) CSS.highlights.delete(key);
    for (const root of this.#roots) root.adoptedStyleSheets = root.adoptedStyleSheets.filter((sheet) => sheet !== this.#sheet);
    this.#painted.clear();
    this.#roots.clear();
    this.#marks = [];
    this.#active = null;
  }

  #paint(): void {
    const wanted = new Map<string, StaticRange[]>();
    const add = (key: string, range: StaticRange): void => {
      const ranges = wanted.get(key);
      if (ranges === undefined) wanted.set(key, [range]);
      else ranges.push(range);
    };
    for (const { kind, first, range } of this.#marks) {
      add(mentionKey(kind), range);
      if (first) add(firstKey(kind), range);
    }
    if (this.#active !== null) {
      add(ACTIVE_KEY, this.#active.range);
      add(activeLineKey(this.#active.kind), this.#active.range);
    }
    for (const key of this.#painted.keys()) {
      if (!wanted.has(key)) CSS.highlights.delete(key);
    }
    for (const [key, ranges] of wanted) {
      // Registering anything makes the browser look at every registered range again.
      if (!isSameList(ranges, this.#painted.get(key))) register(key, ranges);
    }
    this.#painted = wanted;
    for (const { range } of this.#marks) this.#adoptAround(range);
  }

  /** Chooses the colours by the text of the first mark; sites switch between light and dark without a load. */
  #matchTone(): void {
    const element = this.#marks[0]?.range.startContainer.parentElement;
    if (element == null) return;
    const onDark = isLightColor(getComputedStyle(element).color);
    if (onDark === this.#onDark) return;
    this.#onDark = onDark;
    this.#sheet.replaceSync(markStyle(onDark));
  }

  /** `::highlight` rules of the document do not reach into shadow trees. */
  #adoptAround(range: StaticRange): void {
    const root = range.startContainer.getRootNode();
    if (root !== this.#document && !(root instanceof ShadowRoot)) return;
    const tree = root instanceof ShadowRoot ? root : this.#document;
    if (this.#roots.has(tree)) return;
    this.#roots.add(tree);
    this.#adopt(tree);
  }

  #adopt(root: Document | ShadowRoot): void {
    if (!root.adoptedStyleSheets.includes(this.#sheet)) root.adoptedStyleSheets = [...root.adoptedStyleSheets, this.#sheet];
  }
}

function register(key: string, ranges: readonly StaticRange[]): void {
  const highlight = new Highlight(...ranges);
  highlight.priority = OWN_KEYS.get(key) ?? 0;
  CSS.highlights.set(key, highlight);
}

function isSameList(one: readonly StaticRange[], other: readonly StaticRange[] | undefined): boolean {
  return other !== undefined && one.length === other.length && one.every((range, at) => range === other[at]);
}
