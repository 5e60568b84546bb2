import type { Browser } from 'playwright-core';
import { setTimeout as delay } from 'node:timers/promises';
import { judge, judgeLogs } from './judge.js';
import { heal, performAll } from './perform.js';
import type { BrowserSchedule } from './schedule.js';
import { openStage } from './stage.js';
import { Visitor } from './visitor.js';

/** What came of one schedule. */
export interface BrowserRun {
  /** What does not hold; nothing, if all is well. */
  readonly problems: readonly string[];
  /** From the moment when all was whole to the one when all pages showed all; undefined if they never did. */
  readonly recoveryMs: number | undefined;
}

/** When it is no longer a matter of patience. The longest wait of a chat is a second and a half; a busy machine may need many times that. */
const QUIET_WITHIN_MS = 30_000;
const LOOK_EVERY_MS = 25;
/** What a fault has done shows at the second heartbeat after it at the latest: an answer that never came, a socket that is gone. */
const FELT_WITHIN_MS = 1_000;

/** Has been seen to be right, and for a moment is not each time that a socket is renewed: the new one is there before the old one goes. */
const passing = /^(sockets|timers):/;

/** Runs a schedule in a browser, heals everything, waits until it is quiet, and tells what does not hold. */
export async function runBrowserSchedule(browser: Browser, schedule: BrowserSchedule): Promise<BrowserRun> {
  const stage = await openStage(browser, schedule);
  try {
    const visitor = await Visitor.arrive(stage, schedule.storage);
    await performAll(visitor, schedule);
    await heal(visitor, schedule);
    const healedAt = Date.now();
    const { tab } = visitor;
    visitor.say(tab, 'composer');
    await visitor.agentSays();
    const endMs = healedAt + QUIET_WITHIN_MS;
    const first = await settle(visitor, endMs);
    const recoveryMs = first.length === 0 ? Date.now() - healedAt : undefined;
    // This is no wait for something to have happened, but for nothing more to happen.
    await delay(Math.max(0, healedAt + FELT_WITHIN_MS - Date.now()));
    const problems = first.length === 0 ? await settle(visitor, endMs) : first;
    await tab.idle();
    // What has become true stays true, and is what is rendered.
    const after = problems.length > 0 ? [] : [...(await judgeLogs(visitor)), ...(await judge(visitor))];
    const lasting = after.filter((problem) => !passing.test(problem));
    return { problems: [...stage.troubles, ...problems, ...lasting], recoveryMs };
  } catch (error) {
    return { problems: [...stage.troubles, `broke off: ${String(error)}`], recoveryMs: undefined };
  } finally {
    await stage.close();
  }
}

/** Looks until all is well, and does meanwhile what people do; the answer is what is still wrong when the time is over. */
export async function settle(visitor: Visitor, endMs: number): Promise<readonly string[]> {
  for (;;) {
    const problems = await judge(visitor);
    if (problems.length === 0 || Date.now() > endMs) return problems;
    await visitor.care();
    await delay(LOOK_EVERY_MS);
  }
}
