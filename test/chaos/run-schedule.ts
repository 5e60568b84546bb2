import type { Schedule } from './actions.js';
import { judge } from './judge.js';
import { perform, wakeEverything } from './perform.js';
import { World, type Tab } from './world.js';

const ROUND_MS = 15_000;
const MAX_ROUNDS = 60;

/** Runs a schedule, heals everything, waits until it is quiet, and tells what does not hold. Nothing, if all is well. */
export async function runSchedule(schedule: Schedule): Promise<readonly string[]> {
  const world = new World(schedule);
  const thrown = new Set<string>();
  const note = (error: unknown) => {
    thrown.add(
      `uncaught: ${error instanceof Error ? (error.stack ?? error.message).slice(0, 300) : String(error)}`,
    );
  };
  process.on('unhandledRejection', note);
  try {
    await begin(world);
    for (const action of schedule.actions) world.time.after(action.atMs, () => perform(world, action));
    await world.time.run(world.time.now + (schedule.actions.at(-1)?.atMs ?? 0) + 1_000);
    await heal(world);
  } catch (error) {
    note(error);
  } finally {
    process.off('unhandledRejection', note);
  }
  const problems = [...thrown, ...judge(world)];
  for (const tab of world.tabs) tab.session.close();
  return problems;
}

async function begin(world: World): Promise<void> {
  const tab = world.open();
  await world.time.run(world.time.now + 10);
  world.send(tab);
}

/** Whatever is broken is whole again, and the person does what people do: begins again, tries again, reads on. */
async function heal(world: World): Promise<void> {
  // What the schedule has set off last, such as a nap, comes to its end first.
  world.network.heal();
  wakeEverything(world);
  for (let round = 0; round < MAX_ROUNDS; round += 1) {
    await world.time.run(world.time.now + ROUND_MS);
    world.network.heal();
    wakeEverything(world);
    if (round >= 6 && !care(world)) break;
  }
  // Long enough for a renewal, which fetches whatever a socket has swallowed, and for the service to forget dead sockets.
  await world.time.run(world.time.now + world.schedule.lifetimeMs + 70_000);
  await readAll(world);
  for (let wait = 0; wait < 200 && isBusy(world); wait += 1) await world.time.run(world.time.now + 500);
}

/** One round of patience; true if there was something left to do. */
function care(world: World): boolean {
  return world.tabs.map(careInTab).some((left) => left);
}

function careInTab(tab: Tab): boolean {
  const { session, entries, outbox } = tab.session.snapshot;
  const waits = outbox.length > 0;
  if (session.phase === 'failed' || (session.phase === 'idle' && waits)) tab.session.send({ type: 'start' });
  const failed = entries.filter(
    ({ delivery, problem }) => delivery === 'failed' && problem?.code !== 'chat/ended',
  );
  for (const { key } of failed) tab.session.send({ type: 'retry-message', key });
  return waits || failed.length > 0 || (session.phase !== 'connected' && session.phase !== 'ended');
}

async function readAll(world: World): Promise<void> {
  for (let page = 0; page < 60; page += 1) {
    const unread = world.tabs.filter(({ session }) => session.snapshot.history === 'more');
    const [tab] = unread;
    if (!tab) return;
    tab.session.send({ type: 'load-older' });
    await world.time.run(world.time.now + 500);
  }
}

const isBusy = ({ tabs }: World) =>
  tabs.some(
    ({ page, session: { snapshot } }) =>
      page.calls > 0 || (snapshot.session.phase === 'connected' && snapshot.session.renewing !== undefined),
  );
