/** Shows a saved page (`.html` or `.txt`) to the browser over http: extensions are not let into `file:` addresses without a setting. */
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { basename } from 'node:path';

/**
 * Serves one file on this machine alone; gives its address. The server does not keep the process running.
 * `day`, `YYYY-MM-DD`, is the day a plain text was written; a page says so itself.
 */
export async function serveSavedPage(path: string, day: string | undefined): Promise<string> {
  const content = await readFile(path, 'utf8');
  const html = path.endsWith('.txt') ? pageOf(content, day) : content;
  const server = createServer((_request, response) => {
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(html);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  server.unref();
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/${encodeURIComponent(basename(path))}`;
}

/** Plain text as an article: the first line is its title, empty lines part its paragraphs. */
function pageOf(text: string, day: string | undefined): string {
  const [title = '', ...paragraphs] = text
    .split(/\n\s*\n/)
    .map((block) => escaped(block.trim()))
    .filter((block) => block !== '');
  const body = paragraphs.map((paragraph) => `<p>${paragraph}</p>`).join('\n');
  const date = day === undefined ? '' : `<meta property="article:published_time" content="${escaped(day)}">`;
  return `<!doctype html>
<meta charset="utf-8"><title>${title}</title>${date}
<style>body { max-width: 40rem; margin: 2rem auto; font: 1.1rem/1.6 Georgia, serif }</style>
<article><h1>${title}</h1>
${body}</article>`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
