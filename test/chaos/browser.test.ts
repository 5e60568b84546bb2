import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Browser } from 'playwright-core';
import type { FaultRequest } from '../../demo/emulator/core/control-types.js';
import type { FaultType } from '../../demo/emulator/core/fault-table.js';
import { defaultTimings } from '../../demo/emulator/core/timings.js';
import { until } from '../demo/emulator/until.js';
import { judgeLogs } from './browser/judge.js';
import { runManyInBrowser } from './browser/many.js';
import { settle } from './browser/run-schedule.js';
import { openBrowser, openStage, type Stage } from './browser/stage.js';
import { Visitor } from './browser/visitor.js';

describe('random schedules in a browser', () => {
  it('break no invariant: 20 of them at a twentieth of real time', async () => {
    const { failures, summary } = await runManyInBrowser({ seed: 2_026, runs: 20 });
    const broken = failures.map(({ schedule, problems }) =>
      [`seed ${schedule.seed}`, ...problems].join('\n  '),
    );
    assert.deepEqual(broken, [], 'Repeat: npm run chaos -- --level browser --runs 1 --seed …');
    assert.match(summary, /^browser: 20 schedules .* every invariant held$/);
  });
});

interface Smoke {
  readonly fault: FaultRequest;
  /** When the sockets are cut, for a fault that is felt at the next connection. */
  readonly cut?: 'first' | 'last';
}

/** One case of each kind of fault that can strike a conversation, the slowest first; files have theirs in `test/e2e`. */
const faults: { readonly [T in Exclude<FaultType, 'bandwidth' | 'scanner'>]: Smoke } = {
  // These are found by a heartbeat that gets no answer.
  'half-open': { fault: { type: 'half-open' } },
  mute: { fault: { type: 'mute', topic: 'heartbeat', times: 2 } },
  'ping-failure': { fault: { type: 'ping-failure', times: 1 } },
  status: { fault: { type: 'status', operation: 'SendMessage', status: 500, when: 'after', times: 1 } },
  reset: { fault: { type: 'reset', operation: 'SendMessage', when: 'after', times: 1 } },
  latency: { fault: { type: 'latency', operation: '*', ms: 300, times: 2 } },
  throttle: { fault: { type: 'throttle' }, cut: 'first' },
  outage: { fault: { type: 'outage', ms: 300 } },
  'drop-sockets': { fault: { type: 'drop-sockets' } },
  'refuse-sockets': { fault: { type: 'refuse-sockets', times: 1 }, cut: 'first' },
  'subscribe-failure': { fault: { type: 'subscribe-failure', times: 1 }, cut: 'first' },
  'drop-items': { fault: { type: 'drop-items', times: 1 }, cut: 'last' },
  'delay-items': { fault: { type: 'delay-items', ms: 300, times: 1 } },
  'duplicate-items': { fault: { type: 'duplicate-items', copies: 2, ms: 100, times: 2 } },
  'reorder-items': { fault: { type: 'reorder-items', count: 3, times: 1 } },
  echo: { fault: { type: 'echo', order: 'before', times: 2 } },
  processing: { fault: { type: 'processing', status: 'PROCESSING', ms: 300, times: 1 } },
  'expiry-offset': { fault: { type: 'expiry-offset', ms: -86_400_000, times: 1 }, cut: 'first' },
  'clock-skew': { fault: { type: 'clock-skew', ms: 86_400_000 } },
};

/** What happens to pages. Both write meanwhile, where they can. */
const mishaps: Readonly<Record<string, (visitor: Visitor) => Promise<void>>> = {
  async 'no network'(visitor) {
    await visitor.setOffline(true);
    visitor.say(visitor.tab, 'composer');
    await visitor.tab.idle();
    await visitor.agentSays();
    await visitor.setOffline(false);
  },
  async 'a refresh'(visitor) {
    visitor.say(visitor.tab, 'composer');
    visitor.load(visitor.tab);
    await visitor.agentSays();
  },
  async 'a second tab'(visitor) {
    await visitor.openTab();
    for (const tab of visitor.tabs) visitor.say(tab, 'composer');
    await visitor.agentSays();
  },
  async 'a crash of the tab with the socket'(visitor) {
    await visitor.openTab();
    await visitor.closeTab(visitor.tab, true);
    await visitor.agentSays();
    visitor.say(visitor.tab, 'composer');
  },
  async sleep(visitor) {
    await visitor.tab.freeze(true);
    await visitor.control.addFault({ type: 'drop-sockets' });
    await visitor.agentSays();
    await visitor.tab.freeze(false);
  },
};

/** Of real time: two heartbeats without an answer, and what the machine makes of it. */
const HEALED_WITHIN_MS = 60_000;

describe('in real time, nothing is lost by', { concurrency: 5 }, () => {
  let browser: Browser;
  before(async () => (browser = await openBrowser()));
  after(() => browser.close());

  /** Lets `work` happen to a visitor in the middle of a chat, and looks at what came of it. */
  async function survive(
    storage: 'session' | 'local',
    work: (visitor: Visitor, stage: Stage) => Promise<void>,
    own: Browser = browser,
  ): Promise<void> {
    const stage = await openStage(own, { seed: 1, socketLifeMs: defaultTimings.socketLifeMs }, 1);
    try {
      const visitor = await Visitor.arrive(stage, storage, 1);
      await work(visitor, stage);
      const problems = await settle(visitor, Date.now() + HEALED_WITHIN_MS);
      assert.deepEqual([...stage.troubles, ...problems, ...(await judgeLogs(visitor))], []);
    } finally {
      await stage.close();
    }
  }

  for (const [name, { fault, cut }] of Object.entries(faults))
    it(name, () =>
      survive('session', async (visitor) => {
        await visitor.control.addFault(fault);
        if (cut === 'first') await visitor.control.addFault({ type: 'drop-sockets' });
        await visitor.agentSays();
        for (const by of ['composer', 'method'] as const) visitor.say(visitor.tab, by);
        await visitor.tab.idle();
        await visitor.agentSays();
        if (cut === 'last') await visitor.control.addFault({ type: 'drop-sockets' });
        const isSpent = async () => (await visitor.control.faults()).every((one) => !('left' in one));
        await until('the fault to have struck as often as it should', isSpent, HEALED_WITHIN_MS);
      }),
    );

  for (const [name, happen] of Object.entries(mishaps))
    it(name, async () => {
      // A renderer that dies may take the pages of others along.
      const own = await openBrowser();
      await survive('local', happen, own).finally(() => own.close());
    });

  it('code that tabs share a chat with and that cannot be fetched at first', () =>
    survive('local', async (visitor, { context }) => {
      await context.route(/\/chunks\/tabs-/, (route) => route.abort(), { times: 1 });
      await visitor.openTab();
      await visitor.agentSays();
      assert.equal(visitor.tabs.length, 2);
    }));
});
