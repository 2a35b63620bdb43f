/** Every setting, each saved as it is chosen. */
import { useState } from 'preact/hooks';
import { codeOf } from '../../src/messages/dateline-error.ts';
import type { Output } from '../../src/messages/envelope.ts';
import type { FROM_OWN_PAGES } from '../../src/messages/from-own-pages.ts';
import type { PageSettings } from '../../src/messages/from-page.ts';
import { ERROR_TEXTS } from '../../src/ui/error-texts.ts';
import { RememberSwitch } from '../../src/ui/remember-switch.tsx';
import type { MessageKey, Words } from '../../src/ui/words.ts';
import { askBackground } from '../platform/own-page-messages.ts';
import { useRemembering } from '../platform/use-remembering.ts';
import { BackupSection } from './backup-section.tsx';
import { KeysSection } from './keys-section.tsx';
import { PacksSection } from './packs-section.tsx';

type Choices = Output<typeof FROM_OWN_PAGES, 'choices'>;
type Labels<T extends string> = Readonly<Record<T, MessageKey>>;

const MARKS: Labels<PageSettings['marks']> = { all: 'optionsMarksAll', first: 'optionsMarksFirst', none: 'optionsMarksNone' };
const OPEN: Labels<PageSettings['open']> = {
  hover: 'optionsOpenHover',
  modifier: 'optionsOpenModifier',
  click: 'optionsOpenClick',
};
const THEME: Labels<PageSettings['theme']> = { site: 'optionsThemeSite', light: 'optionsThemeLight', dark: 'optionsThemeDark' };

/** The page; starts from what is stored. */
export function Options({ settings: stored, choices: told, words }: { settings: PageSettings; choices: Choices; words: Words }) {
  const [settings, setSettings] = useState(stored);
  const [choices, setChoices] = useState(told);
  const [saying, setSaying] = useState<MessageKey | null>(null);
  const [remembers, remember] = useRemembering();

  /** Runs one change; shows it only once it is stored. */
  const save = async (sent: Promise<unknown>, then: () => void, done: MessageKey): Promise<void> => {
    try {
      await sent;
      then();
      setSaying(done);
    } catch (error) {
      setSaying(ERROR_TEXTS[codeOf(error)]);
    }
  };
  const choose = (change: Partial<PageSettings>): void => {
    const next = { ...settings, ...change };
    const show = (): void => {
      setSettings(next);
      document.body.dataset['theme'] = next.theme;
    };
    void save(askBackground('set-settings', next), show, 'optionsSaved');
  };
  const switchOn = (host: string): void => {
    const show = (): void => setChoices({ ...choices, sitesOff: choices.sitesOff.filter((one) => one !== host) });
    void save(askBackground('set-site', { host, on: true }), show, 'optionsSaved');
  };
  const forget = (what: 'known' | 'wrong'): void => {
    void save(askBackground('forget', { what }), () => setChoices({ ...choices, [what]: 0 }), 'optionsForgotten');
  };

  return (
    <main>
      <h1>{words.say('optionsTitle')}</h1>
      <Radios
        name="marks"
        title="optionsMarks"
        labels={MARKS}
        chosen={settings.marks}
        onChoose={(marks) => choose({ marks })}
        words={words}
      />
      <Radios
        name="open"
        title="optionsOpen"
        labels={OPEN}
        chosen={settings.open}
        onChoose={(open) => choose({ open })}
        words={words}
      />
      <Radios
        name="theme"
        title="optionsTheme"
        labels={THEME}
        chosen={settings.theme}
        onChoose={(theme) => choose({ theme })}
        words={words}
      />
      <section>
        <h2>{words.say('optionsSitesOff')}</h2>
        {choices.sitesOff.length === 0 ? (
          <p class="note">{words.say('optionsSitesOffNone')}</p>
        ) : (
          <ul class="sites">
            {choices.sitesOff.map((host) => (
              <li key={host}>
                <bdi>{host}</bdi>
                <button type="button" class="main" onClick={() => switchOn(host)}>
                  {words.say('optionsSiteOn', host)}
                </button>
              </li>
            ))}
          </ul>
        )}
      </section>
      <section>
        <h2>{words.say('rememberTitle')}</h2>
        <RememberSwitch
          on={remembers}
          onChange={(on) => void save(remember(on), () => undefined, 'optionsSaved')}
          words={words}
        />
      </section>
      <section>
        <h2>{words.say('optionsReader')}</h2>
        <div class="row">
          <button type="button" class="main" disabled={choices.known === 0} onClick={() => forget('known')}>
            {words.say('optionsForgetKnown')}
          </button>
          <button type="button" class="main" disabled={choices.wrong === 0} onClick={() => forget('wrong')}>
            {words.say('optionsForgetWrong')}
          </button>
        </div>
      </section>
      <p class="saved" role="status">
        {saying !== null && words.say(saying)}
      </p>
      <PacksSection words={words} />
      <BackupSection words={words} />
      <section>
        <h2>{words.say('trashTitle')}</h2>
        <p class="note">{words.say('trashText')}</p>
        <p>
          <a href="../history/history.html#trash">{words.say('trashTitle')}</a>
        </p>
      </section>
      <KeysSection words={words} />
    </main>
  );
}

function Radios<T extends string>(props: {
  name: string;
  title: MessageKey;
  labels: Labels<T>;
  chosen: T;
  onChoose: (value: T) => void;
  words: Words;
}) {
  const { name, title, labels, chosen, onChoose, words } = props;
  // The keys of a record of T are T, which `Object.keys` forgets.
  const values = Object.keys(labels) as T[];
  return (
    <fieldset>
      <legend>{words.say(title)}</legend>
      {values.map((value) => (
        <label key={value} class="choice">
          <input type="radio" name={name} value={value} checked={value === chosen} onChange={() => onChoose(value)} />
          <span>{words.say(labels[value])}</span>
        </label>
      ))}
    </fieldset>
  );
}
