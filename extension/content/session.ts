/** The script's life in a page: begins once, and reads while the reader wants it. */
import { DatelineError } from '../../src/messages/dateline-error.ts';
import { OWN_HOST } from '../../src/page/own-host.ts';
import { OWN_KEYS } from '../../src/page/painting/mark-keys.ts';
import { listenInPage, sendFromPage } from '../platform/page-messages.ts';
import { newId } from './new-id.ts';
import { Reading } from './reading.ts';

/** Under which a session stands in its isolated world, for a second injection to find. */
const SESSION = Symbol.for('dateline.session');

/** Begins a session, unless this version of the extension has one here already (a new version gets a new isolated world). */
export function beginSession(): void {
  const world = globalThis as { [SESSION]?: Session };
  if (world[SESSION] !== undefined) return;
  clearEarlierVersion();
  world[SESSION] = new Session();
}

/** Firefox ends the old script on an update, Chromium leaves it cut off; both leave what it put into the page. */
function clearEarlierVersion(): void {
  for (const host of document.querySelectorAll(OWN_HOST)) host.remove();
  // Key by key: Firefox lets nobody go through a registry that holds what a script registered which is gone.
  for (const key of OWN_KEYS) CSS.highlights.delete(key);
}

class Session {
  #id = newId();
  #reading: Reading | undefined;

  constructor() {
    listenInPage({
      'settings-changed': () => {
        void this.#ask();
        return {};
      },
      'read-again': () => {
        this.#reading?.readAgain();
        return {};
      },
      'move-to-mention': ({ direction }) => ({ found: this.#reading?.marker?.move(direction) ?? false }),
      'show-entity': ({ id }) => ({ found: this.#reading?.marker?.show(id) ?? false }),
      'paint-highlights': ({ session, highlights }) => {
        if (session === this.#id) this.#reading?.paint(highlights);
        return {};
      },
      'show-highlight': async ({ id }) => ({ found: (await this.#reading?.highlighter())?.show(id) ?? false }),
      'highlight-selection': async () => ({ began: (await this.#reading?.highlighter())?.saveSelection() ?? false }),
      'anchor-of-selection': async () => ({ anchor: (await this.#reading?.highlighter())?.anchorOfSelection() ?? null }),
      ping: () => ({ session: this.#id }),
    });
    addEventListener('pageshow', ({ persisted }) => {
      if (!persisted) return;
      // Back from the back-forward cache: settings may have changed, and the background reads another page in this tab by now.
      this.#endReading();
      void this.#ask();
    });
    void this.#ask();
  }

  /** Asks how this page is to be read and does so. A background that does not answer leaves things as they are. */
  async #ask(): Promise<void> {
    try {
      const { settings } = await sendFromPage('page-opened', { session: this.#id });
      if (!settings.on) {
        this.#endReading();
      } else if (this.#reading === undefined) {
        // Under its old name the background would tell it only what changed since it ended: nothing.
        this.#id = newId();
        this.#reading = new Reading(this.#id, settings);
      } else {
        this.#reading.settings = settings;
      }
    } catch (error) {
      if (!(error instanceof DatelineError)) throw error;
    }
  }

  #endReading(): void {
    this.#reading?.end();
    this.#reading = undefined;
  }
}
