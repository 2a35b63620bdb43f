/**
 * A tab as assistive technology meets it: roles and names from the browser's own accessibility tree, closed shadow roots included.
 * Chromium gives it over its debugging protocol, Firefox to a script with its own rights.
 */
import type { Page } from 'puppeteer-core';
import { asFirefoxItself } from './bidi.ts';

/** One object of the tree. */
export interface AccessibleNode {
  /** ARIA role, or `text` for a run of text, or empty for what has no role. */
  readonly role: string;
  readonly name: string;
  readonly children: readonly AccessibleNode[];
}

/** The tree of the page's document. In Firefox the tab must be in front: only the selected tab is read. */
export async function accessibleTree(page: Page, target: 'chromium' | 'firefox'): Promise<AccessibleNode> {
  return target === 'chromium' ? chromiumTree(page) : ((await asFirefoxItself(page.browser(), FIREFOX_TREE)) as AccessibleNode);
}

/** The first object, in reading order, of this role and (where given) name. */
export function findAccessible(node: AccessibleNode, role: string, name?: string): AccessibleNode | undefined {
  if (node.role === role && (name === undefined || node.name === name)) return node;
  for (const child of node.children) {
    const found = findAccessible(child, role, name);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** The text below an object, run by run in reading order. */
export function textRuns(node: AccessibleNode): readonly string[] {
  return node.role === 'text' ? [node.name] : node.children.flatMap(textRuns);
}

interface ChromiumNode {
  readonly nodeId: string;
  readonly ignored: boolean;
  readonly role?: { readonly value?: string };
  readonly name?: { readonly value?: string };
  readonly childIds?: readonly string[];
}

async function chromiumTree(page: Page): Promise<AccessibleNode> {
  const session = await page.createCDPSession();
  try {
    const { nodes } = (await session.send('Accessibility.getFullAXTree')) as { nodes: readonly ChromiumNode[] };
    const byId = new Map(nodes.map((node) => [node.nodeId, node]));
    const build = (node: ChromiumNode): readonly AccessibleNode[] => {
      const role = ariaRole(node.role?.value ?? '');
      const children =
        role === 'text' ? [] : (node.childIds ?? []).flatMap((id) => build(byId.get(id) ?? { nodeId: id, ignored: true }));
      return node.ignored ? children : [{ role, name: node.name?.value ?? '', children }];
    };
    const [root] = nodes.slice(0, 1).flatMap(build);
    if (root === undefined) throw new Error('Chromium gave an empty accessibility tree');
    return root;
  } finally {
    await session.detach();
  }
}

/** Chromium's internal roles are ARIA's but for those of text. */
function ariaRole(role: string): string {
  return role === 'StaticText' ? 'text' : role;
}

/** The accessibility service starts when first asked for, and the tab's process fills its cache a little later. */
const FIREFOX_TREE = `
  const service = Cc['@mozilla.org/accessibilityService;1'].getService(Ci.nsIAccessibilityService);
  const read = (node) => {
    const children = Array.from({ length: node.childCount }, (_, place) => read(node.getChildAt(place)));
    const text = service.getStringRole(node.role) === 'text leaf';
    return { role: text ? 'text' : node.computedARIARole, name: node.name ?? '', children };
  };
  const frame = service.getAccessibleFor(gBrowser.selectedBrowser);
  if (frame === null || frame.childCount === 0) throw new Error('the tab is not in the accessibility tree yet');
  return read(frame.getChildAt(0));
`;
