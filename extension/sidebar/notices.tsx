/** What the reader should know of how the saved passages are kept, if anything. */
import { useEffect, useState } from 'preact/hooks';
import { BackupReminder, DamageReport, UnreadableCopy } from '../../src/ui/keeping.tsx';
import type { Words } from '../../src/ui/words.ts';
import { isReminderDue, remindLater } from '../platform/backup-reminder.ts';
import { useSecondCopy } from '../platform/use-second-copy.ts';
import type { Keeping } from './seen.ts';

/** A report of damage until it was seen, one of a second copy that cannot be read, and at most once a day a reminder of a backup while there are changes since the last one. */
export function Notices({
  keeping,
  backupPage,
  onDamageSeen,
  words,
}: {
  keeping: Keeping | null;
  backupPage: string;
  onDamageSeen: () => void;
  words: Words;
}) {
  const { isUnreadable, beginAnew } = useSecondCopy();
  const [due, setDue] = useState(false);
  const lastBackup = keeping?.lastBackup ?? null;
  const changes = keeping?.changesSince ?? 0;
  useEffect(() => {
    if (changes === 0) setDue(false);
    else isReminderDue(lastBackup, Date.now()).then(setDue, () => undefined);
  }, [lastBackup, changes]);
  const later = (): void => {
    setDue(false);
    remindLater(Date.now()).catch(() => undefined);
  };
  return (
    <>
      {keeping?.damage != null && <DamageReport damage={keeping.damage} onSeen={onDamageSeen} words={words} />}
      {isUnreadable && <UnreadableCopy onAnew={beginAnew} words={words} />}
      {due && <BackupReminder changes={changes} backupPage={backupPage} onLater={later} words={words} />}
    </>
  );
}
