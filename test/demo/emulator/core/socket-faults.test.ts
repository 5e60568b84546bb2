import { strict as assert } from 'node:assert';
import { beforeEach, describe, it } from 'node:test';
import { Harness, texts, type Customer, type TestSocket } from '../harness.js';

describe('socket faults', () => {
  let emulator: Harness;
  let customer: Customer;
  const url = async (of = customer): Promise<string> =>
    (await emulator.connection(of.participantToken)).Websocket.Url;
  const deliver = (content: string, to = customer) =>
    emulator.api.addItems(to.contactId, { Content: content });
  const answered = (socket: TestSocket): readonly unknown[] => {
    const before = socket.frames.length;
    for (const topic of ['aws/ping', 'aws/heartbeat']) socket.send({ topic });
    return socket.frames.slice(before).map(({ topic }) => topic);
  };

  beforeEach(async () => {
    emulator = new Harness();
    customer = await emulator.customer();
  });

  describe('mute', () => {
    for (const [topic, left] of [
      ['heartbeat', ['aws/ping']],
      ['ping', ['aws/heartbeat']],
      ['*', []],
      [undefined, []],
    ] as const) {
      it(`leaves ${topic ?? 'everything'} unanswered, and still delivers`, async () => {
        await emulator.api.addFault({ type: 'mute', topic });
        assert.deepEqual(answered(customer.socket), left);
        await deliver('Hello');
        assert.deepEqual(texts(customer.socket.items), ['Hello']);
        await emulator.api.clearFaults();
        assert.equal(answered(customer.socket).length, 2);
      });
    }

    for (const [when, contents] of [
      ['before', []],
      ['after', ['Hello']],
    ] as const) {
      it(`loses a subscription ${when} it took effect`, async () => {
        await emulator.api.addFault({ type: 'mute', topic: 'subscribe', when, times: 1 });
        const socket = emulator.subscribe(emulator.open(await url()));
        assert.equal(socket.frames.length, 0);
        await deliver('Hello');
        assert.deepEqual(texts(socket.items), contents);
        emulator.subscribe(socket);
        assert.equal(socket.frames.at(-1)?.topic, 'aws/subscribe');
      });
    }
  });

  it('answers a ping with 500 or any status, and goes on delivering', async () => {
    await emulator.api.addFault({ type: 'ping-failure', times: 1 });
    await emulator.api.addFault({ type: 'ping-failure', statusCode: 503, times: 1 });
    for (let sent = 0; sent < 3; sent += 1) customer.socket.send({ topic: 'aws/ping' });
    assert.deepEqual(
      customer.socket.frames.slice(-3).map(({ statusCode }) => statusCode),
      [500, 503, 200],
    );
  });

  it('fails a subscription, after which nothing is delivered until one succeeds', async () => {
    await emulator.api.addFault({ type: 'subscribe-failure', times: 1 });
    const socket = emulator.subscribe(emulator.open(await url()));
    assert.deepEqual(socket.frames[0]?.content, { status: 'failure', topics: ['aws/chat'] });
    await deliver('One');
    emulator.subscribe(socket);
    await deliver('Two');
    assert.deepEqual(texts(socket.items), ['Two']);
  });

  describe('half-open', () => {
    it('lets the open sockets go dead for good, and new ones live', async () => {
      await emulator.api.addFault({ type: 'half-open' });
      const fresh = emulator.subscribe(emulator.open(await url()));
      await deliver('Hello');
      assert.deepEqual([texts(customer.socket.items), texts(fresh.items)], [[], ['Hello']]);
      assert.deepEqual(answered(customer.socket), []);
      assert.equal(customer.socket.closed, undefined);
      assert.deepEqual(await emulator.api.faults(), []);
      const { sockets } = await emulator.detail(customer.contactId);
      assert.deepEqual(
        sockets.map(({ halfOpen }) => halfOpen),
        [true, false],
      );
    });

    it('lets the next sockets be dead from the start', async () => {
      await emulator.api.addFault({ type: 'half-open', sockets: 'next', times: 1 });
      const [dead, alive] = [emulator.open(await url()), emulator.open(await url())];
      assert.deepEqual([answered(dead).length, answered(alive).length], [0, 2]);
      assert.equal(answered(customer.socket).length, 2);
    });

    it('sends no close frame over a dead connection, and counts it no longer', async () => {
      for (let open = 1; open < 5; open += 1) emulator.open(await url());
      await emulator.api.addFault({ type: 'half-open' });
      emulator.open(await url());
      emulator.clock.advance(65 * 60_000);
      assert.equal(customer.socket.closed, null);
    });
  });

  describe('outage', () => {
    const status = () =>
      emulator.emulator
        .handle(new Request('http://127.0.0.1:8787/participant/transcript', { method: 'POST' }))
        .then(({ type }) => type);

    it('cuts all sockets, resets every request and comes back by itself with all contacts', async () => {
      const address = await url();
      await emulator.api.addFault({ type: 'outage', ms: 60_000 });
      assert.equal(customer.socket.closed, null);
      assert.deepEqual(emulator.emulator.openSocket(address), { accepted: false });
      assert.equal(await status(), 'error');
      const preflight = new Request('http://127.0.0.1:8787/participant/message', { method: 'OPTIONS' });
      assert.equal((await emulator.emulator.handle(preflight)).type, 'error');
      assert.equal((await emulator.api.contacts()).length, 1);
      emulator.clock.advance(59_999);
      assert.equal(await status(), 'error');
      emulator.clock.advance(1);
      assert.equal(await status(), 'default');
      emulator.open(address);
      assert.equal((await emulator.call('transcript', customer.connectionToken)).status, 200);
    });

    it('can be limited to one contact, and be lifted', async () => {
      const other = await emulator.customer();
      const address = await url();
      const id = await emulator.api.addFault({ type: 'outage', contactId: customer.contactId });
      assert(id !== undefined);
      assert.deepEqual([customer.socket.closed, other.socket.closed], [null, undefined]);
      emulator.open(await url(other));
      assert.deepEqual(emulator.emulator.openSocket(address), { accepted: false });
      await emulator.api.removeFault(id);
      emulator.open(address);
    });

    it('takes what is under way', async () => {
      await emulator.api.addFault({ type: 'latency', ms: 300, times: 1 });
      const reply = status();
      await emulator.clock.nextTask();
      await emulator.api.addFault({ type: 'outage' });
      emulator.clock.advance(300);
      assert.equal(await reply, 'error');
    });
  });

  describe('expiry', () => {
    it('lets issued URLs lapse, and no later one', async () => {
      const address = await url();
      assert.equal(await emulator.api.expire('urls', customer.contactId), 2);
      assert.deepEqual(emulator.emulator.openSocket(address), { accepted: false, status: 403 });
      assert.equal(customer.socket.closed, undefined);
      emulator.open(await url());
    });

    it('leaves a socket open whose URL lapses after it was opened', async () => {
      const socket = emulator.subscribe(emulator.open(await url()));
      await emulator.api.expire('urls');
      await deliver('Hello');
      assert.deepEqual(texts(socket.items), ['Hello']);
    });

    it('lets connection tokens lapse, of one contact or of all', async () => {
      const other = await emulator.customer();
      const ask = async (of: Customer) => (await emulator.call('transcript', of.connectionToken)).status;
      assert.equal(await emulator.api.expire('connection-tokens', customer.contactId), 1);
      assert.deepEqual([await ask(customer), await ask(other)], [403, 200]);
      assert.equal(await emulator.api.expire('connection-tokens'), 1);
      assert.equal(await ask(other), 403);
      const renewed = await emulator.connection(customer.participantToken);
      const { ConnectionToken } = renewed.ConnectionCredentials;
      assert.equal((await emulator.call('transcript', ConnectionToken)).status, 200);
    });

    it('closes sockets as at the end of their lifetime', async () => {
      const other = await emulator.customer();
      assert.equal(await emulator.api.expire('sockets', customer.contactId), 1);
      assert.deepEqual([customer.socket.closed, other.socket.closed], [1001, undefined]);
    });
  });
});
