import fc from 'fast-check';
import { afterEach, describe, expect, test } from 'vitest';
import { ordersFor, Snapshot, type SnapshotChange } from './snapshot.ts';
import { rangeInBlock } from './text-block.ts';

afterEach(() => document.body.replaceChildren());

/** A page made of `html`, in which `<template shadowrootmode=open>` becomes a shadow root. */
function page(html: string): HTMLElement {
  const root = document.createElement('div');
  root.setHTMLUnsafe(html);
  document.body.append(root);
  return root;
}

function read(snapshot: Snapshot): SnapshotChange {
  const reading = snapshot.update();
  for (;;) {
    const step = reading.next();
    if (step.done === true) return step.value;
  }
}

function snapshotOf(root: Element): Snapshot {
  const snapshot = new Snapshot(root, () => {});
  read(snapshot);
  return snapshot;
}

const textsOf = (snapshot: Snapshot): string[] => snapshot.blocks.map(({ content }) => content.text);
const textsIn = (html: string): string[] => textsOf(snapshotOf(page(html)));

describe('what is read', () => {
  const cases: [name: string, html: string, texts: string[]][] = [
    ['one block for each block-level element', '<h1>Idlib</h1><p>One.</p><p>Two.</p>', ['Idlib', 'One.', 'Two.']],
    [
      'inline elements are joined',
      '<p>Recep <b>Tayyip</b> <a href="#">Erdo<i>ğan</i></a> said</p>',
      ['Recep Tayyip Erdoğan said'],
    ],
    ['text around inner blocks', '<div>before<p>inside</p>after</div>', ['before', 'inside', 'after']],
    ['a block inside an inline element', '<p></p><a href="#">one<div>two</div>three</a>', ['one', 'two', 'three']],
    ['a line break is a newline', '<p>Idlib<br>Sochi</p>', ['Idlib\nSochi']],
    ['line breaks at the edges go', '<p><br>Idlib<br><br></p>', ['Idlib']],
    ['white space collapses', '<p>\n  The\tSochi \n  <b> accord </b>  of\n2018 \n</p>', ['The Sochi accord of 2018']],
    ['a no-break space stays', '<p>Mr&nbsp;&nbsp;Has</p>', ['Mr\u00a0\u00a0Has']],
    ['white space in pre stays', '<pre>a  b\n  c</pre>', ['a  b\n  c']],
    ['text nodes side by side', '<p>Id<!-- x -->lib</p>', ['Idlib']],
    ['table cells', '<table><tr><td>Idlib</td><td>Sochi</td></tr></table>', ['Idlib', 'Sochi']],
    [
      'spans laid out as blocks',
      '<p><span style="display:block">Idlib</span><span style="display:block">Sochi</span></p>',
      ['Idlib', 'Sochi'],
    ],
    ['elements nobody defined', '<x-a>Idlib</x-a> and <x-a>Sochi</x-a>', ['Idlib and Sochi']],
    ['an element without a box', '<div style="display:contents">Idlib</div>', ['Idlib']],
    ['a closed disclosure waits', '<details><summary>More</summary><p>Idlib</p></details>', ['More']],
    ['hidden: display', '<p style="display:none">Idlib</p><p>a <span style="display:none">b</span> c</p>', ['a c']],
    ['hidden: attribute', '<p hidden>Idlib</p><p>a<b hidden>b</b></p>', ['a']],
    ['hidden: visibility', '<p style="visibility:hidden">Idlib <b>x</b></p>', []],
    ['visible inside hidden', '<div style="visibility:hidden">a<p style="visibility:visible">Idlib</p></div>', ['Idlib']],
    ['hidden: ancestor', '<div style="display:none"><div><p>Idlib</p></div></div>', []],
    ['hidden from assistive technology', '<p aria-hidden="true">Idlib</p>', []],
    ['off screen stays', '<p style="position:absolute;left:-9999px">Idlib</p>', ['Idlib']],
    ['text being edited', '<p contenteditable>Idlib</p><textarea>x</textarea><p contenteditable="false">Sochi</p>', ['Sochi']],
    [
      'scripts, styles, code',
      '<script type="x">a</script><style>b{}</style><noscript>c</noscript><code>d</code><p>Idlib</p>',
      ['Idlib'],
    ],
    ['the site’s frame', '<header>a</header><nav>b</nav><p>Idlib</p><aside>c</aside><footer>d</footer>', ['Idlib']],
    ['an article’s own header and footer', '<article><header>a</header><p>b</p><footer>c</footer></article>', ['a', 'b', 'c']],
    ['a page header with the headline', '<header><h1>Idlib</h1></header>', ['Idlib']],
    ['frame by role', '<div role="navigation">a</div><p>Idlib</p>', ['Idlib']],
    ['our own host', '<dateline-host>a</dateline-host><p>Idlib</p>', ['Idlib']],
    ['an open shadow root', '<div><template shadowrootmode="open"><p>Idlib</p></template>unseen</div>', ['Idlib']],
    ['a closed shadow root', '<div><template shadowrootmode="closed"><p>Idlib</p></template></div>', []],
    [
      'slots in the order they are shown',
      '<div><template shadowrootmode="open"><p><slot name="b"></slot> before <slot></slot></p></template>Idlib<b slot="b">Sochi</b></div>',
      ['Sochi before Idlib'],
    ],
    ['what a slot shows by itself', '<div><template shadowrootmode="open"><slot><p>Idlib</p></slot></template></div>', ['Idlib']],
    ['right to left', '<p dir="rtl">في <b>إدلب</b> اليوم</p>', ['في إدلب اليوم']],
  ];
  test.each(cases)('%s', (_, html, texts) => expect(textsIn(html)).toEqual(texts));
});

