import { expect } from '@open-wc/testing';
import {
  ConnectionBannerController,
  GOOD_NEWS_MS,
  QUIET_MS,
  type ConnectionNotice,
} from '../../components/connection-banner.js';
import type { SessionState } from '../../src/engine/types.js';

const contact = { contactId: 'c', participantId: 'p' };
const connected: SessionState = { phase: 'connected', contact, connection: 1 };
const retrying: SessionState = { phase: 'waiting-to-retry', contact, attempt: 1 };
const reconnecting: SessionState = { phase: 'connecting', contact, attempt: 1, connection: 2 };
const offline: SessionState = { phase: 'offline', contact, attempt: 1 };

describe('ConnectionBannerController', () => {
  let banner: ConnectionBannerController;
  let timers: { callback: () => void; delayMs: number }[];
  let updates: number;

  beforeEach(() => {
    timers = [];
    updates = 0;
    const host = {
      addController: () => undefined,
      removeController: () => undefined,
      requestUpdate: () => (updates += 1),
      updateComplete: Promise.resolve(true),
    };
    banner = new ConnectionBannerController(host, (callback, delayMs) => {
      const timer = { callback, delayMs };
      timers.push(timer);
      return () => {
        timers = timers.filter((one) => one !== timer);
      };
    });
  });

  /** What is shown after each state in turn. */
  const shown = (...states: SessionState[]): (ConnectionNotice | undefined)[] =>
    states.map((state) => {
      banner.follow(state);
      return banner.notice;
    });
  const elapse = () => {
    const [timer] = timers.splice(0, 1);
    timer?.callback();
    return timer?.delayMs;
  };

  it('says nothing about the first connection', () => {
    expect(
      shown(
        { phase: 'idle' },
        { phase: 'starting', clientToken: 'start-1' },
        { phase: 'connecting', contact, attempt: 0, connection: 1 },
        connected,
      ),
    ).to.deep.equal([undefined, undefined, undefined, undefined]);
    expect(timers).to.deep.equal([]);
  });

  it('says at once that the device is offline', () => {
    expect(shown(connected, offline)).to.deep.equal([undefined, 'offline']);
  });

  it('says that it reconnects only when that takes a while', () => {
    expect(shown(connected, retrying)).to.deep.equal([undefined, undefined]);
    expect(elapse()).to.equal(QUIET_MS);
    expect(banner.notice).to.equal('reconnecting');
    expect(updates).to.equal(1);
  });

  it('counts the while from the loss, not from each attempt', () => {
    shown(connected, retrying, reconnecting, { ...retrying, attempt: 2 });
    expect(timers).to.have.length(1);
  });

  it('keeps a short loss to itself', () => {
    shown(connected, retrying);
    expect(shown(connected)).to.deep.equal([undefined]);
    expect(timers).to.deep.equal([]);
  });

  it('brings the good news after trouble that was told, and takes it away', () => {
    expect(shown(connected, offline, retrying, connected)).to.deep.equal([
      undefined,
      'offline',
      'reconnecting',
      'restored',
    ]);
    expect(elapse()).to.equal(GOOD_NEWS_MS);
    expect(banner.notice).to.equal(undefined);
  });

  it('has no good news when the chat is over', () => {
    expect(shown(offline, { phase: 'ended', contact, by: 'agent' })).to.deep.equal(['offline', undefined]);
  });

  it('stops its timer when its host is removed', () => {
    shown(connected, retrying);
    banner.hostDisconnected();
    expect(timers).to.deep.equal([]);
  });
});
