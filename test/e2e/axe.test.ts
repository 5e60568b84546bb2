import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { axeViolations } from '../support/e2e-axe.js';
import { Stage, type VisitOptions } from '../support/e2e-stage.js';
import { walk } from '../support/e2e-states.js';

let stage: Stage;
before(async () => (stage = await Stage.open()));
after(() => stage.close());

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
      const found: string[] = [];
      await walk(stage, page, async (name) => {
        found.push(...(await axeViolations(page)).map((violation) => `${name}: ${violation}`));
      });
      assert.deepEqual(found, []);
    });
  }
});
