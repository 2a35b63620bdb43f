import axe from 'axe-core';
import { render } from 'preact';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { TEXT_LANGUAGES } from '../../facts/entity.ts';
import type { FoundHighlight } from '../../messages/highlights.ts';
import { wordDiff } from '../../text/quote/word-diff.ts';
import controlsCss from '../controls.css?inline';
import { FOUND } from '../fixtures/highlights.ts';
import { wordsIn } from '../fixtures/words.ts';
import { type HighlightActs, HighlightItem } from './highlight-item.tsx';
import highlightsCss from './highlights.css?inline';
import { NoteSaving } from './note-saving.ts';
import tokensCss from '../tokens.css?inline';
import { TrashList } from '../trash-list.tsx';

/** Smallest side of a target in CSS pixels (WCAG 2.2, 2.5.8). */
const LEAST_TARGET = 24;
/** The narrowest panel a browser makes. */
const NARROW = '300px';

let box: HTMLElement;

beforeEach(() => {
  document.adoptedStyleSheets = [
    tokensCss,
    controlsCss,
    highlightsCss,
    'body { margin: 0; background: var(--paper) } ul, p { margin: 0; padding: 0 }',
  ].map((text) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(text);
    return sheet;
  });
  document.title = 'Highlights';
  document.body.classList.add('surface');
  box = document.createElement('main');
  box.style.width = NARROW;
  document.body.append(box);
});

afterEach(() => {
  render(null, box);
  box.remove();
});

const acts = () => ({
  onGoTo: vi.fn<HighlightActs['onGoTo']>(),
  onRecolour: vi.fn<HighlightActs['onRecolour']>(),
  onTag: vi.fn<HighlightActs['onTag']>(),
  onDelete: vi.fn<HighlightActs['onDelete']>(),
  onCopy: vi.fn<HighlightActs['onCopy']>(),
  onVersions: vi.fn<HighlightActs['onVersions']>(async () => [{ note: 'An older thought', until: '2026-11-21T10:00:00.000Z' }]),
  onAttach: vi.fn<() => void>(),
});

/** A note whose saves all succeed; what was saved is kept for the test to see. */
function noteOf({ highlight }: FoundHighlight, saved: string[] = []): NoteSaving {
  let entries = 0;
  return new NoteSaving(highlight.note, {
    save: async ({ note }) => void saved.push(note),
    codeOf: () => 'unexpected',
    keep: () => undefined,
    drop: () => undefined,
    newEntry: () => `entry-${++entries}`,
  });
}

function show(
  id: string,
  { did = acts(), saved = [] as string[], lang = 'en' as const, recent = ['ceasefire', 'to read'] } = {},
) {
  const found = FOUND.find(({ highlight }) => highlight.id === `sample-${id}`);
  if (found === undefined) throw new Error(`no sample ${id}`);
  render(
    <ul class="highlights">
      <HighlightItem
        highlight={found.highlight}
        how={found.how}
        changes={found.now === undefined ? undefined : wordDiff(found.highlight.anchor.quote.exact, found.now)}
        note={noteOf(found, saved)}
        longestNote={65_536}
        recentTags={recent}
        acts={did}
        words={wordsIn(lang)}
      />
    </ul>,
    box,
  );
  return did;
}

function find(selector: string): HTMLElement {
  const found = box.querySelector<HTMLElement>(selector);
  if (found === null) throw new Error(`no ${selector}`);
  return found;
}

/** The note's field, and the one for tags. */
const noteField = () => find('textarea') as HTMLTextAreaElement;
const tagInput = () => find('.tag-field input') as HTMLInputElement;

function press(element: HTMLElement, key: string): void {
  element.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
}

function type(element: HTMLInputElement | HTMLTextAreaElement, text: string): void {
  element.focus();
  element.value = text;
  element.dispatchEvent(new InputEvent('input', { bubbles: true }));
}

const themes = ['light', 'dark'] as const;

