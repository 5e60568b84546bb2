import { expect } from '@open-wc/testing';
import { defaultTimings as timings } from '../../../src/engine/types.js';
import { FakeBrowser, FakeChannel } from './fake-browser.js';
import { openTab, pass as passIn, settle } from './tab.js';

describe('createTabs, among pages that freeze and sleep', () => {
  let browser: FakeBrowser;

  beforeEach(() => {
    browser = new FakeBrowser();
  });

  const open = (random?: number) => openTab(browser, random);
  const pass = (ms: number) => passIn(browser, ms);

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
