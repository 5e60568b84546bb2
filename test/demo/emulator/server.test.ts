import { strict as assert } from 'node:assert';
import { once } from 'node:events';
import { connect as connectTcp } from 'node:net';
import { after, before, describe, it } from 'node:test';
import { WebSocket } from 'ws';
import { startEmulator, type RunningEmulator } from '../../../demo/emulator/server.js';
import type { ConnectionReply, ContactDetail } from './harness.js';
import { until } from './until.js';

interface Started {
  readonly ContactId: string;
  readonly ParticipantToken: string;
}

describe('startEmulator', () => {
  let emulator: RunningEmulator;
  const control = async <T>(method: string, path: string, body?: object): Promise<T> => {
    const init = { method, ...(body && { body: JSON.stringify(body) }) };
    return (await (await fetch(emulator.endpoints.controlEndpoint + path, init)).json()) as T;
  };
  const connect = async (): Promise<Started & { readonly url: string }> => {
    const started = await control<Started>('POST', '/contacts');
    const reply = await fetch(`${emulator.endpoints.participantEndpoint}/participant/connection`, {
      method: 'POST',
      headers: { 'x-amz-bearer': started.ParticipantToken },
      body: JSON.stringify({ Type: ['WEBSOCKET'] }),
    });
    const { Websocket } = (await reply.json()) as ConnectionReply;
    return { ...started, url: Websocket.Url };
  };
  const closed = (socket: WebSocket) =>
    new Promise<number>((resolve) => socket.on('close', resolve).on('error', () => undefined));

  before(async () => {
    emulator = await startEmulator({
      startChat: (request) => Promise.resolve(new Response(`start-chat by ${request.method}`)),
      pages: (request) =>
        Promise.resolve(new URL(request.url).pathname === '/' ? new Response('a page') : undefined),
    });
  });

  after(() => emulator.close());

  it('serves everything from one address on this machine only', async () => {
    const { origin, port, endpoints } = emulator;
    assert.equal(origin, `http://127.0.0.1:${String(port)}`);
    assert.deepEqual(endpoints, {
      participantEndpoint: origin,
      connectEndpoint: origin,
      startChatEndpoint: `${origin}/start-chat`,
      authEndpoint: `${origin}/authentication`,
      controlEndpoint: `${origin}/control`,
    });
    assert.equal(
      await (await fetch(endpoints.startChatEndpoint, { method: 'POST' })).text(),
      'start-chat by POST',
    );
    assert.equal(await (await fetch(origin)).text(), 'a page');
    assert.equal((await fetch(`${origin}/nothing`)).status, 404);
  });

  it('says that a port is busy, and how to choose another', async () => {
    await assert.rejects(startEmulator({ port: emulator.port }), (error: Error) => {
      assert.match(error.message, new RegExp(`Port ${String(emulator.port)} is busy`));
      assert.match(error.message, /--port/);
      return true;
    });
  });

  it('carries frames both ways', async () => {
    const { ContactId, url } = await connect();
    const socket = new WebSocket(url);
    const frames: string[] = [];
    socket.on('message', (data: Buffer) => frames.push(data.toString()));
    socket.on('open', () => {
      socket.send(JSON.stringify({ topic: 'aws/subscribe', content: { topics: ['aws/chat'] } }));
    });
    await until('the subscription', () => frames.some((frame) => frame.includes('success')));
    await control('POST', `/contacts/${ContactId}/items`, { Content: 'Zażółć 🙂' });
    const frame = await until('the item', () => frames[1]);
    const { content } = JSON.parse(frame) as { content: string };
    assert.equal((JSON.parse(content) as { Content: string }).Content, 'Zażółć 🙂');
    socket.close();
    const detail = () => control<ContactDetail>('GET', `/contacts/${ContactId}`);
    await until('the socket to be forgotten', async () => (await detail()).sockets.length === 0);
  });

  it('cuts a socket, or closes it with a code', async () => {
    for (const [fault, code] of [
      [{}, 1006],
      [{ code: 4001 }, 4001],
    ] as const) {
      const { url } = await connect();
      const socket = new WebSocket(url);
      const close = closed(socket);
      await new Promise((resolve) => socket.once('open', resolve));
      await control('POST', '/faults', { type: 'drop-sockets', ...fault });
      assert.equal(await close, code);
    }
  });

  it('refuses a socket with an HTTP status', async () => {
    const socket = new WebSocket(`${emulator.origin.replace('http', 'ws')}/socket/unknown`);
    const status = new Promise<number | undefined>((resolve) => {
      socket
        .on('error', () => undefined)
        .on('unexpected-response', (_, reply) => {
          resolve(reply.statusCode);
          socket.terminate();
        });
    });
    assert.equal(await status, 403);
  });

  it('outlives a client that is cut off while its socket is refused', async () => {
    const client = connectTcp(emulator.port, '127.0.0.1');
    const upgrade =
      'GET /socket/unknown HTTP/1.1\r\nHost: emulator\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n';
    client.write(`${upgrade}\r\n`);
    await once(client, 'connect');
    client.resetAndDestroy();
    await once(client, 'close');
    assert.equal((await fetch(emulator.origin)).status, 200);
  });

  it('leaves a half-open socket open, answers not even its close, and forgets it once it is gone', async () => {
    const { ContactId, url } = await connect();
    const socket = new WebSocket(url);
    const frames: string[] = [];
    socket.on('message', (data: Buffer) => frames.push(data.toString()));
    socket.on('pong', () => frames.push('pong'));
    await new Promise((resolve) => socket.once('open', resolve));
    await emulator.control.addFault({ type: 'half-open', contactId: ContactId });
    const close = closed(socket);
    socket.send('{"topic":"aws/heartbeat"}');
    socket.ping();
    socket.close(1000);
    // Answered after all that was sent to the dead socket has arrived: the server reads in order of arrival.
    await emulator.control.addItems(ContactId, { Content: 'Hello' });
    const live = new WebSocket((await connect()).url);
    await new Promise((resolve) => live.once('open', resolve));
    live.send('{"topic":"aws/heartbeat"}');
    await new Promise((resolve) => live.once('message', resolve));
    live.terminate();
    assert.deepEqual(frames, []);
    assert.equal(socket.readyState, WebSocket.CLOSING);
    assert.equal((await emulator.control.contact(ContactId)).sockets[0]?.halfOpen, true);
    socket.terminate();
    assert.equal(await close, 1006);
    const isForgotten = async () => (await emulator.control.contact(ContactId)).sockets.length === 0;
    await until('the socket to be forgotten', isForgotten);
  });

  it('opens a socket that is dead from the start', async () => {
    const { ContactId, url } = await connect();
    const fault = { type: 'half-open', sockets: 'next', times: 1, contactId: ContactId } as const;
    await emulator.control.addFault(fault);
    const socket = new WebSocket(url);
    await new Promise((resolve) => socket.once('open', resolve));
    assert.equal((await emulator.control.contact(ContactId)).sockets[0]?.halfOpen, true);
    const close = closed(socket);
    await emulator.control.addFault({ type: 'drop-sockets', contactId: ContactId, code: 4001 });
    assert.equal(await close, 1006);
  });

  it('is out of reach for a while, and then goes on with every contact', async () => {
    const { ContactId, url } = await connect();
    const socket = new WebSocket(url);
    const close = closed(socket);
    await new Promise((resolve) => socket.once('open', resolve));
    const id = await emulator.control.addFault({ type: 'outage' });
    assert(id !== undefined);
    assert.equal(await close, 1006);
    await assert.rejects(fetch(`${emulator.origin}/participant/message`, { method: 'POST' }), TypeError);
    const refused = new WebSocket(url);
    const failure = new Promise<Error>((resolve) => refused.once('error', resolve));
    assert.match((await failure).message, /hang up|ECONNRESET/);
    await emulator.control.removeFault(id);
    assert.equal((await emulator.control.contact(ContactId)).status, 'active');
    const again = new WebSocket(url);
    await new Promise((resolve) => again.once('open', resolve));
    again.terminate();
  });

  it('skips time on a clock that can be moved, and only there', async () => {
    await assert.rejects(emulator.control.advanceClock(1), { code: 'clock-not-manual' });
    const other = await startEmulator({ clock: 'manual-offset' });
    const { ContactId } = await other.control.startContact();
    await other.control.advanceClock(5 * 60_000);
    assert.equal((await other.control.contact(ContactId)).status, 'ended');
    const { now } = await other.control.clock();
    assert(Date.parse(now) - Date.now() > 4 * 60_000);
    await other.close();
  });

  it('resets a connection so that the client sees no reply', async () => {
    await control('POST', '/faults', { type: 'reset', operation: 'SendMessage', times: 1 });
    const url = `${emulator.origin}/participant/message`;
    await assert.rejects(fetch(url, { method: 'POST' }), TypeError);
    assert.equal((await fetch(url, { method: 'POST' })).status, 403);
  });

  it('streams changes, and closes with streams and sockets open', async () => {
    const other = await startEmulator();
    const stream = await fetch(`${other.endpoints.controlEndpoint}/events`);
    assert(stream.body);
    const reader = stream.body.pipeThrough(new TextDecoderStream()).getReader();
    let text = '';
    await fetch(`${other.endpoints.controlEndpoint}/contacts`, { method: 'POST' });
    while (!text.includes('"change":"started"')) text += (await reader.read()).value ?? '';
    await other.close();
    // Over either way, ended or cut: it must not hang.
    await reader.closed.catch(() => undefined);
  });
});
