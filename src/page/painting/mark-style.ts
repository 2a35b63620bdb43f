/** How marks look: a dotted underline in the kind's colour, nothing that moves text. One style sheet for the document and its shadow roots. */
import type { Kind } from '../../facts/entity.ts';
import { ACTIVE_KEY, activeLineKey, firstKey, mentionKey } from './mark-keys.ts';

/** Colours on a light and on a dark page, the same as on cards (`src/ui/tokens.css`). */
export const MARK_COLORS: Readonly<Record<Kind, readonly [onLight: string, onDark: string]>> = {
  place: ['#0b6e80', '#63c3d3'],
  person: ['#8f5410', '#e2a961'],
  office: ['#5b6614', '#bcc76a'],
  agreement: ['#4c4fb0', '#abaef7'],
  organisation: ['#4c5b6a', '#abbac9'],
  event: ['#a3243b', '#f3929f'],
};

/** What a style sheet of marks is for. */
export interface MarkStyle {
  /** Selectors of where marks are (see `mark-scope.ts`); the empty one stands for every element. */
  readonly scope: readonly string[];
  readonly kinds: ReadonlySet<Kind>;
  readonly onDark: boolean;
}

/** The style sheet's text. Screen only: marks are not printed. */
export function markStyle({ scope, kinds, onDark }: MarkStyle): string {
  const at = (key: string): string => scope.map((selector) => `${selector}::highlight(${key})`).join(', ');
  const line = (key: string, style: string, color: string): string =>
    `${at(key)} { text-decoration: underline ${style} 2px ${color}; text-underline-offset: 0.22em; }`;
  const rules = [...kinds].flatMap((kind) => {
    const color = MARK_COLORS[kind][onDark ? 1 : 0];
    return [
      line(mentionKey(kind), 'dotted', `color-mix(in srgb, ${color} 42%, transparent)`),
      line(firstKey(kind), 'dotted', color),
      line(activeLineKey(kind), 'solid', color),
    ];
  });
  const tint = onDark ? 'rgb(255 255 255 / 0.14)' : 'rgb(28 27 25 / 0.09)';
  return `@media screen { ${rules.join('\n')}\n${at(ACTIVE_KEY)} { background-color: ${tint}; } }`;
}
