/** Scripts and style sheets through esbuild, in memory. */
import { readFile } from 'node:fs/promises';
import { relative } from 'node:path';
import { type BuildOptions, type BuildResult, build, type Plugin, transform } from 'esbuild';
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
  /** For a script with a budget: names are shortened too; its source is in the archive that stores ask for. */
  readonly minify?: boolean;
  /** The polyfill stays out; see docs/DECISIONS/polyfill-in-own-pages.md. */
  readonly native?: boolean;
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

/** The browser's own object in place of the polyfill. */
const NATIVE_BROWSER = { 'webextension-polyfill': './extension/platform/native-browser.ts' };

/**
 * Bundles every script by itself (nothing split off: a chunk of its own would have to be reachable by web pages). With `plugins` a test
 * plants faults.
 */
export async function bundleScripts(scripts: readonly Script[], plugins: readonly Plugin[] = []): Promise<Bundles> {
  const parts = await Promise.all(
    scripts.map(({ from, to, format, minify = false, native = false }) =>
      build({
        ...SETTINGS,
        minify,
        ...(native && { alias: NATIVE_BROWSER }),
        entryPoints: [{ in: from, out: to.replace(/\.js$/, '') }],
        format,
        plugins: [...plugins, preactWithoutInnerHtml, styleSheetsAsText],
      }),
    ),
  );
  return joined(parts);
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
