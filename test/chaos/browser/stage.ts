import { chromium, type Browser, type BrowserContext } from 'playwright-core';
import { seededRandom } from '../../../demo/emulator/core/seeded-random.js';
import { defaultTimings, scaleTimings } from '../../../demo/emulator/core/timings.js';
import { startEmulator, type RunningEmulator } from '../../../demo/emulator/server.js';
import { findBrowser } from '../../support/browser.mjs';
import { createTestPages, type Answer } from '../../support/e2e-pages.js';
import { nameHelper } from '../../support/e2e-recorder.js';
import { chatJsPages } from './chatjs-page.js';
import { SPEED, type BrowserSchedule } from './schedule.js';

/** Starts the browser that all schedules share: unless another is asked for, the small one without a window, of which many run at once. */
export async function openBrowser(): Promise<Browser> {
  const { env: own, platform, arch } = process;
  if (platform === 'linux' && arch === 'x64' && !own['CHROME_PATH'])
    own['CONNECT_CHAT_BROWSER'] ??= 'bundled';
  const { executablePath, args, env } = await findBrowser();
  return chromium.launch({ executablePath, args: [...args], env: { ...env }, headless: true });
}

/** A visitor's browser and a service of their own, for one schedule. */
export interface Stage {
  readonly context: BrowserContext;
  readonly emulator: RunningEmulator;
  /** What the pages have thrown or logged as an error, or the script in them has found. */
  readonly troubles: readonly string[];
  close(): Promise<void>;
}

// What the browser itself logs about an answer, a socket or a connection that is refused.
const forgiven = /Failed to load resource|WebSocket connection to|net::ERR_/;

/** Opens a visitor's browser and a service that runs {@link SPEED} times faster than in life, or as many times as `speed` says. */
export async function openStage(
  browser: Browser,
  schedule: Pick<BrowserSchedule, 'seed' | 'socketLifeMs'>,
  speed = SPEED,
): Promise<Stage> {
  const started = new Map<unknown, Promise<unknown>>();
  const answers = new Map<string, Answer>(chatJsPages);
  // One client token is one contact, as in the service. Nobody answers in it unless the schedule does.
  answers.set('/test/start', async (request) => {
    const { ClientToken } = (await request.json()) as { readonly ClientToken?: unknown };
    const start = started.get(ClientToken) ?? emulator.control.startContact({ displayName: 'Sam' });
    started.set(ClientToken, start);
    return Response.json({ data: { startChatResult: await start } });
  });
  const timings = { ...scaleTimings(defaultTimings, speed), socketLifeMs: schedule.socketLifeMs };
  const emulator = await startEmulator({
    timings,
    random: seededRandom(schedule.seed),
    pages: createTestPages(answers),
  });
  const context = await browser.newContext({ locale: 'en-GB' });
  context.setDefaultTimeout(15_000);
  await context.addInitScript(nameHelper);
  const troubles: string[] = [];
  context.on('weberror', (error) => troubles.push(`uncaught: ${String(error.error())}`));
  context.on('console', (message) => {
    const text = message.text();
    if (message.type() === 'error' && !forgiven.test(text)) troubles.push(text);
  });
  return {
    context,
    emulator,
    troubles,
    async close() {
      await context.close();
      await emulator.close();
    },
  };
}
