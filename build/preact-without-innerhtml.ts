/**
 * Takes Preact's one use of innerHTML (`dangerouslySetInnerHTML`, which we never use) out of every bundle, so that no path to it is left:
 * our pages require Trusted Types, and the stores' validation reports none.
 */
import { readFile } from 'node:fs/promises';
import type { Plugin } from 'esbuild';

const INNER_HTML_SITE = /\((\w+)\.innerHTML=(\w+)\.__html\)/;
const REFUSAL = '(()=>{throw Error("dangerouslySetInnerHTML is switched off")})()';

/** esbuild plugin; throws when Preact's source no longer has the place, so that an upgrade cannot bring it back unseen. */
export const preactWithoutInnerHtml: Plugin = {
  name: 'preact-without-innerhtml',
  setup(build) {
    build.onLoad({ filter: /[\\/]preact[\\/]dist[\\/]preact\.mjs$/ }, async ({ path }) => {
      const source = await readFile(path, 'utf8');
      if (!INNER_HTML_SITE.test(source))
        throw new Error(`${path}: the innerHTML site is not where it was; look at it and mend this step`);
      return { contents: source.replace(INNER_HTML_SITE, REFUSAL), loader: 'js' };
    });
  },
};
