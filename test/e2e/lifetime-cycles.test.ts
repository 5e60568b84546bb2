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
async function inventory(page: Page, devtools: CDPSession) {
  await until('no timer to wait', () => page.evaluate(() => window.timers.size === 0));
  await devtools.send('HeapProfiler.collectGarbage');
  const { metrics } = await devtools.send('Performance.getMetrics');
  const metric = (wanted: string) => metrics.find(({ name }) => name === wanted)?.value ?? Number.NaN;
  const { detachedNodes } = await devtools.send('DOM.getDetachedDomNodes');
  return {
    listeners: metric('JSEventListeners'),
    nodes: metric('Nodes'),
    documents: metric('Documents'),
    detached: detachedNodes.length,
    heapMb: metric('JSHeapUsedSize') / 2 ** 20,
  };
}

async function openSockets(): Promise<number> {
  const all = await stage.control.contacts();
  const truths = await Promise.all(all.map(({ contactId }) => stage.control.contact(contactId)));
  return truths.reduce((sum, { sockets }) => sum + sockets.length, 0);
}

async function live(chat: ChatView, round: number): Promise<void> {
  await chat.send(`message ${round}`);
  const id = await chat.connected();
  await chat.messages(`message ${round}`).filter({ hasText: 'Sent' }).waitFor();
  await stage.control.agent(id, 'join', { displayName: 'Maya' });
  await stage.control.agent(id, 'message', { content: `answer ${round}` });
  await chat.messages(`answer ${round}`).waitFor();
}

describe('fifty chats in one page', () => {
  for (const [name, storage, renew] of [
    ['ended and begun anew', 'local', undefined],
    [
      'ended and taken away with their element, which is put back',
      'session',
      (chat: ChatView) =>
        chat.element.evaluate((element: ConnectChat) => {
          const parent = element.parentElement;
          element.remove();
          // Only a removal that lasts longer than a task is one.
          return new Promise<void>((resolve) =>
            requestAnimationFrame(() => {
              parent?.append(element.cloneNode(true));
              resolve();
            }),
          );
        }),
    ],
  ] as const)
    it(`leave nothing behind: ${name}`, { timeout: 180_000 }, async (t) => {
      const page = await stage.visit(t, '/test/blank.html', {
        prepare: (fresh) => fresh.addInitScript(countTimers),
      });
      const devtools = await page.context().newCDPSession(page);
      await devtools.send('Performance.enable');
      await devtools.send('DOM.enable');
      const chat = await mount(page, { attributes: { storage, 'confirm-end-disabled': true } });
      let early: Awaited<ReturnType<typeof inventory>> | undefined;
      for (let round = 1; round <= cycles; round += 1) {
        await live(chat, round);
        await chat.element.evaluate((element: ConnectChat) => element.end());
        if (renew) await renew(chat);
        else await chat.button('Start a new chat').click();
        await chat.composer.waitFor();
        if (!renew) await chat.connected();
        if (round === settledBy || round === cycles) {
          if (!renew) await chat.element.evaluate((element: ConnectChat) => element.end());
        }
      }
    });
});
