/**
 * Writes `dist/gallery/index.html`, a page that shows every state of the card, to look at while working on it:
 * `npx tsx build/gallery.ts`, then open it with `?lang=ar&theme=dark` and the like (src/ui/fixtures/gallery.tsx).
 */
import { build } from 'esbuild';
import { bytesOf, writeFolder } from './files.ts';

const { outputFiles } = await build({
  entryPoints: ['src/ui/fixtures/gallery.tsx'],
  bundle: true,
  write: false,
  format: 'esm',
  jsx: 'automatic',
  jsxImportSource: 'preact',
  loader: { '.css': 'text' },
  target: ['chrome148', 'firefox153'],
});
const page =
  '<!doctype html><html lang="en"><meta charset="utf-8"><title>Cards</title><body><script type="module" src="gallery.js"></script>';
await writeFolder(
  'dist/gallery',
  new Map([['index.html', bytesOf(page)], ...outputFiles.map(({ contents }) => ['gallery.js', contents] as const)]),
);
