import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { isInScope, markScope } from './mark-scope.ts';
import { MentionPainter } from './mention-painter.ts';

/** Beyond what is taken for a page of no great length. */
const MANY = 2500;

beforeEach(() => document.body.replaceChildren());
afterEach(() => document.body.replaceChildren());

function paragraphs(count: number, parent: Element = document.body): HTMLElement[] {
  const made = Array.from({ length: count }, (_, at) =>
    Object.assign(document.createElement('p'), { textContent: `Idlib on day ${at}` }),
  );
  parent.append(...made);
  return made;
}

function only(elements: readonly HTMLElement[], at: number): HTMLElement {
  const element = elements[at];
  if (element === undefined) throw new Error(`no element ${at}`);
  return element;
}

/** How many elements a scope's selectors match themselves. */
const matched = (scope: readonly string[]): number => document.querySelectorAll(scope.join()).length;

describe('the scope of marks', () => {
  test('is the whole page where that is not long', () => {
    const all = paragraphs(20);
    expect(markScope([only(all, 3)])).toEqual([':root']);
  });

  test('is what lies around the marks among many siblings', () => {
    const all = paragraphs(MANY);
    const scope = markScope([only(all, 1000), only(all, 1010)]);
    expect(scope).toHaveLength(1);
    expect(matched(scope)).toBeLessThan(100);
    for (let at = 1000; at <= 1010; at++) expect(isInScope(only(all, at), scope)).toBe(true);
    expect(isInScope(only(all, 0), scope)).toBe(false);
  });

  test('is an article as a whole, however long the comments under it', () => {
    const article = document.createElement('article');
    const comments = document.createElement('section');
    document.body.append(article, comments);
    const story = paragraphs(50, article);
    const comment = paragraphs(MANY, comments);
    const scope = markScope([only(story, 0)]);
    expect(isInScope(only(story, 49), scope)).toBe(true);
    expect(isInScope(only(comment, 1), scope)).toBe(false);
  });

  test('names each tag among the siblings', () => {
    const all = paragraphs(MANY);
    const heading = document.createElement('h2');
    only(all, 1000).before(heading);
    const scope = markScope([only(all, 1000), heading]);
    expect(scope).toHaveLength(2);
    expect(isInScope(heading, scope)).toBe(true);
  });

  test('reaches into a shadow tree from its host', () => {
    const all = paragraphs(MANY);
    const host = document.createElement('div');
    only(all, 1000).after(host);
    const inside = document.createElement('p');
    host.attachShadow({ mode: 'open' }).append(inside);
    const scope = markScope([inside]);
    expect(isInScope(inside, scope)).toBe(true);
    expect(matched(scope)).toBe(1);
  });

  test('takes names as they are, those of other vocabularies too', () => {
    paragraphs(MANY);
    const odd = document.createElementNS('urn:example', 'x:y.z');
    document.body.append(odd);
    expect(isInScope(odd, markScope([odd]))).toBe(true);
  });
});

describe('on a long page', () => {
  let painter: MentionPainter;
  beforeEach(() => {
    painter = new MentionPainter(document);
  });
  afterEach(() => painter.remove());

  const paintOn = (element: HTMLElement): void => {
    const [node] = element.childNodes;
    if (node === undefined) throw new Error('no text');
    const range = new StaticRange({ startContainer: node, startOffset: 0, endContainer: node, endOffset: 5 });
    painter.show([{ range, kind: 'place', first: true }]);
  };
  const underline = (element: HTMLElement): string =>
    getComputedStyle(element, '::highlight(dateline-first-place)').textDecorationStyle;

  test('marks have their style where they are, where the view goes, and when the site puts much before them', () => {
    const all = paragraphs(MANY);
    const [early, late] = [only(all, 5), only(all, 2000)];
    paintOn(early);
    expect(underline(early)).toBe('dotted');
    paintOn(late);
    expect(underline(late)).toBe('dotted');
    document.body.prepend(...Array.from({ length: 300 }, () => document.createElement('p')));
    paintOn(late);
    expect(underline(late)).toBe('dotted');
  });
});
