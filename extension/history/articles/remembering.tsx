/** Whether what is read is remembered, and forgetting it by time or by site. */
import { useMemo, useState } from 'preact/hooks';
import type { ReadArticle } from '../../../src/store/schema.ts';
import { RememberSwitch } from '../../../src/ui/remember-switch.tsx';
import type { MessageKey, Words } from '../../../src/ui/words.ts';
import { localDay } from '../../platform/local-day.ts';
import { useRemembering } from '../../platform/use-remembering.ts';
import { mostMet, siteOf } from './finding-articles.ts';
import { OneOfMany } from '../one-of-many.tsx';
import type { Shelf } from '../shelf.ts';

/** What can be forgotten at once: how many days back, or `null` for everything. */
const SPANS: readonly (readonly [MessageKey, number | null])[] = [
  ['articlesLastDay', 1],
  ['articlesLastWeek', 7],
  ['articlesAllTime', null],
];

/** See the head of this file. `onForget` is given which articles to forget. */
export function Remembering({
  shelf: { articles },
  onForget,
  onTell,
  words,
}: {
  shelf: Shelf;
  onForget: (isChosen: (article: ReadArticle) => boolean) => void;
  onTell: (text: string) => void;
  words: Words;
}) {
  const [on, remember] = useRemembering();
  const [site, setSite] = useState<string>();
  const [span, setSpan] = useState(0);
  const sites = useMemo(() => mostMet(articles.map(siteOf)), [articles]);
  const forgetSpan = (): void => {
    const back = SPANS[span]?.[1] ?? null;
    const first = back === null ? '' : localDay(Date.now(), 1 - back);
    onForget(({ days }) => days.some((day) => day >= first));
  };
  return (
    <section class="remembering">
      <h2>{words.say('rememberTitle')}</h2>
      <RememberSwitch
        on={on}
        onChange={(wanted) => void remember(wanted).catch(() => onTell(words.say('errorUnexpected')))}
        words={words}
      />
      {articles.length > 0 && (
        <>
          <div class="row">
            <label class="select">
              <span>{words.say('articlesForgetTime')}</span>
              <select value={span} onChange={({ currentTarget }) => setSpan(Number(currentTarget.value))}>
                {SPANS.map(([key], place) => (
                  <option key={key} value={place}>
                    {words.say(key)}
                  </option>
                ))}
              </select>
            </label>
            <button type="button" class="main" onClick={forgetSpan}>
              {words.say('articlesForgetNow')}
            </button>
          </div>
          <div class="row">
            <OneOfMany label="historySite" values={sites} chosen={site} onChoose={setSite} words={words} />
            {site !== undefined && (
              <button type="button" class="main" onClick={() => onForget((article) => siteOf(article) === site)}>
                {words.say('articlesForgetSite', site)}
              </button>
            )}
          </div>
        </>
      )}
    </section>
  );
}
