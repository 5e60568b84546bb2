import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { CDPSession, Page } from 'playwright-core';
import type { ConnectChat } from '../../src/connect-chat.js';
import { until } from '../demo/emulator/until.js';
import { mount, type ChatView } from '../support/e2e-chat.js';
import { Stage } from '../support/e2e-stage.js';

const cycles = 50;
/** By then everything that is loaded or made once is there. */
const settledBy = 5;

let stage: Stage;
before(async () => (stage = await Stage.open()));
after(() => stage.close());

declare global {
  interface Window {
    /** Timers and intervals of the page that wait. */
    timers: Set<unknown>;
  }
}

/** Runs in the page before anything else of it and counts the timers that wait. */
function countTimers(): void {
  const timers = (window.timers = new Set());
  const { setTimeout, clearTimeout, setInterval, clearInterval } = window;
  const set = (call: (work: () => void, ms?: number) => number, once: boolean) =>
    function (work: TimerHandler, ms?: number, ...args: unknown[]): number {
      const id = call.call(
        window,
        () => {
          if (once) timers.delete(id);
          if (typeof work === 'function') work(...args);
        },
        ms,
      );
      timers.add(id);
      return id;
    };
  const clear = (call: (id?: number) => void) =>
    function (id?: number): void {
      timers.delete(id);
      call.call(window, id);
    };
  Object.assign(window, {
    setTimeout: set(setTimeout as (work: () => void, ms?: number) => number, true),
    clearTimeout: clear(clearTimeout),
    setInterval: set(setInterval as (work: () => void, ms?: number) => number, false),
    clearInterval: clear(clearInterval),
  });
}

/** What there is in a page, after the garbage has been taken away. */
async function inventory(page: Page, devtools: CDPSession, timers: number) {
  // What was announced stands for ten seconds.
  await until(
    'the timers to elapse',
    async () => (await page.evaluate(() => window.timers.size)) <= timers,
    15_000,
  );
  await devtools.send('HeapProfiler.collectGarbage');
  const { metrics } = await devtools.send('Performance.getMetrics');
  const metric = (wanted: string) => metrics.find(({ name }) => name === wanted)?.value ?? Number.NaN;
  const { detachedNodes } = await devtools.send('DOM.getDetachedDomNodes');
  return {
    counts: {
      listeners: metric('JSEventListeners'),
      documents: metric('Documents'),
      detached: detachedNodes.length,
    },
    nodes: metric('Nodes'),
    heapMb: Number((metric('JSHeapUsedSize') / 2 ** 20).toFixed(2)),
  };
}

async function openSockets(): Promise<number> {
  const all = await stage.control.contacts();
  const truths = await Promise.all(all.map(({ contactId }) => stage.control.contact(contactId)));
  return truths.reduce((sum, { sockets }) => sum + sockets.length, 0);
}

async function live(chat: ChatView, round: number): Promise<void> {
  // Not typed: a browser keeps what was typed for "undo", in nodes of its own.
  await chat.element.evaluate((element: ConnectChat, text) => element.send(text), `message ${round}`);
  const id = await chat.connected();
  await chat.messages(`message ${round}`).filter({ hasText: 'Sent' }).waitFor();
  await stage.control.agent(id, 'join', { displayName: 'Maya' });
  await stage.control.agent(id, 'message', { content: `answer ${round}` });
  await chat.messages(`answer ${round}`).waitFor();
}

/** Begins the next chat after one that has ended. */
type Renewal = (chat: ChatView) => Promise<void>;

const pressButton: Renewal = (chat) => chat.button('Start a new chat').click();

const replaceElement: Renewal = (chat) =>
  chat.element.evaluate(
    (element: ConnectChat) =>
      new Promise<void>((resolve) => {
        const copy = element.cloneNode(true);
        const parent = element.parentElement;
        element.remove();
        // Only a removal that outlasts its task is one.
        requestAnimationFrame(() => {
          parent?.append(copy);
          resolve();
        });
      }),
  );

describe('fifty chats in one page', () => {
  for (const [name, storage, timers, renew] of [
    ['begun anew with the button', 'session', 0, pressButton],
    // The tab that owns a shared chat gives its signs of life.
    ['begun anew with the button, shared between tabs', 'local', 1, pressButton],
    ['begun anew in a fresh element', 'session', 0, replaceElement],
  ] as const)
    it(`leave nothing behind: ${name}`, { timeout: 180_000 }, async (t) => {
      const page = await stage.visit(t, '/test/blank.html', {
        prepare: (fresh) => fresh.addInitScript(countTimers),
      });
      const devtools = await page.context().newCDPSession(page);
      for (const domain of ['Performance', 'DOM'] as const) await devtools.send(`${domain}.enable`);
      const chat = await mount(page, { attributes: { storage } });
      const found: Awaited<ReturnType<typeof inventory>>[] = [];
      for (let round = 1; round <= cycles; round += 1) {
        await live(chat, round);
        await chat.element.evaluate((element: ConnectChat) => element.end());
        await chat.button('Start a new chat').waitFor();
        if (round === settledBy || round === cycles) found.push(await inventory(page, devtools, timers));
        if (round < cycles) await renew(chat);
      }
      const [early, late] = found;
      t.diagnostic(`after ${settledBy}: ${JSON.stringify(early)}; after ${cycles}: ${JSON.stringify(late)}`);
      await until('no socket', async () => (await openSockets()) === 0);
      assert.ok(early && late);
      assert.deepEqual(late.counts, early.counts);
      // The browser's own come and go by one or two; one of ours for each chat would be 45.
      assert.ok(Math.abs(late.nodes - early.nodes) < 10);
      assert.ok(late.heapMb < early.heapMb + 3);
    });
});
