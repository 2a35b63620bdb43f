/** Pages rendered on a server by React and by Vue and hydrated in the browser, in development mode: there both complain of a changed DOM. */
import { build } from 'esbuild';
import { createElement } from 'react';
import { renderToString as renderReact } from 'react-dom/server';
import { renderToString as renderVue } from 'vue/server-renderer';
import type { News } from '../harness/news.ts';
import { App } from './react-app.ts';
import { page, STORY } from './story.ts';
import { createStoryApp } from './vue-app.ts';

/** Publishes the React page at `host/` and gives its address. */
export async function publishReactPage(news: News, host: string): Promise<string> {
  return publish(news, host, renderReact(createElement(App)), 'react-client.ts');
}

/** Publishes the Vue page at `host/` and gives its address. */
export async function publishVuePage(news: News, host: string): Promise<string> {
  return publish(news, host, await renderVue(createStoryApp()), 'vue-client.ts');
}

async function publish(news: News, host: string, rendered: string, client: string): Promise<string> {
  news.publish(`${host}/`, page(STORY, `<div id="root">${rendered}</div><script type="module" src="/app.js"></script>`));
  news.publish(`${host}/app.js`, { type: 'text/javascript', body: await bundle(client) });
  return `https://${host}/`;
}

async function bundle(client: string): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [`extension/e2e/pages/${client}`],
    bundle: true,
    write: false,
    format: 'esm',
    charset: 'utf8',
    logLevel: 'silent',
    define: {
      'process.env.NODE_ENV': '"development"',
      __VUE_OPTIONS_API__: 'true',
      __VUE_PROD_DEVTOOLS__: 'false',
      __VUE_PROD_HYDRATION_MISMATCH_DETAILS__: 'true',
    },
  });
  const [output] = outputFiles;
  if (output === undefined) throw new Error(`${client} gave no bundle`);
  return output.text;
}
