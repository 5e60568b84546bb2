import { strict as assert } from 'node:assert';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { Harness } from './harness.js';

const readme = readFileSync(new URL('../../../demo/emulator/README.md', import.meta.url), 'utf8');
const [, faults = ''] = /### Faults\n(.*?)\n### /s.exec(readme) ?? [];
const examples = [...faults.matchAll(/^\| `(\{"type":.*?\})` /gm)].map(([, example]) => String(example));
const source = readFileSync(new URL('../../../demo/emulator/core/fault-table.ts', import.meta.url), 'utf8');
const [, table = ''] = /const faultChecks = \{\n(.*?)\n\};/s.exec(source) ?? [];

describe("the README's faults", () => {
  it('are all there are', () => {
    const documented = examples.map((example) => (JSON.parse(example) as { type: string }).type);
    const existing = [...table.matchAll(/^ {2}'?([a-z-]+)'?: object/gm)].map(([, type]) => type);
    assert(existing.length > 15);
    assert.deepEqual(documented.toSorted(), existing.toSorted());
  });

  for (const example of examples) {
    it(`can be asked for as written: ${example}`, async () => {
      const { status } = await new Harness().control('POST', '/faults', example);
      assert.equal(status, 201);
    });
  }
});
