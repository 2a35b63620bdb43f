/** A calendar of reading: a square for each day of the last weeks, and the same as a list, which is what a screen reader is given. */
import { useState } from 'preact/hooks';
import { Icon } from '../../../src/ui/icons.tsx';
import { formatDate } from '../../../src/ui/dates.ts';
import type { Words } from '../../../src/ui/words.ts';
import type { ReadArticle } from '../../../src/store/schema.ts';
import { type CalendarDay, calendarWeeks } from './calendar-days.ts';

/** From so many articles on a day is drawn in the next darker shade. */
const SHADES = [1, 3, 6];

/** See the head of this file. */
export function ReadingCalendar({ articles, words }: { articles: readonly ReadArticle[]; words: Words }) {
  const [now] = useState(() => Date.now());
  const weeks = calendarWeeks(articles, now, firstWeekday(words.locale));
  const read = weeks.flat().filter(({ count }) => count > 0);
  const textOf = ({ day, count }: CalendarDay): string =>
    `${formatDate(day, words.locale)}: ${words.count('articlesFound', count)}`;
  return (
    <section class="calendar">
      <h2>{words.say('calendarTitle')}</h2>
      <div class="squares" aria-hidden="true">
        {weeks.map((week) => (
          <div key={week[0]?.day}>
            {week.map((day) => (
              <i key={day.day} data-shade={SHADES.filter((from) => day.count >= from).length} title={textOf(day)} />
            ))}
          </div>
        ))}
      </div>
      {read.length === 0 ? (
        <p class="note">{words.say('calendarNone')}</p>
      ) : (
        <details>
          <summary>
            <Icon name="open" />
            {words.say('calendarDays')}
          </summary>
          <ol>
            {read.toReversed().map((day) => (
              <li key={day.day}>{textOf(day)}</li>
            ))}
          </ol>
        </details>
      )}
    </section>
  );
}

/** What browsers know of a locale's week, where they do: Firefox does not yet. TypeScript's library has neither form. */
interface WithWeek {
  readonly getWeekInfo?: () => { readonly firstDay: number };
  readonly weekInfo?: { readonly firstDay: number };
}

/** 1 for Monday to 7 for Sunday; Monday where the browser does not know. */
function firstWeekday(locale: string): number {
  const known = new Intl.Locale(locale) as Intl.Locale & WithWeek;
  return (known.getWeekInfo?.() ?? known.weekInfo)?.firstDay ?? 1;
}
