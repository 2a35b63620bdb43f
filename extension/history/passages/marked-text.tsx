/** A text with what a query found in it marked. */
import { matchesIn } from '../../../src/highlights/search/matches.ts';
import type { Condition } from '../../../src/highlights/search/query.ts';

/** See the head of this file. */
export function MarkedText({ text, conditions }: { text: string; conditions: readonly Condition[] }) {
  const matches = matchesIn(text, conditions);
  return (
    <>
      {matches.map(({ start, end }, place) => [
        text.slice(matches[place - 1]?.end ?? 0, start),
        <mark key={start}>{text.slice(start, end)}</mark>,
      ])}
      {text.slice(matches.at(-1)?.end ?? 0)}
    </>
  );
}
