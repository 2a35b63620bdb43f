/**
 * Walks a page in reading order (the flat tree, open shadow roots included) and gives its text in blocks.
 * What was read of an element is kept in its section, so that after a change only the sections on the way to it are read again.
 */
import { BlockWriter, hasUnevenSpace, PlainBlock, type TextBlock } from './text-block.ts';
import { isPlain, mayHostShadow, readingOf, renderedBox } from './text-rules.ts';

/** What was read of one block-level element: its own blocks and the sections of those inside it, in reading order. */
export interface Section {
  readonly element: Element;
  readonly parts: (TextBlock | Section)[];
}

/** What earlier walks of the same page left behind; a walk reads and extends it. */
export interface Reread {
  /** Sections that still hold. */
  readonly sections: WeakMap<Element, Section>;
  /** Elements whose text was left out because they are not shown now. */
  readonly hidden: Set<Element>;
  /** Called for every open shadow root that is read. */
  readonly onShadowRoot: (root: ShadowRoot) => void;
}

/** An element being read: its children still to come, and the section its text belongs to. */
interface Frame {
  readonly section: Section;
  /** Whether leaving this element ends its section. */
  readonly isBlock: boolean;
  next: Node | null;
  /** Nodes assigned to a slot; they are not siblings of each other. */
  readonly slotted?: Node[];
}

/** Anything but white space. */
const VISIBLE = /\S/;
/** White space of the kind that is not collapsed: at a block's start it depends on its node whether it counts. */
const STARTS_WIDE = /^ ?[^\S ]/;
/** How many nodes are read between two chances to pause; some 50 microseconds' worth. */
const NODES_PER_STEP = 64;

/**
 * Reads `root`'s text. Pauses at each `yield`; what changes meanwhile must be reported for the next walk, whatever this one made of it.
 * @returns the section of `root`.
 */
export function* walkText(root: Element, reread: Reread): Generator<undefined, Section> {
  const { sections, hidden, onShadowRoot } = reread;
  const writer = new BlockWriter();
  /** Of the block being written: its box (`null` while not shown) and whether white space is preserved; asked only when text comes. */
  let box: Element | null | undefined;
  let preserves: boolean | undefined;
  let steps = 0;

  const endBlock = (section: Section): void => {
    const block = box == null ? null : writer.finish(box);
    if (block !== null) section.parts.push(block);
    box = undefined;
    preserves = undefined;
  };
  const addText = (node: Text, { element }: Section): void => {
    const { data } = node;
    if (writer.isEmpty && !VISIBLE.test(data)) return;
    if (box === undefined) {
      box = renderedBox(element);
      if (box === null) hidden.add(element);
    }
    if (box === null) return;
    if (!hasUnevenSpace(data)) {
      writer.addNode(node, data, 'even');
      return;
    }
    preserves ??= /^(pre|break-spaces)/.test(getComputedStyle(element).whiteSpace);
    writer.addNode(node, data, preserves ? 'preserve' : 'collapse');
  };

  const top: Section = { element: root, parts: [] };
  const frames: Frame[] = [frameFor(root, top, true, onShadowRoot)];
  for (let frame = frames.at(-1); frame !== undefined; frame = frames.at(-1)) {
    if (++steps % NODES_PER_STEP === 0) yield;
    const node = nextOf(frame);
    if (node === null) {
      frames.pop();
      if (!frame.isBlock) continue;
      endBlock(frame.section);
      sections.set(frame.section.element, frame.section);
      const outer = frames.at(-1)?.section;
      if (outer !== undefined && frame.section.parts.length > 0) outer.parts.push(frame.section);
    } else if (node instanceof Text) {
      addText(node, frame.section);
    } else if (node instanceof Element) {
      const reading = readingOf(node);
      if (reading === 'hidden') hidden.add(node);
      else if (reading === 'line-break') writer.addLineBreak();
      else if (reading === 'inline') frames.push(frameFor(node, frame.section, false, onShadowRoot));
      else if (reading === 'block') {
        endBlock(frame.section);
        const known = sections.get(node) ?? plainSection(node, reread);
        if (known === undefined) frames.push(frameFor(node, { element: node, parts: [] }, true, onShadowRoot));
        else if (known.parts.length > 0) frame.section.parts.push(known);
      }
    }
  }
  return top;
}

/** The section of a block that can be read in one piece, `undefined` where its nodes must be read one by one. */
function plainSection(element: Element, { sections, hidden }: Reread): Section | undefined {
  if (!isPlain(element)) return undefined;
  const text = element.textContent;
  if (hasUnevenSpace(text) || STARTS_WIDE.test(text)) return undefined;
  const section: Section = { element, parts: [] };
  const written = text.replace(/^ | $/g, '');
  if (VISIBLE.test(written)) {
    const box = renderedBox(element);
    if (box === null) hidden.add(element);
    else section.parts.push(new PlainBlock(element, box, written));
  }
  sections.set(element, section);
  return section;
}

function frameFor(element: Element, section: Section, isBlock: boolean, onShadowRoot: (root: ShadowRoot) => void): Frame {
  const shadowRoot = mayHostShadow(element) ? element.shadowRoot : null;
  if (shadowRoot !== null) {
    onShadowRoot(shadowRoot);
    return { section, isBlock, next: shadowRoot.firstChild };
  }
  if (element.localName === 'slot' && element instanceof HTMLSlotElement) {
    const slotted = element.assignedNodes();
    if (slotted.length > 0) return { section, isBlock, next: null, slotted: slotted.reverse() };
  }
  return { section, isBlock, next: element.firstChild };
}

function nextOf(frame: Frame): Node | null {
  if (frame.slotted !== undefined) return frame.slotted.pop() ?? null;
  const node = frame.next;
  frame.next = node?.nextSibling ?? null;
  return node;
}

/** Every block of a section, in reading order. */
export function blocksOf(section: Section, into: TextBlock[] = []): TextBlock[] {
  for (const part of section.parts) {
    if ('parts' in part) blocksOf(part, into);
    else into.push(part);
  }
  return into;
}
