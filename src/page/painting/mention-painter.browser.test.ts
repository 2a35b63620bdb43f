import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { OWN_KEYS } from './mark-keys.ts';
import { type MentionMark, MentionPainter } from './mention-painter.ts';

let painter: MentionPainter;
beforeEach(() => {
  painter = new MentionPainter(document);
});
afterEach(() => {
  painter.remove();
  CSS.highlights.clear();
  document.adoptedStyleSheets = [];
  document.body.replaceChildren();
});

/** A paragraph of words, and a mark on the word at each of these places. */
function paragraph(text: string, parent: Node = document.body): (word: string, first?: boolean) => MentionMark {
  const element = document.createElement('p');
  const node = document.createTextNode(text);
  element.append(node);
  parent.appendChild(element);
  return (word, first = true) => {
    const startOffset = text.indexOf(word);
    const range = new StaticRange({
      startContainer: node,
      startOffset,
      endContainer: node,
      endOffset: startOffset + word.length,
    });
    return { range, kind: word === 'Idlib' ? 'place' : 'person', first };
  };
}

/** Painted text by key. */
function painted(): Record<string, string[]> {
  return Object.fromEntries(
    [...CSS.highlights].map(([key, ranges]) => [
      key,
      [...ranges].map(({ startContainer, startOffset, endOffset }) =>
        (startContainer as Text).data.slice(startOffset, endOffset),
      ),
    ]),
  );
}

describe('painting mentions', () => {
  test('each kind under its own key, the first of a screenful under another one as well', () => {
    const mark = paragraph('Putin spoke of Idlib');
    painter.show([mark('Putin'), mark('Idlib', false)]);
    expect(painted()).toEqual({
      'dateline-mention-person': ['Putin'],
      'dateline-first-person': ['Putin'],
      'dateline-mention-place': ['Idlib'],
    });
  });

  test('what is shown no more is painted no more', () => {
    const mark = paragraph('Putin spoke of Idlib');
    painter.show([mark('Putin'), mark('Idlib')]);
    painter.show([mark('Idlib')]);
    expect(Object.keys(painted()).sort()).toEqual(['dateline-first-place', 'dateline-mention-place']);
  });

  test('the open mention comes and goes', () => {
    const mark = paragraph('Putin spoke of Idlib');
    painter.show([mark('Idlib')]);
    painter.setActive(mark('Idlib'));
    expect(painted()).toMatchObject({ 'dateline-mention-active': ['Idlib'], 'dateline-active-place': ['Idlib'] });
    painter.setActive(null);
    expect(painted()).not.toHaveProperty('dateline-mention-active');
  });

  test('marks of the same ranges are not registered again', () => {
    const mark = paragraph('Idlib')('Idlib');
    painter.show([mark]);
    const before = CSS.highlights.get('dateline-mention-place');
    painter.show([mark]);
    expect(CSS.highlights.get('dateline-mention-place')).toBe(before);
  });

  test('nothing in the page is changed or moved', () => {
    const mark = paragraph('The war in Idlib went on, Putin said.');
    const before = { html: document.documentElement.outerHTML, box: document.body.getBoundingClientRect().toJSON() as object };
    painter.show([mark('Idlib'), mark('Putin')]);
    painter.setActive(mark('Idlib'));
    expect(document.documentElement.outerHTML).toBe(before.html);
    expect(document.body.getBoundingClientRect().toJSON()).toEqual(before.box);
  });

  test.each([
    ['dark text', 'rgb(20, 20, 20)', 'rgb(11, 110, 128)'],
    ['light text', 'rgb(230, 230, 230)', 'rgb(99, 195, 211)'],
  ])('on %s in the colour that can be seen there', (_, color, underline) => {
    const mark = paragraph('Idlib');
    document.body.style.color = color;
    painter.show([mark('Idlib')]);
    const style = getComputedStyle(document.body.firstElementChild ?? document.body, '::highlight(dateline-first-place)');
    expect(style.textDecorationColor).toBe(underline);
    expect(style.textDecorationStyle).toBe('dotted');
    document.body.style.color = '';
  });
});

describe('living with the page', () => {
  test('the page’s own highlights and sheets stay, whatever we do', () => {
    const mark = paragraph('Idlib');
    const sheet = new CSSStyleSheet();
    document.adoptedStyleSheets = [sheet];
    CSS.highlights.set('search', new Highlight());
    painter.show([mark('Idlib')]);
    painter.restore();
    painter.remove();
    expect([...CSS.highlights.keys()]).toEqual(['search']);
    expect([...document.adoptedStyleSheets]).toEqual([sheet]);
  });

  test.each([
    ['the registry', () => CSS.highlights.clear()],
    ['one key', () => void CSS.highlights.delete('dateline-mention-place')],
    ['one key, for another under it', () => void CSS.highlights.set('dateline-mention-place', new Highlight())],
    ['the sheets', () => void (document.adoptedStyleSheets = [])],
  ])('what the page clears is put back: %s', (_, clear) => {
    const mark = paragraph('Idlib');
    painter.show([mark('Idlib')]);
    const before = { painted: painted(), sheets: [...document.adoptedStyleSheets] };
    expect(painter.isWhole()).toBe(true);
    clear();
    expect(painter.isWhole()).toBe(false);
    painter.restore();
    expect(painter.isWhole()).toBe(true);
    expect({ painted: painted(), sheets: [...document.adoptedStyleSheets] }).toEqual(before);
  });

  test('marks in an open shadow root have their style there too', () => {
    const host = document.createElement('div');
    document.body.append(host);
    const root = host.attachShadow({ mode: 'open' });
    const mark = paragraph('Idlib', root);
    painter.show([mark('Idlib')]);
    expect(root.adoptedStyleSheets).toHaveLength(1);
    painter.remove();
    expect(root.adoptedStyleSheets).toHaveLength(0);
  });

  test('nothing of ours is left', () => {
    const mark = paragraph('Idlib');
    painter.show([mark('Idlib')]);
    painter.setActive(mark('Idlib'));
    painter.remove();
    expect([...CSS.highlights.keys()].filter((key) => OWN_KEYS.includes(key))).toEqual([]);
    expect(document.adoptedStyleSheets).toHaveLength(0);
  });
});
