/** A reader's ten years, made up: passages of news-like words, the same for every run. */
import type { Highlight } from '../src/highlights/highlight.ts';
import type { ReadArticle } from '../src/store/schema.ts';

/** Passages of one article. */
const IN_ARTICLE = 5;
const SITES = 60;
const START = Date.UTC(2016, 10, 22);
const MINUTES_APART = 52;
const COLOURS = ['yellow', 'green', 'blue', 'pink'] as const;
const ENTITIES = ['place/idlib', 'agreement/sochi-memorandum-2018', 'person/vladimir-putin', 'person/recep-tayyip-erdogan'];
/** Syllables that words are put together of: about 20,000 different words, the first ones far more often, as in any language. */
const SYLLABLES = 'ba ke ri to mu sha del nor fin gar el ost pra lin cor wen ду ми ра ко но سل حر مد كت ğı şe ün'.split(' ');
const WORDS = SYLLABLES.flatMap((one) => SYLLABLES.flatMap((two) => SYLLABLES.map((three) => one + two + three)));
/** Words that readers of this news look for. */
const NEWS = [
  'idlib',
  'ceasefire',
  'sochi',
  'ankara',
  'moscow',
  'convoy',
  'observation',
  'border',
  'statement',
  'telephone',
  'accord',
];

/** Passage number `at`, counted from the oldest. */
export function seededPassage(at: number): Highlight {
  const random = randomFrom(at + 1);
  const article = Math.floor(at / IN_ARTICLE);
  const site = `site${article % SITES}.example`;
  const created = new Date(START + at * MINUTES_APART * 60_000).toISOString();
  const exact = words(random, 14);
  return {
    // 22 characters of base64url, as `crypto` ids of ours are.
    id: `seed${at.toString(36).padStart(18, '0')}`,
    motivation: 'highlighting',
    anchor: {
      quote: { exact, prefix: words(random, 5), suffix: words(random, 5) },
      position: { start: 100, end: 100 + exact.length },
      sentence: exact,
      paragraph: `${exact} ${words(random, 30)}`,
    },
    article: {
      address: `https://${site}/${article}`,
      aliases: [],
      title: words(randomFrom(article + 7), 7),
      site,
      date: { day: created.slice(0, 10), how: 'meta' },
    },
    colour: COLOURS[at % COLOURS.length] ?? 'yellow',
    note: at % 4 === 0 ? words(random, 9) : '',
    tags: at % 6 === 0 ? [`tag ${at % 90}`] : [],
    entities: ENTITIES.filter((_id, place) => at % (place + 2) === 0).map((id) => ({
      id,
      name: id.replace(/^.*\//, ''),
      lang: 'en',
      facts: [],
      knownUntil: '2026-11-01',
    })),
    container: null,
    created,
    modified: created,
    deleted: null,
  };
}

/** The article of a seeded passage, read on the day the passage was saved. */
export function seededArticle({ article, created, entities }: Highlight): ReadArticle {
  const day = created.slice(0, 10);
  return {
    address: article.address,
    article,
    days: [day],
    read: created,
    entities: entities.map(({ id }) => ({ id, mentions: 2 })),
  };
}

function words(random: () => number, count: number): string {
  return Array.from({ length: count }, () => {
    // Zipf's law, roughly: the cube of an even number is mostly small.
    const place = Math.floor(random() ** 3 * (WORDS.length + NEWS.length));
    return NEWS[place] ?? WORDS[(place - NEWS.length) % WORDS.length] ?? '';
  }).join(' ');
}

/** Numbers from 0 to 1 (Lehmer's generator, Park and Miller 1988). */
function randomFrom(seed: number): () => number {
  let state = (seed * 48271) % 2147483647;
  return () => {
    state = (state * 48271) % 2147483647;
    return state / 2147483647;
  };
}
