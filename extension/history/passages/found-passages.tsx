/** What was found among the saved passages, how it is put in order, and what is said where nothing was. */
import { useMemo } from 'preact/hooks';
import type { Order } from '../../../src/highlights/search/search.ts';
import { ERROR_TEXTS } from '../../../src/ui/error-texts.ts';
import type { MessageKey, Words } from '../../../src/ui/words.ts';
import type { Grouping, Request } from './library.ts';
import { PassageList } from './passage-list.tsx';
import type { Shown } from './use-library.ts';
import { asksAnything } from './wanted.ts';

const ORDERS: readonly (readonly [Order, MessageKey])[] = [
  ['saved', 'historyOrderSaved'],
  ['written', 'historyOrderWritten'],
  ['site', 'historyOrderSite'],
];
const GROUPINGS: readonly (readonly [Grouping, MessageKey])[] = [
  ['day', 'historyGroupDay'],
  ['article', 'historyGroupArticle'],
  ['entity', 'historyGroupEntity'],
];

/** See the head of this file. */
export function FoundPassages({
  shown,
  request,
  onRequest,
  onClear,
  lists,
  words,
}: {
  shown: Shown;
  request: Request;
  onRequest: (request: Request) => void;
  onClear: () => void;
  lists: Omit<Parameters<typeof PassageList>[0], 'result' | 'version' | 'order' | 'grouping' | 'nameOf' | 'words'>;
  words: Words;
}) {
  const tallies = shown.is === 'found' && request.grouping === 'entity' ? shown.tallies?.entity : undefined;
  const nameOf = useMemo(() => {
    const names = new Map(tallies?.map(({ value, name }) => [value, name]));
    return (entity: string) => names.get(entity) ?? entity;
  }, [tallies]);
  if (shown.is === 'opening') return <Opening done={shown.done} all={shown.all} words={words} />;
  if (shown.is === 'failed') {
    return (
      <p class="problem" role="alert">
        {words.say(ERROR_TEXTS[shown.code])}
      </p>
    );
  }
  const { result, version, isEmpty } = shown;
  const found = words.count('historyFound', result.passageCount);
  return (
    <>
      <div class="result">
        <p role="status">{result.isExact ? found : words.say('historyAtLeast', found)}</p>
        <Select
          label="historyOrder"
          options={ORDERS}
          chosen={request.order}
          onChoose={(order) => onRequest({ ...request, order })}
          words={words}
        />
        <Select
          label="historyGroup"
          options={GROUPINGS}
          chosen={request.grouping}
          onChoose={(grouping) => onRequest({ ...request, grouping })}
          words={words}
        />
      </div>
      {result.total === 0 ? (
        <Nothing isEmpty={isEmpty} asks={asksAnything(request.wanted)} onClear={onClear} words={words} />
      ) : (
        <PassageList
          result={result}
          version={version}
          order={request.order}
          grouping={request.grouping}
          nameOf={nameOf}
          words={words}
          {...lists}
        />
      )}
    </>
  );
}

function Opening({ done, all, words }: { done: number; all: number; words: Words }) {
  if (all === 0) return <p class="note">{words.say('loading')}</p>;
  const label = words.say('historyIndexing', words.number(done), words.number(all));
  return (
    <div class="said" role="status">
      <p>{label}</p>
      <progress max={all} value={done} aria-label={label} />
    </div>
  );
}

function Nothing({ isEmpty, asks, onClear, words }: { isEmpty: boolean; asks: boolean; onClear: () => void; words: Words }) {
  return (
    <div class="said">
      <h2>{words.say(isEmpty ? 'historyEmptyTitle' : 'historyNothing')}</h2>
      <p class="note">{words.say(isEmpty ? 'historyEmptyText' : 'historyNothingText')}</p>
      {!isEmpty && asks && (
        <button type="button" class="main" onClick={onClear}>
          {words.say('historyClear')}
        </button>
      )}
    </div>
  );
}

function Select<T extends string>({
  label,
  options,
  chosen,
  onChoose,
  words,
}: {
  label: MessageKey;
  options: readonly (readonly [T, MessageKey])[];
  chosen: T;
  onChoose: (value: T) => void;
  words: Words;
}) {
  return (
    <label class="select">
      <span>{words.say(label)}</span>
      <select
        value={chosen}
        onChange={({ currentTarget }) => {
          const option = options.find(([value]) => value === currentTarget.value);
          if (option !== undefined) onChoose(option[0]);
        }}
      >
        {options.map(([value, key]) => (
          <option key={value} value={value}>
            {words.say(key)}
          </option>
        ))}
      </select>
    </label>
  );
}
