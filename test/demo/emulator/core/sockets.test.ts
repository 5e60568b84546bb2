import { strict as assert } from 'node:assert';
import { beforeEach, describe, it } from 'node:test';
import { Harness, texts, type Customer } from '../harness.js';

describe('chat sockets', () => {
  let emulator: Harness;
  let customer: Customer;
  const url = async (): Promise<string> =>
    (await emulator.connection(customer.participantToken)).Websocket.Url;
  const deliver = (content: string) =>
    emulator.control('POST', `/contacts/${customer.contactId}/items`, { Content: content });
  const refusal = (address: string): number | undefined => {
    const answer = emulator.emulator.openSocket(address);
    return answer.accepted ? undefined : answer.status;
  };

  beforeEach(async () => {
    emulator = new Harness();
    customer = await emulator.customer();
  });

  it('answers subscribe, ping and heartbeat', async () => {
    const socket = emulator.open(await url());
    emulator.subscribe(socket);
    socket.send({ topic: 'aws/ping' });
    socket.send({ topic: 'aws/heartbeat' });
    assert.deepEqual(socket.frames, [
      { topic: 'aws/subscribe', content: { status: 'success', topics: ['aws/chat'] } },
      { topic: 'aws/ping', statusCode: 200, statusContent: 'OK' },
      { topic: 'aws/heartbeat' },
    ]);
  });

  it('fails a subscription to anything else', async () => {
    const socket = emulator.open(await url());
    socket.send({ topic: 'aws/subscribe', content: { topics: ['aws/other'] } });
    assert.deepEqual(socket.frames, [
      { topic: 'aws/subscribe', content: { status: 'failure', topics: ['aws/other'] } },
    ]);
  });

  it('answers what it does not know as forbidden, and ignores an empty frame', async () => {
    const socket = emulator.open(await url());
    for (const frame of ['', 'no json', '7', { topic: 'aws/unknown' }]) socket.send(frame);
    assert.deepEqual(
      socket.frames.map(({ message }) => message),
      ['Forbidden', 'Forbidden', 'Forbidden'],
    );
  });

  it('delivers nothing before the subscription, and replays nothing after it', async () => {
    const socket = emulator.open(await url());
    await deliver('before');
    emulator.subscribe(socket);
    await deliver('after');
    assert.deepEqual(texts(socket.items), ['after']);
    assert.deepEqual(texts(customer.socket.items), ['before', 'after']);
  });

  it('keeps contacts apart', async () => {
    const other = await emulator.customer();
    await deliver('mine');
    assert.deepEqual(texts(other.socket.items), []);
  });

  it('lets a URL be opened for 100 seconds, more than once', async () => {
    const address = await url();
    emulator.clock.advance(99_999);
    emulator.open(address);
    emulator.open(address);
    emulator.clock.advance(1);
    assert.equal(refusal(address), 403);
  });

  it('takes no unknown URL, and none of an ended contact', async () => {
    assert.equal(refusal('ws://127.0.0.1:8787/socket/unknown'), 403);
    assert.equal(refusal('//'), 403);
    const address = await url();
    await emulator.control('POST', `/contacts/${customer.contactId}/end`);
    assert.equal(refusal(address), 403);
  });

  it('takes five sockets of one participant, and another when one has closed', async () => {
    const address = await url();
    for (let open = 1; open < 5; open += 1) emulator.open(address);
    assert.equal(refusal(address), 429);
    await emulator.control('POST', '/faults', { type: 'drop-sockets', contactId: customer.contactId });
    assert.equal(refusal(address), undefined);
  });

  it('closes a socket when its connection expires', () => {
    emulator.clock.advance(65 * 60_000 - 1);
    assert.equal(customer.socket.closed, undefined);
    emulator.clock.advance(1);
    assert.equal(customer.socket.closed, 1001);
  });

  it('sends a raw frame as it is', async () => {
    await emulator.control('POST', `/contacts/${customer.contactId}/frames`, { text: '{"odd":true}' });
    assert.deepEqual(customer.socket.frames.at(-1), { odd: true });
  });
});
