import { expect } from '@open-wc/testing';
import { signInSource } from '../../src/content/sign-in-source.js';
import { land, type LandingWindow } from '../../src/sign-in-landing.js';
import { ConnectChat } from '../../src/connect-chat.js';
import { define } from '../../src/define.js';
import { ManualSchedule } from '../support/manual-schedule.js';

const search = '?order=7&code=c1&state=s1';
const message = { source: signInSource, search };
const key = 'connect-chat:landing';
const away = { url: 'https://idp.example/', state: 's1', at: 0, away: true };

afterEach(() => {
  sessionStorage.removeItem(key);
  localStorage.removeItem(key);
});

/** A customer's arrival, and what comes of it. */
function arrive({ query = search, own = true, storage = 'session' } = {}) {
  define('connect-chat', ConnectChat);
  const done: string[] = [];
  const element = Object.assign(document.createElement('connect-chat'), {
    id: 'landing',
    storage,
  });
  const timers = new ManualSchedule();
  const window: LandingWindow = {
    schedule: timers.schedule,
    address: `https://shop.example/help${query}`,
    own,
    close: () => done.push('closed'),
    release: (address) => done.push(`released to ${address}`),
  };
  land(element, window);
  return { done, timers };
}

/** Keeps a chat with these notes, as an element would. */
const keep = (notes: unknown, storage: Storage = sessionStorage) =>
  storage.setItem(key, JSON.stringify({ notes }));

/** What is said on the channel until the end of the test, first to last. */
function overhear() {
  const heard: unknown[] = [];
  channel.addEventListener('message', ({ data }) => heard.push(data));
  return heard;
}

let channel: BroadcastChannel;
beforeEach(() => (channel = new BroadcastChannel(signInSource)));
afterEach(() => channel.close());

const until = async (holds: () => boolean): Promise<void> => {
  while (!holds()) await new Promise(requestAnimationFrame);
};

/** Resolves when whatever has been said on the channel has reached everybody who listens by now. */
async function delivered(): Promise<void> {
  const last = new BroadcastChannel(signInSource);
  const arrived = new Promise((resolve) => last.addEventListener('message', resolve));
  channel.postMessage('the last');
  await arrived;
  last.close();
}

describe('an arrival from signing in, in a window of its own', () => {
  it('is told on the channel, and closes the window once somebody has taken it', async () => {
    const heard = overhear();
    const { done, timers } = arrive();
    await until(() => heard.length > 0);
    expect(heard).to.deep.equal([message]);
    expect(done).to.deep.equal([]);
    channel.postMessage({ source: signInSource, taken: search });
    await until(() => done.length > 0);
    timers.advance(60_000);
    expect(done).to.deep.equal(['closed']);
  });

  it('is told to the window that opened it, of the same origin only', () => {
    const told: unknown[] = [];
    window.opener = { postMessage: (...said: unknown[]) => told.push(said) };
    try {
      arrive();
    } finally {
      window.opener = null;
    }
    expect(told).to.deep.equal([[message, location.origin]]);
  });

  it('stays for what others have taken, and becomes a page without the answer when nobody takes it', async () => {
    const { done, timers } = arrive();
    for (const said of [{ taken: '?code=c2&state=s2' }, { taken: undefined }, null, 'taken', message])
      channel.postMessage(said);
    await delivered();
    timers.advance(9_999);
    expect(done).to.deep.equal([]);
    timers.advance(1);
    expect(done).to.deep.equal(['released to https://shop.example/help?order=7']);
    channel.postMessage({ taken: search });
    await delivered();
    expect(done).to.have.length(1);
  });

  it('that has brought nothing makes it a window like any other', async () => {
    const heard = overhear();
    const { done } = arrive({ query: '?state=open' });
    expect(done).to.deep.equal(['released to https://shop.example/help?state=open']);
    await delivered();
    expect(heard).to.deep.equal([]);
  });
});

describe('an arrival in a window that was not opened for it', () => {
  it('is told on the channel as well, and leaves the page as it is when nobody takes it', async () => {
    const heard = overhear();
    const { done, timers } = arrive({ own: false });
    await until(() => heard.length > 0);
    expect(heard).to.deep.equal([message]);
    timers.advance(60_000);
    expect(done).to.deep.equal([]);
  });

  it('means nothing without an answer', async () => {
    const heard = overhear();
    const { done } = arrive({ own: false, query: '?state=open' });
    await delivered();
    expect([heard, done]).to.deep.equal([[], []]);
  });
});

describe('an arrival at the chat that was left for it', () => {
  for (const storage of ['session', 'local'] as const)
    it(`is left to that chat, with storage="${storage}"`, async () => {
      const heard = overhear();
      keep({ 'sign-in:x': JSON.stringify(away) }, storage === 'local' ? localStorage : sessionStorage);
      const { done } = arrive({ own: false, storage });
      await delivered();
      expect([heard, done]).to.deep.equal([[], []]);
    });

  for (const [name, notes] of Object.entries({
    'another state is awaited': { 'sign-in:x': JSON.stringify({ ...away, state: 's2' }) },
    'it was not left': { 'sign-in:x': JSON.stringify({ ...away, away: false }) },
    'the note is another card’s': { 'view:x': JSON.stringify(away) },
    'the note is damaged': { 'sign-in:x': 7 },
    'there are no notes': undefined,
    'the notes are none': 'none',
  }))
    it(`is none when ${name}`, async () => {
      const heard = overhear();
      keep(notes);
      arrive();
      await until(() => heard.length > 0);
      expect(heard).to.deep.equal([message]);
    });

  it('is none when what is kept cannot be read, or nothing is', async () => {
    const heard = overhear();
    sessionStorage.setItem(key, '{');
    arrive();
    keep({ 'sign-in:x': JSON.stringify(away) });
    arrive({ storage: 'none' });
    await until(() => heard.length > 1);
    expect(heard).to.deep.equal([message, message]);
  });
});
