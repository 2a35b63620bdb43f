/** Bundles what is to be measured as the extension is bundled: modules joined into one file are faster than apart. */
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

/**
 * Bundles a module of this folder into a file in a fresh temporary folder.
 * @param entry file name in `bench/`
 * @returns the file's path
 */
export async function bundled(entry: string, platform: 'browser' | 'node'): Promise<string> {
  const outfile = join(await mkdtemp(join(tmpdir(), 'dateline-bench-')), platform === 'node' ? 'bundle.cjs' : 'bundle.js');
  await build({
    entryPoints: [fileURLToPath(new URL(entry, import.meta.url))],
    bundle: true,
    platform,
    format: platform === 'node' ? 'cjs' : 'iife',
    target: platform === 'node' ? 'node20' : 'chrome148',
    supported: { 'regexp-unicode-property-escapes': true },
    outfile,
    logLevel: 'error',
  });
  return outfile;
}
