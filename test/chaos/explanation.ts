/** A schedule that broke an invariant, in words, with the command that repeats it. */
export interface Explanation {
  readonly schedule: { readonly seed: number; readonly actions: readonly unknown[] };
  readonly problems: readonly string[];
  /** Numbers of the actions that are to be repeated. */
  readonly kept: readonly number[];
  readonly level: 'engine' | 'browser';
  /** Said before the command. */
  readonly note?: string | undefined;
}

/** @returns several lines, the last of them empty. */
export function wordsOf({ schedule, problems, kept, level, note }: Explanation): string {
  const { actions, ...rest } = schedule;
  return [
    `Seed ${schedule.seed} broke:`,
    ...problems.map((problem) => `  - ${problem}`),
    `  with ${JSON.stringify(rest)}`,
    ...kept.map((number) => `  ${number}: ${JSON.stringify(actions[number])}`),
    ...(note === undefined ? [] : [`  ${note}`]),
    `Repeat: npm run chaos -- --level ${level} --seed ${schedule.seed} --runs 1 --keep "${kept.join(',')}"`,
    '',
  ].join('\n');
}
