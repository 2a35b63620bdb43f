/** What the popup says about a tab in each of the states it can be in: props in, callbacks out. */
import type { TabState } from '../../src/messages/from-own-pages.ts';
import { ArticleDay } from '../../src/ui/article-day.tsx';
import { KIND_NAMES } from '../../src/ui/kind.ts';
import { Name } from '../../src/ui/pack-text.tsx';
import type { Words } from '../../src/ui/words.ts';

/** What a reader can do here. */
export interface TabActs {
  readonly onReadOnce: () => void;
  readonly onAlways: () => void;
  readonly onSwitch: (on: boolean) => void;
  readonly onWake: () => void;
  /** `YYYY-MM-DD`, or `null` for the page's own date. */
  readonly onCorrectDate: (day: string | null) => void;
  readonly onGoTo: (entity: string) => void;
}

/** See the head of this file. `canAlways`: the page is on the web; `denied`: the browser's prompt was answered with no. */
export function TabStateScreen(props: { state: TabState; canAlways: boolean; denied: boolean; acts: TabActs; words: Words }) {
  const { state, canAlways, denied, acts, words } = props;
  if (state.access === 'refused') {
    return (
      <>
        <h1>{words.say('popupRefusedTitle')}</h1>
        <p>{words.say('popupRefusedText')}</p>
      </>
    );
  }
  const always = canAlways && <AlwaysOffer host={state.host} denied={denied} onAlways={acts.onAlways} words={words} />;
  if (state.access === 'not-granted') {
    return (
      <>
        <h1>{words.say('popupNotReadTitle')}</h1>
        <div class="offer">
          <button type="button" class="main" onClick={acts.onReadOnce}>
            {words.say('popupReadOnce')}
          </button>
          <p class="note">{words.say('popupReadOnceText')}</p>
        </div>
        {always}
      </>
    );
  }
  return (
    <>
      {state.on ? <Reading state={state} acts={acts} words={words} /> : <SwitchedOff host={state.host} words={words} />}
      {state.host !== '' && (
        <label class="choice">
          <input type="checkbox" checked={state.on} onChange={(event) => acts.onSwitch(event.currentTarget.checked)} />
          <span>{words.say('popupOnSite', state.host)}</span>
        </label>
      )}
      {state.access === 'once' && always}
    </>
  );
}

function AlwaysOffer({ host, denied, onAlways, words }: { host: string; denied: boolean; onAlways: () => void; words: Words }) {
  return (
    <div class="offer">
      <button type="button" class="main" onClick={onAlways}>
        {words.say('popupAlways')}
      </button>
      <p class="note">{words.say('popupAlwaysText', host)}</p>
      {denied && (
        <p class="note" role="status">
          {words.say('popupDenied')}
        </p>
      )}
    </div>
  );
}

function SwitchedOff({ host, words }: { host: string; words: Words }) {
  return (
    <>
      <h1>{words.say('popupOffTitle')}</h1>
      <p>{words.say('popupOffText', host)}</p>
    </>
  );
}

function Reading({ state, acts, words }: { state: TabState; acts: TabActs; words: Words }) {
  const { count, date, entities, snoozedUntil } = state;
  return (
    <>
      {snoozedUntil > 0 && <Snoozed until={snoozedUntil} onWake={acts.onWake} words={words} />}
      <h1>{count === 0 ? words.say('popupNothing') : words.count('popupCount', count)}</h1>
      {(count > 0 || date !== null) && <ArticleDay date={date} onCorrect={acts.onCorrectDate} words={words} />}
      {entities.length > 0 && (
        <section class="entities">
          <h2>{words.say('popupMain')}</h2>
          <ul>
            {entities.map(({ id, kind, name, mentions }) => (
              <li key={id} data-kind={kind}>
                <button type="button" onClick={() => acts.onGoTo(id)}>
                  <span class="dot" role="img" aria-label={words.say(KIND_NAMES[kind])} />
                  <span class="name">
                    <Name text={name} />
                  </span>
                  <span class="mentions">{words.count('popupMentions', mentions)}</span>
                </button>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

function Snoozed({ until, onWake, words }: { until: number; onWake: () => void; words: Words }) {
  const time = new Intl.DateTimeFormat(words.locale, { timeStyle: 'short' }).format(until);
  return (
    <p class="problem" role="status">
      {words.say('popupSnoozed', time)}{' '}
      <button type="button" class="main" onClick={onWake}>
        {words.say('popupWake')}
      </button>
    </p>
  );
}
