import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { it } from 'node:test';
import { promisify } from 'node:util';

it('`npm test` runs only the files that it is given fragments of', async () => {
  const command = ['--import', 'tsx', 'test/run.ts', 'src/engine/backoff', 'chaos/shrink'];
  const { stdout } = await promisify(execFile)(process.execPath, command);
  assert.match(stdout, /1\/1 test files/);
  assert.match(stdout, /\n1?\d passed, 0 failed\n$/);
});
