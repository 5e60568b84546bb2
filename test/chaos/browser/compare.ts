import { createRequire } from 'node:module';
import { openChatJs } from './chatjs-client.js';
import { openElement, type Client } from './client.js';
import { tryClient, type Fate } from './compare-run.js';
import { eachInBrowser, seeds } from './many.js';
import { makeBrowserSchedule, withoutPages } from './schedule.js';
import type { Stage } from './stage.js';
import { median, percentile } from './statistics.js';

const AT_ONCE = 4;
const PROGRESS_EVERY = 20;

const { version } = createRequire(import.meta.url)('amazon-connect-chatjs/package.json') as {
  readonly version: string;
};

/**
 * Puts our element and the published ChatJS through the same schedules, and prints how their chats came through. The answer is the exit status: 1 if one of
 * ours lost, doubled or misplaced anything.
 */
export async function compare({
  seed,
  runs,
  progress,
}: {
  readonly seed: number;
  readonly runs: number;
  readonly progress?: (line: string) => void;
}): Promise<number> {
  const ours: Fate[] = [];
  const theirs: Fate[] = [];
  await eachInBrowser(Math.min(AT_ONCE, runs), seeds(seed, runs), async (browser, one) => {
    const schedule = withoutPages(makeBrowserSchedule(one));
    const run = (open: (stage: Stage) => Promise<Client>) => tryClient(browser, schedule, open);
    ours.push(await run(openElement));
    theirs.push(await run(openChatJs));
    if (theirs.length % PROGRESS_EVERY === 0) progress?.(`${theirs.length} schedules`);
  });
  const [left, right] = [columnOf(ours), columnOf(theirs)];
  console.log(row('', 'connect-chat', `ChatJS ${version}`));
  for (const [index, name] of rows.entries()) console.log(row(name, left[index] ?? '', right[index] ?? ''));
  const broken = ours.filter((fate) => !isWhole(fate)).length;
  console.log(
    `compare: ${ours.length} schedules from seed ${seed}: ${broken === 0 ? 'every chat of ours came through whole' : `${broken} chats of ours did not come through whole`}`,
  );
  return broken === 0 ? 0 : 1;
}

const rows = [
  'chats that survived',
  'messages lost',
  'messages duplicated',
  'messages out of order',
  'chats that showed all',
  'their recovery, median',
  'their recovery, p95',
];

function columnOf(fates: readonly Fate[]): readonly string[] {
  const sum = (of: (fate: Fate) => number) => fates.reduce((total, fate) => total + of(fate), 0);
  const recoveries = fates.flatMap(({ recoveryMs }) => recoveryMs ?? []);
  const ms = (value: number | undefined) => (value === undefined ? 'never' : `${value} ms`);
  return [
    `${fates.filter(({ survived }) => survived).length} of ${fates.length}`,
    `${sum(({ lost }) => lost)} of ${sum(({ said }) => said)}`,
    `${sum(({ duplicated }) => duplicated)}`,
    `${sum(({ misordered }) => misordered)}`,
    `${recoveries.length} of ${fates.length}`,
    ms(median(recoveries)),
    ms(percentile(recoveries, 95)),
  ];
}

const isWhole = ({ survived, lost, duplicated, misordered }: Fate) =>
  survived && lost + duplicated + misordered === 0;

const row = (name: string, ours: string, theirs: string) => name.padEnd(24) + ours.padEnd(18) + theirs;
