import { defaultTimings, type Tabs } from '../../../src/engine/types.js';
import { createTabs } from '../../../src/platform/tabs.js';
import type { FakeBrowser, FakePage } from './fake-browser.js';

/** Lets everything happen that is due now. */
export async function settle(): Promise<void> {
  for (let turn = 0; turn < 30; turn += 1) await Promise.resolve();
}

/** One tab that takes part, and all that it was told: `owned`, `lost`, or what it heard. */
export class Tab {
  readonly page: FakePage;
  readonly told: unknown[] = [];
  readonly tabs: Tabs;
  readonly leave: () => void;
  /** Posted when the page is left. */
  lastWord: unknown;

  constructor(page: FakePage, random = 0.5) {
    this.page = page;
    const tabs = createTabs(
      {
        key: 'chat',
        clock: page.clock,
        random: { next: () => random, id: () => crypto.randomUUID() },
        timings: defaultTimings,
      },
      page.sources,
    );
    if (!tabs) throw new Error('This browser shares nothing.');
    this.tabs = tabs;
    this.leave = tabs.join({
      owned: () => this.told.push('owned'),
      lost: () => this.told.push('lost'),
      leaving: () => this.lastWord !== undefined && this.tabs.post(this.lastWord),
      heard: (message) => this.told.push(message),
    });
  }

  /** Whether it was last told that it owns the chat. */
  get owns(): boolean {
    return this.told.findLast((word) => word === 'owned' || word === 'lost') === 'owned';
  }
}

/** Opens a tab in a page of its own, and lets it settle among the others. */
export async function openTab(browser: FakeBrowser, random?: number): Promise<Tab> {
  const tab = new Tab(browser.open(), random);
  await settle();
  return tab;
}

/** Lets time pass in small steps, as it does. */
export async function pass(browser: FakeBrowser, ms: number): Promise<void> {
  for (let passed = 0; passed < ms; passed += 50) {
    browser.clock.advance(50);
    await settle();
  }
}
