import { describe, expect, test } from 'vitest';
import { articleAddress, sameAddress } from './address.ts';

const PAGE = 'https://www.paper.example/world/idlib';

describe('canonical address', () => {
  const cases: [name: string, address: string, claim: string | undefined, canonical: string][] = [
    ['no claim: the page’s own', PAGE, undefined, PAGE],
    ['fragment goes', `${PAGE}#comments`, undefined, PAGE],
    ['fragment that names a page stays', `${PAGE}#!/story/7`, undefined, `${PAGE}#!/story/7`],
    ['tracking goes, the article’s number stays', `${PAGE}?id=7&utm_source=x&UTM_Medium=y&fbclid=z`, undefined, `${PAGE}?id=7`],
    ['the same parameter twice', `${PAGE}?id=7&id=8&gclid=1&gclid=2`, undefined, `${PAGE}?id=7&id=8`],
    ['Blogger’s layout flag goes', `${PAGE}?m=1`, undefined, PAGE],
    ['an m that is not the flag stays', `${PAGE}?m=1234`, undefined, `${PAGE}?m=1234`],
    ['AMP by path', `${PAGE}/amp/`, undefined, `${PAGE}/`],
    ['AMP by extension', 'https://paper.example/a.amp.html', undefined, 'https://paper.example/a.html'],
    ['AMP by parameter', `${PAGE}?outputType=amp`, undefined, PAGE],
    ['print by path', `${PAGE}/print`, undefined, PAGE],
    ['a word that starts with amp stays', 'https://paper.example/ampere/', undefined, 'https://paper.example/ampere/'],
    ['claim wins', `${PAGE}?page=2`, 'https://www.paper.example/world/idlib-call', 'https://www.paper.example/world/idlib-call'],
    ['relative claim', PAGE, '/world/idlib-call', 'https://www.paper.example/world/idlib-call'],
    ['mobile page claims the desktop one', 'https://m.paper.example/world/idlib', PAGE, PAGE],
    ['claim of the front page is a template’s fault', PAGE, 'https://www.paper.example/', PAGE],
    ['claim of another site is refused', PAGE, 'https://bank.example/world', PAGE],
    ['claim of a script is refused', PAGE, 'javascript:alert(1)', PAGE],
    ['claim that is no address', PAGE, 'https://', PAGE],
    ['archive’s copy', `https://web.archive.org/web/20200301101530/${PAGE}?utm_source=x`, undefined, PAGE],
    [
      'archive’s copy with a rewritten claim',
      `https://web.archive.org/web/20200301101530/${PAGE}?page=2`,
      `https://web.archive.org/web/20200301101530/${PAGE}`,
      PAGE,
    ],
    ['Google’s AMP viewer', 'https://www.google.com/amp/s/www.paper.example/world/idlib/amp/', undefined, `${PAGE}/`],
    ['AMP cache', 'https://www-paper-example.cdn.ampproject.org/c/s/www.paper.example/world/idlib', undefined, PAGE],
  ];
  test.each(cases)('%s', (_, address, canonical, expected) => {
    expect(articleAddress(address, { canonical, alternates: [] }).canonical).toBe(expected);
  });
});

test('aliases are every other address of the same site, once', () => {
  const { canonical, aliases } = articleAddress(`${PAGE}/amp?utm_source=x`, {
    canonical: PAGE,
    alternates: ['https://m.paper.example/world/idlib', PAGE, 'https://elsewhere.example/idlib'],
  });
  expect(canonical).toBe(PAGE);
  expect(aliases).toEqual(['https://m.paper.example/world/idlib']);
});

describe('same address', () => {
  const cases: [name: string, one: string, same: boolean][] = [
    ['scheme, layout host, closing stroke and tracking do not matter', 'http://m.paper.example/world/idlib/?utm_source=x', true],
    ['relative', '/world/idlib', true],
    ['another path', '/world/hatay', false],
    ['another query', '/world/idlib?id=2', false],
    ['another host', 'https://other.example/world/idlib', false],
    ['no address', 'https://', false],
  ];
  test.each(cases)('%s', (_, one, same) => expect(sameAddress(one, PAGE)).toBe(same));
});
