import { strict as assert } from 'node:assert';
import { beforeEach, describe, it } from 'node:test';
import { Harness, origin, texts, type Customer } from '../harness.js';

describe('faults', () => {
  let emulator: Harness;
  let customer: Customer;
  const fault = (body: object) => emulator.control<{ faults: unknown[] }>('POST', '/faults', body);
  const send = (token?: string) =>
    emulator.call('message', customer.connectionToken, {
      ContentType: 'text/plain',
      Content: 'Hello',
      ClientToken: token,
    });
  const raw = (operation: string): Promise<Response> =>
    emulator.emulator.handle(
      new Request(`${origin}/participant/${operation}`, {
        method: 'POST',
        headers: { 'x-amz-bearer': customer.connectionToken },
        body: JSON.stringify({ ContentType: 'text/plain', Content: 'Hello', ClientToken: 'once' }),
      }),
    );

  beforeEach(async () => {
    emulator = new Harness();
    customer = await emulator.customer();
  });

  it('answers any status for the next calls, without performing them', async () => {
    await fault({ type: 'status', operation: 'SendMessage', status: 429, times: 2 });
    const replies = [await send(), await send(), await send()];
    assert.deepEqual(
      replies.map(({ status }) => status),
      [429, 429, 200],
    );
    assert.equal(replies[0]?.body.__type, 'ThrottlingException');
    const { transcript, requests } = await emulator.detail(customer.contactId);
    assert.deepEqual(texts(transcript), ['Hello']);
    assert.deepEqual(
      requests.slice(-3).map(({ status }) => status),
      [429, 429, 200],
    );
  });

  it('strikes until it is cleared, and only the operation named', async () => {
    await fault({ type: 'status', operation: 'SendMessage', status: 500 });
    assert.equal((await send()).status, 500);
    assert.equal((await emulator.call('transcript', customer.connectionToken)).status, 200);
    assert.equal((await emulator.control<{ faults: unknown[] }>('GET', '/faults')).body.faults.length, 1);
    await emulator.control('DELETE', '/faults');
    assert.equal((await send()).status, 200);
  });

  it('strikes only the contact named', async () => {
    const other = await emulator.customer();
    await fault({ type: 'status', status: 403, contactId: other.contactId });
    assert.equal((await send()).status, 200);
    assert.equal((await emulator.call('transcript', other.connectionToken)).status, 403);
  });

  it('can answer an HTML page', async () => {
    await fault({ type: 'status', status: 502, body: '<h1>Bad gateway</h1>' });
    const reply = await raw('message');
    assert.deepEqual([reply.status, reply.headers.get('content-type')], [502, 'text/html']);
    assert.equal(await reply.text(), '<h1>Bad gateway</h1>');
  });

  it('resets a connection before anything is done', async () => {
    await fault({ type: 'reset', operation: 'SendMessage', times: 1 });
    assert.equal((await raw('message')).type, 'error');
    assert.deepEqual(texts((await emulator.detail(customer.contactId)).transcript), []);
  });

  it('loses only the answer, so that a repeated token finds the message sent', async () => {
    await fault({ type: 'reset', operation: 'SendMessage', when: 'after', times: 1 });
    assert.equal((await raw('message')).type, 'error');
    assert.equal((await raw('message')).status, 200);
    emulator.clock.advance(20);
    assert.deepEqual(texts(customer.socket.items), ['Hello']);
    const { requests } = await emulator.detail(customer.contactId);
    assert.deepEqual(
      requests.slice(-2).map(({ status }) => status),
      [0, 200],
    );
  });

  it('answers any status though the work is done, so that a repeated token finds the message sent', async () => {
    await fault({ type: 'status', operation: 'SendMessage', status: 504, when: 'after', times: 1 });
    assert.equal((await send('once')).status, 504);
    assert.equal((await send('once')).status, 200);
    emulator.clock.advance(20);
    assert.deepEqual(texts(customer.socket.items), ['Hello']);
  });

  it('delays an answer', async () => {
    await fault({ type: 'latency', ms: 300, times: 1 });
    let isAnswered = false;
    const reply = send().then((answer) => {
      isAnswered = true;
      return answer;
    });
    await emulator.clock.nextTask();
    emulator.clock.advance(299);
    await new Promise(setImmediate);
    assert.equal(isAnswered, false);
    emulator.clock.advance(1);
    assert.equal((await reply).status, 200);
  });

  it('echoes before the reply', async () => {
    await fault({ type: 'echo', order: 'before' });
    const reply = send();
    await emulator.clock.nextTask();
    assert.deepEqual(texts(customer.socket.items), ['Hello']);
    emulator.clock.advance(20);
    assert.equal((await reply).body.Id, customer.socket.items.at(-1)?.Id);
  });

  it('drops sockets, with a code or without', async () => {
    await fault({ type: 'drop-sockets' });
    assert.equal(customer.socket.closed, null);
    const other = await emulator.customer();
    await fault({ type: 'drop-sockets', code: 4001, contactId: other.contactId });
    assert.equal(other.socket.closed, 4001);
    assert.deepEqual((await emulator.detail(other.contactId)).sockets, []);
  });

  it('refuses sockets', async () => {
    await fault({ type: 'refuse-sockets', times: 1 });
    const { Websocket } = await emulator.connection(customer.participantToken);
    assert.deepEqual(emulator.emulator.openSocket(Websocket.Url), { accepted: false, status: 503 });
    emulator.open(Websocket.Url);
  });

  const invalid = [
    {},
    { type: 'meteor' },
    { type: 'status' },
    { type: 'status', status: 42 },
    { type: 'drop-sockets', code: 1006 },
    { type: 'mute', topic: 'chat' },
    { type: 'delay-items' },
    { type: 'reorder-items', count: 1 },
    { type: 'processing', status: 'SENT' },
    { type: 'expiry-offset', ms: 1, member: 'Url' },
    { type: 'clock-skew', ms: 1e15 },
    { type: 'outage', ms: 0 },
  ];
  for (const body of invalid) {
    it(`refuses ${JSON.stringify(body)}`, async () => {
      assert.equal((await fault(body)).status, 400);
    });
  }
});
