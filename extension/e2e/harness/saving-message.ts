/** What a page's script says to the background to have a passage saved. */
import type { Input } from '../../../src/messages/envelope.ts';
import type { FROM_PAGE } from '../../../src/messages/from-page.ts';
import { selectQuote } from '../../../src/text/quote/quote-selector.ts';
import type { Story } from '../pages/story.ts';

/** The message that saves these words of a story under an id. */
export function savingOf(story: Story, words: string, id: string): Input<typeof FROM_PAGE, 'save-highlight'> {
  const text = [story.title, ...story.paragraphs].join('\n');
  const start = text.indexOf(words);
  const { exact, prefix, suffix } = selectQuote(text, start, start + words.length);
  return {
    entry: `entry-${id}`,
    id,
    anchor: {
      quote: { exact, prefix, suffix },
      position: { start, end: start + words.length },
      sentence: words,
      paragraph: text.split('\n').find((line) => line.includes(words)) ?? '',
    },
    colour: 'green',
    page: { lang: story.lang, title: story.title, alternates: [], dates: { jsonLd: [], meta: [], times: [], opening: [] } },
    entities: ['place/idlib'],
  };
}
