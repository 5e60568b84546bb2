import assert from 'node:assert/strict';
import type { TestContext } from 'node:test';
import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright-core';
import { localStartChat } from '../../demo/backend/local.js';
import { defaultTimings, type EmulatorTimings } from '../../demo/emulator/core/timings.js';
import { startEmulator, type RunningEmulator } from '../../demo/emulator/server.js';
import { findBrowser } from './browser.mjs';
import { Control } from './e2e-control.js';
import { createTestPages, type Answer } from './e2e-pages.js';
import { eventNames, nameHelper, record } from './e2e-recorder.js';

/** The script's pace quickened; the service's own times as they are. */
const timings: EmulatorTimings = {
  ...defaultTimings,
  echoGapMs: 2,
  deliveredMs: 10,
  readMs: 25,
  botTypingMs: 40,
  streamChunkMs: 30,
  agentTypingMs: 40,
  // Only a test that takes the contact itself asks for an agent.
  handOverWaitMs: 60_000,
};

/** How a page is visited. */
export interface VisitOptions extends BrowserContextOptions {
  /** Console messages that belong to the test, such as the browser's own about a 500. */
  readonly forgive?: RegExp;
  /** Called with the page before it goes anywhere. */
  readonly prepare?: (page: Page) => unknown;
}

/** One browser, one emulator and the pages between them, for the tests of a file. */
export class Stage {
  readonly origin: string;
  readonly control: Control;
  readonly #browser: Browser;
  readonly #server: RunningEmulator;
  readonly #answers: Map<string, Answer>;

  private constructor(browser: Browser, server: RunningEmulator, answers: Map<string, Answer>) {
    this.#browser = browser;
    this.#server = server;
    this.#answers = answers;
    this.origin = server.origin;
    this.control = new Control(server.endpoints.controlEndpoint);
    // Starts a contact in which nobody answers unless the test does.
    this.answer('/test/start', async () =>
      Response.json({ data: { startChatResult: await this.control.start({ displayName: 'Sam' }) } }),
    );
  }

  static async open(): Promise<Stage> {
    const answers = new Map<string, Answer>();
    const { executablePath, args, env } = await findBrowser();
    const browser = await chromium.launch({
      executablePath,
      args: [...args],
      env: { ...env },
      headless: true,
    });
    const server = await startEmulator({
      timings,
      pages: createTestPages(answers),
      startChat: localStartChat({
        connectEndpoint: () => server.endpoints.connectEndpoint,
        log: () => undefined,
      }),
    });
    return new Stage(browser, server, answers);
  }

  async close(): Promise<void> {
    await this.#browser.close();
    await this.#server.close();
  }

  /** Answers requests to `path`, in place of whatever did so before. */
  answer(path: string, answer: Answer): void {
    this.#answers.set(path, answer);
  }

  /**
   * A page of a fresh visitor, until the end of the test `t`. The test fails when the page logs an error or a warning, throws, breaks its
   * policy, or asks another host for anything.
   */
  async visit(t: TestContext, path: string, options: VisitOptions = {}): Promise<Page> {
    const { forgive, prepare, ...contextOptions } = options;
    const context = await this.#browser.newContext({
      locale: 'en-GB',
      timezoneId: 'Asia/Kathmandu',
      ...contextOptions,
    });
    context.setDefaultTimeout(10_000);
    await context.addInitScript(nameHelper);
    await context.addInitScript(record, eventNames);
    const page = await context.newPage();
    const troubles = this.#watch(page, forgive);
    await prepare?.(page);
    t.after(async () => {
      const violations = await page.evaluate(() => window.recorded.violations);
      await context.close();
      assert.deepEqual([...troubles, ...violations], []);
    });
    await page.goto(this.origin + path);
    return page;
  }

  #watch(page: Page, forgive: RegExp | undefined): readonly string[] {
    const troubles: string[] = [];
    const add = (trouble: string) => {
      if (!forgive?.test(trouble)) troubles.push(trouble);
    };
    const { host } = new URL(this.origin);
    const look = (url: string) => {
      if (new URL(url).host !== host) add(`request to ${url.slice(0, 200)}`);
    };
    page.on('console', (message) => {
      if (['error', 'warning', 'assert'].includes(message.type())) add(message.text());
    });
    page.on('pageerror', (error) => add(`thrown: ${error.stack ?? String(error)}`));
    page.on('request', (request) => look(request.url()));
    page.on('websocket', (socket) => look(socket.url()));
    page.on('popup', (popup) => add(`opened ${popup.url()}`));
    return troubles;
  }
}
