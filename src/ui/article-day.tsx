/** 'As of this article, 21 Feb 2020': the day everything above *Since this article* is about, how it was found, and a way to correct it. */
import { useId, useState } from 'preact/hooks';
import type { ArticleDate } from '../facts/mention.ts';
import { formatDate } from './dates.ts';
import { Icon } from './icons.tsx';
import type { MessageKey, Words } from './words.ts';

const HOW: Readonly<Record<ArticleDate['how'], MessageKey>> = {
  reader: 'dateHowReader',
  'json-ld': 'dateHowPageData',
  meta: 'dateHowPageData',
  time: 'dateHowTime',
  archive: 'dateHowArchive',
  dateline: 'dateHowDateline',
  address: 'dateHowAddress',
};

/** Says an article's day, or that none was found. `onCorrect` takes `YYYY-MM-DD`, or `null` to go back to the page's own date. */
export function ArticleDay({
  date,
  onCorrect,
  words,
}: {
  date: ArticleDate | null;
  onCorrect: (day: string | null) => void;
  words: Words;
}) {
  const [open, setOpen] = useState(false);
  const formId = useId();
  return (
    <div class="article-day">
      <button type="button" class="as-of" aria-expanded={open} aria-controls={formId} onClick={() => setOpen(!open)}>
        <Icon name="day" />
        <span class="as-of-text">{date === null ? <NoDay words={words} /> : <AsOf date={date} words={words} />}</span>
        <Icon name="edit" />
      </button>
      <div id={formId} hidden={!open}>
        {open && (
          <Correction
            date={date}
            onCorrect={(day) => {
              setOpen(false);
              onCorrect(day);
            }}
            words={words}
          />
        )}
      </div>
    </div>
  );
}

function AsOf({ date, words }: { date: ArticleDate; words: Words }) {
  const [before, after] = words.around('cardAsOf');
  return (
    <>
      {before}
      <b>
        <time dateTime={date.day}>{formatDate(date.day, words.locale)}</time>
      </b>
      {after}
      <span class="how">
        <span class="unseen">, </span>
        {words.say(HOW[date.how])}
      </span>
    </>
  );
}

function NoDay({ words }: { words: Words }) {
  return (
    <>
      <b>{words.say('cardNoDate')}</b>
      <span class="how">
        <span class="unseen">. </span>
        {words.say('cardNoDateAsk')}
      </span>
    </>
  );
}

function Correction({
  date,
  onCorrect,
  words,
}: {
  date: ArticleDate | null;
  onCorrect: (day: string | null) => void;
  words: Words;
}) {
  const [day, setDay] = useState(date?.day ?? '');
  const inputId = useId();
  return (
    <div class="correction">
      <label for={inputId}>{words.say('dateCorrectLabel')}</label>
      <input id={inputId} type="date" value={day} min="1995-01-01" onInput={(event) => setDay(event.currentTarget.value)} />
      <button type="button" class="main" disabled={day === '' || day === date?.day} onClick={() => onCorrect(day)}>
        {words.say('dateCorrectSet')}
      </button>
      {date?.how === 'reader' && (
        <button type="button" onClick={() => onCorrect(null)}>
          {words.say('dateCorrectUndo')}
        </button>
      )}
    </div>
  );
}
