/** Our closed shadow root, seen with the eyes of the browser's own tools: a page (and a test inside it) cannot reach it. */
import type { Page } from 'puppeteer-core';
import type { Target } from '../../../build/manifest.ts';
import { callFunction, contextOf, type RemoteValue } from './bidi.ts';

/** Which root: the first closed one of the element with this name, or the one inside that. */
export interface WhichRoot {
  readonly host: string;
  readonly inner?: boolean;
}

/**
 * Runs `look` in the page with a closed shadow root and one JSON argument; gives its JSON result, or `undefined` where there is no such
 * root. `look` is sent as source: it must use nothing from outside itself.
 */
export async function inClosedRoot<A, T>(
  page: Page,
  target: Target,
  which: WhichRoot,
  look: (root: ShadowRoot, argument: A) => T,
  argument: A,
): Promise<T | undefined> {
  return target === 'chromium' ? inChromium(page, which, look, argument) : inFirefox(page, which, look, argument);
}

interface DomNode {
  readonly localName: string;
  readonly backendNodeId: number;
  readonly shadowRoots?: readonly DomNode[];
  readonly children?: readonly DomNode[];
}

async function inChromium<A, T>(
  page: Page,
  which: WhichRoot,
  look: (root: ShadowRoot, argument: A) => T,
  argument: A,
): Promise<T | undefined> {
  const session = await page.createCDPSession();
  try {
    const { root } = (await session.send('DOM.getDocument', { depth: -1, pierce: true })) as { root: DomNode };
    const outer = find(root, ({ localName }) => localName === which.host)?.shadowRoots?.[0];
    const holds = ({ shadowRoots }: DomNode): boolean => shadowRoots !== undefined;
    const shadow = which.inner === true ? outer && find(outer, holds)?.shadowRoots?.[0] : outer;
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

function find(node: DomNode, isWanted: (node: DomNode) => boolean): DomNode | undefined {
  if (isWanted(node)) return node;
  for (const child of node.children ?? []) {
    const found = find(child, isWanted);
    if (found !== undefined) return found;
  }
  return undefined;
}

async function inFirefox<A, T>(
  page: Page,
  which: WhichRoot,
  look: (root: ShadowRoot, argument: A) => T,
  argument: A,
): Promise<T | undefined> {
  const browser = page.browser();
  const context = contextOf(page);
  const element = await callFunction(browser, context, `() => document.querySelector(${JSON.stringify(which.host)})`);
  let root = rootsOf(element)[0];
  if (which.inner === true && root !== undefined)
    root = rootsOf(await callFunction(browser, context, '(outer) => [...outer.children]', [root]))[0];
  if (root === undefined) return undefined;
  const result = await callFunction(
    browser,
    context,
    `(root, argument) => JSON.stringify({ seen: (${look.toString()})(root, JSON.parse(argument)) })`,
    [root, { type: 'string', value: JSON.stringify(argument) }],
  );
  // As in Chromium: what `look` returned, by way of JSON.
  return (JSON.parse(String(result.value)) as { seen?: T }).seen;
}

/** The shadow roots of an element, or of those in a list, as arguments of the next call. */
function rootsOf({ value }: RemoteValue): { sharedId: string }[] {
  if (Array.isArray(value)) return value.flatMap((one) => rootsOf(one as RemoteValue));
  const { shadowRoot } = (value ?? {}) as { shadowRoot?: { sharedId: string } | null };
  return shadowRoot == null ? [] : [{ sharedId: shadowRoot.sharedId }];
}
