/** How the reader's saved passages are kept, said honestly: when they were last backed up, and what was found damaged. */
import { formatInstant, formatInstantDay } from './dates.ts';
import type { Words } from './words.ts';

/** What a page knows of how saved passages are kept. Instants are ISO strings. */
export interface KeepingState {
  /** Passages saved, the trash left out. */
  readonly count: number;
  readonly lastBackup: string | null;
  readonly changesSince: number;
  readonly damage: { readonly at: string; readonly repaired: number; readonly lost: number } | null;
}

/** 'Last backup 20 Nov 2026, 14:05. 12 changes since.' */
export function BackupLine({ keeping, words }: { keeping: KeepingState; words: Words }) {
  const { count, lastBackup, changesSince } = keeping;
  if (lastBackup === null) return <p>{words.say(count === 0 ? 'backupNothing' : 'backupNever')}</p>;
  return (
    <p>
      {words.say('backupLast', formatInstant(lastBackup, words.locale))}{' '}
      {changesSince === 0 ? words.say('backupNothingSince') : words.count('backupChanges', changesSince)}
    </p>
  );
}

/** What was found damaged at a start of the background, until the reader has seen it. */
export function DamageReport({
  damage,
  onSeen,
  words,
}: {
  damage: NonNullable<KeepingState['damage']>;
  onSeen: () => void;
  words: Words;
}) {
  const { at, repaired, lost } = damage;
  return (
    <div class="problem" role="alert">
      <p>
        {words.say('damageFound', formatInstantDay(at, words.locale))} {words.count('damageRepaired', repaired)}
        {lost > 0 && ` ${words.count('damageLost', lost)}`} {words.say('damageNotCopied')}
      </p>
      <button type="button" class="main" onClick={onSeen}>
        {words.say('damageSeen')}
      </button>
    </div>
  );
}

/** That there is no second copy to bring anything back from, with the way to another. */
export function UnreadableCopy({ onAnew, words }: { onAnew: () => void; words: Words }) {
  return (
    <div class="problem" role="alert">
      <p>{words.say('copyUnreadable')}</p>
      <button type="button" class="main" onClick={onAnew}>
        {words.say('copyAnew')}
      </button>
    </div>
  );
}

/** A quiet word that changes are not backed up, with the way to our page that does it. */
export function BackupReminder({
  changes,
  backupPage,
  onLater,
  words,
}: {
  changes: number;
  backupPage: string;
  onLater: () => void;
  words: Words;
}) {
  return (
    <div class="reminder">
      <p>{words.count('backupDue', changes)}</p>
      <a href={backupPage} target="_blank" rel="noopener">
        {words.say('backupNow')}
      </a>
      <button type="button" onClick={onLater}>
        {words.say('backupLater')}
      </button>
    </div>
  );
}
