/** The popup as a whole: asks how the tab stands, shows one of the states of `tab-states.tsx`, and does what is pressed there. */
import { useCallback, useEffect, useState } from 'preact/hooks';
import { codeOf, type ErrorCode } from '../../src/messages/dateline-error.ts';
import type { TabState } from '../../src/messages/from-own-pages.ts';
import { ERROR_TEXTS } from '../../src/ui/error-texts.ts';
import { Icon } from '../../src/ui/icons.tsx';
import type { Words } from '../../src/ui/words.ts';
import { askForHosts, patternOf } from '../platform/hosts.ts';
import { askBackground } from '../platform/own-page-messages.ts';
import { openPanel, openPanelInTab } from '../platform/panel.ts';
import { onTabNews, type ShownTab } from '../platform/shown-tab.ts';
import { type TabActs, TabStateScreen } from './tab-states.tsx';

type Seen =
  | { readonly is: 'loading' }
  /** `highlights`: saved of this article; `null` where nothing can be saved or looked up. */
  | { readonly is: 'known'; readonly state: TabState; readonly highlights: number | null }
  | { readonly is: 'failed'; readonly code: ErrorCode };

/** See the head of this file. `tab` is `undefined` where the browser shows none. */
export function Popup({ tab, words }: { tab: ShownTab | undefined; words: Words }) {
  const [seen, setSeen] = useState<Seen>(tab === undefined ? { is: 'failed', code: 'page-refused' } : { is: 'loading' });
  const [denied, setDenied] = useState(false);
  const id = tab?.id;

  const look = useCallback(async (): Promise<void> => {
    if (id === undefined) return;
    try {
      const [state, highlights] = await Promise.all([askBackground('tab-state', { tab: id }), highlightsIn(id)]);
      setSeen({ is: 'known', state, highlights });
    } catch (error) {
      setSeen({ is: 'failed', code: codeOf(error) });
    }
  }, [id]);
  useEffect(() => {
    void look();
    return onTabNews(() => void look());
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
      <div class="panel-offer">
        {seen.highlights !== null && seen.state.access !== 'refused' && <p>{words.count('highlightCount', seen.highlights)}</p>}
        <button type="button" class="main" onClick={() => void showPanel(tab)}>
          <Icon name="panel" />
          {words.say('popupOpenPanel')}
        </button>
      </div>
      <footer>
        <a href="../history/history.html" target="_blank" rel="noopener">
          {words.say('popupOpenHistory')}
        </a>
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

/** How many passages of a tab's article are saved; `null` where it is not read, or the store does not answer. */
async function highlightsIn(tab: number): Promise<number | null> {
  const found = await askBackground('article-in-tab', { tab }).catch(() => null);
  return found === null || found.article === null ? null : found.highlights.length;
}

/** Opens the panel, or where the browser does not let us, the same page in a tab; the popup has then done its work. */
async function showPanel(tab: ShownTab | undefined): Promise<void> {
  if (tab === undefined) return;
  const opened = tab.window !== undefined && (await openPanel(tab.window));
  if (!opened) await openPanelInTab(tab.id);
  window.close();
}
