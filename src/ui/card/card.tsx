/** The card: a non-modal dialog named after its entity, in the order a reader needs it. Public facts only: a page may read what stands here. */
import { useId, useRef, useState } from 'preact/hooks';
import type { Briefing } from '../../facts/briefing.ts';
import type { ArticleDate, Why } from '../../facts/mention.ts';
import { ArticleDay } from '../article-day.tsx';
import { CardHeader, type Holding } from './card-header.tsx';
import { DatedFacts } from './dated-facts.tsx';
import { PackText } from '../pack-text.tsx';
import { AgreementPart, EventPart } from './particulars.tsx';
import { SinceArticle } from './since.tsx';
import { SourceList, SourceNumbers, type Sourcing } from './sources.tsx';
import { TenureStrip } from './tenure-strip.tsx';
import { WhyThis } from './why.tsx';
import type { Words } from '../words.ts';

/** What a reader can do with a reading; each can be undone. */
export interface CardActs {
  /** Saves the sentence round the mention. */
  readonly onHighlight: () => void;
  readonly onKnow: () => void;
  readonly onWrong: () => void;
  readonly onSiteOff: () => void;
  readonly onSnooze: () => void;
  /** `YYYY-MM-DD`, or `null` for the page's own date. */
  readonly onCorrectDate: (day: string | null) => void;
}

/** What a card shows and tells. */
export interface CardProps {
  readonly briefing: Briefing;
  readonly date: ArticleDate | null;
  readonly why: Why;
  /** The mention as it stands in the article. */
  readonly text: string;
  readonly holding: Holding;
  readonly acts: CardActs;
  readonly words: Words;
}

/** See the head of this file. */
export function Card({ briefing, date, why, text, holding, acts, words }: CardProps) {
  const nameId = useId();
  const root = useRef<HTMLDivElement>(null);
  const [sourcesOpen, setSourcesOpen] = useState(false);
  const [shown, setShown] = useState<number | null>(null);
  const sourcing: Sourcing = {
    sources: briefing.sources,
    show: (number) => {
      setSourcesOpen(true);
      setShown(number);
      // The list is laid out once it is open: look for the source after this rendering.
      requestAnimationFrame(() => {
        const link = root.current?.querySelector<HTMLElement>(`[data-source="${number}"] a`);
        link?.focus();
        link?.scrollIntoView({ block: 'nearest' });
      });
    },
  };
  const { kind, about, status, before, agreement, event, sources } = briefing;
  return (
    <div
      ref={root}
      class="card"
      role="dialog"
      aria-labelledby={nameId}
      tabIndex={-1}
      data-kind={kind}
      lang={words.lang}
      dir={words.dir}
    >
      <CardHeader briefing={briefing} nameId={nameId} holding={holding} words={words} />
      <div class="body">
        {briefing.notOurs !== undefined && <p class="not-ours">{briefing.notOurs}</p>}
        <ArticleDay date={date} onCorrect={acts.onCorrectDate} words={words} />
        {status !== undefined && (
          <p class="status">
            <PackText text={status.text} words={words}>
              <SourceNumbers numbers={status.sources} sourcing={sourcing} words={words} />
            </PackText>
          </p>
        )}
        <p class={status === undefined ? 'status' : 'about'}>
          <PackText text={about} words={words} />
        </p>
        {agreement !== undefined && <AgreementPart agreement={agreement} sourcing={sourcing} words={words} />}
        {event !== undefined && <EventPart event={event} sourcing={sourcing} words={words} />}
        {date !== null && <TenureStrip briefing={briefing} day={date.day} sourcing={sourcing} words={words} />}
        <DatedFacts facts={before} label={words.say('cardBefore')} sourcing={sourcing} words={words} />
        <SinceArticle briefing={briefing} dated={date !== null} sourcing={sourcing} words={words} />
        <SourceList sources={sources} open={sourcesOpen} shown={shown} onToggle={setSourcesOpen} words={words} />
        <WhyThis why={why} text={text} words={words} />
      </div>
      <CardActions acts={acts} words={words} />
    </div>
  );
}

function CardActions({ acts, words }: { acts: CardActs; words: Words }) {
  return (
    <footer class="actions">
      <button type="button" onClick={acts.onHighlight}>
        {words.say('actHighlight')}
      </button>
      <button type="button" title={words.say('actKnowHint')} onClick={acts.onKnow}>
        {words.say('actKnow')}
      </button>
      <button type="button" title={words.say('actWrongHint')} onClick={acts.onWrong}>
        {words.say('actWrong')}
      </button>
      <button type="button" onClick={acts.onSnooze}>
        {words.say('actSnooze')}
      </button>
      <button type="button" onClick={acts.onSiteOff}>
        {words.say('actSiteOff')}
      </button>
    </footer>
  );
}
