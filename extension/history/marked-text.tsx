/** A text with what a query found in it marked. */
import type { Condition } from '../../src/highlights/search/query.ts';
import { matchesIn } from '../../src/highlights/search/matches.ts';

/** See the head of this file. */
export function MarkedText({ text, conditions }: { text: string; conditions: readonly Condition[] }) {
  const matches = matchesIn(text, conditions);
  let after = 0;
  return (
    <>
      {matches.map(({ start, end }) => {
        const between = text.slice(after, start);
        after = end;
        return [between, <mark key={start}>{text.slice(start, end)}</mark>];
      })}
      {text.slice(after)}
    </>
  );
}
