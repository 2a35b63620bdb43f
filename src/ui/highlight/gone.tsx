/** Says that a passage is not on its page any more, and shows where it stood. */
import type { ComponentChildren } from 'preact';
import type { Anchor } from '../../highlights/highlight.ts';
import { Icon } from '../icons.tsx';
import type { Words } from '../words.ts';

/** See the head of this file. `day` is when it was saved, as the reader writes days; `children` is what can be done about it. */
export function Gone({
  anchor,
  day,
  children,
  words,
}: {
  anchor: Anchor;
  day: string;
  children?: ComponentChildren;
  words: Words;
}) {
  return (
    <div class="finding">
      <p>{words.say('highlightGone', day)}</p>
      <details>
        <summary>
          <Icon name="open" />
          {words.say('highlightParagraph')}
        </summary>
        <Paragraph paragraph={anchor.paragraph} quote={anchor.quote.exact} />
      </details>
      {children}
    </div>
  );
}

/** The paragraph a passage stood in, with the passage marked in it. */
function Paragraph({ paragraph, quote }: { paragraph: string; quote: string }) {
  const start = paragraph.indexOf(quote);
  return (
    <p class="paragraph" dir="auto">
      {start < 0 ? (
        paragraph
      ) : (
        <>
          {paragraph.slice(0, start)}
          <mark>{quote}</mark>
          {paragraph.slice(start + quote.length)}
        </>
      )}
    </p>
  );
}
