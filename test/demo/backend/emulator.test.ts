import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { createHandler } from '../../../demo/backend/handler.js';
import { createClient } from '../../../demo/backend/lambda.js';
import { localStartChat } from '../../../demo/backend/local.js';
import {
  demoContactFlowId,
  demoCredentials,
  demoInstanceId,
  demoRegion,
} from '../../../demo/emulator/core/credentials.js';
import { startEmulator, type RunningEmulator } from '../../../demo/emulator/server.js';
import { ada, event, read } from './support.js';

describe('start-chat back end in front of the emulator', () => {
  let emulator: RunningEmulator;
  before(async () => {
    emulator = await startEmulator({
      startChat: localStartChat({
        connectEndpoint: () => emulator.endpoints.connectEndpoint,
        log: () => undefined,
      }),
    });
  });
  after(() => emulator.close());

  /** What the emulator knows of the contact that the back end started. */
  async function contact(id: string): Promise<Record<string, unknown>> {
    const response = await fetch(`${emulator.endpoints.controlEndpoint}/contacts/${id}`);
    return (await response.json()) as Record<string, unknown>;
  }

  function handlerWith(
    credentials: typeof demoCredentials | { accessKeyId: string; secretAccessKey: string },
  ) {
    const env = {
      INSTANCE_ID: demoInstanceId,
      CONTACT_FLOW_ID: demoContactFlowId,
      ALLOWED_ORIGINS: '*',
      CONNECT_ENDPOINT: emulator.endpoints.connectEndpoint,
    };
    const log: string[] = [];
    const client = createClient(env, { region: demoRegion, credentials });
    return { handler: createHandler({ client, env, log: (line) => log.push(line) }), log };
  }

  it('starts a contact over HTTP with what was passed through', async () => {
    const response = await fetch(emulator.endpoints.startChatEndpoint, {
      method: 'POST',
      headers: { 'content-type': 'text/plain', origin: 'http://127.0.0.1:9999' },
      body: JSON.stringify({
        ...ada,
        Attributes: { plan: 'gold', isEmployee: 'true' },
        SupportedMessagingContentTypes: ['text/plain', 'text/markdown'],
      }),
    });
    assert.equal(response.status, 200);
    assert.equal(response.headers.get('access-control-allow-origin'), '*');
    const { data } = (await response.json()) as {
      data: { startChatResult: Record<string, string>; featurePermissions: unknown };
    };
    assert.deepEqual(data.featurePermissions, { MESSAGING_MARKDOWN: true, ATTACHMENTS: true });
    assert.ok(data.startChatResult['ParticipantToken']);
    const started = await contact(data.startChatResult['ContactId'] ?? '');
    assert.equal(started['displayName'], 'Ada');
    assert.deepEqual(started['attributes'], { plan: 'gold' });
    assert.deepEqual(started['supportedMessagingContentTypes'], ['text/plain', 'text/markdown']);
  });

  it('starts one contact for two tries with one client token', async () => {
    const { handler } = handlerWith(demoCredentials);
    const body = { ...ada, ClientToken: 'attempt-1' };
    const [first, second] = [read(await handler(event(body))), read(await handler(event(body)))];
    assert.equal(first.status, 200);
    assert.deepEqual(first.body, second.body);
  });

  for (const [name, credentials] of [
    ['a wrong secret', { ...demoCredentials, secretAccessKey: 'another-secret' }],
    ['an unknown key', { ...demoCredentials, accessKeyId: 'AKIDUNKNOWN' }],
  ] as const) {
    it(`is refused by the service with ${name}, and says no more than that`, async () => {
      const { handler, log } = handlerWith(credentials);
      const answer = read(await handler(event(ada)));
      assert.deepEqual([answer.status, answer.code], [500, 'misconfigured']);
      assert.match(log.join(), /"serviceStatus":403/);
      assert.doesNotMatch(log.join() + JSON.stringify(answer.body), /another-secret|AWS4-HMAC|AKID/);
    });
  }

  it('passes a throttled service on with the time to wait', async () => {
    const faults = `${emulator.endpoints.controlEndpoint}/faults`;
    const fault = { type: 'status', operation: 'StartChatContact', status: 429 };
    await fetch(faults, { method: 'POST', body: JSON.stringify(fault) });
    const answer = read(await handlerWith(demoCredentials).handler(event(ada)));
    await fetch(faults, { method: 'DELETE' });
    assert.deepEqual([answer.status, answer.code, answer.headers['retry-after']], [429, 'throttled', '2']);
  });
});
