import { expect, waitUntil } from '@open-wc/testing';
import { defaultTimings, type Tabs } from '../../../src/engine/types.js';
import { createRandom } from '../../../src/platform/random.js';
import { createTabs } from '../../../src/platform/tabs.js';
import { ManualClock } from '../transport/manual-clock.js';

/** What a frame shows of its tab. */
interface TabWindow extends Window {
  tabs?: Tabs;
  told: unknown[];
}

const module = (path: string) => new URL(`../../../src/${path}`, import.meta.url).href;
const key = 'tabs-in-a-real-browser';
const name = `connect-chat:1:${key}`;

describe('tabs in a real browser', () => {
  const frames: HTMLIFrameElement[] = [];

  /** Whether nobody has a lock of the chat, nor waits for one. */
  async function isFree(): Promise<boolean> {
    const { held = [], pending = [] } = await navigator.locks.query();
    return ![...held, ...pending].some((lock) => lock.name?.startsWith(name));
  }

  afterEach(async () => {
    for (const frame of frames.splice(0)) frame.remove();
    // The browser tidies up after a page in its own time.
    await waitUntil(isFree);
  });

  /** A page of the same origin that takes part, with times twenty times shorter. */
  async function open(): Promise<{ readonly frame: HTMLIFrameElement; readonly page: TabWindow }> {
    const frame = document.createElement('iframe');
    frame.srcdoc = `<script type="module">
      import { createTabs } from '${module('platform/tabs.ts')}';
      import { createClock } from '${module('platform/clock.ts')}';
      import { createRandom } from '${module('platform/random.ts')}';
      window.told = [];
      const tabs = createTabs({
        key: '${key}',
        clock: createClock(),
        random: createRandom(),
        timings: { tabBeatMs: 50, tabSilenceMs: 150 },
      });
      tabs.join({
        owned: () => told.push('owned'),
        lost: () => told.push('lost'),
        leaving: () => undefined,
        heard: (message) => told.push(message),
      });
      window.tabs = tabs;
    </script>`;
    frames.push(frame);
    document.body.append(frame);
    const page = frame.contentWindow as TabWindow;
    await waitUntil(() => page.tabs && page.told.length > 0, 'The frame has not joined.', { timeout: 4_000 });
    return { frame, page };
  }

  const told = (page: TabWindow, length: number) =>
    waitUntil(() => page.told.length >= length, `Not told ${length} things.`);

  it('elects an owner, carries messages, and passes the chat on when its page goes', async () => {
    const first = await open();
    const second = await open();
    expect([...first.page.told, ...second.page.told]).to.deep.equal(['owned', 'lost']);
    first.page.tabs!.post({ from: 'the owner' });
    await told(second.page, 2);
    second.page.tabs!.post({ from: 'a follower' });
    await told(first.page, 2);
    expect(second.page.told[1]).to.deep.equal({ from: 'the owner' });
    expect(first.page.told[1]).to.deep.equal({ from: 'a follower' });
    first.frame.remove();
    await told(second.page, 3);
    expect(second.page.told[2]).to.equal('owned');
  });

  it('takes over from an owner that is silent, and tells it', async () => {
    let robbed = false;
    let take = (): void => undefined;
    const held = new Promise<void>((resolve) => (take = resolve));
    const holding = navigator.locks.request(name, () => {
      take();
      return new Promise(() => undefined);
    });
    holding.catch(() => (robbed = true));
    await held;
    const { page } = await open();
    await told(page, 2);
    expect(page.told).to.deep.equal(['lost', 'owned']);
    await waitUntil(() => robbed);
  });

  describe('when asked after a sleep', () => {
    let clock: ManualClock;
    let words: string[];
    let tabs: Tabs;
    let leave: () => void;

    beforeEach(async () => {
      clock = new ManualClock(Date.now());
      words = [];
      tabs = createTabs({ key, clock, random: createRandom(), timings: defaultTimings })!;
      leave = tabs.join({
        owned: () => words.push('owned'),
        lost: () => words.push('lost'),
        leaving: () => undefined,
        heard: () => undefined,
      });
      await waitUntil(() => words.length === 1);
      clock.sleep(60_000);
    });

    afterEach(() => leave());

    it("finds in the browser's books that it owns the chat", async () => {
      expect(await tabs.stillOwned()).to.be.true;
      expect(tabs.stillOwned()).to.be.true;
      expect(words).to.deep.equal(['owned']);
    });

    it('finds there that another page has taken it', async () => {
      const frame = document.createElement('iframe');
      frames.push(frame);
      document.body.append(frame);
      const thief = frame.contentWindow as Window & typeof globalThis;
      const stolen = new Promise<void>((resolve) => {
        const hold = () => {
          resolve();
          return new Promise(() => undefined);
        };
        thief.navigator.locks.request(name, { steal: true }, hold).catch(() => undefined);
      });
      // Asked before the theft is told here, if the browser is quick to answer; the answer is the same.
      await stolen;
      expect(await tabs.stillOwned()).to.be.false;
      await waitUntil(() => words.includes('lost'));
      expect(words).to.deep.equal(['owned', 'lost']);
    });
  });

  it('leaves the browser as it was', async () => {
    const { page } = await open();
    page.dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }));
    expect(page.told).to.deep.equal(['owned', 'lost']);
    await waitUntil(isFree);
    page.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
    await told(page, 3);
    expect(page.told).to.deep.equal(['owned', 'lost', 'owned']);
  });
});
