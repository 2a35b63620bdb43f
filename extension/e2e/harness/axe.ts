/** axe-core on a page of ours or on the open card: violations of WCAG 2.2 A and AA, each as `rule: element`. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type axe from 'axe-core';
import type { Page } from 'puppeteer-core';

const SOURCE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** What axe found, and how many elements it looked at: nothing found where nothing was looked at says nothing. */
export interface AxeReport {
  readonly violations: readonly string[];
  readonly checked: number;
}

/** Runs axe on what matches the selector. The page needs not allow scripts: the debugging protocol is not bound by its policy. */
export async function runAxe(page: Page, selector: string): Promise<AxeReport> {
  await page.evaluate(SOURCE);
  return page.evaluate(
    async (context, rules) => {
      const { violations, passes } = await (globalThis as unknown as { axe: typeof axe }).axe.run(context, {
        runOnly: { type: 'tag', values: rules },
        elementRef: false,
      });
      return {
        violations: violations.flatMap(({ id, nodes }) =>
          nodes.map(({ target, failureSummary }) => `${id}: ${JSON.stringify(target)} ${failureSummary ?? ''}`),
        ),
        checked: passes.reduce((sum, { nodes }) => sum + nodes.length, 0),
      };
    },
    selector,
    RULES,
  );
}
