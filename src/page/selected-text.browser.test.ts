import fc from 'fast-check';
import { afterEach, describe, expect, test } from 'vitest';
import { Snapshot } from './snapshot.ts';
import { rangeInBlock } from './text-block.ts';
import { selectedRange, textInRange, type TextStretch } from './selected-text.ts';

afterEach(() => document.body.replaceChildren());

/** A page of our own making, read. */
function read(html: string): { root: HTMLElement; snapshot: Snapshot; shadowRoots: Set<ShadowRoot> } {
  const root = document.createElement('main');
  // Declarative shadow roots come along.
  root.setHTMLUnsafe(html);
  document.body.replaceChildren(root);
  return { root, ...snapshotOf(root) };
}

function snapshotOf(root: Element): { snapshot: Snapshot; shadowRoots: Set<ShadowRoot> } {
  const shadowRoots = new Set<ShadowRoot>();
  const snapshot = new Snapshot(root, (shadow) => shadowRoots.add(shadow));
  for (const reading = snapshot.update(); reading.next().done !== true; );
  return { snapshot, shadowRoots };
}

/** The text between two places as the snapshot has it, a bar between blocks. */
function textOf(stretch: TextStretch | null, snapshot: Snapshot): string | null {
  if (stretch === null) return null;
  const { start, end } = stretch;
  return snapshot.blocks
    .filter(({ order }) => order >= start.block.order && order <= end.block.order)
    .map(({ id, content: { text } }) =>
      text.slice(id === start.block.id ? start.offset : 0, id === end.block.id ? end.offset : text.length),
    )
    .join('|');
}

describe('what a selection covers', () => {
  const PAGE =
    '<nav>Home</nav><h1>Town hall</h1><p id="a">One <b>two</b> three.</p><div id="gap"></div><p id="b">Four five.</p>' +
    '<p hidden id="h">Unseen words.</p><p id="c">Six<br>seven.</p><aside id="x">Read more</aside><p id="d">Eight.</p>';
  const within = (id: string, ...path: readonly number[]): Node =>
    path.reduce<Node>((node, at) => node.childNodes[at] ?? node, document.getElementById(id) ?? document.body);

  test.each<[string, () => [Node, number, Node, number], string | null]>([
    ['words inside one node', () => [within('b', 0), 5, within('b', 0), 9], 'five'],
    ['over inline elements', () => [within('a', 0), 0, within('a', 2), 6], 'One two three'],
    ['two paragraphs', () => [within('a', 2), 1, within('b', 0), 4], 'three.|Four'],
    ['a triple click, which ends at the next block', () => [within('a', 0), 0, within('b'), 0], 'One two three.'],
    ['from between blocks', () => [within('gap'), 0, within('b', 0), 4], 'Four'],
    ['from hidden text', () => [within('h', 0), 3, within('c', 0), 3], 'Six'],
    ['into hidden text', () => [within('b', 0), 0, within('h', 0), 3], 'Four five.'],
    ['into what is left out', () => [within('c', 2), 0, within('x', 0), 4], 'seven.'],
    ['over what is left out', () => [within('c', 2), 0, within('d', 0), 5], 'seven.|Eight'],
    ['over a line break', () => [within('c', 0), 0, within('c', 2), 5], 'Six\nseven'],
    ['by elements, not letters', () => [within('a'), 1, within('a'), 2], 'two'],
    ['only hidden text', () => [within('h', 0), 0, within('h', 0), 6], null],
    ['only what is left out', () => [within('x', 0), 0, within('x', 0), 4], null],
    ['an empty element', () => [within('gap'), 0, within('gap'), 0], null],
    [
      'everything',
      () => [document.body, 0, document.body, document.body.childNodes.length],
      'Town hall|One two three.|Four five.|Six\nseven.|Eight.',
    ],
  ])('%s', (_name, edges, wanted) => {
    const { snapshot } = read(PAGE);
    const [startContainer, startOffset, endContainer, endOffset] = edges();
    const range = new StaticRange({ startContainer, startOffset, endContainer, endOffset });
    expect(textOf(textInRange(range, snapshot), snapshot)).toBe(wanted);
  });

  test('the same, selected backwards', () => {
    const { snapshot, shadowRoots } = read(PAGE);
    getSelection()?.setBaseAndExtent(within('b', 0), 4, within('a', 2), 1);
    const range = selectedRange(getSelection(), shadowRoots);
    expect(range && textOf(textInRange(range, snapshot), snapshot)).toBe('three.|Four');
  });

  test('from the page into an open shadow tree', () => {
    const { root, snapshot, shadowRoots } = read(
      '<p id="a">Outside.</p><div id="host"><template shadowrootmode="open"><p>Inside words.</p></template></div>',
    );
    const inside = root.querySelector('#host')?.shadowRoot?.querySelector('p')?.firstChild;
    if (inside == null) throw new Error('no shadow tree');
    getSelection()?.setBaseAndExtent(within('a', 0), 0, inside, 6);
    const range = selectedRange(getSelection(), shadowRoots);
    expect(range && textOf(textInRange(range, snapshot), snapshot)).toBe('Outside.|Inside');
  });

  test.each([
    ['nothing', () => getSelection()?.removeAllRanges()],
    ['a caret', () => getSelection()?.collapse(within('a', 0), 2)],
  ])('%s is no selection', (_name, select) => {
    const { shadowRoots } = read(PAGE);
    select();
    expect(selectedRange(getSelection(), shadowRoots)).toBeNull();
  });
});

type Spec = string | { readonly tag: string; readonly children: readonly Spec[] };

