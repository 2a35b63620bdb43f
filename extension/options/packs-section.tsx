/** The packs Dateline reads with, on the settings page: ours, and those the reader loads and removes. */
import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { CompiledPack, PackAbout } from '../../src/facts/compiled-pack.ts';
import { openOwnLexicon } from '../../src/facts/recognise/own-lexicon.ts';
import { RULES_VERSION } from '../../src/facts/recognise/rules.ts';
import { codeOf } from '../../src/messages/dateline-error.ts';
import { connection } from '../../src/store/connection.ts';
import { keepOwnPack, ownPacks, removeOwnPack } from '../../src/store/own-packs.ts';
import type { OwnPack } from '../../src/store/schema.ts';
import { StoreError } from '../../src/store/store-error.ts';
import { formatDate, formatInstantDay } from '../../src/ui/dates.ts';
import { ERROR_TEXTS } from '../../src/ui/error-texts.ts';
import type { MessageKey, Words } from '../../src/ui/words.ts';
import { askBackground } from '../platform/own-page-messages.ts';
import { onTabNews } from '../platform/shown-tab.ts';
import { FileField } from './file-field.tsx';
import { ourAbout, type PackFileRefusal, readPackFile } from './pack-file.ts';
import { isolated, OfferedPack, PackProblems } from './offered-pack.tsx';

const REFUSALS: Readonly<Record<Extract<PackFileRefusal, string>, MessageKey>> = {
  'too-big': 'packTooBig',
  unreadable: 'packUnreadable',
  newer: 'packNewer',
  'not-a-pack': 'packNotOne',
};

/** See the head of this file. Packs are kept by this page itself; the background only hears that they have changed. */
export function PacksSection({ words }: { words: Words }) {
  const [store] = useState(() => connection());
  const [ours, setOurs] = useState<PackAbout | null>(null);
  const [packs, setPacks] = useState<readonly OwnPack[]>([]);
  const [offered, setOffered] = useState<CompiledPack | null>(null);
  const [problems, setProblems] = useState<Exclude<PackFileRefusal, string>>([]);
  const [removed, setRemoved] = useState<OwnPack | null>(null);
  const [saying, setSaying] = useState('');
  const [busy, setBusy] = useState(false);
  const headRef = useRef<HTMLHeadingElement>(null);
  const undoRef = useRef<HTMLButtonElement>(null);
  const focusedRef = useRef<HTMLElement>(undefined);

  const look = useCallback(async (): Promise<void> => setPacks(await ownPacks(store).catch(() => [])), [store]);
  useEffect(() => {
    ourAbout().then(setOurs, () => undefined);
    void look();
    return onTabNews(() => void look());
  }, [look]);
  useEffect(() => () => void store.close(), [store]);
  // What was pressed is switched off meanwhile, and may be gone after: whoever works with keys goes on there, or where it can be taken back.
  useLayoutEffect(() => {
    const focused = focusedRef.current;
    if (busy || focused === undefined) return;
    focusedRef.current = undefined;
    (undoRef.current ?? (focused.isConnected ? focused : headRef.current))?.focus();
  }, [busy]);

  /** Runs something that takes a while; says what came of it. */
  const run = async (act: () => Promise<string>): Promise<void> => {
    focusedRef.current = document.activeElement instanceof HTMLElement ? document.activeElement : undefined;
    setBusy(true);
    setRemoved(null);
    setProblems([]);
    try {
      setSaying(await act());
    } catch (error) {
      setSaying(words.say(textOf(error)));
    }
    setBusy(false);
    await look();
  };
  const open = async (file: File): Promise<string> => {
    setOffered(null);
    setSaying(words.say('backupReading'));
    // Compiling takes a moment: first what is being done is shown.
    await new Promise((resolve) => setTimeout(resolve));
    const read = await readPackFile(file, await ownPacks(store));
    if (typeof read === 'string') return words.say(REFUSALS[read]);
    if ('lexicon' in read) setOffered(read);
    else setProblems(read);
    return 'lexicon' in read ? '' : words.say('packRefused');
  };
  const keep = async (pack: OwnPack, done: 'packLoaded' | 'packBack'): Promise<string> => {
    await keepOwnPack(store, pack);
    setOffered(null);
    await askBackground('packs-changed', {});
    return words.say(done, isolated(pack.about.name));
  };
  const remove = async (pack: OwnPack): Promise<string> => {
    await removeOwnPack(store, pack.id);
    await askBackground('packs-changed', {});
    setRemoved(pack);
    return words.say('packRemoved', isolated(pack.about.name));
  };

  return (
    <section id="packs">
      <h2 ref={headRef} tabIndex={-1}>
        {words.say('packsTitle')}
      </h2>
      <p class="note">{words.say('packsText')}</p>
      <ul class="sites packs">
        {ours !== null && (
          <li>
            <div>
              <bdi>{ours.name}</bdi>
              <p class="note">{words.say('packOurs', words.number(ours.version), formatDate(ours.knownUntil, words.locale))}</p>
            </div>
          </li>
        )}
        {packs.map((pack) => (
          <LoadedPack key={pack.id} pack={pack} disabled={busy} onRemove={() => void run(() => remove(pack))} words={words} />
        ))}
      </ul>
      <FileField
        label="packChoose"
        note="packChooseText"
        disabled={busy}
        onFile={(file) => void run(() => open(file))}
        words={words}
      />
      {offered !== null && (
        <OfferedPack
          pack={offered}
          replaced={packs.find(({ id }) => id === offered.about.id)}
          disabled={busy}
          onLoad={() => {
            const lexicon = { ...offered.lexicon, rulesVersion: RULES_VERSION };
            const pack = { ...offered, lexicon, id: offered.about.id, loaded: new Date().toISOString() };
            void run(() => keep(pack, 'packLoaded'));
          }}
          onCancel={() => setOffered(null)}
          words={words}
        />
      )}
      <div class="row">
        <p class="saved" role="status">
          {saying}
        </p>
        {removed !== null && (
          <button ref={undoRef} type="button" class="main" onClick={() => void run(() => keep(removed, 'packBack'))}>
            {words.say('undo')}
          </button>
        )}
      </div>
      {problems.length > 0 && <PackProblems problems={problems} />}
    </section>
  );
}

function LoadedPack({
  pack: { about, entities, lexicon, loaded },
  disabled,
  onRemove,
  words,
}: {
  pack: OwnPack;
  disabled: boolean;
  onRemove: () => void;
  words: Words;
}) {
  const facts = entities.reduce((sum, entity) => sum + entity.facts.length, 0);
  const holds = words.list([words.count('packEntities', entities.length), words.count('packFacts', facts)]);
  const version = words.say('packVersion', words.number(about.version), formatDate(about.knownUntil, words.locale));
  return (
    <li>
      <div>
        <bdi>{about.name}</bdi>
        <p class="note">{`${holds}. ${version} ${words.say('packLoadedOn', formatInstantDay(loaded, words.locale))}`}</p>
        {openOwnLexicon(lexicon, {}) === undefined && <p class="problem">{words.say('packStale')}</p>}
      </div>
      <button
        type="button"
        class="main"
        aria-label={words.say('packRemoveName', isolated(about.name))}
        disabled={disabled}
        onClick={onRemove}
      >
        {words.say('packRemove')}
      </button>
    </li>
  );
}

function textOf(error: unknown): MessageKey {
  if (error instanceof StoreError) return ERROR_TEXTS[error.code === 'full' ? 'disk-full' : 'store-unavailable'];
  return ERROR_TEXTS[codeOf(error)];
}
