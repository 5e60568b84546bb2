import { expect } from '@open-wc/testing';
import { defaultTimings as timings } from '../../../src/engine/types.js';
import { createTabs } from '../../../src/platform/tabs.js';
import { FakeBrowser, FakeChannel } from './fake-browser.js';
import { openTab, settle, Tab } from './tab.js';

describe('createTabs', () => {
  let browser: FakeBrowser;

  beforeEach(() => {
    browser = new FakeBrowser();
  });

  const open = () => openTab(browser);

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

    it('may say a last word, which the others hear', async () => {
      const [first, second] = [await open(), await open()];
      second.lastWord = 'goodbye';
      second.page.hide();
      await settle();
      expect(first.told).to.deep.equal(['owned', 'goodbye']);
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
});