describe.each(themes.flatMap((theme) => TEXT_LANGUAGES.map((lang) => ({ theme, lang }))))('$theme, $lang', ({ theme, lang }) => {
  test('nothing found by axe, every target big enough, nothing sticks out of a narrow panel', async () => {
    const words = wordsIn(lang);
    document.documentElement.lang = lang;
    document.documentElement.dir = words.dir;
    document.body.dataset['theme'] = theme;
    const trash = FOUND.slice(0, 2).map(({ highlight }) => ({ ...highlight, deleted: '2026-11-21T10:00:00.000Z' }));
    render(
      <>
        <ul class="highlights" aria-label="Highlights">
          {FOUND.map((found) => (
            <HighlightItem
              key={found.highlight.id}
              highlight={found.highlight}
              how={found.how}
              changes={found.now === undefined ? undefined : wordDiff(found.highlight.anchor.quote.exact, found.now)}
              note={noteOf(found)}
              longestNote={65_536}
              recentTags={[]}
              acts={acts()}
              words={words}
            />
          ))}
        </ul>
        <TrashList highlights={trash} onRestore={vi.fn()} onForget={vi.fn()} onForgetAll={vi.fn()} words={words} />
      </>,
      box,
    );
    for (const details of box.querySelectorAll('details')) details.open = true;
    for (const more of box.querySelectorAll<HTMLElement>('.tool[aria-expanded]')) more.click();
    await vi.waitFor(() => expect(box.querySelectorAll('.more')).toHaveLength(FOUND.length));
    const { violations } = await axe.run(box, { resultTypes: ['violations'], rules: { region: { enabled: false } } });
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([]);
    for (const target of box.querySelectorAll('button, summary, input, textarea')) {
      const { width, height } = target.getBoundingClientRect();
      expect(Math.min(width, height), target.outerHTML).toBeGreaterThanOrEqual(LEAST_TARGET);
    }
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(document.documentElement.clientWidth);
    expect(box.scrollWidth).toBeLessThanOrEqual(box.clientWidth);
  });
});

describe('a passage', () => {
  test('leads to its place', () => {
    const did = show('plain');
    find('.quote').click();
    expect(did.onGoTo).toHaveBeenCalledOnce();
  });

  test('that is long shows its beginning, and all of it when asked', async () => {
    show('long');
    expect(find('.quote').textContent?.length).toBeLessThanOrEqual(240);
    find('.fold').click();
    await vi.waitFor(() => expect(find('.quote').textContent?.length).toBeGreaterThan(2000));
    expect(find('.fold').getAttribute('aria-expanded')).toBe('true');
  });

  test('that was found with other words says so and shows which', () => {
    show('approximate');
    expect(find('.finding').textContent).toContain('text changed');
    expect([...box.querySelectorAll('del')].map((part) => part.textContent)).toContain('removed: 980 ');
    expect([...box.querySelectorAll('ins')].map((part) => part.textContent)).toEqual(['added: 1,250 ', 'added: northern ']);
  });

  test('that was not found keeps its paragraph and can be attached, and leads nowhere', () => {
    const did = show('lost');
    expect(find('.finding').textContent).toContain('no longer holds this passage. Kept as you saved it on 20 Nov 2026');
    expect(find('.paragraph mark').textContent).toBe('a delegation is expected within days');
    expect(find('.quote').localName).toBe('blockquote');
    find('.finding .main').click();
    expect(did.onAttach).toHaveBeenCalledOnce();
  });

  test('is recoloured, copied and deleted', async () => {
    const did = show('plain');
    find('.colours [data-colour="pink"]').click();
    expect(did.onRecolour).toHaveBeenCalledWith('pink');
    find('[aria-label="Copy quote with source"]').click();
    expect(did.onCopy).toHaveBeenCalledWith('plain');
    find('[aria-label="More"]').click();
    await vi.waitFor(() => find('.more .main').click());
    expect(did.onCopy).toHaveBeenLastCalledWith('markdown');
    find('[aria-label="Move to the trash"]').click();
    expect(did.onDelete).toHaveBeenCalledOnce();
  });
});

