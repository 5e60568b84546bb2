import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { after, describe, it } from 'node:test';
import { localStartChat } from '../../../demo/backend/local.js';
import {
  demoContactFlowId,
  demoCredentials,
  demoInstanceId,
} from '../../../demo/emulator/core/credentials.js';
import { ada, started } from './support.js';

const closers: (() => void)[] = [];
after(() => closers.forEach((close) => close()));

/** A stand-in for the service on a free port, and where it answers. */
async function service(listener: RequestListener): Promise<string> {
  const server = createServer(listener).listen(0, '127.0.0.1');
  await once(server, 'listening');
  closers.push(() => {
    server.close();
    server.closeAllConnections();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** What the back end answers to `body` in front of `connectEndpoint`. */
async function post(connectEndpoint: string | (() => string), body: unknown = ada) {
  const startChat = localStartChat({ connectEndpoint, log: () => undefined });
  const response = await startChat(
    new Request('http://127.0.0.1/start-chat', {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: 'http://127.0.0.1:8000' },
      body: JSON.stringify(body),
    }),
  );
  const answer = (await response.json()) as { data?: { startChatResult: unknown }; error?: { code: string } };
  return { response, answer };
}

function failing(status: number, headers: Record<string, string>, body: string): Promise<string> {
  return service((_, response) => response.writeHead(status, headers).end(body));
}

describe('localStartChat', () => {
  it('signs StartChatContact with the demo key pair and hands the answer on', async () => {
    const seen: { request?: IncomingMessage; body?: unknown } = {};
    const endpoint = await service((request, response) => {
      seen.request = request;
      void text(request).then((body) => {
        seen.body = JSON.parse(body);
        response.setHeader('content-type', 'application/json').end(JSON.stringify(started));
      });
    });
    const { response, answer } = await post(() => endpoint, {
      ...ada,
      Attributes: { plan: 'gold' },
      ClientToken: 't',
    });

    assert.equal(response.status, 200);
    assert.equal(response.headers.get('access-control-allow-origin'), '*');
    assert.deepEqual(answer.data?.startChatResult, started);
    assert.deepEqual([seen.request?.method, seen.request?.url], ['PUT', '/contact/chat']);
    const credential = new RegExp(
      `AWS4-HMAC-SHA256 Credential=${demoCredentials.accessKeyId}/\\d{8}/us-east-1/connect/`,
    );
    assert.match(seen.request?.headers.authorization ?? '', credential);
    assert.deepEqual(seen.body, {
      InstanceId: demoInstanceId,
      ContactFlowId: demoContactFlowId,
      ParticipantDetails: { DisplayName: 'Ada' },
      ChatDurationInMinutes: 1500,
      Attributes: { plan: 'gold' },
      ClientToken: 't',
    });
  });

  it('answers a preflight without a body', async () => {
    const startChat = localStartChat({ connectEndpoint: 'http://127.0.0.1:9' });
    const response = await startChat(new Request('http://127.0.0.1/start-chat', { method: 'OPTIONS' }));
    assert.equal(response.status, 204);
    assert.equal(await response.text(), '');
  });

  it('takes further settings', async () => {
    const startChat = localStartChat({
      connectEndpoint: 'http://127.0.0.1:9',
      env: { ALLOWED_ORIGINS: 'https://shop.example' },
      log: () => undefined,
    });
    const headers = { origin: 'https://evil.example' };
    const response = await startChat(
      new Request('http://127.0.0.1/start-chat', { method: 'POST', headers, body: '{}' }),
    );
    assert.equal(response.status, 403);
  });

  const amazon = (name: string) => ({ 'content-type': 'application/json', 'x-amzn-errortype': name });
  for (const [name, endpoint, status, code] of [
    [
      'a throttled service',
      () => failing(429, amazon('LimitExceededException'), '{"Message":"slow"}'),
      429,
      'throttled',
    ],
    [
      'a failing service',
      () => failing(500, amazon('InternalServiceException'), '{"Message":"x"}'),
      503,
      'unavailable',
    ],
    [
      'a proxy with an HTML page',
      () => failing(502, { 'content-type': 'text/html' }, '<h1>Bad</h1>'),
      503,
      'unavailable',
    ],
    [
      'a missing flow',
      () => failing(404, amazon('ResourceNotFoundException'), '{"Message":"x"}'),
      404,
      'not-found',
    ],
    [
      'a denied role',
      () => failing(403, amazon('AccessDeniedException'), '{"Message":"x"}'),
      500,
      'misconfigured',
    ],
    ['a connection that is cut', () => service(({ socket }) => socket.destroy()), 503, 'unavailable'],
    ['nobody at the address', () => Promise.resolve('http://127.0.0.1:9'), 503, 'unavailable'],
  ] as const) {
    it(`answers ${status} ${code} for ${name}`, async () => {
      const { response, answer } = await post(await endpoint());
      assert.equal(response.status, status);
      assert.equal(answer.error?.code, code);
      assert.equal(response.headers.has('retry-after'), status === 429 || status === 503);
    });
  }
});
