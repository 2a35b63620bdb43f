import { describe, expect, test } from 'vitest';
import { importsOf } from './imports.ts';

describe('importsOf', () => {
  test('finds every kind of import, with its line and whether it is only of types', () => {
    const source = [
      "import { a } from './a.ts';",
      "import type { B } from '../b.ts';",
      "import { type C } from './c.ts';",
      "import { type D, d } from './d.ts';",
      "import './side-effect.ts';",
      "export * from './e.ts';",
      "export type { F } from './f.ts';",
      "const g = await import('./g.ts');",
      "import json from './data.json' with { type: 'json' };",
      "// import { no } from './comment.ts';",
    ].join('\n');
    const found = importsOf('src/page/x.ts', source).map(
      ({ to, line, typeOnly }) => `${line} ${to}${typeOnly ? ' (types)' : ''}`,
    );
    expect(found.sort()).toEqual([
      '1 src/page/a.ts',
      '2 src/b.ts (types)',
      '3 src/page/c.ts (types)',
      '4 src/page/d.ts',
      '5 src/page/side-effect.ts',
      '6 src/page/e.ts',
      '7 src/page/f.ts (types)',
      '8 src/page/g.ts',
      '9 src/page/data.json',
    ]);
  });

  test('refuses a file that does not parse, naming it', () => {
    expect(() => importsOf('src/x.ts', 'import {')).toThrow(/^src\/x\.ts: /);
  });
});
