import { defaultTimings, type Tabs } from '../../../src/engine/types.js';
import { createTabs } from '../../../src/platform/tabs.js';
import type { FakePage } from './fake-browser.js';

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
      heard: (message) => this.told.push(message),
    });
  }

  /** Whether it was last told that it owns the chat. */
  get owns(): boolean {
    return this.told.findLast((word) => word === 'owned' || word === 'lost') === 'owned';
  }
}
