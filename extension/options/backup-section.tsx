/** Backup and restore, on the settings page. */
import { useCallback, useEffect, useState } from 'preact/hooks';
import { type Backup, readBackup, type Refusal } from '../../src/highlights/backup.ts';
import { LONGEST_FILE } from '../../src/highlights/untrusted-json.ts';
import { codeOf } from '../../src/messages/dateline-error.ts';
import { formatInstant } from '../../src/ui/dates.ts';
import { ERROR_TEXTS } from '../../src/ui/error-texts.ts';
import { BackupLine, DamageReport, type KeepingState, UnreadableCopy } from '../../src/ui/keeping.tsx';
import type { MessageKey, Words } from '../../src/ui/words.ts';
import { askBackground } from '../platform/own-page-messages.ts';
import { onTabNews } from '../platform/shown-tab.ts';
import { useSecondCopy } from '../platform/use-second-copy.ts';
import { backUp } from './backing-up.ts';
import { FileField } from './file-field.tsx';
import { OfferButtons } from './offer-buttons.tsx';

const REFUSALS: Readonly<Record<Refusal, MessageKey>> = {
  'too-big': 'backupTooBig',
  newer: 'backupNewer',
  'not-a-backup': 'backupRefused',
};

/** The honest line, a button that gives a file, a field that takes one. What was found damaged is told here too. */
export function BackupSection({ words }: { words: Words }) {
  const [keeping, setKeeping] = useState<KeepingState | null>(null);
  const [saying, setSaying] = useState('');
  const [offered, setOffered] = useState<Backup | null>(null);
  const [busy, setBusy] = useState(false);
  const { isUnreadable, beginAnew } = useSecondCopy();

  const look = useCallback(async (): Promise<void> => setKeeping(await askBackground('keeping-state', {}).catch(() => null)), []);
  useEffect(() => {
    void look();
    return onTabNews(() => void look());
  }, [look]);

  /** Runs something that takes a while; says what came of it. */
  const run = async (act: () => Promise<string>): Promise<void> => {
    setBusy(true);
    try {
      setSaying(await act());
    } catch (error) {
      setSaying(words.say(ERROR_TEXTS[codeOf(error)]));
    }
    setBusy(false);
    await look();
  };
  const backUpNow = async (): Promise<string> => {
    const all = keeping?.count ?? 0;
    await backUp((done) => setSaying(words.say('backupProgress', words.number(done), words.number(Math.max(done, all)))));
    return words.say('backupDone');
  };
  const open = async (file: File): Promise<string> => {
    setOffered(null);
    if (file.size > LONGEST_FILE) return words.say('backupTooBig');
    setSaying(words.say('backupReading'));
    const read = readBackup(await file.text());
    if (typeof read === 'string') return words.say(REFUSALS[read]);
    setOffered(read);
    return '';
  };
  const merge = async ({ highlights }: Backup): Promise<string> => {
    const { added, updated, same } = await askBackground('merge-highlights', { highlights: [...highlights] });
    setOffered(null);
    return words.say('backupMerged', words.number(added), words.number(updated), words.number(same));
  };

  return (
    <section id="backup">
      <h2>{words.say('backupTitle')}</h2>
      {keeping?.damage != null && (
        <DamageReport
          damage={keeping.damage}
          onSeen={() => void run(() => askBackground('damage-seen', {}).then(() => ''))}
          words={words}
        />
      )}
      {isUnreadable && <UnreadableCopy onAnew={beginAnew} words={words} />}
      {keeping !== null && <BackupLine keeping={keeping} words={words} />}
      <div class="row">
        <button type="button" class="main" disabled={busy || keeping === null} onClick={() => void run(backUpNow)}>
          {words.say('backupNow')}
        </button>
      </div>
      <FileField
        label="backupRestore"
        note="backupRestoreText"
        disabled={busy}
        onFile={(file) => void run(() => open(file))}
        words={words}
      />
      {offered !== null && (
        <Preview
          backup={offered}
          disabled={busy}
          onMerge={() => void run(() => merge(offered))}
          onCancel={() => setOffered(null)}
          words={words}
        />
      )}
      <p class="saved" role="status">
        {saying}
      </p>
    </section>
  );
}

/** What is in a file, before anything is done with it. */
function Preview({
  backup: { highlights, made },
  disabled,
  onMerge,
  onCancel,
  words,
}: {
  backup: Backup;
  disabled: boolean;
  onMerge: () => void;
  onCancel: () => void;
  words: Words;
}) {
  const deleted = highlights.filter((highlight) => highlight.deleted !== null).length;
  return (
    <div class="preview" role="group" aria-label={words.say('backupRestore')}>
      <p>
        {words.count('backupHolds', highlights.length)} {deleted > 0 && words.count('backupHoldsTrash', deleted)}{' '}
        {words.say('backupMade', formatInstant(made, words.locale))}
      </p>
      <OfferButtons take="backupMerge" disabled={disabled} onTake={onMerge} onCancel={onCancel} words={words} />
    </div>
  );
}
