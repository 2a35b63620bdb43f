import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { rememberFocus } from './kept-focus.ts';

let scope: HTMLElement;

beforeEach(() => {
  scope = document.createElement('section');
  document.body.append(scope);
});
afterEach(() => {
  scope.remove();
});

/** Lists items anew: none of the old nodes is used again. */
function list(...ids: readonly string[]): void {
  const head = document.createElement('h2');
  head.tabIndex = -1;
  head.dataset['listHead'] = '';
  const items = ids.map((id) => {
    const item = document.createElement('li');
    item.dataset['id'] = id;
    const button = document.createElement('button');
    button.textContent = `${id} button`;
    const field = document.createElement('textarea');
    field.value = 'some words';
    item.append(button, field);
    return item;
  });
  scope.replaceChildren(head, ...items);
}

function control(id: string, selector: string): HTMLElement {
  const found = scope.querySelector<HTMLElement>(`[data-id="${id}"] ${selector}`);
  if (found === null) throw new Error(`no ${selector} in ${id}`);
  return found;
}

/** What has the focus: an item's id and the kind of control. */
function focused(): string {
  const element = document.activeElement;
  return `${element?.closest<HTMLElement>('[data-id]')?.dataset['id'] ?? ''} ${element?.localName}`;
}

describe('when a list is shown anew, the focus', () => {
  test.each([
    { name: 'stays on the same control', before: ['a', 'b'], on: 'b', after: ['x', 'b', 'a'], goesTo: 'b textarea' },
    {
      name: 'goes to the next item where its own is gone',
      before: ['a', 'b', 'c'],
      on: 'b',
      after: ['a', 'c'],
      goesTo: 'c button',
    },
    { name: 'goes to the one before where none follows', before: ['a', 'b'], on: 'b', after: ['a'], goesTo: 'a button' },
    { name: 'goes to the head where no item is left', before: ['a'], on: 'a', after: [], goesTo: ' h2' },
  ])('$name', ({ before, on, after, goesTo }) => {
    list(...before);
    control(on, 'textarea').focus();
    const restore = rememberFocus(scope);
    list(...after);
    restore();
    expect(focused()).toBe(goesTo);
  });

  test('keeps the cursor where it was in a text', () => {
    list('a');
    const field = control('a', 'textarea') as HTMLTextAreaElement;
    field.focus();
    field.setSelectionRange(2, 5);
    const restore = rememberFocus(scope);
    list('a');
    restore();
    const { selectionStart, selectionEnd } = document.activeElement as HTMLTextAreaElement;
    expect([selectionStart, selectionEnd]).toEqual([2, 5]);
  });

  test('is left alone where the reader has gone elsewhere meanwhile', () => {
    list('a', 'b');
    control('a', 'button').focus();
    const restore = rememberFocus(scope);
    control('b', 'button').focus();
    restore();
    expect(focused()).toBe('b button');
  });
});
