/** Scripts and style sheets through esbuild, in memory. */
import { readFile } from 'node:fs/promises';
import { basename, join, relative, resolve } from 'node:path';
import { type BuildOptions, type BuildResult, build, type OutputFile, type Plugin, transform } from 'esbuild';
import { minify as terser } from 'terser';
import type { Files } from './files.ts';
import type { BundleInputs } from './layers.ts';
import { preactWithoutInnerHtml } from './preact-without-innerhtml.ts';

/** One bundle: the source it starts at, the file it becomes, and what it may weigh. */
export interface Script {
  readonly from: string;
  /** Path inside the extension. */
  readonly to: string;
  /** `iife` where a browser injects the file into a page, `esm` where a page or the background loads it. */
  readonly format: 'iife' | 'esm';
  /** Most bytes after gzip. */
  readonly budget?: number;
  /** For a script with a budget: names are shortened too, and terser goes over it; its source is in the archive that stores ask for. */
  readonly minify?: boolean;
  /**
   * For the background, which wakes all day: stand-ins for the polyfill and for valibot (docs/DECISIONS/polyfill-in-own-pages.md,
   * weight-of-the-background.md), and word lists (`*.json`) stay data, in files beside it.
   */
  readonly spare?: boolean;
}

/** Bundles and esbuild's account of what went into each; keys of `outputs` are paths inside the extension. */
export interface Bundles {
  readonly files: Files;
  readonly outputs: BundleInputs;
}

const SETTINGS = {
  bundle: true,
  write: false,
  metafile: true,
  platform: 'browser',
  target: ['chrome148', 'firefox153'],
  // Both know them; lowered, each use of a literal would make a new RegExp.
  supported: { 'regexp-unicode-property-escapes': true },
  charset: 'utf8',
  jsx: 'automatic',
  jsxImportSource: 'preact',
  // Store reviewers read the bundles: names stay where no budget asks for more, so that a pretty-printer gives them back.
  // Licences go into one file of their own (notices.ts).
  minifyWhitespace: true,
  minifySyntax: true,
  legalComments: 'none',
  logLevel: 'warning',
  // What a stand-in lacks must not be found out at run time.
  logOverride: { 'import-is-undefined': 'error' },
  outdir: '.',
} as const satisfies BuildOptions;

/** The card's style sheets go into its shadow root as text, without the white space and comments they are written with. */
const styleSheetsAsText: Plugin = {
  name: 'style-sheets-as-text',
  setup(build) {
    build.onLoad({ filter: /\.css$/ }, async ({ path }) => {
      const { code } = await transform(await readFile(path, 'utf8'), { loader: 'css', minify: true });
      return { contents: code, loader: 'text' };
    });
  },
};

/**
 * Word lists as modules beside the script, each the default export of `data/NAME.js`. As JSON modules they would weigh the same, but Chromium
 * (156) does not find those again when it starts a worker that it had stopped.
 */
const wordListsBeside: Plugin = {
  name: 'word-lists-beside',
  setup(build) {
    const lists = new Map<string, string>();
    build.onResolve({ filter: /\.json$/ }, ({ path, resolveDir }) => {
      const beside = `data/${basename(path, '.json')}.js`;
      lists.set(beside, join(resolveDir, path));
      return { path: `./${beside}`, external: true };
    });
    build.onEnd(async ({ outputFiles = [] }) => {
      for (const [beside, source] of lists) {
        const contents = Buffer.from(`export default ${JSON.stringify(JSON.parse(await readFile(source, 'utf8')))};\n`);
        outputFiles.push({ path: resolve(beside), contents, hash: '', text: contents.toString() });
      }
    });
  },
};

/** What {@link Script.spare} puts in the place of packages. */
const STAND_INS = {
  'webextension-polyfill': './extension/platform/native-browser.ts',
  valibot: './extension/platform/small-valibot.ts',
};

/**
 * Bundles every script by itself (nothing split off: a chunk of its own would have to be reachable by web pages). With `plugins` a test
 * plants faults.
 */
export async function bundleScripts(scripts: readonly Script[], plugins: readonly Plugin[] = []): Promise<Bundles> {
  const parts = await Promise.all(
    scripts.map(async ({ from, to, format, minify = false, spare = false }) => {
      const part = await build({
        ...SETTINGS,
        minify,
        ...(spare && { alias: STAND_INS }),
        entryPoints: [{ in: from, out: to.replace(/\.js$/, '') }],
        format,
        plugins: [...plugins, preactWithoutInnerHtml, styleSheetsAsText, ...(spare ? [wordListsBeside] : [])],
      });
      return minify ? { ...part, outputFiles: await Promise.all(part.outputFiles.map((file) => minified(file, format))) } : part;
    }),
  );
  return joined(parts);
}

/** A twentieth less than esbuild alone makes of it, after gzip. */
async function minified(file: OutputFile, format: Script['format']): Promise<OutputFile> {
  const { code } = await terser(file.text, {
    module: format === 'esm',
    ecma: 2020,
    // Each saves a few dozen bytes after gzip: nothing of ours is called with `new` but classes, and `null === x` packs worse than `x === null`.
    compress: { passes: 4, lhs_constants: false, unsafe_arrows: true },
    format: { comments: false },
  });
  return code === undefined ? file : { ...file, text: code, contents: Buffer.from(code) };
}

/** Bundles each page's style sheet, `extension/PAGE/PAGE.css`, `@import`s included. */
export async function bundleStyles(pages: readonly string[]): Promise<Files> {
  const entryPoints = pages.map((page) => ({ in: `extension/${page}/${page}.css`, out: `${page}/${page}` }));
  return joined([await build({ ...SETTINGS, entryPoints })]).files;
}

function joined(parts: readonly BuildResult<typeof SETTINGS>[]): Bundles {
  return {
    files: new Map(
      parts.flatMap((part) => part.outputFiles.map(({ path, contents }) => [relative('.', path), contents] as const)),
    ),
    outputs: Object.fromEntries(parts.flatMap((part) => Object.entries(part.metafile.outputs))),
  };
}
