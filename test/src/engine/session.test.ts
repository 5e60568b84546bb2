import { aTimeout, expect } from '@open-wc/testing';
import { Session } from '../../../src/engine/session.js';
import { defaultTimings, type Online } from '../../../src/engine/types.js';
import { contact, message, START } from '../../support/engine.js';
import { FakeTransport } from '../../support/fake-transport.js';
import { ManualClock } from '../../support/manual-clock.js';

/** Lets promises that are already settled tell. */
const settle = () => aTimeout(0);

describe('Session', () => {
  let clock: ManualClock;
  let fake: FakeTransport;
  let reported: unknown[];
  let change: Parameters<Online['watch']>[0];
  let watching: boolean;
  let session: Session;

  beforeEach(() => {
    clock = new ManualClock();
    fake = new FakeTransport();
    reported = [];
    watching = true;
    let ids = 0;
    session = new Session({
      transport: fake.transport,
      clock,
      random: { next: () => 0.5, id: () => `id-${(ids += 1)}` },
      online: {
        isOnline: () => true,
        watch: (listener) => {
          change = listener;
          return () => (watching = false);
        },
      },
      timings: defaultTimings,
      report: (error) => reported.push(error),
    });
  });

  const connect = async () => {
    session.send({ type: 'start' });
    fake
      .last('startContact')
      .resolve({ contact, credentials: { participantToken: 'secret-participant' }, features: {} });
    await settle();
    fake
      .last('createConnection')
      .resolve({ connectionToken: 'secret-connection', socketUrl: 'wss://secret-socket' });
    await settle();
    fake.sockets.at(-1)!.listener.opened();
  };

  it('connects, fetches the transcript and shows what arrives', async () => {
    await connect();
    expect(session.snapshot.session.phase).to.equal('connected');
    expect(fake.last('fetchTranscript').args.slice(0, 2)).to.deep.equal(['secret-connection', undefined]);
    fake.sockets[0]!.listener.received({ type: 'entry-received', entry: message('a', START) });
    expect(session.snapshot.entries.map(({ id }) => id)).to.deep.equal(['a']);
  });

  it('never lets a credential into the snapshot', async () => {
    await connect();
    session.send({ type: 'send-message', text: 'Hi', contentType: 'text/plain' });
    expect(JSON.stringify(session.snapshot)).not.to.contain('secret');
  });

  it('posts a message with the key that `send` returned, and folds the answer into it', async () => {
    await connect();
    const key = session.send({ type: 'send-message', text: 'Hi', contentType: 'text/plain' });
    expect(fake.last('sendMessage').args[1]).to.deep.include({
      text: 'Hi',
      contentType: 'text/plain',
      clientToken: key,
    });
    fake.last('sendMessage').resolve({ id: 'm1', time: START });
    await settle();
    expect(session.snapshot.entries[0]).to.deep.include({ key, id: 'm1', delivery: 'sent' });
  });

  it('tries a message again with the same client token, and only once at a time', async () => {
    await connect();
    session.send({ type: 'send-message', text: 'One', contentType: 'text/plain' });
    session.send({ type: 'send-message', text: 'Two', contentType: 'text/plain' });
    fake.last('sendMessage').reject({ kind: 'throttled', status: 429 });
    await settle();
    expect(fake.count('sendMessage')).to.equal(1);
    clock.advance(defaultTimings.retryMaxMs);
    const tokens = fake.calls
      .filter(({ name }) => name === 'sendMessage')
      .map(({ args }) => (args[1] as { clientToken: string }).clientToken);
    expect(tokens).to.have.lengthOf(2);
    expect(tokens[1]).to.equal(tokens[0]);
  });

  it('sends after a reconnect what was under way when the connection was lost', async () => {
    await connect();
    session.send({ type: 'send-message', text: 'Hi', contentType: 'text/plain' });
    const first = fake.last('sendMessage');
    fake.sockets[0]!.listener.lost();
    expect(first.signal.aborted).to.be.true;
    expect(session.snapshot.entries[0]?.delivery).to.equal('queued');
    clock.advance(defaultTimings.firstRetryMs);
    fake.last('createConnection').resolve({ connectionToken: 'two', socketUrl: 'wss://two' });
    await settle();
    fake.sockets[1]!.listener.opened();
    expect(fake.last('sendMessage').args[0]).to.equal('two');
    expect(fake.last('sendMessage').args[1]).to.deep.equal(first.args[1]);
  });

  it('does not abandon a message when the connection is only renewed', async () => {
    await connect();
    clock.advance(defaultTimings.socketLifetimeMs);
    session.send({ type: 'send-message', text: 'Hi', contentType: 'text/plain' });
    fake.last('createConnection').resolve({ connectionToken: 'two', socketUrl: 'wss://two' });
    await settle();
    fake.sockets[1]!.listener.opened();
    expect(fake.sockets[0]!.signal.aborted).to.be.true;
    expect(fake.last('sendMessage').signal.aborted).to.be.false;
    fake.last('sendMessage').resolve({ id: 'm1', time: START });
    await settle();
    expect(session.snapshot.entries[0]?.delivery).to.equal('sent');
  });

  it('says why a message was refused, and lets it be retried or discarded', async () => {
    await connect();
    const key = session.send({ type: 'send-message', text: 'Hi', contentType: 'text/plain' });
    fake.last('sendMessage').reject({ kind: 'refused', status: 400, detail: 'Too long' });
    await settle();
    expect(session.snapshot.entries[0]).to.deep.include({
      delivery: 'failed',
      problem: { code: 'message/refused', recoverable: true, detail: 'Too long' },
    });
    session.send({ type: 'retry-message', key });
    expect(fake.count('sendMessage')).to.equal(2);
    fake.last('sendMessage').reject({ kind: 'refused', status: 400 });
    await settle();
    session.send({ type: 'discard-message', key });
    expect(session.snapshot.entries).to.deep.equal([]);
    expect(session.snapshot.outbox).to.deep.equal([]);
  });

  it('asks for a new connection when a message is forbidden, and ends when that is too', async () => {
    await connect();
    session.send({ type: 'send-message', text: 'Hi', contentType: 'text/plain' });
    fake.last('sendMessage').reject({ kind: 'forbidden', status: 403 });
    await settle();
    expect(fake.count('createConnection')).to.equal(2);
    expect(session.snapshot.session.phase).to.equal('connecting');
    fake.last('createConnection').reject({ kind: 'forbidden', status: 403 });
    await settle();
    expect(session.snapshot.session.phase).to.equal('ended');
    expect(session.snapshot.entries[0]?.delivery).to.equal('failed');
  });

  it('queues what a subscriber sends while it is being told', async () => {
    await connect();
    const phases: string[] = [];
    session.subscribe(({ ending }, previous) => {
      phases.push(`${String(previous.ending)}>${String(ending)}`);
      if (phases.length === 1) session.send({ type: 'end' });
    });
    session.send({ type: 'attend', attending: true });
    expect(phases).to.deep.equal(['false>false', 'false>true']);
  });

  it('goes on when a subscriber throws', async () => {
    const mistake = new Error('mistake of the page');
    session.subscribe(() => {
      throw mistake;
    });
    await connect();
    expect(session.snapshot.session.phase).to.equal('connected');
    expect(reported).to.include(mistake);
  });

  it('takes a rejection that is no failure for a lost network', async () => {
    session.send({ type: 'start' });
    fake.last('startContact').reject(new TypeError('bug') as never);
    await settle();
    expect(session.snapshot.session).to.deep.include({ phase: 'failed' });
  });

  it('follows the device off and on line', async () => {
    await connect();
    change('went-offline');
    expect(session.snapshot.session.phase).to.equal('offline');
    expect(fake.sockets[0]!.signal.aborted).to.be.true;
    change('went-online');
    expect(session.snapshot.session.phase).to.equal('connecting');
  });

  it('leaves nothing behind when it is closed', async () => {
    await connect();
    session.send({ type: 'send-message', text: 'Hi', contentType: 'text/plain' });
    let told = 0;
    session.subscribe(() => (told += 1));
    session.close();
    expect(clock.pending).to.equal(0);
    expect(fake.sockets[0]!.signal.aborted).to.be.true;
    expect(fake.last('sendMessage').signal.aborted).to.be.true;
    expect(watching).to.be.false;
    session.send({ type: 'end' });
    await settle();
    expect(told).to.equal(0);
  });
});
