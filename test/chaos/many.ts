import { makeSchedule, type Schedule } from './actions.js';
import { wordsOf } from './explanation.js';
import { runSchedule } from './run-schedule.js';
import { only, shrink } from './shrink.js';

/** A schedule that broke an invariant. */
export interface BrokenRun {
  readonly schedule: Schedule;
  readonly problems: readonly string[];
  /** Numbers of the actions that were run; all of them, unless told otherwise. */
  readonly keep?: readonly number[];
}

/** What came of many runs. */
export interface Outcome {
  readonly failures: readonly BrokenRun[];
  /** One plain line. */
  readonly summary: string;
}

const PROGRESS_EVERY = 1_000;
/** Beyond these, more of the same helps nobody. */
const MAX_FAILURES = 100;

/** Runs the schedules of `runs` seeds, beginning with `seed`. */
export async function runMany({
  seed,
  runs,
  keep,
  progress,
}: {
  readonly seed: number;
  readonly runs: number;
  readonly keep?: readonly number[];
  readonly progress?: (line: string) => void;
}): Promise<Outcome> {
  const began = Date.now();
  const failures: BrokenRun[] = [];
  let done = 0;
  let actions = 0;
  for (; done < runs && failures.length < MAX_FAILURES; done += 1) {
    const whole = makeSchedule(seed + done);
    const schedule = keep ? only(whole, keep) : whole;
    actions += schedule.actions.length;
    const problems = await runSchedule(schedule);
    if (problems.length > 0) failures.push({ schedule: whole, problems, ...(keep && { keep }) });
    if ((done + 1) % PROGRESS_EVERY === 0) progress?.(`${done + 1} schedules, ${failures.length} broken`);
  }
  const seconds = ((Date.now() - began) / 1_000).toFixed(1);
  const summary =
    `engine: ${done} schedules from seed ${seed}, ${actions} actions, ${seconds} s: ` +
    (failures.length === 0 ? 'every invariant held' : `${failures.length} broke an invariant`);
  return { failures, summary };
}

/** A broken run in words: the fewest actions that still break it, and the command that repeats them. */
export async function explain({ schedule, problems, keep }: BrokenRun): Promise<string> {
  const kind = kindOf(problems);
  const kept =
    keep ??
    (await shrink(schedule, async (smaller) =>
      (await runSchedule(smaller)).some((one) => kind === kindOf([one])),
    ));
  return wordsOf({ schedule, problems, kept, level: 'engine' });
}

/** The part before the colon: shrinking must not wander off to other trouble. */
export const kindOf = ([first = '']: readonly string[]) => first.split(':')[0];

/** How often each kind of trouble came, the most frequent first. */
export function tally(
  failures: readonly Pick<BrokenRun, 'problems'>[],
): readonly (readonly [problem: string, count: number])[] {
  const counts = new Map<string, number>();
  for (const { problems } of failures)
    for (const problem of problems) counts.set(problem, (counts.get(problem) ?? 0) + 1);
  return [...counts].sort(([, a], [, b]) => b - a);
}

/** The first broken run of each kind, where its kind is its first problem's. */
export function onePerKind<Run extends Pick<BrokenRun, 'problems'>>(
  failures: readonly Run[],
): readonly Run[] {
  const known = new Set<string | undefined>();
  return failures.filter(({ problems }) => {
    const kind = kindOf(problems);
    if (known.has(kind)) return false;
    known.add(kind);
    return true;
  });
}
