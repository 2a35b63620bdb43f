/** A pack before it is loaded, and what is wrong with one that is not. */
import type { PackProblem } from '../../src/facts/compile/problem.ts';
import type { CompiledPack } from '../../src/facts/compiled-pack.ts';
import type { OwnPack } from '../../src/store/schema.ts';
import { formatDate, formatInstantDay } from '../../src/ui/dates.ts';
import type { Words } from '../../src/ui/words.ts';
import { OfferButtons } from './offer-buttons.tsx';

/** Names and sites shown of a pack. */
const MOST_SHOWN = 8;
/** Problems shown of a file; an author mends these first. */
const MOST_PROBLEMS = 50;

/** What is in a pack, from whom it has it, and what becomes of the one it would replace. */
export function OfferedPack({
  pack: { about, entities },
  replaced,
  disabled,
  onLoad,
  onCancel,
  words,
}: {
  pack: CompiledPack;
  replaced: OwnPack | undefined;
  disabled: boolean;
  onLoad: () => void;
  onCancel: () => void;
  words: Words;
}) {
  const facts = entities.reduce((sum, entity) => sum + entity.facts.length, 0);
  const sites = [...new Set(entities.flatMap(({ sources }) => sources.map(({ url }) => new URL(url).hostname)))].sort();
  const names = entities.map((entity) => entity.names[words.lang]);
  const some = (items: readonly string[]): string =>
    words.list([...items.slice(0, MOST_SHOWN).map(isolated), ...(items.length > MOST_SHOWN ? ['…'] : [])]);
  return (
    <div class="preview" role="group" aria-label={words.say('packChoose')}>
      <h3>
        <bdi>{about.name}</bdi>
      </h3>
      <p>
        {words.list([words.count('packEntities', entities.length), words.count('packFacts', facts)])}.{' '}
        {words.say('packVersion', words.number(about.version), formatDate(about.knownUntil, words.locale))}
      </p>
      <p>{words.say('packNames', some(names))}</p>
      {sites.length > 0 && <p>{words.say('packSites', some(sites))}</p>}
      {replaced !== undefined && (
        <p>{words.say('packReplaces', words.number(replaced.about.version), formatInstantDay(replaced.loaded, words.locale))}</p>
      )}
      <p class="problem">{words.say('packUnchecked')}</p>
      <OfferButtons take="packLoad" disabled={disabled} onTake={onLoad} onCancel={onCancel} words={words} />
    </div>
  );
}

/** Where and what, in English: it is for the author, in the words that `npm run pack` has. */
export function PackProblems({ problems }: { problems: readonly PackProblem[] }) {
  return (
    <ol class="pack-problems" lang="en" dir="ltr">
      {problems.slice(0, MOST_PROBLEMS).map(({ file, path, message, code }) => (
        <li key={`${file} ${path.join('.')} ${message}`}>
          <b>{[file, ...path].join(' › ')}</b>
          {`: ${message} (${code})`}
        </li>
      ))}
      {problems.length > MOST_PROBLEMS && <li>…</li>}
    </ol>
  );
}

/** A text that keeps its direction to itself. */
export function isolated(text: string): string {
  return `\u2068${text}\u2069`;
}
