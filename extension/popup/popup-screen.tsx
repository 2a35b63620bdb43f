/** The popup as a whole: asks how the tab stands, shows one of the states of `tab-states.tsx`, and does what is pressed there. */
import { useCallback, useEffect, useState } from 'preact/hooks';
import { DatelineError, type ErrorCode } from '../../src/messages/dateline-error.ts';
import type { TabState } from '../../src/messages/from-own-pages.ts';
import { ERROR_TEXTS } from '../../src/ui/error-texts.ts';
import type { Words } from '../../src/ui/words.ts';
import { askForHosts, patternOf } from '../platform/hosts.ts';
import { askBackground } from '../platform/own-page-messages.ts';
import { onTabNews, type ShownTab } from '../platform/shown-tab.ts';
import { type TabActs, TabStateScreen } from './tab-states.tsx';

type Seen =
  | { readonly is: 'loading' }
  | { readonly is: 'known'; readonly state: TabState }
  | { readonly is: 'failed'; readonly code: ErrorCode };

/** See the head of this file. `tab` is `undefined` where the browser shows none. */
export function Popup({ tab, words }: { tab: ShownTab | undefined; words: Words }) {
  const [seen, setSeen] = useState<Seen>(tab === undefined ? { is: 'failed', code: 'page-refused' } : { is: 'loading' });
  const [denied, setDenied] = useState(false);
  const id = tab?.id;

  const look = useCallback(async (): Promise<void> => {
    if (id === undefined) return;
    try {
      setSeen({ is: 'known', state: await askBackground('tab-state', { tab: id }) });
    } catch (error) {
      setSeen({ is: 'failed', code: codeOf(error) });
    }
  }, [id]);
  useEffect(() => {
    void look();
    onTabNews(() => void look());
  }, [look]);

  const act = async (done: Promise<unknown>): Promise<void> => {
    try {
      await done;
      await look();
    } catch (error) {
      setSeen({ is: 'failed', code: codeOf(error) });
    }
  };

  if (seen.is === 'loading') return <main>{words.say('loading')}</main>;
  if (seen.is === 'failed' || id === undefined) {
    return (
      <main>
        <p class="problem" role="alert">
          {words.say(ERROR_TEXTS[seen.is === 'failed' ? seen.code : 'unexpected'])}
        </p>
        {id !== undefined && (
          <button type="button" class="main" onClick={() => void look()}>
            {words.say('tryAgain')}
          </button>
        )}
      </main>
    );
  }

  const { host } = seen.state;
  const pattern = patternOf(tab?.address);
  const acts: TabActs = {
    onReadOnce: () => void act(askBackground('read-once', { tab: id })),
    // The prompt must be asked for inside the click: nothing may be awaited before it.
    onAlways: () => void act(askForHosts(pattern === undefined ? [] : [pattern]).then((granted) => setDenied(!granted))),
    onSwitch: (on) => void act(askBackground('set-site', { host, on })),
    onWake: () => void act(askBackground('set-snooze', { hours: 0 })),
    onCorrectDate: (day) => void act(askBackground('set-date', { tab: id, day })),
    onGoTo: (entity) => void act(askBackground('go-to-entity', { tab: id, id: entity })),
  };
  return (
    <main>
      <TabStateScreen state={seen.state} canAlways={pattern !== undefined} denied={denied} acts={acts} words={words} />
      <footer>
        <a href="../options/options.html" target="_blank" rel="noopener">
          {words.say('popupSettings')}
        </a>
        <a href="../welcome/welcome.html" target="_blank" rel="noopener">
          {words.say('popupWelcome')}
        </a>
      </footer>
    </main>
  );
}

function codeOf(error: unknown): ErrorCode {
  return error instanceof DatelineError ? error.code : 'unexpected';
}
