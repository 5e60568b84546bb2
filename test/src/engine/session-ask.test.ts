import { aTimeout, expect } from '@open-wc/testing';
import { Session } from '../../../src/engine/session.js';
import { defaultTimings, type Failure } from '../../../src/engine/types.js';
import { contact } from '../../support/engine.js';
import { FakeTransport } from '../../support/fake-transport.js';
import { ManualClock } from '../../support/manual-clock.js';

/** Lets promises that are already settled tell. */
const settle = () => aTimeout(0);
const credentials = { participantToken: 'participant' };

describe('Session.ask', () => {
  let fake: FakeTransport;

  /** A session over the fake transport; with `tabs` it follows another tab. */
  const open = (following = false) => {
    let ids = 0;
    return new Session({
      transport: fake.transport,
      clock: new ManualClock(),
      random: { next: () => 0.5, id: () => `id-${(ids += 1)}` },
      online: { isOnline: () => true, watch: () => () => undefined },
      timings: defaultTimings,
      store: following
        ? {
            read: () => ({ version: 1, contact, credentials, outbox: [], draft: '' }),
            write: () => undefined,
            clear: () => undefined,
          }
        : undefined,
      tabs: following
        ? { join: () => () => undefined, post: () => undefined, stillOwned: () => true }
        : undefined,
      report: () => undefined,
    });
  };

  const connect = async (session: Session) => {
    session.send({ type: 'start' });
    fake.last('startContact').resolve({ contact, credentials, features: {} });
    await settle();
    fake.last('createConnection').resolve({ connectionToken: 'first', socketUrl: 'wss://socket' });
    await settle();
    fake.sockets.at(-1)!.listener.opened();
  };

  beforeEach(() => {
    fake = new FakeTransport();
  });

  it('asks with the token of the connection, and answers in the service’s words', async () => {
    const session = open();
    await connect(session);
    const answer = session.ask('describeView', { ViewToken: 'v' });
    expect(fake.last('ask').args.slice(0, 3)).to.deep.equal(['describeView', 'first', { ViewToken: 'v' }]);
    fake.last('ask').resolve({ View: {} });
    expect(await answer).to.deep.equal({ View: {} });
  });

  it('gets another token, once, when the service takes this one no more', async () => {
    const session = open();
    await connect(session);
    const answer = session.ask('getAttachment', {}).catch((failure: unknown) => failure);
    fake.last('ask').reject({ kind: 'forbidden', status: 403 });
    await settle();
    fake.last('createConnection').resolve({ connectionToken: 'second', socketUrl: 'wss://socket' });
    await settle();
    expect(fake.last('ask').args[1]).to.equal('second');
    const refusal: Failure = { kind: 'forbidden', status: 403 };
    fake.last('ask').reject(refusal);
    expect(await answer).to.deep.equal(refusal);
    expect(fake.count('createConnection')).to.equal(2);
  });

  it('hands any other failure on', async () => {
    const session = open();
    await connect(session);
    const answer = session.ask('getAttachment', {}).catch((failure: unknown) => failure);
    fake.last('ask').reject({ kind: 'throttled', status: 429 });
    expect(await answer).to.deep.equal({ kind: 'throttled', status: 429 });
    expect(fake.count('createConnection')).to.equal(1);
  });

  it('lets a tab that follows ask for itself, with what is kept on this device', async () => {
    const answer = open(true).ask('describeView', {});
    await settle();
    expect(fake.last('createConnection').args[0]).to.deep.equal(credentials);
    fake.last('createConnection').resolve({ connectionToken: 'own', socketUrl: 'wss://socket' });
    await settle();
    expect(fake.last('ask').args[1]).to.equal('own');
    fake.last('ask').resolve({});
    await answer;
    expect(fake.sockets).to.deep.equal([]);
  });

  it('refuses where there is no chat', async () => {
    expect(
      await open()
        .ask('describeView', {})
        .catch((failure: unknown) => failure),
    ).to.deep.equal({
      kind: 'forbidden',
    });
  });

  it('is given up with the session', async () => {
    const session = open();
    await connect(session);
    const answer = session.ask('describeView', {}).catch((error: unknown) => (error as Error).name);
    session.close();
    expect(await answer).to.equal('AbortError');
  });
});
