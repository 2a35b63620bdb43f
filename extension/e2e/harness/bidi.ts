/** WebDriver BiDi as spoken to Firefox directly, for what puppeteer does not offer: privileged scripts, closed shadow roots, extension pages. */
import type { Browser, Page } from 'puppeteer-core';

/** A value as BiDi sends it (https://w3c.github.io/webdriver-bidi/#type-script-RemoteValue); only what is read here. */
export interface RemoteValue {
  readonly type: string;
  readonly sharedId?: string;
  readonly value?: unknown;
}

interface Connection {
  send(method: string, params: object): Promise<{ result: unknown }>;
}

type Evaluation =
  | { readonly type: 'success'; readonly result: RemoteValue }
  | { readonly type: 'exception'; readonly exceptionDetails: { readonly text: string } };

/** Sends one BiDi command and gives its result, whose shape is up to the caller to know. */
export async function bidi(browser: Browser, method: string, params: object): Promise<unknown> {
  // Puppeteer's Firefox browser has its connection, but keeps it out of its types; the version is pinned.
  const { connection } = browser as unknown as { connection: Connection };
  return (await connection.send(method, params)).result;
}

/** BiDi's name of a tab. */
export function contextOf(page: Page): string {
  // As above: the id is there and not in the types.
  return (page.mainFrame() as unknown as { _id: string })._id;
}

/** Runs a function, given as source, with these arguments; gives BiDi's value. Throws what it threw. */
export async function callFunction(
  browser: Browser,
  context: string,
  functionDeclaration: string,
  args: readonly object[] = [],
): Promise<RemoteValue> {
  const evaluation = (await bidi(browser, 'script.callFunction', {
    functionDeclaration,
    arguments: args,
    awaitPromise: true,
    target: { context },
    // Closed shadow roots are listed too; 'open' would be the default for none.
    serializationOptions: { maxDomDepth: 1, includeShadowTree: 'all' },
  })) as Evaluation;
  if (evaluation.type === 'exception') throw new Error(evaluation.exceptionDetails.text);
  return evaluation.result;
}

/**
 * Runs an async function body with the browser's own rights, in its first window: `gBrowser`, `ChromeUtils`, `Cc` and `Ci` are there.
 * Gives what it returns, which must be JSON. Needs the argument `--remote-allow-system-access`.
 */
export async function asFirefoxItself(browser: Browser, body: string): Promise<unknown> {
  const { contexts } = (await bidi(browser, 'browsingContext.getTree', { 'moz:scope': 'chrome' })) as {
    contexts: readonly { context: string; url: string }[];
  };
  const window = contexts.find(({ url }) => url.endsWith('browser.xhtml'));
  if (window === undefined) throw new Error('Firefox has no window');
  const { value } = await callFunction(
    browser,
    window.context,
    `async () => JSON.stringify(await (async () => {${body}})() ?? null)`,
  );
  return JSON.parse(String(value));
}
