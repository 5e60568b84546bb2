import assert from 'node:assert/strict';
import { after, afterEach, before, describe, it, type TestContext } from 'node:test';
import { defaultTimings, type Timings } from '../../src/engine/types.js';
import { until } from '../demo/emulator/until.js';
import { mount } from '../support/e2e-chat.js';
import { Stage } from '../support/e2e-stage.js';
import { agree, timed } from '../support/e2e-truth.js';

let stage: Stage;
before(async () => (stage = await Stage.open({ realTabs: true, clock: 'manual-offset' })));
afterEach(() => stage.control.clearFaults());
after(() => stage.close());

// What the browser itself logs about an answer or a socket that does not come.
const forgive = /Failed to load resource|WebSocket connection to/;
const absenceMs = 5 * 60_000;

/** Makes each wait of chance as long as it can be. */
function rollHigh(): void {
  const fill = crypto.getRandomValues.bind(crypto);
  crypto.getRandomValues = (array) => (array instanceof Uint32Array ? array.fill(2 ** 32 - 1) : fill(array));
}

/** A chat in a tab that another one then hides, with a socket that has gone dead without a word. */
async function hiddenAndDeaf(t: TestContext) {
  const page = await stage.visit(t, '/test/blank.html', {
    forgive,
    prepare: async (fresh) => {
      await fresh.clock.install();
      await fresh.addInitScript(rollHigh);
    },
  });
  const chat = await mount(page, { attributes: { storage: 'none' } });
  await chat.send('hello');
  const id = await chat.connected();
  await chat.messages('hello').filter({ hasText: 'Sent' }).waitFor();
  await stage.control.agent(id, 'join', { displayName: 'Maya' });
  await stage.visit(t, '/test/blank.html', { beside: page });
  await until('the page to be hidden', () => page.evaluate(() => document.hidden));
  await stage.control.fault('half-open', { contactId: id });
  return { page, chat, id };
}

const missed = ['are you there?', 'hello?', 'I’ll wait'];

describe('a page that was hidden for five minutes with a dead socket', () => {
  for (const [name, pass] of [
    ['while its timers ran', 'fastForward'],
    ['while the device slept and no timer ran', 'setSystemTime'],
  ] as const)
    it(`shows what it has missed within 2 s of being looked at, ${name}`, async (t) => {
      const { page, chat, id } = await hiddenAndDeaf(t);
      const now = await page.evaluate(() => Date.now());
      for (const [at, content] of missed.entries()) {
        await stage.control.agent(id, 'message', { content });
        const step = absenceMs / missed.length;
        await stage.control.advance(step);
        if (pass === 'fastForward') await page.clock.fastForward(step);
        else await page.clock.setSystemTime(now + (at + 1) * step);
      }
      const ms = await timed(async () => {
        await page.bringToFront();
        for (const text of missed) await chat.messages(text).waitFor();
      });
      t.diagnostic(`what was missed shows after ${ms} ms`);
      assert.ok(ms <= 2_000, `${ms} ms`);
      await chat.send('here I am');
      await agree(chat, stage.control, id, ['hello', 'here I am']);
    });
});

/** All times 20 times shorter: a minute is three seconds. */
const hurry = 20;
const timings = Object.fromEntries(
  Object.entries(defaultTimings).map(([name, ms]) => [name, ms / hurry]),
) as unknown as Timings;

describe('a service that is gone for a minute', () => {
  for (const [name, type, more] of [
    ['is not there at all', 'outage', { ms: 60_000 }],
    ['lets nobody connect', 'reset', { operation: 'CreateParticipantConnection' }],
    ['answers everything with 500', 'status', { operation: '*', status: 500 }],
    ['answers everything with 429', 'status', { operation: '*', status: 429 }],
  ] as const)
    it(`is found within one backoff step of its return when it ${name}`, async (t) => {
      const page = await stage.visit(t, '/test/blank.html', { forgive });
      const chat = await mount(page, {
        attributes: { storage: 'none' },
        properties: { transport: { timings } },
      });
      await chat.send('hello');
      const id = await chat.connected();
      await chat.messages('hello').filter({ hasText: 'Sent' }).waitFor();
      const gone = performance.now();
      await stage.control.fault(type, more);
      await stage.control.fault('drop-sockets', { contactId: id });
      await chat.when('the loss', ({ connection }) => connection === 'reconnecting');
      await chat.send('written meanwhile');
      await until('a minute of it', () => performance.now() - gone >= 60_000 / hurry);
      assert.equal((await chat.state()).connection, 'reconnecting');
      const ms = await timed(async () => {
        await stage.control.clearFaults();
        await chat.connected();
      });
      const stepMs = timings.retryMaxMs + timings.requestTimeoutMs;
      t.diagnostic(`connected after ${ms} ms, which stand for ${(ms * hurry) / 1_000} s`);
      assert.ok(ms <= stepMs, `${ms} ms`);
      await agree(chat, stage.control, id, ['hello', 'written meanwhile']);
    });
});
