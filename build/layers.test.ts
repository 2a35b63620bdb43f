import { describe, expect, test } from 'vitest';
import { importsOf } from './imports.ts';
import { brokenByBundles, brokenByImports } from './layers.ts';

describe('imports that break a rule', () => {
  test.each([
    ['text knows nothing', 'src/text/fold.ts', "import { facts } from '../facts/brief.ts';", 'src/text may import nothing'],
    ['not even types', 'src/text/fold.ts', "import type { Kind } from '../facts/entity.ts';", 'src/text may import nothing'],
    [
      'page does not run facts',
      'src/page/painting/painter.ts',
      "import { KINDS } from '../../facts/entity.ts';",
      'src/page may import src/text',
    ],
    ['a re-export is an import', 'src/facts/all.ts', "export * from '../store/schema.ts';", 'src/facts may import src/text'],
    ['so is a dynamic one', 'src/card/later.ts', "await import('../ui/card.tsx');", 'src/card may import nothing'],
    [
      'the product never imports a surface',
      'src/store/x.ts',
      "import '../../extension/platform/browser.ts';",
      'src/store may import',
    ],
    ['surfaces never meet', 'extension/popup/popup.tsx', "import '../welcome/welcome.tsx';", 'surfaces talk by messages'],
    [
      'pages open no database',
      'extension/content/read.ts',
      "import '../../src/store/connection.ts';",
      'would belong to the site',
    ],
    ['idb has one door', 'src/facts/x.ts', "import { openDB } from 'idb';", 'only src/store may'],
    [
      'so has the polyfill',
      'extension/popup/popup.tsx',
      "import browser from 'webextension-polyfill';",
      'only extension/platform may',
    ],
  ])('%s', (_name, path, source, reason) => {
    const broken = brokenByImports(importsOf(path, source));
    expect(broken).toHaveLength(1);
    expect(broken[0]).toContain(`${path}:1 imports`);
    expect(broken[0]).toContain(reason);
  });
});

describe('imports that keep the rules', () => {
  test.each([
    ['a layer below', 'src/page/snapshot.ts', "import { fold } from '../text/fold.ts';"],
    ['types where only types are allowed', 'src/ui/card/card.tsx', "import type { Briefing } from '../facts/briefing.ts';"],
    ['types named one by one', 'src/ui/card/card.tsx', "import { type Briefing } from '../facts/briefing.ts';"],
    ['the same folder', 'src/text/fold.ts', "import { letters } from './letters.ts';"],
    ['types of a reserved package', 'extension/background/x.ts', "import type Browser from 'webextension-polyfill';"],
    ['tests look at anything', 'src/text/fold.test.ts', "import { KINDS } from '../facts/entity.ts';"],
  ])('%s', (_name, path, source) => {
    expect(brokenByImports(importsOf(path, source))).toEqual([]);
  });
});

describe('what a bundle contains', () => {
  const contains = (bundle: string, input: string) =>
    brokenByBundles({ [bundle]: { inputs: { [input]: { bytesInOutput: 1 } } } });

  test.each([
    ['content/read.js', 'src/store/connection.ts', 'would belong to the news site'],
    ['content/card.js', 'node_modules/idb/build/index.js', 'would belong to the news site'],
    ['content/card.js', 'node_modules/webextension-polyfill/dist/browser-polyfill.js', 'weighs 3 KB on every page'],
    ['content/read.js', 'node_modules/preact/dist/preact.mjs', 'must not pay for the card'],
    ['background.js', 'src/ui/card/card.tsx', 'has no interface'],
  ])('%s never contains %s', (bundle, input, reason) => {
    expect(contains(bundle, input)).toEqual([expect.stringContaining(reason)]);
  });

  test('the card may use preact', () => {
    expect(contains('content/card.js', 'node_modules/preact/dist/preact.mjs')).toEqual([]);
  });
});
