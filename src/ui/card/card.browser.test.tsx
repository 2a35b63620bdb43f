import axe from 'axe-core';
import { render } from 'preact';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { TEXT_LANGUAGES } from '../../facts/entity.ts';
import articleDayCss from '../article-day.css?inline';
import { Card, type CardProps } from './card.tsx';
import cardCss from './card.css?inline';
import controlsCss from '../controls.css?inline';
import { CARD_STATES } from '../fixtures/briefings.ts';
import { wordsIn } from '../fixtures/words.ts';
import tokensCss from '../tokens.css?inline';

/** Smallest side of a target in CSS pixels (WCAG 2.2, 2.5.8). */
const LEAST_TARGET = 24;

let box: HTMLElement;

beforeEach(() => {
  document.adoptedStyleSheets = [tokensCss, controlsCss, articleDayCss, cardCss].map((text) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(text);
    return sheet;
  });
  document.documentElement.lang = 'en';
  document.title = 'Cards';
  box = document.createElement('main');
  box.className = 'surface';
  box.style.width = '384px';
  document.body.append(box);
});

afterEach(() => {
  render(null, box);
  box.remove();
});

const acts = () => ({
  onHighlight: vi.fn(),
  onKnow: vi.fn(),
  onWrong: vi.fn(),
  onSiteOff: vi.fn(),
  onSnooze: vi.fn(),
  onCorrectDate: vi.fn(),
});
const holding = () => ({ pinned: false, sheet: false, onPin: vi.fn(), onMove: vi.fn(), onClose: vi.fn() });

function show(state: string, changes: Partial<CardProps> = {}): HTMLElement {
  const found = CARD_STATES.find(({ name }) => name === state);
  if (found === undefined) throw new Error(`no state ${state}`);
  render(<Card {...found} holding={holding()} acts={acts()} words={wordsIn('en')} {...changes} />, box);
  const card = box.querySelector<HTMLElement>('[role=dialog]');
  if (card === null) throw new Error('no dialog');
  return card;
}

function openAll(card: HTMLElement): void {
  for (const details of card.querySelectorAll('details')) details.open = true;
  card.querySelector<HTMLElement>('.as-of')?.click();
}

/** Every language in light; in dark only colours differ, so that one language of each direction will do. */
const looks = [
  ...TEXT_LANGUAGES.map((lang) => ({ theme: 'light', lang })),
  ...(['en', 'ar'] as const).map((lang) => ({ theme: 'dark', lang })),
];
const cases = CARD_STATES.flatMap(({ name }) => looks.map((look) => ({ name, ...look })));

describe('every state, theme and language', () => {
  test.each(cases)(
    '$name, $theme, $lang: nothing found by axe, every target big enough, nothing sticks out',
    async ({ name, theme, lang }) => {
      box.dataset['theme'] = theme;
      const card = show(name, { words: wordsIn(lang) });
      openAll(card);
      await vi.waitFor(() => expect(card.querySelector('input[type=date]')).not.toBeNull());
      // The pictures' entrance must not be taken for low contrast.
      await Promise.all(document.getAnimations().map((animation) => animation.finished));
      const { violations } = await axe.run(card, { resultTypes: ['violations'] });
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([]);
      for (const target of card.querySelectorAll('button, summary, input')) {
        const { width, height } = target.getBoundingClientRect();
        expect(Math.min(width, height), target.outerHTML).toBeGreaterThanOrEqual(LEAST_TARGET);
      }
      expect(card.scrollWidth).toBeLessThanOrEqual(card.clientWidth);
      for (const line of card.querySelectorAll('p, li, h2, dd')) {
        expect(line.scrollWidth, line.textContent).toBeLessThanOrEqual(line.clientWidth + 1);
      }
    },
  );
});

describe('what a card says', () => {
  test('it is a dialog named after its entity, and not a modal one', () => {
    const card = show('place');
    expect(document.getElementById(card.getAttribute('aria-labelledby') ?? '')?.textContent).toBe('Idlib');
    expect(card.hasAttribute('aria-modal')).toBe(false);
  });

  test("it tells the article's day and how it was found", () => {
    const text = show('place').querySelector('.as-of')?.textContent;
    expect(text).toBe("As of this article, 21 Feb 2020, from the page's own data");
  });

  test('nothing later than the article stands outside Since this article', () => {
    for (const { name, date } of CARD_STATES) {
      if (date === null) continue;
      const card = show(name);
      const days = [...card.querySelectorAll('.body time')].filter((time) => time.closest('.since, .sources') === null);
      expect(days.length, name).toBeGreaterThan(0);
      for (const time of days) expect((time as HTMLTimeElement).dateTime <= date.day, `${name}: ${time.textContent}`).toBe(true);
    }
  });

  test('without a date it says so, shows no status, and opens what the pack knows', () => {
    const card = show('no date');
    expect(card.querySelector('.as-of')?.textContent).toContain('No date found for this article');
    expect(card.querySelector<HTMLDetailsElement>('.since')?.open).toBe(true);
  });

  test('within days of a handover both holders are named', () => {
    expect(show('handover').querySelector('.holder-line')?.textContent).toBe(
      'handover within these days: Mevlüt Çavuşoğlu and Hakan Fidan',
    );
  });

  test('names in other scripts carry their language and direction', () => {
    const arabic = show('place').querySelector('.other-names [lang=ar]');
    expect(arabic?.textContent).toBe('إدلب');
    expect(arabic?.getAttribute('dir')).toBe('rtl');
  });

  test('a text that is not in the reader’s language is marked so', () => {
    expect(show('place', { words: wordsIn('ar') }).querySelector('.status .fallback')?.textContent).toContain('EN');
    expect(show('place').querySelector('.fallback')).toBeNull();
  });
});

describe('what a card does', () => {
  test('a source number opens the sources and leads to its own', async () => {
    const card = show('place');
    card.querySelectorAll<HTMLElement>('.cite')[1]?.click();
    await vi.waitFor(() => expect(document.activeElement?.closest('[data-source]')?.getAttribute('data-source')).toBe('1'));
    expect(card.querySelector<HTMLDetailsElement>('.sources')?.open).toBe(true);
  });

  test('the day is corrected by typing another, and only then', async () => {
    const done = acts();
    const card = show('place', { acts: done });
    card.querySelector<HTMLElement>('.as-of')?.click();
    const input = await vi.waitFor(() => {
      const found = card.querySelector<HTMLInputElement>('input[type=date]');
      if (found === null) throw new Error('no date field');
      return found;
    });
    const set = card.querySelector<HTMLButtonElement>('.correction .main');
    expect(set?.disabled).toBe(true);
    input.value = '2024-02-21';
    input.dispatchEvent(new InputEvent('input', { bubbles: true }));
    await vi.waitFor(() => expect(set?.disabled).toBe(false));
    set?.click();
    expect(done.onCorrectDate).toHaveBeenCalledExactlyOnceWith('2024-02-21');
  });

  test('a pinned card is moved with the arrow keys', () => {
    const held = { ...holding(), pinned: true };
    const card = show('place', { holding: held });
    const pin = card.querySelector('[aria-pressed=true]');
    pin?.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowLeft', bubbles: true }));
    expect(held.onMove).toHaveBeenCalledExactlyOnceWith(-24, 0);
  });

  test('each act is one press', () => {
    const done = acts();
    const buttons = show('place', { acts: done }).querySelectorAll<HTMLElement>('.actions button');
    for (const button of buttons) button.click();
    for (const act of [done.onKnow, done.onWrong, done.onSnooze, done.onSiteOff]) expect(act).toHaveBeenCalledTimes(1);
  });
});
