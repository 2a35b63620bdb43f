/** Opening the panel: Chromium's side panel, Firefox' sidebar. */
import { browser } from './browser.ts';

/** Chromium's own part of the API, which the polyfill's types leave out. */
interface SidePanel {
  readonly sidePanel?: { open(options: { readonly windowId: number }): Promise<void> };
}

/**
 * Opens the panel in a window. Browsers allow it only inside what a reader just did (a click, a key, a context menu): call it before
 * any `await`.
 * @returns whether it was opened; `false` where the browser does not allow it now
 */
export async function openPanel(windowId: number): Promise<boolean> {
  const { sidePanel } = browser as unknown as SidePanel;
  try {
    if (sidePanel === undefined) await browser.sidebarAction.open();
    else await sidePanel.open({ windowId });
    return true;
  } catch {
    return false;
  }
}

/** Whether the panel is open in a window. Chromium does not say, and need not be asked: there it opens whenever this matters. */
export async function isPanelOpen(windowId: number): Promise<boolean> {
  const { sidePanel } = browser as unknown as SidePanel;
  return sidePanel === undefined && (await browser.sidebarAction.isOpen({ windowId }));
}

/** Opens the panel's page in a tab of its own, about another tab. */
export async function openPanelInTab(tab: number): Promise<void> {
  await browser.tabs.create({ url: `sidebar/sidebar.html?tab=${tab}`, openerTabId: tab });
}
