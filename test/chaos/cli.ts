/**
 * `npm run chaos -- --seed N --runs M [--level engine|browser] [--keep 1,2,3] [--compare]`: runs the schedules of the seeds N, N + 1, … and ends with
 * one plain line. The exit status is 1 when an invariant broke. `--keep` runs only these actions of a schedule, as a shrunk failure prints them.
 * `--compare` puts the published ChatJS through the same schedules in a browser, as far as it has the operations, and prints a table of both.
 */
import { parseArgs } from 'node:util';
import { compare } from './browser/compare.js';
import { explainInBrowser, runManyInBrowser } from './browser/many.js';
import { explain, onePerKind, runMany, tally } from './many.js';

const { values } = parseArgs({
  options: {
    seed: { type: 'string' },
    runs: { type: 'string' },
    level: { type: 'string', default: 'engine' },
    keep: { type: 'string' },
    compare: { type: 'boolean', default: false },
  },
});

const { level } = values;
const seed = values.seed === undefined ? Date.now() % 1_000_000_000 : Number(values.seed);
const runs = Number(values.runs ?? (level === 'engine' ? 1_000 : 20));
const keep = values.keep
  ?.split(',')
  .filter((part) => part !== '')
  .map(Number);
if (level !== 'engine' && level !== 'browser') throw new Error(`There is no level "${level}".`);
if (!Number.isSafeInteger(seed) || !Number.isSafeInteger(runs) || runs < 1 || keep?.some(Number.isNaN))
  throw new Error('--seed and --runs are whole numbers; --keep is a list of them.');
if (values.compare && level !== 'browser') throw new Error('--compare needs --level browser.');

const options = { seed, runs, ...(keep && { keep }), progress: (line: string) => console.error(line) };
process.exitCode = values.compare
  ? await compare(options)
  : level === 'browser'
    ? await report(await runManyInBrowser(options), explainInBrowser)
    : await report(await runMany(options), explain);

/** Prints one example of each kind of trouble, how often each came, and the last line. */
async function report<Run extends { readonly problems: readonly string[] }>(
  { failures, summary }: { readonly failures: readonly Run[]; readonly summary: string },
  explained: (failure: Run) => Promise<string>,
): Promise<number> {
  // Of each kind of trouble one example is enough, and the first is as good as any.
  for (const failure of onePerKind(failures)) console.log(await explained(failure));
  for (const [kind, count] of tally(failures)) console.log(`${count} x ${kind}`);
  console.log(summary);
  return failures.length > 0 ? 1 : 0;
}
