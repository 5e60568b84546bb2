import assert from 'node:assert/strict';
import type { TestContext } from 'node:test';
import { launch } from 'chrome-launcher';
import {
  chromium,
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  type Page,
} from 'playwright-core';
import { localAuthentication, localStartChat } from '../../demo/backend/local.js';
import { defaultTimings, type EmulatorTimings } from '../../demo/emulator/core/timings.js';
import { startEmulator, type RunningEmulator } from '../../demo/emulator/server.js';
import { findBrowser } from './browser.mjs';
import { Control } from './e2e-control.js';
import { chatDocument, createTestPages, type Answer } from './e2e-pages.js';
import { coverOthers } from './e2e-tabs.js';
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
  /** Opens another tab of the visitor of that page. */
  readonly beside?: Page;
  /** The page may open windows, which are held to the same. */
  readonly popups?: boolean;
}

/** What the pages run in. */
export interface StageOptions {
  /**
   * The browser as a person has it: the tab in front hides the others, hidden ones can be frozen, and pages are kept for "back". All visits are then
   * one visitor's, who forgets nothing between them. Default: what the driver makes of it, with a fresh visitor for each visit.
   */
  readonly realTabs?: boolean;
  /** `manual-offset`: the emulator's clock can be moved ahead. */
  readonly clock?: 'system' | 'manual-offset';
  readonly timings?: Partial<EmulatorTimings>;
}

interface Cast {
  readonly browser: Browser;
  readonly realTabs: boolean;
  readonly isShell: boolean;
  readonly server: RunningEmulator;
  readonly answers: Map<string, Answer>;
}

/** One browser, one emulator and the pages between them, for the tests of a file. */
export class Stage {
  readonly origin: string;
  readonly control: Control;
  readonly #browser: Browser;
  readonly #server: RunningEmulator;
  readonly #realTabs: boolean;
  readonly #isShell: boolean;
  readonly #answers: Map<string, Answer>;

  private constructor({ browser, realTabs, isShell, server, answers }: Cast) {
    this.#browser = browser;
    this.#realTabs = realTabs;
    this.#isShell = isShell;
    this.#server = server;
    this.#answers = answers;
    this.origin = server.origin;
    this.control = new Control(server.endpoints.controlEndpoint);
    // Starts a contact in which nobody answers unless the test does.
    this.answer('/test/start', async () =>
      Response.json({ data: { startChatResult: await this.control.start({ displayName: 'Sam' }) } }),
    );
  }

  static async open({ realTabs = false, clock = 'system', ...more }: StageOptions = {}): Promise<Stage> {
    const answers = new Map<string, Answer>();
    const browser = await (realTabs ? openPlainBrowser() : openBrowser());
    const server = await startEmulator({
      clock,
      timings: { ...timings, ...more.timings },
      pages: createTestPages(answers),
      startChat: localStartChat({
        connectEndpoint: () => server.endpoints.connectEndpoint,
        log: () => undefined,
      }),
      authentication: localAuthentication({
        connectEndpoint: () => server.endpoints.connectEndpoint,
        log: () => undefined,
      }),
    });
    const isShell = (await findBrowser()).headless === 'shell';
    return new Stage({ browser, realTabs, isShell, server, answers });
  }

  /** Whether the browser keeps pages for "back". */
  get keepsPages(): boolean {
    return this.#realTabs && !this.#isShell;
  }

  async close(): Promise<void> {
    await this.#browser.close();
    await this.#server.close();
  }

  /** Answers requests to `path`, in place of whatever did so before. */
  answer(path: string, answer: Answer): void {
    this.#answers.set(path, answer);
  }

  /** Answers `path` with a page that has a `<connect-chat>` in its HTML, which is there again after a refresh. Returns `path`. */
  chatPage(path: string, attributes: Readonly<Record<string, string | boolean>> = {}): string {
    this.answer(path, () => chatDocument(this.origin, attributes));
    return path;
  }

  /**
   * A page of a fresh visitor, until the end of the test `t`. The test fails when the page logs an error or a warning, throws, breaks its
   * policy, or asks another host for anything.
   */
  async visit(t: TestContext, path: string, options: VisitOptions = {}): Promise<Page> {
    const { forgive, prepare, beside, popups = false, ...contextOptions } = options;
    const context = beside?.context() ?? (await this.#visitor(contextOptions));
    const page = await context.newPage();
    await page.addInitScript(nameHelper);
    if (this.#realTabs && this.#isShell) await coverOthers(page);
    await page.addInitScript(record, eventNames);
    const troubles = this.#watch(page, forgive, popups);
    let crashed = false;
    page.on('crash', () => (crashed = true));
    await prepare?.(page);
    t.after(async () => {
      const alive = !crashed && !page.isClosed();
      const violations = alive ? await page.evaluate(() => window.recorded.violations) : [];
      await page.close();
      if (!beside && !this.#isOnlyVisitor(context)) await context.close();
      assert.deepEqual([...troubles, ...violations], []);
    });
    await page.goto(this.origin + path);
    return page;
  }

  async #visitor(options: BrowserContextOptions): Promise<BrowserContext> {
    const [only] = this.#browser.contexts().filter((context) => this.#isOnlyVisitor(context));
    const context =
      only ?? (await this.#browser.newContext({ locale: 'en-GB', timezoneId: 'Asia/Kathmandu', ...options }));
    context.setDefaultTimeout(10_000);
    return context;
  }

  /** The visitor that a browser with real tabs begins with is there until it ends. */
  #isOnlyVisitor(context: BrowserContext): boolean {
    return this.#realTabs && context === this.#browser.contexts()[0];
  }

  #watch(
    page: Page,
    forgive: RegExp | undefined,
    popups: boolean,
    troubles: string[] = [],
  ): readonly string[] {
    const add = (trouble: string) => {
      if (!forgive?.test(trouble)) troubles.push(trouble);
    };
    const { host } = new URL(this.origin);
    const look = (url: string) => {
      if (new URL(url).host !== host) add(`request to ${url.slice(0, 200)}`);
    };
    page.on('console', (message) => {
      if (['error', 'warning', 'assert'].includes(message.type()))
        add(`${message.text()} ${message.location().url}`);
    });
    page.on('pageerror', (error) => add(`thrown: ${error.stack ?? String(error)}`));
    page.on('request', (request) => look(request.url()));
    page.on('websocket', (socket) => look(socket.url()));
    page.on('popup', (popup) => {
      if (popups) this.#watch(popup, forgive, popups, troubles);
      else add(`opened ${popup.url()}`);
    });
    return troubles;
  }
}

async function openBrowser(): Promise<Browser> {
  const { executablePath, args, env } = await findBrowser();
  return chromium.launch({ executablePath, args: [...args], env: { ...env }, headless: true });
}

/** A driver that starts a browser itself shows and focuses every page at once, and switches off what "back" keeps. */
async function openPlainBrowser(): Promise<Browser> {
  const { executablePath, args, env } = await findBrowser();
  const launched = await launch({
    chromePath: executablePath,
    chromeFlags: [...args, '--headless', '--lang=en-GB'],
    envVars: env,
    handleSIGINT: false,
    logLevel: 'silent',
  });
  const endpoint = `http://127.0.0.1:${launched.port}`;
  const browser = await chromium.connectOverCDP(endpoint, { noDefaults: true });
  // Closing the connection leaves such a browser running.
  browser.on('disconnected', () => {
    launched.kill();
  });
  return browser;
}
