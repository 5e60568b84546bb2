import { aTimeout, expect } from '@open-wc/testing';
import { Session } from '../../../src/engine/session.js';
import {
  defaultTimings,
  type OutboxItem,
  type StoredChat,
  type TabsListener,
} from '../../../src/engine/types.js';
import { contact, line, message, START } from '../../support/engine.js';
import { FakeTransport } from '../../support/fake-transport.js';
import { ManualClock } from '../../support/manual-clock.js';

/** Lets promises that are already settled tell. */
const settle = () => aTimeout(0);

const credentials = { participantToken: 'secret-participant' };

const waiting: OutboxItem = {
  key: 'kept',
  type: 'message',
  clientToken: 'kept',
  text: 'Kept',
  contentType: 'text/plain',
  status: 'queued',
  attempts: 0,
};

describe('a session among tabs', () => {
  let fake: FakeTransport;
  let listener: TabsListener;
  let online: boolean;
  let kept: (StoredChat & { readonly version: 1 }) | undefined;
  let session: Session;

  beforeEach(() => {
    fake = new FakeTransport();
    online = true;
    kept = undefined;
    let ids = 0;
    session = new Session({
      transport: fake.transport,
      clock: new ManualClock(),
      random: { next: () => 0.5, id: () => `id-${(ids += 1)}` },
      online: { isOnline: () => online, watch: () => () => undefined },
      timings: defaultTimings,
      store: { read: () => kept, write: () => undefined, clear: () => undefined },
      tabs: {
        join: (joined) => {
          listener = joined;
          return () => undefined;
        },
        post: () => undefined,
        stillOwned: () => true,
      },
      report: (error) => {
        throw error;
      },
    });
  });

  /** What the owner says of a chat that goes on. */
  const follow = () => {
    kept = {
      version: 1,
      contact,
      credentials,
      features: {},
      outbox: [],
      ending: false,
      draft: '',
      seenUntil: 0,
    };
    const stamp = { now: START, random: 0.5, id: 'x', tab: 'owner' };
    listener.lost();
    listener.heard({ type: 'event', count: 1, event: { type: 'start' }, stamp });
    const event = { type: 'contact-started', contact, features: {} };
    listener.heard({ type: 'event', count: 2, event, stamp });
    hear(3, { type: 'connection-opened', connection: 1, lifetimeMs: 3_600_000 });
  };
  const hear = (count: number, event: unknown) =>
    listener.heard({
      type: 'event',
      count,
      event,
      stamp: { now: START, random: 0.5, id: 'x', tab: 'owner' },
    });
  const hearEntry = (count: number, entry: unknown) =>
    hear(count, { type: 'received', connection: 1, fact: { type: 'entry-received', entry } });

  it('sends what the last owner wrote down but had no time to tell', async () => {
    follow();
    kept = { ...kept!, outbox: [waiting] };
    listener.owned();
    expect(session.snapshot.entries.map(({ text }) => text)).to.deep.equal(['Kept']);
    fake.last('createConnection').resolve({ connectionToken: 'token', socketUrl: 'wss://socket' });
    await settle();
    fake.sockets.at(-1)!.listener.opened();
    expect(fake.last('sendMessage').args[1]).to.include({ text: 'Kept', clientToken: 'kept' });
  });

  it('goes on showing a chat that has ended when it takes the place of the owner', () => {
    follow();
    hearEntry(4, message('a', START));
    hearEntry(5, line('end', START + 1, 'ended'));
    kept = undefined;
    listener.owned();
    expect(session.snapshot.session.phase).to.equal('ended');
    expect(session.snapshot.entries.map(({ id }) => id)).to.deep.equal(['a', 'end']);
  });

  it('goes by its own word on whether the device is online', () => {
    follow();
    hear(4, { type: 'went-offline' });
    listener.owned();
    fake.last('createConnection').reject({ kind: 'network' });
    expect(session.snapshot.session.phase).to.equal('connecting');
    online = false;
    listener.lost();
    listener.owned();
    expect(session.snapshot.session.phase).to.equal('offline');
  });
});
