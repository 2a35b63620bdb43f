/** Our closed shadow root, seen with the eyes of the browser's own tools: a page (and a test inside it) cannot reach it. */
import type { Page } from 'puppeteer-core';
import type { Target } from '../../../build/manifest.ts';
import { callFunction, contextOf } from './bidi.ts';

/**
 * Runs `look` in the page with the closed shadow root of the first `host` element and one JSON argument; gives its JSON result,
 * or `undefined` where there is no such element. `look` is sent as source: it must use nothing from outside itself.
 */
export async function inClosedRoot<A, T>(
  page: Page,
  target: Target,
  host: string,
  look: (root: ShadowRoot, argument: A) => T,
  argument: A,
): Promise<T | undefined> {
  return target === 'chromium' ? inChromium(page, host, look, argument) : inFirefox(page, host, look, argument);
}

interface DomNode {
  readonly localName: string;
  readonly backendNodeId: number;
  readonly shadowRoots?: readonly DomNode[];
  readonly children?: readonly DomNode[];
}

async function inChromium<A, T>(
  page: Page,
  host: string,
  look: (root: ShadowRoot, argument: A) => T,
  argument: A,
): Promise<T | undefined> {
  const session = await page.createCDPSession();
  try {
    const { root } = (await session.send('DOM.getDocument', { depth: -1, pierce: true })) as { root: DomNode };
    const shadow = findHost(root, host)?.shadowRoots?.[0];
    if (shadow === undefined) return undefined;
    const { object } = await session.send('DOM.resolveNode', { backendNodeId: shadow.backendNodeId });
    const { result, exceptionDetails } = await session.send('Runtime.callFunctionOn', {
      ...(object.objectId === undefined ? {} : { objectId: object.objectId }),
      functionDeclaration: `function (argument) { return (${look.toString()})(this, argument); }`,
      arguments: [{ value: argument }],
      returnByValue: true,
    });
    if (exceptionDetails !== undefined) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    // `returnByValue` gives what `look` returned, by way of JSON.
    return result.value as T;
  } finally {
    await session.detach();
  }
}

function findHost(node: DomNode, host: string): DomNode | undefined {
  if (node.localName === host) return node;
  for (const child of node.children ?? []) {
    const found = findHost(child, host);
    if (found !== undefined) return found;
  }
  return undefined;
}

async function inFirefox<A, T>(
  page: Page,
  host: string,
  look: (root: ShadowRoot, argument: A) => T,
  argument: A,
): Promise<T | undefined> {
  const browser = page.browser();
  const context = contextOf(page);
  const element = await callFunction(browser, context, `() => document.querySelector(${JSON.stringify(host)})`);
  const { shadowRoot } = (element.value ?? {}) as { shadowRoot?: { sharedId: string } | null };
  if (shadowRoot == null) return undefined;
  const result = await callFunction(
    browser,
    context,
    `(root, argument) => JSON.stringify((${look.toString()})(root, JSON.parse(argument)) ?? null)`,
    [{ sharedId: shadowRoot.sharedId }, { type: 'string', value: JSON.stringify(argument) }],
  );
  // As in Chromium: what `look` returned, by way of JSON.
  return JSON.parse(String(result.value)) as T;
}