describe('offsets and nodes', () => {
  const word = fc.constantFrom('Idlib', 'Соч и', 'إدلب', '  ', '\n', ' ', 'é', '👩‍🚀', '\u00a0', 'x\t y', '');
  const tree: fc.Arbitrary<string> = fc.letrec<{ node: string }>((tie) => ({
    node: fc.oneof(
      { depthSize: 'small' },
      word,
      fc
        .tuple(fc.constantFrom('b', 'p', 'pre', 'span', 'div', 'x-y'), fc.array(tie('node'), { maxLength: 4 }))
        .map(([tag, inside]) => `<${tag}>${inside.join('')}</${tag}>`),
      fc.constant('<br>'),
    ),
  })).node;

  /** Splits every text node at every character, as an unkind framework might. */
  function shatter(node: Node): void {
    for (const child of Array.from(node.childNodes)) {
      if (child instanceof Text) for (let rest = child; rest.length > 1; ) rest = rest.splitText(1);
      else shatter(child);
    }
  }

  const preparations: [name: string, prepare: (node: Node) => void][] = [
    ['whole text nodes', () => {}],
    ['text nodes of one character', shatter],
  ];
  test.each(preparations)('every stretch of every block is found in the page and back: %s', (_, prepare) => {
    fc.assert(
      fc.property(tree, (html) => {
        const root = page(`<div>${html}</div>`);
        prepare(root);
        const snapshot = snapshotOf(root);
        for (const block of snapshot.blocks) {
          const { text, runs } = block.content;
          expect(text.endsWith('\n')).toBe(false);
          for (let start = 0; start < text.length; start++) {
            for (let end = start + 1; end <= text.length; end++) {
              if (text[start] === '\n' || text[end - 1] === '\n') continue;
              const range = rangeInBlock(block.content, start, end);
              if (range === null) throw new Error('no range');
              const live = new Range();
              live.setStart(range.startContainer, range.startOffset);
              live.setEnd(range.endContainer, range.endOffset);
              expect(live.toString().replace(/[ \t\n]+/g, '')).toBe(text.slice(start, end).replace(/[ \t\n]+/g, ''));
              expect(snapshot.find(range.startContainer as Text, range.startOffset)?.block).toBe(block);
              expect(snapshot.find(range.endContainer as Text, range.endOffset)).toEqual({ block, offset: end });
            }
          }
          for (const run of runs) {
            const offsets = Array.from({ length: run.length }, (_unused, at) => snapshot.find(run.node, run.offset + at)?.offset);
            expect(offsets).toEqual(offsets.map((_unused, at) => run.start + at));
          }
        }
        root.remove();
      }),
      { numRuns: 150 },
    );
  });

  test('a paragraph read in one piece gives what reading it node by node gives', () => {
    const words = fc.constantFrom('Idlib', ' ', 'x y', ' a', 'b ', '\u00a0', 'é', '');
    const part = fc.oneof(
      words,
      words.map((word) => `<b>${word}</b>`),
      words.map((word) => `<a href="#">${word}<i>${word}</i></a>`),
      words.map((word) => `${word}<!-- -->${word}`),
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 6 }), (parts) => {
        const html = parts.join('');
        const [whole, apart] = [`<p>${html}</p>`, `<p>${html}<i class="x"></i></p>`].map((written) => {
          const root = page(written);
          const nodes = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
          const places = new Map<Node, number>();
          while (nodes.nextNode() !== null) places.set(nodes.currentNode, places.size);
          const read = snapshotOf(root).blocks.map(({ content: { text, runs } }) => ({
            text,
            runs: runs.map((run) => ({ ...run, node: places.get(run.node) })),
          }));
          root.remove();
          return read;
        });
        expect(whole).toEqual(apart);
      }),
      { numRuns: 300 },
    );
  });

  test('a paragraph that has changed since has no place until it is read again', () => {
    const root = page('<p>The war in Idlib</p>');
    const snapshot = snapshotOf(root);
    const paragraph = root.firstElementChild;
    if (paragraph === null) throw new Error('no paragraph');
    paragraph.replaceChildren('Peace, said Idlib');
    const place = (): AbstractRange | null | undefined => snapshot.blocks[0] && rangeInBlock(snapshot.blocks[0].content, 11, 16);
    expect(place()).toBeNull();
    snapshot.touch(paragraph, false);
    read(snapshot);
    expect(place()?.startContainer).toBe(paragraph.firstChild);
  });

  test('a stretch that is only a line break has no range', () => {
    const [block] = snapshotOf(page('<p>a<br>b</p>')).blocks;
    if (block === undefined) throw new Error('no block');
    expect(rangeInBlock(block.content, 1, 2)).toBeNull();
    expect(rangeInBlock(block.content, 1, 3)?.startOffset).toBe(0);
  });

  test('a node that was not read has no place', () => {
    const root = page('<p>a</p><nav>b</nav>');
    const inNav = root.querySelector('nav')?.firstChild;
    expect(inNav instanceof Text && snapshotOf(root).find(inNav, 0)).toBeNull();
  });
});

