import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, before, describe, it } from 'node:test';
import type { AxeResults, RunOptions } from 'axe-core';
import type { Page } from 'playwright-core';
import { Stage, type VisitOptions } from '../support/e2e-stage.js';
import { walk } from '../support/e2e-states.js';

let stage: Stage;
let axe: string;
before(async () => {
  stage = await Stage.open();
  axe = await readFile(new URL('axe.min.js', import.meta.resolve('axe-core')), 'utf8');
});
after(() => stage.close());

const options: RunOptions = {
  runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
  resultTypes: ['violations'],
};

declare global {
  interface Window {
    readonly axe: { run(context: unknown, options: RunOptions): Promise<AxeResults> };
  }
}

/** What axe finds wrong with the page as it is now, a line for each. */
async function violations(page: Page): Promise<readonly string[]> {
  const found = await page.evaluate(async (run) => (await window.axe.run(document, run)).violations, options);
  return found.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary = '' }) => `${id}: ${target.flat().join(' ')}\n${failureSummary}`),
  );
}

const looks: Readonly<Record<string, VisitOptions & { readonly rtl?: boolean }>> = {
  light: { colorScheme: 'light' },
  dark: { colorScheme: 'dark' },
  'right to left': { colorScheme: 'light', rtl: true },
  'a narrow screen': { colorScheme: 'light', viewport: { width: 320, height: 640 } },
};

describe('axe finds nothing', () => {
  for (const [look, { rtl = false, ...visit }] of Object.entries(looks)) {
    it(`in any state: ${look}`, async (t) => {
      const page = await stage.visit(t, '/test/blank.html', {
        ...visit,
        forgive: /Failed to load resource/,
        // Movement has an end, and it is that which is looked at.
        reducedMotion: 'reduce',
        prepare: (fresh) => fresh.clock.install(),
      });
      await page.evaluate((dir) => (document.documentElement.dir = dir), rtl ? 'rtl' : 'ltr');
      await page.evaluate(axe);
      const found: string[] = [];
      await walk(stage, page, async (name) => {
        found.push(...(await violations(page)).map((violation) => `${name}: ${violation}`));
      });
      assert.deepEqual(found, []);
    });
  }
});
