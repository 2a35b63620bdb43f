/** The one question of the first run: read along on news sites, or only when asked. */
import { useState } from 'preact/hooks';
import { FORM_LANGUAGES, type FormLanguage } from '../../src/facts/entity.ts';
import { Icon } from '../../src/ui/icons.tsx';
import type { MessageKey, Words } from '../../src/ui/words.ts';
import { askForHosts } from '../platform/hosts.ts';
import { NEWS_HOSTS, patternsFor } from './news-hosts.ts';

/** See the head of this file. The reader's own language and English are chosen to begin with. */
export function NewsQuestion({ words }: { words: Words }) {
  const [chosen, setChosen] = useState<ReadonlySet<FormLanguage>>(new Set([words.lang, 'en']));
  const [answer, setAnswer] = useState<MessageKey | null>(null);
  const hosts = FORM_LANGUAGES.filter((lang) => chosen.has(lang)).flatMap((lang) => NEWS_HOSTS.get(lang) ?? []);
  const languageNames = new Intl.DisplayNames(words.locale, { type: 'language' });

  const choose = (lang: FormLanguage, on: boolean): void => {
    setChosen(new Set(FORM_LANGUAGES.filter((one) => (one === lang ? on : chosen.has(one)))));
  };
  const ask = async (): Promise<void> => {
    try {
      setAnswer((await askForHosts(patternsFor(hosts))) ? 'welcomeYesDone' : 'popupDenied');
    } catch {
      setAnswer('errorUnexpected');
    }
  };

  return (
    <section class="question">
      <h2>{words.say('welcomeQuestion')}</h2>
      <p>{words.say('welcomeQuestionText')}</p>
      <fieldset>
        <legend>{words.say('welcomePress')}</legend>
        {FORM_LANGUAGES.map((lang) => (
          <label key={lang} class="choice">
            <input type="checkbox" checked={chosen.has(lang)} onChange={(event) => choose(lang, event.currentTarget.checked)} />
            <span>
              {languageNames.of(lang)}{' '}
              <span class="amount">{words.count('welcomeSites', NEWS_HOSTS.get(lang)?.length ?? 0)}</span>
            </span>
          </label>
        ))}
      </fieldset>
      <details>
        <summary>
          <Icon name="open" />
          {words.say('welcomeShowSites')}
        </summary>
        <p class="hosts" dir="ltr">
          {hosts.join(', ')}
        </p>
      </details>
      <div class="answers">
        <button type="button" class="main" disabled={hosts.length === 0} onClick={() => void ask()}>
          {words.say('welcomeYes')}
        </button>
        <button type="button" onClick={() => setAnswer('welcomeNoDone')}>
          {words.say('welcomeNo')}
        </button>
      </div>
      <p role="status">{answer !== null && words.say(answer)}</p>
    </section>
  );
}
