import type { Browser } from 'playwright-core';
import { kindOf } from '../many.js';
import { only, shrink } from '../shrink.js';
import { runBrowserSchedule, type BrowserRun } from './run-schedule.js';
import { makeBrowserSchedule, type BrowserSchedule } from './schedule.js';
import { openBrowser } from './stage.js';
import { median, percentile } from './statistics.js';

/** A schedule that broke an invariant. */
export interface BrokenBrowserRun {
  readonly schedule: BrowserSchedule;
  readonly problems: readonly string[];
}

/** What came of many runs. */
export interface BrowserOutcome {
  readonly failures: readonly BrokenBrowserRun[];
  /** One plain line. */
  readonly summary: string;
}

/** Visitors at a time. */
const AT_ONCE = 4;
const PROGRESS_EVERY = 20;
/** Beyond these, more of the same helps nobody. */
const MAX_FAILURES = 20;

/** Runs the schedules of `runs` seeds, beginning with `seed`, in one browser, four at a time. */
export async function runManyInBrowser({
  seed,
  runs,
  keep,
  progress,
}: {
  readonly seed: number;
  readonly runs: number;
  readonly keep?: readonly number[];
  readonly progress?: (line: string) => void;
}): Promise<BrowserOutcome> {
  const began = Date.now();
  const failures: BrokenBrowserRun[] = [];
  const recoveries: number[] = [];
  let actions = 0;
  let done = 0;
  await eachInBrowser(Math.min(AT_ONCE, runs), seeds(seed, runs), async (browser, one) => {
    if (failures.length >= MAX_FAILURES) return;
    const whole = makeBrowserSchedule(one);
    const schedule = keep ? only(whole, keep) : whole;
    const { problems, recoveryMs } = await runBrowserSchedule(browser, schedule);
    actions += schedule.actions.length;
    done += 1;
    if (problems.length > 0) failures.push({ schedule, problems });
    else if (recoveryMs !== undefined) recoveries.push(recoveryMs);
    if (done % PROGRESS_EVERY === 0) progress?.(`${done} schedules, ${failures.length} broken`);
  });
  const seconds = ((Date.now() - began) / 1_000).toFixed(1);
  const recovery = `recovery median ${median(recoveries)} ms, p95 ${percentile(recoveries, 95)} ms`;
  const verdict = failures.length === 0 ? 'every invariant held' : `${failures.length} broke an invariant`;
  const summary = `browser: ${done} schedules from seed ${seed}, ${actions} actions, ${seconds} s, ${recovery}: ${verdict}`;
  return { failures, summary };
}

/** Calls `work` with every item, `atOnce` at a time, and with a browser that all of them share. */
export async function eachInBrowser<T>(
  atOnce: number,
  items: readonly T[],
  work: (browser: Browser, item: T) => Promise<void>,
): Promise<void> {
  const browser = await openBrowser();
  const left = [...items];
  const lane = async () => {
    for (let item = left.shift(); item !== undefined; item = left.shift()) await work(browser, item);
  };
  try {
    await Promise.all(Array.from({ length: atOnce }, lane));
  } finally {
    await browser.close();
  }
}

/** The seeds of `runs` schedules. */
export const seeds = (first: number, runs: number): readonly number[] =>
  Array.from({ length: runs }, (_, index) => first + index);

/** Tries in which a smaller schedule may show the same trouble, which may depend on moments that no schedule decides. */
const TRIES = 2;
/** Runs that looking for a smaller schedule may cost. */
const MAX_SHRINKING_RUNS = 40;

/** A broken run in words: few actions that still break it, and the command that repeats them. */
export async function explainInBrowser({ schedule, problems }: BrokenBrowserRun): Promise<string> {
  const kind = kindOf(problems);
  let left = MAX_SHRINKING_RUNS;
  const whole = makeBrowserSchedule(schedule.seed);
  let kept: readonly number[] = [];
  await eachInBrowser(1, [whole], async (browser) => {
    kept = await shrink(whole, async (smaller) => {
      for (let attempt = 0; attempt < TRIES && left > 0; attempt += 1) {
        left -= 1;
        const run: BrowserRun = await runBrowserSchedule(browser, smaller);
        if (run.problems.some((one) => kindOf([one]) === kind)) return true;
      }
      return false;
    });
  });
  const { actions, ...rest } = whole;
  return [
    `Seed ${whole.seed} broke:`,
    ...problems.map((problem) => `  - ${problem}`),
    `  with ${JSON.stringify(rest)}`,
    ...kept.map((number) => `  ${number}: ${JSON.stringify(actions[number])}`),
    `Repeat: npm run chaos -- --level browser --seed ${whole.seed} --runs 1 --keep "${kept.join(',')}"`,
    '',
  ].join('\n');
}
