import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  ConnectServiceException,
  type UpdateParticipantAuthenticationCommandInput,
} from '@aws-sdk/client-connect';
import {
  createAuthenticationHandler,
  maxAuthenticationBytes,
  type AuthenticationClient,
} from '../../../demo/backend/authentication-handler.js';
import type { Environment } from '../../../demo/backend/settings.js';
import { event, read } from './support.js';

const env: Environment = { INSTANCE_ID: 'instance-1', ALLOWED_ORIGINS: 'https://shop.example' };
const good = { code: 'code-1', state: 'state-1' };

/** A handler over a client that answers without a network, what it was asked, and what was logged. */
function bench(failure?: Error, settings: Environment = {}) {
  const inputs: UpdateParticipantAuthenticationCommandInput[] = [];
  const log: string[] = [];
  const client: AuthenticationClient = {
    send: ({ input }) => {
      inputs.push(input);
      return failure ? Promise.reject(failure) : Promise.resolve({ $metadata: {} });
    },
  };
  const handler = createAuthenticationHandler({
    client,
    env: { ...env, ...settings },
    log: (line) => log.push(line),
  });
  return { handler, inputs, log };
}

describe('authentication handler', () => {
  for (const [what, body, input] of [
    ['a code', good, { Code: 'code-1' }],
    [
      'a refusal',
      { state: 'state-1', error: 'access_denied', errorDescription: 'No.' },
      { Error: 'access_denied', ErrorDescription: 'No.' },
    ],
    ['a refusal without words', { state: 'state-1', error: 'access_denied' }, { Error: 'access_denied' }],
    ['empty members beside a code', { ...good, error: '', errorDescription: null }, { Code: 'code-1' }],
    ['the longest code', { ...good, code: 'x'.repeat(2_048) }, { Code: 'x'.repeat(2_048) }],
  ] as const) {
    it(`passes ${what} on, with the operator's instance`, async () => {
      const { handler, inputs, log } = bench();
      const answer = read(await handler(event({ ...body, InstanceId: 'mine', unknown: 1 })));
      assert.equal(answer.status, 200);
      assert.deepEqual(answer.body, { data: { accepted: true } });
      assert.equal(answer.headers['cache-control'], 'no-store');
      assert.equal(answer.headers['access-control-allow-origin'], 'https://shop.example');
      assert.deepEqual(inputs, [{ InstanceId: 'instance-1', State: 'state-1', ...input }]);
      assert.deepEqual(log, []);
    });
  }

  for (const [what, body] of [
    ['no state', { code: 'x' }],
    ['an empty state', { code: 'x', state: '' }],
    ['a state that is a number', { code: 'x', state: 7 }],
    ['a state of 1,001 characters', { code: 'x', state: 'x'.repeat(1_001) }],
    ['neither code nor error', { state: 'x' }],
    ['code and error', { ...good, error: 'x' }],
    ['a code that is a list', { state: 'x', code: ['x'] }],
    ['a code of 2,049 characters', { state: 'x', code: 'x'.repeat(2_049) }],
    ['an error of 2,049 characters', { state: 'x', error: 'x'.repeat(2_049) }],
    ['a description of 2,049 characters', { state: 'x', error: 'x', errorDescription: 'x'.repeat(2_049) }],
    ['a list', [good]],
    ['null', 'null'],
  ] as const) {
    it(`refuses ${what} and calls nobody`, async () => {
      const { handler, inputs } = bench();
      const answer = read(await handler(event(body)));
      assert.deepEqual([answer.status, answer.code], [400, 'invalid-request']);
      assert.equal(inputs.length, 0);
    });
  }

  for (const [what, request, status, code] of [
    ['another site', event(good, { headers: { origin: 'https://evil.example' } }), 403, 'origin-not-allowed'],
    ['the method GET', event(good, { method: 'GET' }), 405, 'method-not-allowed'],
    [
      'a form',
      event('a=b', { headers: { 'content-type': 'application/x-www-form-urlencoded' } }),
      415,
      'unsupported-media-type',
    ],
    ['a body that is no JSON', event('{'), 400, 'invalid-json'],
    ['a body that is too large', event('x'.repeat(maxAuthenticationBytes + 1)), 413, 'body-too-large'],
  ] as const) {
    it(`refuses ${what}`, async () => {
      const { handler, inputs } = bench();
      const answer = read(await handler(request));
      assert.deepEqual([answer.status, answer.code], [status, code]);
      assert.equal(inputs.length, 0);
    });
  }

  it('answers a preflight', async () => {
    const { status, headers } = read(await bench().handler(event('', { method: 'OPTIONS' })));
    assert.equal(status, 204);
    assert.equal(headers['access-control-allow-methods'], 'POST, OPTIONS');
    assert.equal(headers['access-control-allow-headers'], 'content-type, authorization');
  });

  for (const [name, httpStatusCode, status, code] of [
    ['InvalidParameterException', 400, 400, 'refused-by-service'],
    ['ConflictException', 409, 409, 'conflict'],
    ['AccessDeniedException', 403, 500, 'misconfigured'],
    ['ThrottlingException', 429, 429, 'throttled'],
    ['InternalServiceException', 500, 503, 'unavailable'],
  ] as const) {
    it(`answers ${name} of the service as ${code}, without its words`, async () => {
      const failure = new ConnectServiceException({
        name,
        $fault: httpStatusCode < 500 ? 'client' : 'server',
        $metadata: { httpStatusCode },
        message: 'SECRET words',
      });
      const { handler, log } = bench(failure);
      const answer = read(await handler(event(good)));
      assert.deepEqual([answer.status, answer.code], [status, code]);
      assert.doesNotMatch(JSON.stringify(answer.body), /SECRET|code-1|state-1/);
      assert.doesNotMatch(log.join(), /code-1|state-1/);
      assert.match(log.join(), new RegExp(name));
    });
  }

  it('needs no flow, and says in the log that it needs an instance', async () => {
    assert.equal(read(await bench(undefined, { CONTACT_FLOW_ID: '' }).handler(event(good))).status, 200);
    const { handler, log } = bench(undefined, { INSTANCE_ID: '' });
    assert.equal(read(await handler(event(good))).code, 'misconfigured');
    assert.match(log.join(), /INSTANCE_ID/);
  });
});
