/** A card as lines for a terminal: what a reader of that day and language would be shown, for the author who wrote it. */
import type { Briefing, BriefingFact, Text } from '../briefing.ts';

/** Columns of a line. */
const WIDTH = 100;

/**
 * The lines of a card in the card's order, in which its sources are numbered; without maps and colours.
 * A text that fell back to another language than `lang` begins with that language in brackets.
 */
export function cardLines(briefing: Briefing, lang: string): string[] {
  const say = ({ text, lang: own }: Text) => (own === lang ? text : `[${own}] ${text}`);
  const { status, strip, agreement, event } = briefing;
  const facts = (title: string, list: readonly BriefingFact[]) =>
    section(
      title,
      list.flatMap((fact) => factLines(fact, say)),
    );
  const spans = (list: NonNullable<Briefing['strip']>['spans']) =>
    list.map(({ label, from, until, acting, onTheDay, sources }) => {
      const notes = `${acting ? ' (acting)' : ''}${onTheDay ? ' ← on the day' : ''}`;
      return `${dates({ from, until })}  ${say(label)}${notes}${marks(sources)}`;
    });
  return [
    `${say(briefing.name)}${briefing.region ? ` — ${say(briefing.region)}` : ''}  (${briefing.id})`,
    ...(briefing.otherNames.length > 0 ? [briefing.otherNames.map(({ text }) => text).join(' · ')] : []),
    ...wrap(say(briefing.about)),
    ...(status ? section('On the day', wrap(`since ${status.from}: ${say(status.text)}${marks(status.sources)}`)) : []),
    ...(strip ? section(say(strip.title), spans(strip.spans)) : []),
    ...(agreement
      ? section(
          `Agreed ${agreement.date}: ${agreement.parties.map(say).join(', ')}`,
          agreement.terms.flatMap((term) => wrap(`- ${say(term.text)}${marks(term.sources)}`, '  ')),
        )
      : []),
    ...(event
      ? section(`${dates(event)}${marks(event.sources)}`, [
          ...(event.where.length > 0 ? [`where: ${event.where.map(say).join(', ')}`] : []),
          ...(event.between.length > 0 ? [`between: ${event.between.map(say).join(', ')}`] : []),
        ])
      : []),
    ...facts('Before', briefing.before),
    ...(strip ? section('How it went on', spans(strip.later)) : []),
    ...facts('Since', briefing.since),
    ...section(
      'Sources',
      briefing.sources.map(({ publisher, title, date, url }, place) =>
        [`${place + 1}. ${publisher}: ${title}`, ...(date === undefined ? [] : [date]), url].join(', '),
      ),
    ),
    '',
    `Known until ${briefing.knownUntil}.`,
  ];
}

function section(title: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : ['', title, ...lines.map((line) => `  ${line}`)];
}

function factLines(fact: BriefingFact, say: (text: Text) => string): string[] {
  return [
    ...wrap(`${dates(fact)}  ${say(fact.text)}${marks(fact.sources)}`, '    '),
    ...fact.disputed.flatMap((side) => wrap(`  ${say(side.by)}: ${say(side.text)}${marks(side.sources)}`, '    ')),
  ];
}

function dates({ on, from, until }: { on?: string | undefined; from?: string | undefined; until?: string | undefined }): string {
  return on ?? `${from ?? ''} – ${until ?? ''}`.trim();
}

function marks(sources: readonly number[]): string {
  return sources.length === 0 ? '' : ` [${sources.join(', ')}]`;
}

/** Breaks between words so that no line is wider than the terminal; all but the first line begin with `indent`. */
function wrap(text: string, indent = ''): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/(?<=\S) /)) {
    if (line !== '' && line.length + 1 + word.length > WIDTH) {
      lines.push(line);
      line = `${indent}${word}`;
    } else {
      line = line === '' ? word : `${line} ${word}`;
    }
  }
  return [...lines, line];
}
