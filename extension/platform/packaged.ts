/** Reading files of our own package: the only `fetch` in the product, and it never leaves the browser. */
import { DatelineError } from '../../src/messages/errors.ts';
import { browser } from './browser.ts';

/** A packaged JSON file, as unknown data; `path` from the extension's root. @throws DatelineError `pack-unreadable` */
export async function packagedJson(path: string): Promise<unknown> {
  return (await packaged(path)).json();
}

/** A packaged binary file. @throws DatelineError `pack-unreadable` */
export async function packagedBytes(path: string): Promise<ArrayBuffer> {
  return (await packaged(path)).arrayBuffer();
}

async function packaged(path: string): Promise<Response> {
  try {
    const response = await fetch(browser.runtime.getURL(path));
    if (!response.ok) throw new Error(`status ${response.status}`);
    return response;
  } catch (error) {
    throw new DatelineError('pack-unreadable', path, { cause: error });
  }
}
