/** What the list can be narrowed to, each with how many passages that would leave. */
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { COLOURS } from '../../../src/highlights/highlight.ts';
import { COLOUR_NAMES } from '../../../src/ui/highlight/colours.ts';
import type { MessageKey, Words } from '../../../src/ui/words.ts';
import type { Tallies, Tally } from './library.ts';
import type { Saved, Wanted } from './wanted.ts';

/** Values of a filter shown before the reader asks for more. */
const AT_FIRST = 5;
const SAVED: readonly (readonly [Saved, MessageKey])[] = [
  ['week', 'historyWeek'],
  ['month', 'historyMonth'],
  ['all', 'historyAll'],
];

/** What the filters are given. */
export interface FiltersProps {
  readonly wanted: Wanted;
  readonly tallies: Tallies | null;
  readonly onChange: (change: Partial<Wanted>) => void;
  readonly words: Words;
}

/** See the head of this file. A filter that is on is a pressed button; pressed again it is off. On a narrow screen they are folded away. */
export function Filters({ wanted, tallies, onChange, words }: FiltersProps) {
  const [open, setOpen] = useState(false);
  return (
    <nav class="filters" aria-label={words.say('historyFilters')} data-open={open || undefined}>
      <button type="button" class="main unfold" aria-expanded={open} onClick={() => setOpen(!open)}>
        {words.say('historyFilters')}
      </button>
      <Filter title={words.say('historyWhen')}>
        {SAVED.map(([saved, key]) => (
          <Choice
            key={saved}
            isOn={wanted.saved === saved}
            count={tallies?.[saved]}
            onPress={() => onChange({ saved })}
            words={words}
          >
            {words.say(key)}
          </Choice>
        ))}
      </Filter>
      <Values title="historyAbout" field="entity" tallies={tallies?.entity} {...{ wanted, onChange, words }}>
        {({ value, name, kind }) => (
          <>
            <span class="dot" data-kind={kind} />
            <bdi>{name ?? value}</bdi>
          </>
        )}
      </Values>
      <Filter title={words.say('highlightColour')}>
        {COLOURS.map((colour) => (
          <Choice
            key={colour}
            isOn={wanted.colour === colour}
            count={tallies === null ? undefined : (tallies.colour.find(({ value }) => value === colour)?.count ?? 0)}
            onPress={() => onChange({ colour: wanted.colour === colour ? undefined : colour })}
            words={words}
          >
            <span class="dot colour" data-colour={colour} />
            {words.say(COLOUR_NAMES[colour])}
          </Choice>
        ))}
      </Filter>
      <Values title="historySite" field="site" tallies={tallies?.site} {...{ wanted, onChange, words }}>
        {({ value }) => <bdi>{value}</bdi>}
      </Values>
      <Values title="historyTag" field="tag" tallies={tallies?.tag} {...{ wanted, onChange, words }}>
        {({ value, name }) => <bdi>{name ?? value}</bdi>}
      </Values>
      <Filter title={words.say('historyMore')}>
        <Choice
          isOn={wanted.hasNote}
          count={tallies?.hasNote}
          onPress={() => onChange({ hasNote: !wanted.hasNote })}
          words={words}
        >
          {words.say('historyHasNote')}
        </Choice>
        <Choice isOn={wanted.lost} count={tallies?.lost} onPress={() => onChange({ lost: !wanted.lost })} words={words}>
          {words.say('historyLost')}
        </Choice>
      </Filter>
      <Filter title={words.say('historyWritten')}>
        <Day label={words.say('historyFrom')} day={wanted.writtenFrom} onChange={(day) => onChange({ writtenFrom: day })} />
        <Day label={words.say('historyTo')} day={wanted.writtenTo} onChange={(day) => onChange({ writtenTo: day })} />
      </Filter>
    </nav>
  );
}

function Filter({ title, children }: { title: string; children: ComponentChildren }) {
  return (
    <section>
      <h2>{title}</h2>
      {children}
    </section>
  );
}

function Values({
  title,
  field,
  tallies = [],
  wanted,
  onChange,
  words,
  children,
}: Pick<FiltersProps, 'wanted' | 'onChange' | 'words'> & {
  title: MessageKey;
  field: 'entity' | 'site' | 'tag';
  tallies: readonly Tally[] | undefined;
  children: (tally: Tally) => ComponentChildren;
}) {
  const [all, setAll] = useState(false);
  const chosen = wanted[field];
  // What is filtered by stays to be seen, and to be taken back, though nothing has it any more.
  const listed =
    chosen === undefined || tallies.some(({ value }) => value === chosen) ? tallies : [{ value: chosen, count: 0 }, ...tallies];
  if (listed.length === 0) return null;
  return (
    <Filter title={words.say(title)}>
      {(all ? listed : listed.slice(0, AT_FIRST)).map((tally) => (
        <Choice
          key={tally.value}
          isOn={tally.value === chosen}
          count={tally.count}
          onPress={() => onChange({ [field]: tally.value === chosen ? undefined : tally.value })}
          words={words}
        >
          {children(tally)}
        </Choice>
      ))}
      {listed.length > AT_FIRST && (
        <button type="button" class="fold" aria-expanded={all} onClick={() => setAll(!all)}>
          {words.say(all ? 'highlightShowLess' : 'historyMore')}
        </button>
      )}
    </Filter>
  );
}

function Choice({
  isOn,
  count,
  onPress,
  words,
  children,
}: {
  isOn: boolean;
  count?: number | undefined;
  onPress: () => void;
  words: Words;
  children: ComponentChildren;
}) {
  return (
    <button type="button" class="choice" aria-pressed={isOn} onClick={onPress}>
      <span class="value">{children}</span>
      {count !== undefined && <span class="count">{words.number(count)}</span>}
    </button>
  );
}

function Day({ label, day, onChange }: { label: string; day: string | undefined; onChange: (day: string | undefined) => void }) {
  return (
    <label class="day">
      <span>{label}</span>
      <input type="date" value={day ?? ''} onChange={({ currentTarget }) => onChange(currentTarget.value || undefined)} />
    </label>
  );
}
