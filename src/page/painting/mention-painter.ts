/**
 * Paints mentions with the CSS Custom Highlight API, under our own keys only.
 * The registry and the adopted style sheets are the page's as much as ours: others' entries are never touched, and ours are put back
 * when the page clears them.
 */
import type { Kind } from '../../facts/entity.ts';
import { isInScope, markScope } from './mark-scope.ts';
import { ACTIVE_KEY, activeLineKey, firstKey, mentionKey, OWN_KEYS } from './mark-keys.ts';
import { type MarkStyle, markStyle } from './mark-style.ts';
import type { Painter } from './painter.ts';
import { isLightColor } from './text-tone.ts';

/** A mention to be painted. Keep the range object while it holds: what is unchanged is not painted again. */
export interface MentionMark {
  readonly range: StaticRange;
  readonly kind: Kind;
  /** First of its entity in this screenful: drawn fully. */
  readonly first: boolean;
}

/**
 * Chromium hands highlight styles down, so rules go to what lies near the view (see `mark-scope.ts`). Firefox does not hand them down, and
 * matches rules for every element cheaply. Drop the difference when it does (CSS Pseudo-Elements 4, highlight inheritance).
 */
const EVERY_ELEMENT: readonly string[] | undefined = CSS.supports('-moz-orient', 'inline') ? [''] : undefined;

/** See {@link Painter}. One for each document. */
export class MentionPainter implements Painter<MentionMark> {
  readonly #document: Document;
  readonly #sheet = new CSSStyleSheet();
  /** What is registered under each key, in order, and as the browser has it: a newer version of the extension registers others under the same keys. */
  readonly #registered = new Map<string, { readonly ranges: readonly StaticRange[]; readonly highlight: Highlight }>();
  #roots = new Set<Document | ShadowRoot>();
  #active: MentionMark | null = null;
  #marks: readonly MentionMark[] = [];
  #style: MarkStyle = { scope: EVERY_ELEMENT ?? [], kinds: new Set(), onDark: false };

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
      [...this.#registered].every(([key, { highlight }]) => CSS.highlights.get(key) === highlight) &&
      [...this.#roots].every((root) => root.adoptedStyleSheets.includes(this.#sheet))
    );
  }

  restore(): void {
    for (const [key, { highlight }] of this.#registered) {
      if (CSS.highlights.get(key) !== highlight) CSS.highlights.set(key, highlight);
    }
    for (const root of this.#roots) this.#adopt(root);
  }

  remove(): void {
    for (const key of this.#registered.keys()) this.#unregister(key);
    for (const root of this.#roots) root.adoptedStyleSheets = root.adoptedStyleSheets.filter((sheet) => sheet !== this.#sheet);
    this.#roots.clear();
    this.#marks = [];
    this.#active = null;
  }

  #paint(): void {
    this.#coverMarks();
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
    for (const key of this.#registered.keys()) {
      if (!wanted.has(key)) this.#unregister(key);
    }
    for (const [key, ranges] of wanted) {
      // Registering anything makes the browser look at every registered range again.
      if (!isSameList(ranges, this.#registered.get(key)?.ranges)) this.#register(key, ranges);
    }
    for (const { range } of this.#marks) this.#adoptAround(range);
  }

  #register(key: string, ranges: readonly StaticRange[]): void {
    const highlight = new Highlight(...ranges);
    highlight.priority = OWN_KEYS.indexOf(key);
    CSS.highlights.set(key, highlight);
    this.#registered.set(key, { ranges, highlight });
  }

  #unregister(key: string): void {
    if (CSS.highlights.get(key) === this.#registered.get(key)?.highlight) CSS.highlights.delete(key);
    this.#registered.delete(key);
  }

  /** Chooses the colours by the text of the first mark; sites switch between light and dark without a load. */
  #matchTone(): void {
    const [element] = elementsOf(this.#marks);
    if (element === undefined) return;
    const onDark = isLightColor(getComputedStyle(element).color);
    if (onDark !== this.#style.onDark) this.#restyle({ ...this.#style, onDark });
  }

  /** Takes care that there are rules for what is marked and where it is: the view moves on, and sites move nodes. */
  #coverMarks(): void {
    const marks = this.#active === null ? this.#marks : [...this.#marks, this.#active];
    const kinds = new Set([...this.#style.kinds, ...marks.map(({ kind }) => kind)]);
    const elements = elementsOf(marks);
    const isCovered = EVERY_ELEMENT !== undefined || elements.every((element) => isInScope(element, this.#style.scope));
    if (isCovered && kinds.size === this.#style.kinds.size) return;
    this.#restyle({ ...this.#style, kinds, scope: isCovered ? this.#style.scope : markScope(elements) });
  }

  #restyle(style: MarkStyle): void {
    this.#style = style;
    this.#sheet.replaceSync(markStyle(style));
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

function elementsOf(marks: readonly MentionMark[]): Element[] {
  return marks.flatMap(({ range }) => range.startContainer.parentElement ?? []);
}

function isSameList(one: readonly StaticRange[], other: readonly StaticRange[] | undefined): boolean {
  return other !== undefined && one.length === other.length && one.every((range, at) => range === other[at]);
}
