import { aTimeout, expect } from '@open-wc/testing';
import { initialState } from '../../../src/engine/state.js';
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

const nothingKept = {
  version: 1,
  features: {},
  outbox: [],
  ending: false,
  draft: '',
  notes: {},
  seenUntil: 0,
} satisfies StoredChat & { version: 1 };

describe('a session among tabs', () => {
  let fake: FakeTransport;
  let listener: TabsListener;
  let posted: unknown[];
  let written: StoredChat[];
  let stillOwned: boolean | Promise<boolean>;
  let online: boolean;
  let kept: (StoredChat & { readonly version: 1 }) | undefined;
  let session: Session;

  beforeEach(() => {
    fake = new FakeTransport();
    posted = [];
    written = [];
    stillOwned = true;
    online = true;
    kept = undefined;
    let ids = 0;
    session = new Session({
      transport: fake.transport,
      clock: new ManualClock(),
      random: { next: () => 0.5, id: () => `id-${(ids += 1)}` },
      online: { isOnline: () => online, watch: () => () => undefined },
      timings: defaultTimings,
      store: { read: () => kept, write: (chat) => written.push(chat), clear: () => undefined },
      tabs: {
        join: (joined) => {
          listener = joined;
          return () => undefined;
        },
        post: (message) => posted.push(message),
        stillOwned: () => stillOwned,
      },
      report: (error) => {
        throw error;
      },
    });
  });

  const hear = (count: number, event: unknown, owner = 'owner') =>
    listener.heard({
      type: 'event',
      owner,
      count,
      event,
      stamp: { now: START, random: 0.5, id: 'x', tab: owner },
    });
  const hearEntry = (count: number, entry: unknown) =>
    hear(count, { type: 'received', connection: 1, fact: { type: 'entry-received', entry } });

  /** What the owner says of a chat that goes on. */
  const follow = () => {
    kept = { ...nothingKept, contact, credentials };
    listener.lost();
    listener.heard({ type: 'state', owner: 'owner', count: 0, state: initialState });
    hear(1, { type: 'start' });
    hear(2, { type: 'contact-started', contact, features: {} });
    hear(3, { type: 'connection-opened', connection: 1, lifetimeMs: 3_600_000 });
  };

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

  it('goes on with a chat that another tab was starting after that one had ended', () => {
    follow();
    hearEntry(4, line('end', START + 1, 'ended'));
    kept = { ...nothingKept, outbox: [waiting], startToken: 'begun' };
    listener.owned();
    expect(session.snapshot.session).to.deep.equal({ phase: 'starting', clientToken: 'begun' });
    expect(session.snapshot.entries.map(({ text }) => text)).to.deep.equal(['Kept']);
  });

  it('says that a chat is over which came to its end while this tab slept', () => {
    follow();
    hearEntry(4, message('a', START));
    kept = undefined;
    listener.owned();
    expect(session.snapshot.session.phase).to.equal('ended');
    expect(session.snapshot.entries.map(({ id }) => id)).to.deep.equal(['a']);
  });

  it('goes on with the chat that others have begun while this tab slept', () => {
    follow();
    hearEntry(4, message('a', START));
    kept = { ...kept!, contact: { contactId: 'contact-2', participantId: 'customer-2' } };
    listener.owned();
    expect(session.snapshot.session).to.include({ phase: 'connecting' });
    expect(session.snapshot.entries).to.deep.equal([]);
  });

  it('knows what was last written here, and what elsewhere', () => {
    follow();
    const words = (text: string) => ({ type: 'send-message', text, contentType: 'text/plain' }) as const;
    hear(4, words('There'));
    expect(session.snapshot.sent).to.equal(undefined);
    const key = session.send(words('Here'));
    hearEntry(5, message('a', START));
    expect(session.snapshot.sent).to.equal(key);
  });

  it('asks anew when another tab says what cannot be', () => {
    follow();
    const before = session.snapshot;
    posted.length = 0;
    const garbage: readonly unknown[] = [
      { type: 'received', connection: 1 },
      { type: 'received', connection: 1, fact: { type: 'entry-received' } },
      { type: 'transcript-received', page: null },
      { type: 'message-accepted' },
      { type: 'chat-restored' },
      { type: 'contact-started', contact: null },
    ];
    for (const event of garbage) hear(4, event);
    expect(session.snapshot.entries).to.deep.equal(before.entries);
    expect(posted).to.deep.include({ type: 'hello', tab: 'id-1' });
  });

  it('does not mix the events of two owners', () => {
    follow();
    posted.length = 0;
    hear(4, { type: 'send-message', text: 'Old', contentType: 'text/plain' }, 'robbed owner');
    expect(session.snapshot.entries).to.deep.equal([]);
    expect(posted).to.deep.equal([{ type: 'hello', tab: 'id-1' }]);
  });

  describe('when its page goes for good', () => {
    const own = async () => {
      follow();
      listener.owned();
      fake.last('createConnection').resolve({ connectionToken: 'token', socketUrl: 'wss://socket' });
      await settle();
      fake.sockets.at(-1)!.listener.opened();
      posted.length = 0;
    };

    it('ends the contact as the last', async () => {
      await own();
      listener.heard({ type: 'hello', tab: 'other' });
      listener.heard({ type: 'bye', tab: 'other' });
      session.leave();
      expect(fake.count('leave')).to.equal(1);
    });

    it('leaves the contact to whoever else is there', async () => {
      await own();
      listener.heard({ type: 'hello', tab: 'other' });
      session.leave();
      expect(fake.count('leave')).to.equal(0);
    });

    it('leaves the contact to the owner', () => {
      follow();
      session.leave();
      expect(fake.count('leave')).to.equal(0);
    });

    it('says goodbye', async () => {
      await own();
      listener.leaving();
      expect(posted).to.deep.equal([{ type: 'bye', tab: 'id-1' }]);
    });

    it('is known to an owner that is new', () => {
      follow();
      posted.length = 0;
      for (const count of [0, 1])
        listener.heard({ type: 'state', owner: 'next', count, state: initialState });
      expect(posted).to.deep.equal([{ type: 'hello', tab: 'id-1' }]);
    });
  });

  describe('after a sleep', () => {
    let answer: (owned: boolean) => void;
    const message = { type: 'send-message', text: 'Hi', contentType: 'text/plain' } as const;

    beforeEach(() => {
      follow();
      listener.owned();
      written.length = posted.length = 0;
      stillOwned = new Promise((resolve) => (answer = resolve));
    });

    it('does nothing before it knows that it still owns the chat', async () => {
      const key = session.send(message);
      expect(session.snapshot.entries).to.deep.equal([]);
      expect([...written, ...posted]).to.deep.equal([]);
      stillOwned = true;
      answer(true);
      await settle();
      expect(session.snapshot.entries.map((entry) => entry.key)).to.deep.equal([key]);
      expect(written).to.have.lengthOf(1);
    });

    it('tells a newcomer nothing that may be out of date', async () => {
      listener.heard({ type: 'hello', tab: 'newcomer' });
      expect(posted).to.deep.equal([]);
      stillOwned = true;
      answer(true);
      await settle();
      expect(posted).to.have.lengthOf(1);
      expect(posted[0]).to.include({ type: 'state' });
    });

    it('hands to the new owner what was asked for when it does not', async () => {
      const id = session.send(message);
      answer(false);
      await settle();
      expect(written).to.deep.equal([]);
      const [command] = posted as { readonly type: string; readonly stamp: { readonly id: string } }[];
      expect(command).to.include({ type: 'command' });
      expect(command?.stamp.id).to.equal(id);
    });

    it('loses nothing when it loses the chat and wins it again before the answer', async () => {
      session.send(message);
      listener.lost();
      stillOwned = true;
      listener.owned();
      answer(false);
      await settle();
      expect(session.snapshot.entries.map(({ text }) => text)).to.deep.equal(['Hi']);
    });
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
