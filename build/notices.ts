/** The licences of the packages inside our bundles: each asks that its notice goes along with copies of it. */
import { readdir, readFile } from 'node:fs/promises';
import type { BundleInputs } from './layers.ts';

const PACKAGE = /^node_modules\/((?:@[^/]+\/)?[^/]+)\//;

/** Text of a file that names every bundled package, its version and its licence in full. Throws where a package brings no licence file. */
export async function noticesFor(outputs: BundleInputs): Promise<string> {
  const inputs = Object.values(outputs).flatMap((output) => Object.keys(output.inputs));
  const packages = new Set(inputs.flatMap((path) => PACKAGE.exec(path)?.[1] ?? []));
  const notices = await Promise.all([...packages].sort().map(noticeOf));
  return `Dateline contains these packages.\n\n${notices.join('\n\n')}`;
}

async function noticeOf(name: string): Promise<string> {
  const folder = `node_modules/${name}`;
  const file = (await readdir(folder)).find((entry) => /^licen[cs]e(\.(md|txt))?$/i.test(entry));
  if (file === undefined) throw new Error(`${name} is bundled but brings no licence file`);
  const { version } = JSON.parse(await readFile(`${folder}/package.json`, 'utf8')) as { version: string };
  return `${name} ${version}\n\n${(await readFile(`${folder}/${file}`, 'utf8')).trim()}`;
}
