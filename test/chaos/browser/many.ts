import type { Browser } from 'playwright-core';
import { wordsOf } from '../explanation.js';
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
  /** Numbers of the actions that were run; all of them, unless told otherwise. */
  readonly keep?: readonly number[];
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
    if (problems.length > 0) {
      failures.push({ schedule: whole, problems, ...(keep && { keep }) });
      progress?.([`seed ${one} broke:`, ...problems].join('\n  - '));
    }
    if (problems.length === 0 && recoveryMs !== undefined) recoveries.push(recoveryMs);
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

/** Runs side by side of a smaller schedule: the trouble may depend on moments that no schedule decides, and on a busy machine. */
const TRIES = AT_ONCE;
/** Looking for a smaller schedule may take this long: a broken one takes all the patience there is. */
const SHRINK_WITHIN_MS = 120_000;

/** A broken run in words: few actions that still break it, and the command that repeats them. */
export async function explainInBrowser({ schedule, problems, keep }: BrokenBrowserRun): Promise<string> {
  const kind = kindOf(problems);
  const endMs = Date.now() + SHRINK_WITHIN_MS;
  const breaks = async (smaller: BrowserSchedule) => {
    if (Date.now() > endMs) return false;
    let broke = false;
    await eachInBrowser(TRIES, seeds(0, TRIES), async (browser) => {
      const run: BrowserRun = await runBrowserSchedule(browser, smaller);
      broke ||= run.problems.some((one) => kindOf([one]) === kind);
    });
    return broke;
  };
  const repeats = keep === undefined && (await breaks(schedule));
  const kept =
    keep ?? (repeats ? await shrink(schedule, breaks) : schedule.actions.map((_, number) => number));
  const note = repeats || keep ? undefined : `and did not in ${TRIES} more runs: it takes luck.`;
  return wordsOf({ schedule, problems, kept, level: 'browser', note });
}
