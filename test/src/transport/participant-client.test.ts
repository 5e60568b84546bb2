import { expect } from '@open-wc/testing';
import { ParticipantClient } from '../../../src/transport/participant-client.js';
import { bearer, operations } from './participant-operations.js';
import { rejection } from './rejection.js';

const { signal } = new AbortController();

/** A client whose service answers always the same, and the requests it has had. */
function answering(body: string, init: ResponseInit = {}, endpoint = 'https://participant.example') {
  const requests: Request[] = [];
  const fetcher: typeof fetch = (input, options) => {
    requests.push(new Request(input, options));
    return Promise.resolve(new Response(body, init));
  };
  return { client: new ParticipantClient({ endpoint: new URL(endpoint), fetch: fetcher }), requests };
}

describe('ParticipantClient', () => {
  for (const [name, { call, method = 'POST', path, bearer: token, body, answer }] of Object.entries(
    operations,
  )) {
    describe(name, () => {
      it('sends the documented request and reads the answer', async () => {
        const { client, requests } = answering(JSON.stringify(answer));
        const { $metadata: _, ...output } = (await call(client, signal)) as { readonly $metadata: unknown };
        expect(output).to.deep.equal(answer);
        const [request] = requests;
        expect(request?.method).to.equal(method);
        expect(request?.url).to.equal(`https://participant.example${path}`);
        expect(request?.headers.get('x-amz-bearer')).to.equal(token);
        expect(request?.headers.get('content-type')).to.equal(body ? 'application/json' : null);
        expect(request?.headers.get('authorization')).to.be.null;
        const sent = await request?.text();
        expect(sent ? JSON.parse(sent) : undefined).to.deep.equal(body);
        expect(sent).not.to.contain(token);
      });

      for (const [error, status, kind] of [
        ['ValidationException', 400, 'refused'],
        ['ServiceQuotaExceededException', 402, 'refused'],
        ['AccessDeniedException', 403, 'forbidden'],
        ['ResourceNotFoundException', 404, 'refused'],
        ['ConflictException', 409, 'refused'],
        ['ThrottlingException', 429, 'throttled'],
        ['InternalServerException', 500, 'server'],
      ] as const) {
        it(`rejects ${error} as ${kind}`, async () => {
          const { client } = answering(JSON.stringify({ Message: 'This is why.' }), {
            status,
            headers: { 'x-amzn-errortype': error },
          });
          const detail = kind === 'refused' ? { detail: 'This is why.' } : {};
          expect(await rejection(call(client, signal))).to.deep.equal({ kind, status, ...detail });
        });
      }
    });
  }

  it('names itself, and the page if asked to, in a header', async () => {
    const seen: (string | null)[] = [];
    const fetcher: typeof fetch = (input, init) => {
      seen.push(new Request(input, init).headers.get('x-amz-user-agent'));
      return Promise.resolve(new Response('{}'));
    };
    const endpoint = new URL('https://participant.example');
    const call = (userAgentSuffix?: string) =>
      new ParticipantClient({ endpoint, fetch: fetcher, userAgentSuffix }).disconnectParticipant(
        bearer,
        signal,
      );
    await call();
    await call('shop/2.0 (Grüße\n)');
    expect(seen[0]).to.match(/^connect-chat\/\d+\.\d+\.\d+\S*$/);
    expect(seen[1]).to.equal(`${String(seen[0])} shop/2.0-Gr-e-`);
  });

  it('keeps the port and the path of the endpoint', async () => {
    const { client, requests } = answering('{}', {}, 'http://127.0.0.1:8787/proxy/');
    await client.disconnectParticipant(bearer, signal);
    expect(requests[0]?.url).to.equal('http://127.0.0.1:8787/proxy/participant/disconnect');
  });

  it("passes on the answer's date where it can be read", async () => {
    const { client } = answering('{}', { headers: { date: 'Sat, 21 Nov 2026 03:04:00 GMT' } });
    const dates: string[] = [];
    await client.createParticipantConnection({ ParticipantToken: 'p' }, signal, (date) => dates.push(date));
    expect(dates).to.deep.equal(['Sat, 21 Nov 2026 03:04:00 GMT']);
  });

  for (const [name, body, init, expected] of [
    ['an error page', '<html>Bad gateway</html>', { status: 502 }, { kind: 'server', status: 502 }],
    [
      'a gateway without a modelled error',
      '{"message":"Forbidden"}',
      { status: 403 },
      { kind: 'forbidden', status: 403 },
    ],
    [
      'an error named in the body only',
      '{"__type":"com.amazonaws.connectparticipant#ThrottlingException"}',
      { status: 429 },
      { kind: 'throttled', status: 429 },
    ],
    ['an empty error', '', { status: 404 }, { kind: 'refused', status: 404 }],
    ['a page instead of an answer', '<!doctype html>', { status: 200 }, { kind: 'invalid', status: 200 }],
    ['half an answer', '{"Id":', { status: 200 }, { kind: 'invalid', status: 200 }],
  ] as const) {
    it(`classifies ${name} by its status`, async () => {
      const { client } = answering(body, init);
      const call = client.sendMessage({ ...bearer, ContentType: 'text/plain', Content: 'hi' }, signal);
      expect(await rejection(call)).to.deep.equal(expected);
    });
  }

  it('accepts an empty answer', async () => {
    const { client } = answering('');
    expect(await client.disconnectParticipant(bearer, signal)).to.have.property('$metadata');
  });

  it('rejects what the operation needs and has not got', async () => {
    const { client, requests } = answering('{}');
    expect(await rejection(client.describeView({ ...bearer, ViewToken: undefined }, signal))).to.deep.equal({
      kind: 'invalid',
    });
    expect(requests).to.be.empty;
  });

  it('rejects as a network failure when there is no answer, or only half of one', async () => {
    const endpoint = new URL('https://participant.example');
    const body = new ReadableStream({
      start: (controller) => controller.error(new TypeError('network error')),
    });
    for (const fetcher of [
      () => Promise.reject(new TypeError('Failed to fetch')),
      () => Promise.resolve(new Response(body)),
    ]) {
      const client = new ParticipantClient({ endpoint, fetch: fetcher });
      expect(await rejection(client.disconnectParticipant(bearer, signal))).to.deep.equal({
        kind: 'network',
      });
    }
  });

  it('rejects with an AbortError when aborted', async () => {
    const controller = new AbortController();
    const aborted: typeof fetch = (_, init) => {
      controller.abort();
      return Promise.reject(init?.signal?.reason as Error);
    };
    const client = new ParticipantClient({
      endpoint: new URL('https://participant.example'),
      fetch: aborted,
    });
    const call = client.disconnectParticipant(bearer, controller.signal);
    expect(await rejection(call))
      .to.be.instanceOf(DOMException)
      .with.property('name', 'AbortError');
  });
});
