/**
 * `npm run chaos -- --seed N --runs M [--level engine] [--keep 1,2,3]`: runs the schedules of the seeds N, N + 1, … and ends with one plain line. The
 * exit status is 1 when an invariant broke. `--keep` runs only these actions of a schedule, as a shrunk failure prints them.
 */
import { parseArgs } from 'node:util';
import { explain, onePerKind, runMany, tally } from './many.js';

const { values } = parseArgs({
  options: {
    seed: { type: 'string' },
    runs: { type: 'string', default: '1000' },
    level: { type: 'string', default: 'engine' },
    keep: { type: 'string' },
  },
});

const seed = values.seed === undefined ? Date.now() % 1_000_000_000 : Number(values.seed);
const runs = Number(values.runs);
const keep = values.keep
  ?.split(',')
  .filter((part) => part !== '')
  .map(Number);
if (values.level !== 'engine') throw new Error(`There is no level "${values.level}".`);
if (!Number.isSafeInteger(seed) || !Number.isSafeInteger(runs) || runs < 1 || keep?.some(Number.isNaN))
  throw new Error('--seed and --runs are whole numbers; --keep is a list of them.');

const outcome = await runMany({ seed, runs, ...(keep && { keep }), progress: (line) => console.error(line) });
// Of each kind of trouble one example is enough, and the first is as good as any.
for (const failure of onePerKind(outcome.failures)) console.log(await explain(failure));
for (const [kind, count] of tally(outcome.failures)) console.log(`${count} x ${kind}`);
console.log(outcome.summary);
process.exitCode = outcome.failures.length > 0 ? 1 : 0;
