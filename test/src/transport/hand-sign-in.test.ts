import { expect } from '@open-wc/testing';
import { handSignIn, type SignInHandover } from '../../../src/transport/hand-sign-in.js';
import { rejection } from './rejection.js';

const result = { state: 's', code: 'c' };

/** A hand-over whose requests are kept and answered by `answer`. */
function handover(answer: () => Response | Promise<Response>, changes: Partial<SignInHandover> = {}) {
  const requests: Request[] = [];
  const options: SignInHandover = {
    endpoint: 'https://api.example/sign-in',
    contentType: 'application/json',
    headers: undefined,
    fetch: (input, init) => {
      requests.push(new Request(input, init));
      return Promise.resolve(answer());
    },
    timeoutMs: 15_000,
    ...changes,
  };
  return { options, requests };
}

describe('handSignIn', () => {
  it('posts the result with the headers of the page', async () => {
    const { options, requests } = handover(() => new Response(null, { status: 204 }), {
      headers: async () => Promise.resolve({ authorization: 'Bearer jwt' }),
    });
    await handSignIn(options, result);
    const [request] = requests;
    expect([request?.method, request?.url]).to.deep.equal(['POST', 'https://api.example/sign-in']);
    expect(request?.headers.get('content-type')).to.equal('application/json');
    expect(request?.headers.get('authorization')).to.equal('Bearer jwt');
    expect(await request?.text()).to.equal('{"state":"s","code":"c"}');
  });

  for (const [status, kind] of [
    [400, 'refused'],
    [403, 'forbidden'],
    [429, 'throttled'],
    [502, 'server'],
  ] as const) {
    it(`rejects an answer of ${status} as ${kind}`, async () => {
      const { options } = handover(() => new Response('no', { status }));
      expect(await rejection(handSignIn(options, result))).to.deep.equal({ kind, status });
    });
  }

  it('rejects when there is no answer, when it comes too late, and when there is nobody to ask', async () => {
    const lost = handover(() => Promise.reject(new TypeError('Failed to fetch')));
    expect(await rejection(handSignIn(lost.options, result))).to.deep.equal({ kind: 'network' });
    const late = handover(() => Promise.reject(new DOMException('late', 'TimeoutError')));
    expect(await rejection(handSignIn(late.options, result))).to.deep.equal({ kind: 'timeout' });
    const nowhere = handover(() => new Response(), { endpoint: 'ftp://api.example/' });
    expect(await rejection(handSignIn(nowhere.options, result))).to.deep.equal({ kind: 'configuration' });
    expect(nowhere.requests).to.have.length(0);
  });
});
