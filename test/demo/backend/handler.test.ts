import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { maxBodyBytes } from '../../../demo/backend/http.js';
import { ada, bench, event, read, started } from './support.js';

describe('start-chat handler', () => {
  describe('on a good request', () => {
    it('answers the ids, the token and the features', async () => {
      const { handler } = bench({ ...started, ContinuedFromContactId: 'past-1' });
      const answer = read(
        await handler(event({ ...ada, SupportedMessagingContentTypes: ['text/plain', 'text/markdown'] })),
      );
      assert.equal(answer.status, 200);
      assert.deepEqual(answer.body, {
        data: {
          startChatResult: { ...started, ContinuedFromContactId: 'past-1' },
          featurePermissions: { MESSAGING_MARKDOWN: true },
        },
      });
      assert.equal(answer.headers['cache-control'], 'no-store');
    });

    it('says that markdown is off when it was not asked for', async () => {
      const answer = read(await bench().handler(event(ada)));
      assert.deepEqual(answer.body, {
        data: { startChatResult: started, featurePermissions: { MESSAGING_MARKDOWN: false } },
      });
    });

    for (const [name, options] of [
      ['text/plain', { headers: { 'content-type': 'text/plain;charset=UTF-8' } }],
      ['base64', { headers: { 'content-type': 'text/plain' }, base64: true }],
      ['no content type', { headers: { 'content-type': '' } }],
      ['header names in mixed case', { headers: { 'Content-Type': 'application/json' } }],
    ] as const) {
      it(`reads a body sent as ${name}`, async () => {
        const { handler, inputs } = bench();
        const body = { ParticipantDetails: { DisplayName: 'Zoë 💡' } };
        assert.equal(read(await handler(event(body, options))).status, 200);
        assert.deepEqual(inputs[0]?.ParticipantDetails, { DisplayName: 'Zoë 💡' });
      });
    }

    it('logs nothing', async () => {
      const { handler, log } = bench();
      await handler(event(ada));
      assert.deepEqual(log, []);
    });
  });

  describe('towards other origins', () => {
    it('names the origin that may read the answer', async () => {
      const { headers } = read(
        await bench().handler(event(ada, { headers: { origin: 'https://help.example' } })),
      );
      assert.equal(headers['access-control-allow-origin'], 'https://help.example');
      assert.equal(headers['vary'], 'origin');
    });

    it('answers a preflight with the allowed headers and starts nothing', async () => {
      const { handler, inputs } = bench(started, { ALLOWED_HEADERS: 'Content-Type, X-Api-Key' });
      const answer = read(await handler(event('', { method: 'OPTIONS' })));
      assert.equal(answer.status, 204);
      assert.equal(answer.headers['access-control-allow-methods'], 'POST, OPTIONS');
      assert.equal(answer.headers['access-control-allow-headers'], 'content-type, x-api-key');
      assert.equal(inputs.length, 0);
    });

    it('lets any origin in when told so', async () => {
      const { handler } = bench(started, { ALLOWED_ORIGINS: '*' });
      const answer = read(await handler(event(ada, { headers: { origin: 'https://else.example' } })));
      assert.equal(answer.status, 200);
      assert.equal(answer.headers['access-control-allow-origin'], '*');
    });

    it('never allows credentials', async () => {
      const { headers } = read(
        await bench(started, { ALLOWED_ORIGINS: '*' }).handler(event('', { method: 'OPTIONS' })),
      );
      assert.equal('access-control-allow-credentials' in headers, false);
    });

    it('lets a caller in that is no browser page', async () => {
      const request = event(ada);
      delete request.headers['origin'];
      assert.equal(read(await bench().handler(request)).status, 200);
    });

    it('lets a page read why it was refused', async () => {
      const { headers, code } = read(await bench().handler(event('nonsense')));
      assert.equal(code, 'invalid-json');
      assert.equal(headers['access-control-allow-origin'], 'https://shop.example');
    });

    for (const [name, origin, allowed] of [
      ['another site', 'https://evil.example', undefined],
      ['a site whose name begins the same', 'https://shop.example.evil.example', undefined],
      ['a page without an origin of its own', 'null', undefined],
      ['every site while none is listed', 'https://shop.example', ''],
    ] as const) {
      it(`refuses ${name}`, async () => {
        const { handler, inputs } = bench(started, allowed === undefined ? {} : { ALLOWED_ORIGINS: allowed });
        for (const method of ['POST', 'OPTIONS']) {
          const answer = read(await handler(event(ada, { method, headers: { origin } })));
          assert.equal(answer.status, 403);
          assert.equal(answer.code, 'origin-not-allowed');
          assert.equal('access-control-allow-origin' in answer.headers, false);
        }
        assert.equal(inputs.length, 0);
      });
    }
  });

  describe('refuses', () => {
    for (const method of ['GET', 'PUT', 'DELETE', 'PATCH', 'HEAD']) {
      it(`the method ${method}`, async () => {
        const { handler, inputs } = bench();
        const answer = read(await handler(event(ada, { method })));
        assert.equal(answer.status, 405);
        assert.equal(answer.code, 'method-not-allowed');
        assert.equal(answer.headers['allow'], 'POST, OPTIONS');
        assert.equal(inputs.length, 0);
      });
    }

    it('a body that is a form', async () => {
      const headers = { 'content-type': 'application/x-www-form-urlencoded' };
      const answer = read(await bench().handler(event('a=b', { headers })));
      assert.deepEqual([answer.status, answer.code], [415, 'unsupported-media-type']);
    });

    for (const base64 of [false, true]) {
      it(`a body over the limit (${base64 ? 'base64' : 'text'})`, async () => {
        const answer = read(await bench().handler(event('x'.repeat(maxBodyBytes + 1), { base64 })));
        assert.deepEqual([answer.status, answer.code], [413, 'body-too-large']);
      });
    }

    it('a body over the limit in bytes, though not in characters', async () => {
      const answer = read(await bench().handler(event('é'.repeat(maxBodyBytes / 2 + 1))));
      assert.equal(answer.code, 'body-too-large');
    });

    for (const body of ['', '{', 'undefined', '<html>']) {
      it(`a body that is not JSON: ${JSON.stringify(body)}`, async () => {
        const answer = read(await bench().handler(event(body)));
        assert.deepEqual([answer.status, answer.code], [400, 'invalid-json']);
      });
    }
  });

  for (const variable of ['INSTANCE_ID', 'CONTACT_FLOW_ID', 'CHAT_DURATION_MINUTES']) {
    it(`names ${variable} in the log, not to the customer, when it is unusable`, async () => {
      const value = variable === 'CHAT_DURATION_MINUTES' ? '59' : ' ';
      const { handler, log } = bench(started, { [variable]: value });
      const answer = read(await handler(event(ada)));
      assert.deepEqual([answer.status, answer.code], [500, 'misconfigured']);
      assert.doesNotMatch(JSON.stringify(answer.body), new RegExp(variable));
      assert.match(log.join(), new RegExp(variable));
    });
  }
});
