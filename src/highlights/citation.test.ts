import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Cited, markdownCitation, plainCitation } from './citation.ts';

const CITED: Cited = {
  quote: 'The accord has to be carried out.',
  title: 'Talks in Sochi',
  address: 'https://news.example/sochi',
  site: 'The Example',
  author: 'A. Writer',
  day: '21 Feb 2020',
};
const BARE: Cited = { quote: 'Few words.', title: '', address: 'https://news.example/a' };

test.each<[string, Cited, string]>([
  [
    'everything known',
    CITED,
    '“The accord has to be carried out.”\n— A. Writer, Talks in Sochi, The Example, 21 Feb 2020. https://news.example/sochi\n',
  ],
  ['nothing known but the address', BARE, '“Few words.”\n— https://news.example/a\n'],
  ['several paragraphs', { ...BARE, quote: 'One.\nTwo.' }, '“One.\nTwo.”\n— https://news.example/a\n'],
])('as plain text: %s', (_name, cited, wanted) => {
  expect(plainCitation(cited)).toBe(wanted);
});

test.each<[string, Cited, string]>([
  [
    'everything known',
    CITED,
    '> The accord has to be carried out.\n>\n> — A. Writer, [Talks in Sochi](<https://news.example/sochi>), The Example, 21 Feb 2020\n',
  ],
  ['nothing known but the address', BARE, '> Few words.\n>\n> — [https://news.example/a](<https://news.example/a>)\n'],
  [
    'several paragraphs, each a line of the quote',
    { ...BARE, quote: 'One.\nTwo.' },
    '> One.\n> Two.\n>\n> — [https://news.example/a](<https://news.example/a>)\n',
  ],
  [
    'markup in the page’s words is no markup',
    { ...BARE, quote: '*Not* [a](link) # <b>\n1. Item\n- Item' },
    '> \\*Not\\* \\[a\\](link) \\# \\<b\\>\n> 1\\. Item\n> \\- Item\n>\n> — [https://news.example/a](<https://news.example/a>)\n',
  ],
  [
    'an address cannot leave its brackets',
    { ...BARE, title: 'T', address: 'https://news.example/a>b<c' },
    '> Few words.\n>\n> — [T](<https://news.example/a%3Eb%3Cc>)\n',
  ],
])('as Markdown: %s', (_name, cited, wanted) => {
  expect(markdownCitation(cited)).toBe(wanted);
});

test('whatever a page says, every line of the Markdown stays inside the quote', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), fc.string(), (quote, title, author) => {
      const lines = markdownCitation({ ...BARE, quote, title, author })
        .trimEnd()
        .split('\n');
      expect(lines.every((line) => line.startsWith('>'))).toBe(true);
    }),
  );
});
