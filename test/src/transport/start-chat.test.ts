import { expect } from '@open-wc/testing';
import { startChat } from '../../../src/transport/start-chat.js';
import type { StartChatOptions } from '../../../src/transport/start-chat-options.js';
import type { StartChatRequest } from '../../../src/transport/wire.js';
import { rejection } from './rejection.js';
import { shapes } from './start-chat-answers.js';

const result = { ContactId: 'contact-1', ParticipantId: 'participant-1', ParticipantToken: 'token-1' };
const least: StartChatOptions = {
  endpoint: 'https://start.example/chat',
  contentType: 'application/json',
  customerName: 'Ada',
  contentTypes: ['text/plain'],
};
const { signal } = new AbortController();

/** A `fetch` that answers always the same, and the requests it has had. */
function answering(body: string, init: ResponseInit = {}) {
  const requests: Request[] = [];
  const fetcher: typeof fetch = (input, options) => {
    requests.push(new Request(input, options));
    return Promise.resolve(new Response(body, init));
  };
  return { fetcher, requests };
}

const noFetch: typeof fetch = () => Promise.reject(new Error('Nothing may be requested.'));
const start = (options: StartChatOptions, fetcher: typeof fetch) =>
  startChat(options, 'attempt-1', fetcher, signal);

describe('startChat', () => {
  it('posts the request to the endpoint', async () => {
    const { fetcher, requests } = answering(JSON.stringify(result));
    const { contact } = await start(least, fetcher);
    expect(contact.contactId).to.equal('contact-1');
    const [request] = requests;
    expect(request?.method).to.equal('POST');
    expect(request?.url).to.equal('https://start.example/chat');
    expect(request?.headers.get('content-type')).to.equal('application/json');
    expect(await request?.json()).to.include({ Username: 'Ada', ClientToken: 'attempt-1' });
  });

  it('posts text/plain when asked to', async () => {
    const { fetcher, requests } = answering(JSON.stringify(result));
    await start({ ...least, contentType: 'text/plain' }, fetcher);
    expect(requests[0]?.headers.get('content-type')).to.equal('text/plain');
  });

  for (const [name, headers] of [
    ['an object', { authorization: 'Bearer jwt' }],
    ['a function', () => ({ authorization: 'Bearer jwt' })],
    [
      'an async function',
      () => Promise.resolve({ authorization: 'Bearer jwt', 'content-type': 'text/html' }),
    ],
  ] as const) {
    it(`adds headers from ${name}`, async () => {
      const { fetcher, requests } = answering(JSON.stringify(result));
      await start({ ...least, headers }, fetcher);
      expect(requests[0]?.headers.get('authorization')).to.equal('Bearer jwt');
      expect(requests[0]?.headers.get('content-type')).to.equal('application/json');
    });
  }

  for (const [name, value] of Object.entries(shapes)) {
    it(`understands ${name}`, async () => {
      const { fetcher } = answering(typeof value === 'string' ? value : JSON.stringify(value));
      expect((await start(least, fetcher)).credentials.participantToken).to.equal('token-1');
    });
  }

  describe('from the page', () => {
    it('prefers chatDetails, which need nothing else', async () => {
      const { endpoint: _, ...rest } = least;
      const { contact } = await start(
        { ...rest, chatDetails: result, startChat: () => Promise.reject(new Error()) },
        noFetch,
      );
      expect(contact.contactId).to.equal('contact-1');
    });

    it('prefers the startChat function to the endpoint', async () => {
      const seen: StartChatRequest[] = [];
      const own = (request: StartChatRequest) => {
        seen.push(request);
        return Promise.resolve({ startChatResult: result });
      };
      const { contact } = await start({ ...least, startChat: own }, noFetch);
      expect(contact.contactId).to.equal('contact-1');
      expect(seen[0]).to.include({ ClientToken: 'attempt-1' });
    });

    it('reads a Response that the function resolves with', async () => {
      const respond = (status: number) => () =>
        Promise.resolve(new Response(JSON.stringify(result), { status }));
      expect((await start({ ...least, startChat: respond(200) }, noFetch)).contact.contactId).to.equal(
        'contact-1',
      );
      const failure = await rejection(start({ ...least, startChat: respond(429) }, noFetch));
      expect(failure).to.include({ kind: 'throttled', code: 'start-chat/throttled' });
    });

    it('reports chatDetails that make no sense', async () => {
      for (const chatDetails of [null, {}, 'x', { error: 'no' }]) {
        expect(await rejection(start({ ...least, chatDetails }, noFetch))).to.deep.equal({
          kind: 'configuration',
          code: 'configuration/invalid-chat-details',
        });
      }
    });

    for (const [name, thrown, expected] of [
      ['anything', new Error('boom'), { kind: 'network', code: 'start-chat/unreachable' }],
      ['nothing', undefined, { kind: 'network', code: 'start-chat/unreachable' }],
      [
        'its own AbortError',
        new DOMException('x', 'AbortError'),
        { kind: 'network', code: 'start-chat/unreachable' },
      ],
      ['a status', { status: 401 }, { kind: 'forbidden', status: 401, code: 'start-chat/unauthorized' }],
      [
        'a status and a sentence',
        Object.assign(new Error('We are closed.'), { status: 409 }),
        { kind: 'refused', status: 409, code: 'start-chat/unavailable', detail: 'We are closed.' },
      ],
    ] as const) {
      it(`reports a function that throws ${name}`, async () => {
        const fail = () => Promise.reject(thrown);
        expect(await rejection(start({ ...least, startChat: fail }, noFetch))).to.deep.equal(expected);
        expect(await rejection(start({ ...least, headers: fail }, noFetch))).to.deep.equal(expected);
      });
    }
  });

  describe('when refused', () => {
    for (const [status, body, expected] of [
      [400, '{}', { kind: 'refused', status: 400, code: 'start-chat/refused' }],
      [
        400,
        '{"error":{"code":"closed","message":"We open at nine."}}',
        { kind: 'refused', status: 400, code: 'start-chat/unavailable', detail: 'We open at nine.' },
      ],
      [
        400,
        '{"data":{"Error":{"message":"InvalidRequestException: bad flow"}}}',
        { kind: 'refused', status: 400, code: 'start-chat/refused' },
      ],
      [401, '', { kind: 'forbidden', status: 401, code: 'start-chat/unauthorized' }],
      [403, '{"message":"Forbidden"}', { kind: 'forbidden', status: 403, code: 'start-chat/unauthorized' }],
      [404, '{"message":"Not Found"}', { kind: 'refused', status: 404, code: 'start-chat/refused' }],
      [
        409,
        'We are closed today.',
        { kind: 'refused', status: 409, code: 'start-chat/unavailable', detail: 'We are closed today.' },
      ],
      [
        429,
        '{"message":"Too Many Requests"}',
        { kind: 'throttled', status: 429, code: 'start-chat/throttled' },
      ],
      [
        500,
        '{"message":"Something broke"}',
        { kind: 'server', status: 500, code: 'start-chat/server-error', detail: 'Something broke' },
      ],
      [
        502,
        '<html><h1>Bad gateway</h1></html>',
        { kind: 'server', status: 502, code: 'start-chat/server-error' },
      ],
      [
        503,
        '{"message":"Service Unavailable"}',
        { kind: 'server', status: 503, code: 'start-chat/unavailable' },
      ],
      [
        503,
        '{"message":"We are closed."}',
        { kind: 'server', status: 503, code: 'start-chat/unavailable', detail: 'We are closed.' },
      ],
      [500, JSON.stringify(result), { kind: 'server', status: 500, code: 'start-chat/server-error' }],
      [
        200,
        '{"error":"Closed for lunch"}',
        { kind: 'refused', code: 'start-chat/unavailable', detail: 'Closed for lunch' },
      ],
      [200, '{"data":{"Error":{"code":1}}}', { kind: 'refused', code: 'start-chat/refused' }],
      [
        200,
        '{"statusCode":429,"body":"{}"}',
        { kind: 'throttled', status: 429, code: 'start-chat/throttled' },
      ],
      [200, '{"errorType":"TypeError","errorMessage":"x"}', { kind: 'refused', code: 'start-chat/refused' }],
      [200, '<!doctype html><title>Sign in</title>', { kind: 'invalid', code: 'start-chat/bad-answer' }],
      [200, '', { kind: 'invalid', code: 'start-chat/bad-answer' }],
      [200, '{"ok":', { kind: 'invalid', code: 'start-chat/bad-answer' }],
      [200, '{}', { kind: 'invalid', code: 'start-chat/bad-answer' }],
      [
        200,
        JSON.stringify({ ...result, padding: 'x'.repeat(1_000_000) }),
        { kind: 'invalid', code: 'start-chat/bad-answer' },
      ],
    ] as const) {
      it(`reports ${status} ${body.slice(0, 60)}`, async () => {
        expect(await rejection(start(least, answering(body, { status }).fetcher))).to.deep.equal(expected);
      });
    }

    it('reports an endpoint that cannot be reached', async () => {
      const unreachable: typeof fetch = () => Promise.reject(new TypeError('Failed to fetch'));
      expect(await rejection(start(least, unreachable))).to.deep.equal({
        kind: 'network',
        code: 'start-chat/unreachable',
      });
    });

    it('reports an answer that breaks off', async () => {
      const body = new ReadableStream({
        start: (controller) => controller.error(new TypeError('network error')),
      });
      const broken: typeof fetch = () => Promise.resolve(new Response(body));
      expect(await rejection(start(least, broken))).to.include({ code: 'start-chat/unreachable' });
    });

    for (const [endpoint, code] of [
      [undefined, 'configuration/missing-endpoint'],
      ['  ', 'configuration/missing-endpoint'],
      ['ftp://start.example', 'configuration/invalid-endpoint'],
      ['http://', 'configuration/invalid-endpoint'],
    ] as const) {
      it(`reports ${code} for ${JSON.stringify(endpoint)}`, async () => {
        expect(await rejection(start({ ...least, endpoint }, noFetch))).to.deep.equal({
          kind: 'configuration',
          code,
        });
      });
    }
  });
});
