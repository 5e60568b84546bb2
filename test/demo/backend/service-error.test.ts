import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { ConnectServiceException } from '@aws-sdk/client-connect';
import { ada, bench, event, read } from './support.js';

const secret = 'x-amz-security-token:SECRET';

function serviceError(name: string, httpStatusCode: number): Error {
  const $metadata = { httpStatusCode, requestId: 'aws-request-1' };
  const $fault = httpStatusCode < 500 ? 'client' : 'server';
  return new ConnectServiceException({ name, $fault, $metadata, message: `About ${name}: ${secret}` });
}

function wayError(name: string, code?: string): Error {
  const error = new Error(`connect ${secret}`);
  error.name = name;
  return Object.assign(error, code === undefined ? {} : { code });
}

describe('toRefusal', () => {
  for (const [error, status, code, retryAfter] of [
    [serviceError('LimitExceededException', 429), 429, 'throttled', '2'],
    [serviceError('TooManyRequestsException', 429), 429, 'throttled', '2'],
    [serviceError('ThrottlingException', 400), 429, 'throttled', '2'],
    [serviceError('InvalidRequestException', 400), 400, 'refused-by-service', undefined],
    [serviceError('InvalidParameterException', 400), 400, 'refused-by-service', undefined],
    [serviceError('ResourceNotFoundException', 404), 404, 'not-found', undefined],
    [serviceError('AccessDeniedException', 403), 500, 'misconfigured', undefined],
    [serviceError('InvalidSignatureException', 403), 500, 'misconfigured', undefined],
    [serviceError('InternalServiceException', 500), 503, 'unavailable', '5'],
    [serviceError('ServiceUnavailable', 503), 503, 'unavailable', '5'],
    [wayError('Error', 'ECONNREFUSED'), 503, 'unavailable', '5'],
    [wayError('Error', 'ENOTFOUND'), 503, 'unavailable', '5'],
    [wayError('TimeoutError'), 503, 'unavailable', '5'],
    [wayError('AbortError'), 503, 'unavailable', '5'],
    [wayError('CredentialsProviderError'), 500, 'misconfigured', undefined],
    [wayError('TypeError'), 500, 'internal', undefined],
  ] as const) {
    it(`answers ${error.name} ${'code' in error ? String(error.code) : ''} with ${status} ${code}`, async () => {
      const { handler, log } = bench(error);
      const answer = read(await handler(event(ada)));
      assert.deepEqual([answer.status, answer.code], [status, code]);
      assert.equal(answer.headers['retry-after'], retryAfter);
      assert.equal(log.length, 1);
      assert.match(log[0]!, new RegExp(error.name));
    });
  }

  it('shows the customer neither the message nor the stack of what went wrong', async () => {
    for (const error of [serviceError('InvalidRequestException', 400), wayError('TypeError')]) {
      const { body } = read(await bench(error).handler(event(ada)));
      assert.doesNotMatch(JSON.stringify(body), /SECRET|\.ts|node:/);
    }
  });

  it('keeps the quoted headers of a refused signature out of the log', async () => {
    const { handler, log } = bench(serviceError('InvalidSignatureException', 403));
    await handler(event(ada));
    assert.doesNotMatch(log.join(), /SECRET/);
    assert.match(log.join(), /aws-request-1/);
  });

  it("logs the service's own words about a refused value, for the operator", async () => {
    const { handler, log } = bench(serviceError('InvalidRequestException', 400));
    await handler(event(ada));
    assert.match(log.join(), /About InvalidRequestException/);
  });

  for (const partial of [{}, { ContactId: 'a', ParticipantId: 'b' }]) {
    it(`takes an answer without a token for an outage: ${JSON.stringify(partial)}`, async () => {
      const answer = read(await bench(partial).handler(event(ada)));
      assert.deepEqual([answer.status, answer.code], [503, 'unavailable']);
    });
  }
});
