import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { CDPSession, Page } from 'playwright-core';
import type { ConnectChat } from '../../src/connect-chat.js';
import { until } from '../demo/emulator/until.js';
import { mount, type ChatView } from '../support/e2e-chat.js';
import { Stage } from '../support/e2e-stage.js';

/** By then everything that is loaded or made once is there. */
const settledBy = 5;

let stage: Stage;
before(async () => (stage = await Stage.open()));
after(() => stage.close());

declare global {
  interface Window {
    /** Timers and intervals of the page that wait, and what ends the wait of those that were set for ten seconds. */
    timers: Map<number, (() => void) | undefined>;
  }
}

/** Runs in the page before anything else of it and counts the timers that wait. */
function countTimers(): void {
  const timers = (window.timers = new Map<number, (() => void) | undefined>());
  const { setTimeout, clearTimeout, setInterval, clearInterval } = window;
  const set = (call: (work: () => void, ms?: number) => number, once: boolean) =>
    function (work: TimerHandler, ms?: number, ...args: unknown[]): number {
      const elapse = () => {
        if (once) clearTimeout(id);
        if (once) timers.delete(id);
        if (typeof work === 'function') (work as (...given: unknown[]) => void)(...args);
      };
      const id = call.call(window, elapse, ms);
      timers.set(id, ms === 10_000 ? elapse : undefined);
      return id;
    };
  const clear = (call: (id?: number) => void) =>
    function (id?: number): void {
      if (id !== undefined) timers.delete(id);
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
  // What was announced stands for ten seconds. A timer that is set again each time would stay.
  await page.evaluate(() => {
    for (const elapse of [...window.timers.values()]) elapse?.();
  });
  await until(
    'the timers to elapse',
    async () => (await page.evaluate(() => window.timers.size)) <= timers,
    5_000,
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

async function openSockets(ids: readonly string[]): Promise<number> {
  const truths = await Promise.all(ids.map((id) => stage.control.contact(id)));
  return truths.reduce((sum, { sockets }) => sum + sockets.length, 0);
}

/** A short conversation; returns the contact. */
async function live(chat: ChatView, round: number): Promise<string> {
  // Not typed: a browser keeps what was typed for "undo", in nodes of its own.
  await chat.element.evaluate((element: ConnectChat, text) => element.send(text), `message ${round}`);
  const id = await chat.connected();
  await chat.messages(`message ${round}`).filter({ hasText: 'Sent' }).waitFor();
  await stage.control.agent(id, 'join', { displayName: 'Maya' });
  await stage.control.agent(id, 'message', { content: `answer ${round}` });
  await chat.messages(`answer ${round}`).waitFor();
  return id;
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

// What the browser itself logs about a receipt that the end of its chat has overtaken.
const forgive = /status of 403/;

// They wait more than they work, so they wait together.
describe('many chats in one page, one after the other', { concurrency: true }, () => {
  for (const [name, storage, timers, cycles, renew] of [
    ['fifty, begun anew with the button', 'session', 0, 50, pressButton],
    // The tab that owns a shared chat gives its signs of life.
    ['twenty, begun anew with the button, shared between tabs', 'local', 1, 20, pressButton],
    ['twenty, begun anew in a fresh element', 'session', 0, 20, replaceElement],
  ] as const)
    it(`leave nothing behind: ${name}`, { timeout: 120_000 }, async (t) => {
      const page = await stage.visit(t, '/test/blank.html', {
        forgive,
        prepare: (fresh) => fresh.addInitScript(countTimers),
      });
      const devtools = await page.context().newCDPSession(page);
      for (const domain of ['Performance', 'DOM'] as const) await devtools.send(`${domain}.enable`);
      const chat = await mount(page, { attributes: { storage } });
      const found: Awaited<ReturnType<typeof inventory>>[] = [];
      const ids: string[] = [];
      for (let round = 1; round <= cycles; round += 1) {
        ids.push(await live(chat, round));
        await chat.element.evaluate((element: ConnectChat) => element.end());
        await chat.button('Start a new chat').waitFor();
        if (round === settledBy || round === cycles) found.push(await inventory(page, devtools, timers));
        if (round < cycles) await renew(chat);
      }
      const [early, late] = found;
      t.diagnostic(`after ${settledBy}: ${JSON.stringify(early)}; after ${cycles}: ${JSON.stringify(late)}`);
      assert.equal(new Set(ids).size, cycles);
      await until('no socket', async () => (await openSockets(ids)) === 0);
      assert.ok(early && late);
      assert.deepEqual(late.counts, early.counts);
      // The browser's own come and go by one or two; one of ours for each chat would be 15.
      assert.ok(Math.abs(late.nodes - early.nodes) < 10, `${late.nodes - early.nodes} nodes`);
      assert.ok(late.heapMb < early.heapMb + 3, `${late.heapMb - early.heapMb} MB`);
    });
});
