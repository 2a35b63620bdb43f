/** What is in a file that may be imported, before anything is done with it. */
import type { ImportedFile, ImportFormat } from '../../../src/highlights/import/read-import.ts';
import type { ImportPlan } from '../../../src/store/import-plan.ts';
import { clipped } from '../../../src/ui/highlight/clipped.ts';
import type { MessageKey, Words } from '../../../src/ui/words.ts';

/** Names of tools and of a standard: the same in every language. */
const TOOLS: Readonly<Record<ImportFormat, string>> = {
  dateline: 'Dateline',
  hypothesis: 'Hypothesis',
  clipper: 'Obsidian Web Clipper',
  'web-annotation': 'Web Annotation',
};
/** New passages shown before anything is kept, and UTF-16 units shown of each. */
const SAMPLE = 3;
const LONGEST_SHOWN = 160;

/** See the head of this file. */
export function ImportOffer({
  file,
  plan: { added, updated, same },
  onKeep,
  onCancel,
  words,
}: {
  file: ImportedFile;
  plan: ImportPlan;
  onKeep: () => void;
  onCancel: () => void;
  words: Words;
}) {
  const counts: readonly (readonly [MessageKey, number])[] = [
    ['importNew', added.length],
    ['importUpdates', updated.length],
    ['importSame', same],
    ['importLeftOut', file.leftOut],
  ];
  const hasNews = added.length + updated.length > 0;
  return (
    <>
      <p role="status">
        {words.say('importFrom', TOOLS[file.format])} · {words.count('historyFound', file.highlights.length)}
      </p>
      <dl class="counts">
        {counts.map(([key, count]) => (
          <div key={key}>
            <dt>{words.say(key)}</dt>
            <dd>{words.number(count)}</dd>
          </div>
        ))}
      </dl>
      {added.length > 0 && (
        <>
          <h3>{words.say('importSample')}</h3>
          <ul class="sample">
            {added.slice(0, SAMPLE).map(({ id, anchor, article, colour }) => (
              <li key={id} data-colour={colour}>
                <q dir="auto">{clipped(anchor.quote.exact, LONGEST_SHOWN)}</q>
                <bdi class="note">{article.title || article.address}</bdi>
              </li>
            ))}
          </ul>
        </>
      )}
      {!hasNews && <p>{words.say('importNothing')}</p>}
      <div class="row">
        {hasNews && (
          <button type="button" class="main" onClick={onKeep}>
            {words.say('importTitle')}
          </button>
        )}
        <button type="button" onClick={onCancel}>
          {words.say('backupCancel')}
        </button>
      </div>
    </>
  );
}
