/** The day of publication in a page's `meta` and `time` elements. */
import { FOREIGN_PLACE, OWN_PLACE, PUBLISHED_META } from './date-clue-ranks.ts';
import { readStamp, type Stamp } from './written-date.ts';

/**
 * The date of the surest `meta` name that gives one. A name that stands with different days (microdata of several items) gives none.
 * @param meta `[name, content]`, names in any case.
 */
export function metaDate(meta: readonly (readonly [string, string])[]): Stamp | null {
  const byName = new Map<string, Stamp[]>();
  for (const [name, content] of meta) {
    const stamp = readStamp(content);
    if (stamp === null) continue;
    const key = name.toLowerCase();
    byName.set(key, [...(byName.get(key) ?? []), stamp]);
  }
  for (const name of PUBLISHED_META) {
    const agreed = agreedStamp(byName.get(name) ?? []);
    if (agreed !== null) return agreed;
  }
  return null;
}

/**
 * The date of the `time` element that dates this article. Where elements that look equally right disagree (a list of articles), none.
 * @param times `[datetime, visible text, where]`; `where` is the element and those around it, innermost first, as in
 * `time.published[datePublished] < div.byline < article`.
 */
export function timeDate(times: readonly (readonly [string, string, string])[]): Stamp | null {
  const dated = times.flatMap(([datetime, visible, where]) => {
    const [own = '', ...around] = where.split(' < ');
    // WordPress writes `published updated` on a post that was never changed.
    const isMarked = /publish|pubdate/i.test(own) || around.some((place) => /\[datepublished\]/i.test(place));
    if (FOREIGN_PLACE.test(isMarked ? around.join(' ') : where)) return [];
    const stamp = readStamp(datetime) ?? readStamp(visible);
    return stamp === null ? [] : [{ stamp, isMarked, isOwn: OWN_PLACE.test(where) }];
  });
  for (const sure of [dated.filter(({ isMarked }) => isMarked), dated.filter(({ isOwn }) => isOwn), dated]) {
    if (sure.length > 0) return agreedStamp(sure.map(({ stamp }) => stamp));
  }
  return null;
}

function agreedStamp(stamps: readonly Stamp[]): Stamp | null {
  const [first] = stamps;
  return first !== undefined && stamps.every(({ day }) => day === first.day) ? first : null;
}
