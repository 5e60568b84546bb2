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
import { SPEED } from './browser/schedule.js';
import { openBrowser, openStage } from './browser/stage.js';
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
  /** Set where the fault is found by a heartbeat, which takes too long in real time. */
  readonly speed?: number;
}

/** One case of each kind of fault that can strike a conversation; files have theirs in `test/e2e`. */
const smoke: { readonly [T in Exclude<FaultType, 'bandwidth' | 'scanner'>]: Smoke } = {
  status: { fault: { type: 'status', operation: 'SendMessage', status: 500, when: 'after', times: 1 } },
  reset: { fault: { type: 'reset', operation: 'SendMessage', when: 'after', times: 1 } },
  latency: { fault: { type: 'latency', operation: '*', ms: 300, times: 2 } },
  throttle: { fault: { type: 'throttle' }, cut: 'first' },
  outage: { fault: { type: 'outage', ms: 300 } },
  'drop-sockets': { fault: { type: 'drop-sockets' } },
  'refuse-sockets': { fault: { type: 'refuse-sockets', times: 1 }, cut: 'first' },
  'half-open': { fault: { type: 'half-open' }, speed: SPEED },
  mute: { fault: { type: 'mute', topic: 'heartbeat', times: 2 }, speed: SPEED },
  'ping-failure': { fault: { type: 'ping-failure', times: 1 }, speed: SPEED },
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

describe('one fault of each kind', { concurrency: 4 }, () => {
  let browser: Browser;
  before(async () => (browser = await openBrowser()));
  after(() => browser.close());

  for (const [name, { fault, cut, speed = 1 }] of Object.entries(smoke)) {
    const pace = speed === 1 ? 'in real time' : `at 1/${speed} of real time`;
    it(`costs nothing, ${pace}: ${name}`, async () => {
      const socketLifeMs = defaultTimings.socketLifeMs / speed;
      const stage = await openStage(browser, { seed: 1, socketLifeMs }, speed);
      try {
        const visitor = await Visitor.arrive(stage, 'session', speed);
        await visitor.control.addFault(fault);
        if (cut === 'first') await visitor.control.addFault({ type: 'drop-sockets' });
        await visitor.agentSays();
        for (const by of ['composer', 'method'] as const) visitor.say(visitor.tab, by);
        await visitor.tab.idle();
        await visitor.agentSays();
        if (cut === 'last') await visitor.control.addFault({ type: 'drop-sockets' });
        const isSpent = async () => (await visitor.control.faults()).every((one) => !('left' in one));
        await until('the fault to have struck as often as it should', isSpent);
        const problems = await settle(visitor, Date.now() + 15_000);
        assert.deepEqual([...stage.troubles, ...problems, ...(await judgeLogs(visitor))], []);
      } finally {
        await stage.close();
      }
    });
  }
});
