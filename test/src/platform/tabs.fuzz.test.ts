import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { defaultTimings as timings } from '../../../src/engine/types.js';
import { FakeBrowser } from './fake-browser.js';
import { settle, Tab } from './tab.js';

const moves = [
  'pass',
  'pass long',
  'sleep',
  'hide',
  'show',
  'freeze',
  'thaw',
  'thaw backward',
  'leave page',
  'come back',
  'crash',
  'open',
  'ask',
] as const;
const schedule = fc.array(fc.record({ move: fc.constantFrom(...moves), tab: fc.nat({ max: 9 }) }), {
  maxLength: 25,
});

describe('tabs in any order of events', () => {
  it('have one owner in the end, and never two that could post', async () => {
    await fc.assert(
      fc.asyncProperty(schedule, async (steps) => {
        const browser = new FakeBrowser();
        let tabs = [new Tab(browser.open()), new Tab(browser.open())];
        await settle();
        for (const { move, tab: number } of steps) {
          const tab = tabs[number % tabs.length];
          if (move !== 'open') tabs = tab ? await take(move, tab, tabs, browser) : tabs;
          else if (tabs.length < 4) tabs = [...tabs, new Tab(browser.open(), number / 10)];
          await settle();
          // Whoever may post at once is the only one.
          expect(tabs.filter((one) => one.tabs.stillOwned() === true).length).to.be.at.most(1);
        }
        for (const { page } of tabs) {
          page.thaw();
          page.restore();
          page.show('visible');
        }
        await settle();
        for (let passed = 0; passed < 3 * timings.tabSilenceMs; passed += 250) await pass(browser, 250);
        expect(tabs.filter((tab) => tab.owns).length).to.equal(Math.min(tabs.length, 1));
        for (const tab of tabs) tab.leave();
        await settle();
        expect(browser.clock.waiting).to.equal(0);
      }),
      { numRuns: 150 },
    );
  }).timeout(30_000);
});

async function pass(browser: FakeBrowser, ms: number): Promise<void> {
  browser.clock.advance(ms);
  await settle();
}

async function take(
  move: Exclude<(typeof moves)[number], 'open'>,
  tab: Tab,
  tabs: readonly Tab[],
  browser: FakeBrowser,
): Promise<Tab[]> {
  const { page } = tab;
  switch (move) {
    case 'pass':
      await pass(browser, 700);
      break;
    case 'pass long':
      for (let turn = 0; turn < 16; turn += 1) await pass(browser, 250);
      break;
    case 'sleep':
      browser.clock.sleep(60_000);
      break;
    case 'hide':
      page.show('hidden');
      break;
    case 'show':
      page.show('visible');
      break;
    case 'freeze':
      page.freeze();
      break;
    case 'thaw':
      page.thaw();
      break;
    case 'thaw backward':
      page.thaw('backward');
      break;
    case 'leave page':
      page.hide();
      break;
    case 'come back':
      page.restore();
      break;
    case 'crash':
      page.crash();
      return tabs.filter((one) => one !== tab);
    case 'ask':
      void tab.tabs.stillOwned();
      break;
  }
  return [...tabs];
}
