import { expect } from '@open-wc/testing';
import { defaultTimings as timings } from '../../../src/engine/types.js';
import { createTabs } from '../../../src/platform/tabs.js';
import { FakeBrowser, FakeChannel } from './fake-browser.js';
import { settle, Tab } from './tab.js';

describe('createTabs', () => {
  let browser: FakeBrowser;

  beforeEach(() => {
    browser = new FakeBrowser();
  });

  /** Opens a tab in a page of its own, after the others have settled. */
  async function open(random?: number): Promise<Tab> {
    const tab = new Tab(browser.open(), random);
    await settle();
    return tab;
  }

  /** Lets time pass in small steps, as it does. */
  async function pass(ms: number): Promise<void> {
    for (let passed = 0; passed < ms; passed += 50) {
      browser.clock.advance(50);
      await settle();
    }
  }

  it('is none where there are no locks or channels', () => {
    const { sources, clock } = browser.open();
    const { BroadcastChannel: _, ...deaf } = sources;
    const random = { next: () => 0, id: () => 'id' };
    const options = { key: 'chat', clock, random, timings };
    expect(createTabs(options, { ...sources, navigator: {} })).to.be.undefined;
    expect(createTabs(options, deaf)).to.be.undefined;
  });

  it('tells the first that it owns the chat, and the next that another does', async () => {
    const first = await open();
    const second = await open();
    expect(first.told).to.deep.equal(['owned']);
    expect(second.told).to.deep.equal(['lost']);
    expect([first.tabs.stillOwned(), second.tabs.stillOwned()]).to.deep.equal([true, false]);
  });

  it('carries messages to all others', async () => {
    const [first, second, third] = [await open(), await open(), await open()];
    second.tabs.post({ hello: ['you'] });
    await settle();
    expect(first.told).to.deep.equal(['owned', { hello: ['you'] }]);
    expect(second.told).to.deep.equal(['lost']);
    expect(third.told).to.deep.equal(['lost', { hello: ['you'] }]);
  });

  it('ignores what cannot be sent or read', async () => {
    const [first, second] = [await open(), await open()];
    first.tabs.post(() => 'not to be cloned');
    const channel = new FakeChannel(browser, browser.open(), 'connect-chat:1:chat');
    for (const message of [
      undefined,
      null,
      7,
      'beat',
      [],
      {},
      { type: 'message' },
      { type: 'other', message: 1 },
    ])
      channel.postMessage(message);
    await settle();
    expect(second.told).to.deep.equal(['lost']);
  });

  it('passes the chat on when its owner leaves', async () => {
    const [first, second, third] = [await open(), await open(), await open()];
    first.leave();
    await settle();
    expect(first.told).to.deep.equal(['owned']);
    expect([second.owns, third.owns]).to.deep.equal([true, false]);
  });

  it('passes the chat on at once when its owner crashes', async () => {
    const [first, second] = [await open(), await open()];
    first.page.crash();
    await settle();
    expect(second.told).to.deep.equal(['lost', 'owned']);
  });

  it('leaves nothing behind', async () => {
    for (const tab of [await open(), await open()]) {
      tab.leave();
      tab.leave();
      tab.page.show('visible');
      tab.page.restore();
      tab.page.hide();
      tab.tabs.post('too late');
      await settle();
      expect(tab.tabs.stillOwned()).to.be.false;
    }
    expect([browser.held, browser.pending, browser.channels]).to.deep.equal([[], [], []]);
    expect(browser.clock.waiting).to.equal(0);
  });

  it('takes nothing when it leaves before it got it', async () => {
    const tab = new Tab(browser.open());
    tab.leave();
    await settle();
    expect(tab.told).to.be.empty;
    expect(browser.held).to.be.empty;
  });

  it('acts alone in a page that may use no locks', async () => {
    const page = browser.open();
    page.sources.navigator.locks!.request = () =>
      Promise.reject(new DOMException('The request was denied.', 'SecurityError'));
    const tab = new Tab(page);
    await settle();
    browser.clock.sleep(60_000);
    expect(tab.told).to.deep.equal(['owned']);
    expect(tab.tabs.stillOwned()).to.be.true;
  });

  it('shares a chat within one page, too', async () => {
    const page = browser.open();
    const [first, second] = [new Tab(page), new Tab(page)];
    await settle();
    second.tabs.post('hello');
    await settle();
    expect(first.told).to.deep.equal(['owned', 'hello']);
    first.leave();
    await settle();
    expect(second.told).to.deep.equal(['lost', 'owned']);
  });

  describe('when a page is left', () => {
    it('gives up all that would keep the browser from keeping the page', async () => {
      const tab = await open();
      tab.page.hide();
      expect(tab.told).to.deep.equal(['owned', 'lost']);
      expect(tab.tabs.stillOwned()).to.be.false;
      await settle();
      expect([browser.held, browser.pending, browser.channels]).to.deep.equal([[], [], []]);
      expect(browser.clock.waiting).to.equal(0);
    });

    it('passes the chat on, and follows when the page is shown again', async () => {
      const [first, second] = [await open(), await open()];
      first.page.hide();
      await settle();
      first.page.restore();
      await settle();
      expect(first.told).to.deep.equal(['owned', 'lost', 'lost']);
      expect(second.told).to.deep.equal(['lost', 'owned']);
    });

    it('owns the chat again when nobody else came', async () => {
      const tab = await open();
      tab.page.hide();
      await settle();
      tab.page.restore();
      await settle();
      expect(tab.told).to.deep.equal(['owned', 'lost', 'owned']);
    });

    it('tells a follower nothing, and joins once however often a page is shown', async () => {
      const [first, second] = [await open(), await open()];
      second.page.hide();
      second.page.hide();
      second.page.restore(false);
      await settle();
      expect(browser.channels).to.have.length(1);
      second.page.restore();
      second.page.restore();
      await settle();
      expect(second.told).to.deep.equal(['lost', 'lost']);
      expect([browser.channels.length, browser.pending.length]).to.deep.equal([2, 1]);
      expect(first.told).to.deep.equal(['owned']);
    });
  });

  describe('when the owner falls silent', () => {
    it('leaves it the chat as long as it beats', async () => {
      const [first, second] = [await open(), await open()];
      await pass(60_000);
      expect([first.told, second.told]).to.deep.equal([['owned'], ['lost']]);
    });

    it('is taken over by a visible follower in time', async () => {
      const [first, second] = [await open(), await open()];
      await pass(500);
      first.page.freeze();
      await pass(timings.tabSilenceMs - 1_000);
      expect(second.owns).to.be.false;
      await pass(1_000);
      expect(second.told).to.deep.equal(['lost', 'owned']);
      expect(second.tabs.stillOwned()).to.be.true;
    });

    it('is left alone by a hidden follower until that is looked at, and then gets its time', async () => {
      const [first, second] = [await open(), await open()];
      second.page.show('hidden');
      first.page.freeze();
      await pass(60_000);
      second.page.show('visible');
      await pass(timings.tabSilenceMs - 300);
      expect(second.owns).to.be.false;
      await pass(300);
      expect(second.owns).to.be.true;
    });

    it('goes to one of several followers, and the others stay', async () => {
      const [first, second, third] = [await open(), await open(0.2), await open(0.9)];
      first.page.freeze();
      await pass(10_000);
      expect(second.told).to.deep.equal(['lost']);
      expect(third.told).to.deep.equal(['lost', 'owned']);
    });

    it('ends with one owner even when two take over in the same moment', async () => {
      const [first, second, third] = [await open(), await open(), await open()];
      first.page.freeze();
      await pass(10_000);
      expect(second.told).to.deep.equal(['lost', 'owned', 'lost']);
      expect(third.told).to.deep.equal(['lost', 'owned']);
      third.leave();
      await settle();
      expect(second.owns).to.be.true;
    });

    it('keeps the chat when the whole device has slept', async () => {
      const [first, second] = [await open(), await open()];
      browser.clock.sleep(3_600_000);
      await pass(10_000);
      expect([first.told, second.told]).to.deep.equal([['owned'], ['lost']]);
    });
  });

  for (const order of ['forward', 'backward'] as const) {
    describe(`when an owner thaws (${order})`, () => {
      it('learns that it lost the chat, beats no more and waits its turn', async () => {
        const [first, second] = [await open(), await open()];
        first.page.freeze();
        await pass(10_000);
        first.page.thaw(order);
        await pass(10_000);
        expect(first.told.filter((word) => word === 'owned' || word === 'lost')).to.deep.equal([
          'owned',
          'lost',
        ]);
        expect(second.told).to.deep.equal(['lost', 'owned']);
        second.leave();
        await settle();
        expect(first.owns).to.be.true;
      });

      it('says that it owns nothing before it has heard so', async () => {
        const [first, second] = [await open(), await open()];
        first.page.freeze();
        await pass(10_000);
        first.page.thaw(order);
        const answer = first.tabs.stillOwned();
        expect(answer).to.be.instanceOf(Promise);
        expect(await answer).to.be.false;
        await settle();
        expect(first.tabs.stillOwned()).to.be.false;
        expect(second.tabs.stillOwned()).to.be.true;
      });
    });
  }

  it('asks the lock after a sleep, and believes it', async () => {
    const tab = await open();
    browser.clock.sleep(2.5 * timings.tabBeatMs + 1);
    const answers = [tab.tabs.stillOwned(), tab.tabs.stillOwned()];
    for (const answer of answers) {
      expect(answer).to.be.instanceOf(Promise);
      expect(await answer).to.be.true;
    }
    expect(tab.tabs.stillOwned()).to.be.true;
    expect(tab.told).to.deep.equal(['owned']);
  });

  it('asks the lock when the clock was set back', async () => {
    const tab = await open();
    browser.clock.sleep(-3_600_000);
    expect(await tab.tabs.stillOwned()).to.be.true;
  });

  it('begins anew when the lock cannot be asked', async () => {
    const tab = await open();
    tab.page.sources.navigator.locks!.query = () => Promise.reject(new Error('broken'));
    browser.clock.sleep(60_000);
    expect(await tab.tabs.stillOwned()).to.be.false;
    await settle();
    expect(tab.told).to.deep.equal(['owned', 'lost', 'owned']);
  });

  it('does not take the answer of an earlier ownership for that of this one', async () => {
    const tab = await open();
    let answerQuery = (_: LockManagerSnapshot): void => undefined;
    tab.page.sources.navigator.locks!.query = () => new Promise((resolve) => (answerQuery = resolve));
    browser.clock.sleep(60_000);
    const answer = tab.tabs.stillOwned();
    await settle();
    tab.page.hide();
    await settle();
    tab.page.restore();
    await settle();
    answerQuery({ held: [], pending: [] });
    expect(await answer).to.be.false;
    await settle();
    expect(tab.told).to.deep.equal(['owned', 'lost', 'owned']);
    expect(tab.tabs.stillOwned()).to.be.true;
  });

  describe('when another beats as the owner', () => {
    const name = 'connect-chat:1:chat';
    const beat = async () => {
      new FakeChannel(browser, browser.open(), name).postMessage({ type: 'beat' });
      await settle();
    };

    it('believes the lock', async () => {
      const tab = await open();
      await beat();
      expect(tab.told).to.deep.equal(['owned']);
      expect(tab.tabs.stillOwned()).to.be.true;
    });

    it('learns of a theft that nobody told it of', async () => {
      const tab = await open();
      browser.tellsOfTheft = false;
      void browser
        .open()
        .sources.navigator.locks!.request(name, { steal: true }, () => new Promise(() => undefined));
      await settle();
      expect(tab.owns).to.be.true;
      await beat();
      expect(tab.told).to.deep.equal(['owned', 'lost']);
      expect(tab.tabs.stillOwned()).to.be.false;
    });
  });
});
