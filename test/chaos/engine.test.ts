import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { explain, onePerKind, runMany } from './many.js';

const KNOWN_SEED = 1;

/** Runs schedules and fails with the smallest way to repeat what broke. */
async function hold(seed: number, runs: number, keep?: readonly number[]): Promise<string> {
  const { failures, summary } = await runMany({ seed, runs, ...(keep && { keep }) });
  const reports = await Promise.all(onePerKind(failures).map(explain));
  assert.equal(failures.length, 0, `${reports.join('\n')}\n${summary}`);
  return summary;
}

describe('a session in chaos', () => {
  it('loses nothing, shows nothing twice and never gives up in 2,000 known schedules', async () => {
    await hold(KNOWN_SEED, 2_000);
  });

  it('is judged when nothing of its schedule is still to come, be it the end of a nap', async () => {
    await hold(795_273_926, 1, [1, 3, 4, 5, 6, 7, 10, 13, 17]);
  });

  it('does so in schedules that nobody has seen before', async (test) => {
    test.diagnostic(await hold(Date.now() % 1_000_000_000, 200));
  });
});
