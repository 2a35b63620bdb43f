/**
 * Writes pages that show every state of what is drawn, to look at while working on it: `npx tsx build/gallery.ts`, then open
 * `dist/gallery/index.html` (the card, src/ui/fixtures/gallery.tsx) or `dist/gallery/panel.html` (the panel beside an article,
 * extension/sidebar/fixtures/gallery.tsx) with `?lang=ar&theme=dark` and the like.
 */
import { build } from 'esbuild';
import { bytesOf, writeFolder } from './files.ts';

const { outputFiles } = await build({
  entryPoints: [
    { in: 'src/ui/fixtures/gallery.tsx', out: 'gallery' },
    { in: 'extension/sidebar/fixtures/gallery.tsx', out: 'panel' },
  ],
  bundle: true,
  write: false,
  format: 'esm',
  jsx: 'automatic',
  jsxImportSource: 'preact',
  loader: { '.css': 'text' },
  outdir: '.',
  target: ['chrome148', 'firefox153'],
});
const styles = await build({ entryPoints: ['extension/sidebar/sidebar.css'], bundle: true, write: false, outdir: '.' });
const page = (name: string) =>
  `<!doctype html><html lang="en"><meta charset="utf-8"><title>${name}</title><link rel="stylesheet" href="sidebar.css"><body><script type="module" src="${name}.js"></script>`;
await writeFolder(
  'dist/gallery',
  new Map([
    ['index.html', bytesOf(page('gallery').replace(/<link[^>]*>/, ''))],
    ['panel.html', bytesOf(page('panel'))],
    ...[...outputFiles, ...styles.outputFiles].map(
      ({ path, contents }) => [path.slice(path.lastIndexOf('/') + 1), contents] as const,
    ),
  ]),
);