const { tree } = fc.letrec<{ tree: Spec; element: Spec; text: Spec }>((tie) => ({
  tree: fc.oneof({ maxDepth: 5 }, tie('text'), tie('element')),
  element: fc.record({
    tag: fc.constantFrom(
      'p',
      'div',
      'b',
      'a',
      'span',
      'li',
      'br',
      'nav',
      'hidden',
      'shadow',
      'slotted',
      'editable',
      'button',
      'pre',
    ),
    children: fc.array(tie('tree'), { maxLength: 5 }),
  }),
  text: fc.constantFrom(' ', '  ', '\n  ', 'word', 'two words', ' spaced ', 'إدلب', '𝔘nit', 'a\u00a0b', 'line\nline'),
}));

function build(spec: Spec): Node {
  if (typeof spec === 'string') return document.createTextNode(spec);
  const { tag, children } = spec;
  const element = document.createElement(/^(hidden|shadow|slotted|editable)$/.test(tag) ? 'div' : tag);
  let holder: Node = element;
  if (tag === 'hidden') element.hidden = true;
  if (tag === 'editable') element.setAttribute('contenteditable', 'true');
  if (tag === 'shadow') holder = element.attachShadow({ mode: 'open' });
  if (tag === 'slotted') element.attachShadow({ mode: 'open' }).setHTMLUnsafe('<p>before <slot></slot> after</p>');
  for (const child of children) holder.appendChild(build(child));
  return element;
}

/** Every boundary point of the flat tree in order; a shadow host has none of its own. */
function boundaryPoints(root: Node): [Node, number][] {
  const points: [Node, number][] = [];
  const visit = (node: Node): void => {
    if (node instanceof Text) {
      for (let offset = 0; offset <= node.length; offset++) points.push([node, offset]);
      return;
    }
    const slotted = node instanceof HTMLSlotElement ? node.assignedNodes() : [];
    const shadow = node instanceof Element ? node.shadowRoot : null;
    const inside = slotted.length > 0 ? slotted : (shadow ?? node).childNodes;
    const isOwn = slotted.length === 0 && shadow === null;
    let at = 0;
    for (const child of inside) {
      if (isOwn) points.push([node, at++]);
      visit(child);
    }
    if (isOwn) points.push([node, at]);
  };
  visit(root);
  return points;
}

describe('on pages of every shape', () => {
  test('exactly the article text between two boundary points is selected', () => {
    fc.assert(
      fc.property(fc.array(tree, { maxLength: 6 }), fc.nat(), fc.nat(), (specs, one, other) => {
        const root = document.createElement('main');
        for (const spec of specs) root.append(build(spec));
        document.body.replaceChildren(root);
        const { snapshot } = snapshotOf(root);
        const points = boundaryPoints(root);
        const [from, to] = [one % points.length, other % points.length].sort((a, b) => a - b);
        const [startContainer, startOffset] = points[from ?? 0] ?? [root, 0];
        const [endContainer, endOffset] = points[to ?? 0] ?? [root, 0];
        const stretch = textInRange(new StaticRange({ startContainer, startOffset, endContainer, endOffset }), snapshot);

        const places = new Map<Node, number>();
        for (const [index, [node, offset]] of points.entries()) if (offset === 0) places.set(node, index);
        const isSelected = (node: Text, offset: number): boolean => {
          const index = (places.get(node) ?? NaN) + offset;
          return index >= (from ?? 0) && index + 1 <= (to ?? 0);
        };
        const characters = (keep: (block: number, offset: number, node: Text, inNode: number) => boolean): string =>
          snapshot.blocks
            .flatMap(({ content }, block) =>
              content.runs.flatMap(({ start, node, offset, length }) =>
                [...Array(length).keys()].map((at) =>
                  keep(block, start + at, node, offset + at) ? `${block}:${start + at}${content.text[start + at]}` : '',
                ),
              ),
            )
            .join('');
        const wanted = characters((_block, _offset, node, inNode) => isSelected(node, inNode));
        const blockOf = (place: TextStretch['start']): number => snapshot.blocks.indexOf(place.block);
        const found =
          stretch === null
            ? ''
            : characters(
                (block, offset) =>
                  (block > blockOf(stretch.start) || (block === blockOf(stretch.start) && offset >= stretch.start.offset)) &&
                  (block < blockOf(stretch.end) || (block === blockOf(stretch.end) && offset < stretch.end.offset)),
              );
        expect(found).toBe(wanted);
      }),
      { numRuns: 400 },
    );
  });

  test('a stretch of a block comes back from its place in the page', () => {
    fc.assert(
      fc.property(fc.array(tree, { maxLength: 6 }), fc.nat(), fc.nat(), fc.nat(), (specs, which, one, other) => {
        const root = document.createElement('main');
        for (const spec of specs) root.append(build(spec));
        document.body.replaceChildren(root);
        const { snapshot } = snapshotOf(root);
        const block = snapshot.blocks[which % Math.max(1, snapshot.blocks.length)];
        fc.pre(block !== undefined);
        if (block === undefined) return;
        const { text } = block.content;
        const isInNode = (at: number): boolean =>
          text[at] !== '\n' || block.content.runs.some(({ start, length }) => start <= at && at < start + length);
        const start = one % text.length;
        const end = start + 1 + (other % (text.length - start));
        // A line break stands in no node: an edge there moves inwards.
        fc.pre(isInNode(start) && isInNode(end - 1));
        const range = rangeInBlock(block.content, start, end);
        expect(range && textInRange(range, snapshot)).toEqual({ start: { block, offset: start }, end: { block, offset: end } });
      }),
      { numRuns: 400 },
    );
  });
});