describe('keeping up', () => {
  /** Reports every change to the snapshot as the content script does. */
  function follow(root: Element, snapshot: Snapshot, change: () => void): SnapshotChange {
    const observer = new MutationObserver(() => {});
    observer.observe(root, { subtree: true, childList: true, characterData: true, attributes: true });
    change();
    for (const { target, type } of observer.takeRecords()) snapshot.touch(target, type === 'attributes');
    observer.disconnect();
    return read(snapshot);
  }
  const summary = ({ fresh, moved, gone }: SnapshotChange): object => ({
    fresh: fresh.map(({ content }) => content.text),
    moved: moved.map(({ content }) => content.text),
    gone: gone.length,
  });
  const child = (root: Element, selector: string): HTMLElement => {
    const found = root.querySelector<HTMLElement>(selector);
    if (found === null) throw new Error(`no ${selector}`);
    return found;
  };

  const start =
    '<div id="a"><p id="p">One.</p><p id="q">Two <b id="b">bold</b>.</p></div><div id="c"><p>Three.</p></div><div id="h" hidden><p>Four.</p></div>';
  const cases: [name: string, change: (root: Element) => void, expected: object][] = [
    ['nothing', () => {}, { fresh: [], moved: [], gone: 0 }],
    ['text changed', (r) => (child(r, '#b').textContent = 'brave'), { fresh: ['Two brave.'], moved: [], gone: 1 }],
    ['block added', (r) => child(r, '#a').append(document.createElement('p'), 'Tail.'), { fresh: ['Tail.'], moved: [], gone: 0 }],
    ['block removed', (r) => child(r, '#p').remove(), { fresh: [], moved: [], gone: 1 }],
    [
      'same text in a new node',
      (r) => child(r, '#a').setHTMLUnsafe(child(r, '#a').getHTML()),
      { fresh: [], moved: ['One.', 'Two bold.'], gone: 0 },
    ],
    ['shown', (r) => child(r, '#h').removeAttribute('hidden'), { fresh: ['Four.'], moved: [], gone: 0 }],
    ['hidden', (r) => (child(r, '#p').hidden = true), { fresh: [], moved: [], gone: 1 }],
    ['an attribute that changes nothing', (r) => child(r, '#a').setAttribute('data-x', '1'), { fresh: [], moved: [], gone: 0 }],
  ];
  test.each(cases)('%s', (_, change, expected) => {
    const root = page(start);
    const snapshot = snapshotOf(root);
    expect(summary(follow(root, snapshot, () => change(root)))).toEqual(expected);
    expect(textsOf(snapshot)).toEqual(textsOf(snapshotOf(root)));
  });

  test('shown by a rule that hangs on a class far above', () => {
    const root = page(
      '<style>.short .rest{display:none}</style><div class="short"><p>Lead.</p><div class="rest"><p>Rest.</p></div></div>',
    );
    const snapshot = snapshotOf(root);
    expect(textsOf(snapshot)).toEqual(['Lead.']);
    expect(summary(follow(root, snapshot, () => child(root, '.short').classList.remove('short')))).toMatchObject({
      fresh: ['Rest.'],
    });
  });

  test('ids last and orders rise, whatever is added, moved, changed and removed', () => {
    const step = fc.record({
      action: fc.constantFrom('add', 'move', 'change', 'remove', 'rerender'),
      at: fc.nat(),
      to: fc.nat(),
    });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
        const root = page('<p>0</p><p>1</p><div><p>2</p><p>3</p></div>');
        const snapshot = snapshotOf(root);
        let told = new Map(snapshot.blocks.map(({ id, order, content }) => [id, { order, text: content.text }]));
        let count = 4;
        for (const { action, at, to } of steps) {
          const elements = [...root.querySelectorAll('p')];
          const one = elements[at % Math.max(elements.length, 1)];
          const other = elements[to % Math.max(elements.length, 1)];
          const change = follow(root, snapshot, () => {
            const fresh = Object.assign(document.createElement('p'), { textContent: String(count++) });
            if (action === 'add' || one === undefined) (other?.parentElement ?? root).insertBefore(fresh, other ?? null);
            else if (action === 'move' && one !== other) other?.before(one);
            else if (action === 'change') one.textContent = String(count++);
            else if (action === 'remove') one.remove();
            else if (action === 'rerender') one.replaceWith(one.cloneNode(true));
          });
          // What the background knows after this message is exactly what stands on the page.
          for (const id of change.gone) told.delete(id);
          for (const { id, order, content } of change.fresh) told.set(id, { order, text: content.text });
          const now = new Map(snapshot.blocks.map(({ id, order, content }) => [id, { order, text: content.text }]));
          expect(new Map([...told].sort(([a], [b]) => a - b))).toEqual(new Map([...now].sort(([a], [b]) => a - b)));
          const orders = snapshot.blocks.map(({ order }) => order);
          expect(orders).toEqual([...orders].sort((a, b) => a - b));
          expect(textsOf(snapshot)).toEqual([...root.querySelectorAll('p')].map((p) => p.textContent));
          told = now;
        }
        root.remove();
      }),
      { numRuns: 60 },
    );
  });

  test('an open shadow root is reported so that it can be watched', () => {
    const seen: ShadowRoot[] = [];
    const root = page('<div><template shadowrootmode="open"><p>Idlib</p></template></div>');
    read(new Snapshot(root, (shadow) => seen.push(shadow)));
    expect(seen).toEqual([root.firstElementChild?.shadowRoot]);
  });
});

describe('orders', () => {
  const cases: [name: string, known: (number | undefined)[], orders: number[]][] = [
    ['all new', [undefined, undefined], [1, 2]],
    ['one between', [1, undefined, 2], [1, 1.5, 2]],
    ['two between', [1, undefined, undefined, 2], [1, 1 + 1 / 3, 1 + 2 / 3, 2]],
    ['before the first', [undefined, 1], [0.5, 1]],
    ['out of order', [2, 1], [2, 3]],
    ['no room left: all anew', [1, undefined, 1 + 1e-10], [1, 2, 3]],
  ];
  test.each(cases)('%s', (_, known, orders) => {
    const given = ordersFor(known);
    expect(given.map((order) => order.toFixed(6))).toEqual(orders.map((order) => order.toFixed(6)));
  });
});