describe('a note', () => {
  test('is saved when the field is left, and says so; Escape goes back to the words', async () => {
    const saved: string[] = [];
    show('plain', { saved });
    type(noteField(), 'In the margin');
    await vi.waitFor(() => expect(find('.note-state').textContent).toBe('Saving…'));
    press(noteField(), 'Escape');
    expect(document.activeElement?.className).toBe('quote');
    await vi.waitFor(() => expect(find('.note-state').textContent).toBe('Saved'));
    expect(saved).toEqual(['In the margin']);
  });

  test('begins where the page around it begins, and goes the way of what is typed', async () => {
    box.dir = 'rtl';
    show('plain');
    const field = noteField();
    type(field, '');
    await vi.waitFor(() => expect(getComputedStyle(field).direction).toBe('rtl'));
    expect(getComputedStyle(find('.tag-field input')).direction).toBe('rtl');
    type(field, 'In the margin');
    await vi.waitFor(() => expect(getComputedStyle(field).direction).toBe('ltr'));
  });

  test('grows with its text and cannot be longer than a record holds', async () => {
    show('plain');
    const field = noteField();
    const { height } = field.getBoundingClientRect();
    type(field, 'one\ntwo\nthree\nfour');
    await vi.waitFor(() => expect(field.getBoundingClientRect().height).toBeGreaterThan(height * 2));
    expect(field.maxLength).toBe(65_536);
  });

  test('is brought back from an earlier version', async () => {
    const saved: string[] = [];
    show('noted', { saved });
    find('[aria-label="More"]').click();
    await vi.waitFor(() => find('.more .main:last-child').click());
    await vi.waitFor(() => find('.note-versions .main').click());
    await vi.waitFor(() => expect(saved).toEqual(['An older thought']));
    await vi.waitFor(() => expect(noteField().value).toBe('An older thought'));
  });

  test('is saved when its page is hidden', async () => {
    const saved: string[] = [];
    show('plain', { saved });
    type(noteField(), 'before the panel closes');
    window.dispatchEvent(new PageTransitionEvent('pagehide'));
    await vi.waitFor(() => expect(saved).toEqual(['before the panel closes']));
  });
});

describe('tags', () => {
  test.each([
    { by: 'Enter', typed: 'thesis', press: 'Enter', added: ['thesis'] },
    { by: 'a comma', typed: 'to  read ', press: ',', added: ['to read'] },
    { by: 'an Arabic comma', typed: 'هدنة', press: '،', added: ['هدنة'] },
    { by: 'a pasted list', typed: 'one, two,,one', press: 'Enter', added: ['one', 'two'] },
  ])('are added by $by', async ({ typed, press: key, added }) => {
    const did = show('plain');
    type(tagInput(), typed);
    await vi.waitFor(() => expect(tagInput().value).toBe(typed));
    press(tagInput(), key);
    expect(did.onTag).toHaveBeenCalledWith({ add: added, remove: [] });
    await vi.waitFor(() => expect(tagInput().value).toBe(''));
  });

  test('half typed are added when the field is left, and those that are there are not added twice', async () => {
    const did = show('noted');
    type(tagInput(), 'ceasefire, later');
    await vi.waitFor(() => expect(tagInput().value).not.toBe(''));
    find('.quote').focus();
    expect(did.onTag).toHaveBeenCalledWith({ add: ['later'], remove: [] });
  });

  test('are removed by their button and by Backspace in the empty field', () => {
    const did = show('noted');
    find('[aria-label="Remove the tag ceasefire"]').click();
    expect(did.onTag).toHaveBeenLastCalledWith({ add: [], remove: ['ceasefire'] });
    expect(document.activeElement?.localName).toBe('input');
    press(tagInput(), 'Backspace');
    expect(did.onTag).toHaveBeenLastCalledWith({ add: [], remove: ['thesis ch. 2'] });
  });

  test('complete from those used lately, but for those that are there', () => {
    show('noted');
    expect([...box.querySelectorAll('option')].map((option) => option.value)).toEqual(['to read']);
  });

  test('that are the entities of the passage cannot be removed', () => {
    show('plain');
    const chips = [...box.querySelectorAll('[data-kind].chip')];
    expect(chips.map((chip) => chip.textContent)).toEqual(['Idlib', 'Sochi memorandum', 'Recep Tayyip Erdoğan']);
    for (const chip of chips) expect(chip.querySelector('button')).toBeNull();
  });
});

describe('the trash', () => {
  test('is emptied only on a second press', async () => {
    const onForgetAll = vi.fn<() => void>();
    const highlights = FOUND.slice(0, 2).map(({ highlight }) => ({ ...highlight, deleted: '2026-11-21T10:00:00.000Z' }));
    render(
      <TrashList
        highlights={highlights}
        onRestore={vi.fn()}
        onForget={vi.fn()}
        onForgetAll={onForgetAll}
        words={wordsIn('en')}
      />,
      box,
    );
    const last = () => find(':scope > button, .row button');
    last().click();
    expect(onForgetAll).not.toHaveBeenCalled();
    await vi.waitFor(() => expect(last().textContent).toBe('Delete 2 highlights for good'));
    last().click();
    expect(onForgetAll).toHaveBeenCalledOnce();
  });
});
