import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { localAuthentication } from '../../../demo/backend/local.js';
import { startEmulator, type RunningEmulator } from '../../../demo/emulator/server.js';
import { until } from '../emulator/until.js';

describe('authentication back end in front of the emulator', () => {
  let emulator: RunningEmulator;
  before(async () => {
    emulator = await startEmulator({
      timings: { signInCheckMs: 5 },
      authentication: localAuthentication({
        connectEndpoint: () => emulator.endpoints.connectEndpoint,
        log: () => undefined,
      }),
    });
  });
  after(() => emulator.close());

  const post = (body: object) =>
    fetch(emulator.endpoints.authEndpoint, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: 'http://127.0.0.1:9999' },
      body: JSON.stringify(body),
    });

  /** Lets a customer choose at the identity provider, and gives their contact and what they came back with. */
  async function comeBack(decision: string) {
    const { control, origin } = emulator;
    const { ContactId, ParticipantToken } = await control.startContact({ displayName: 'Jane' });
    const call = async (path: string, token: string, body: object) => {
      const init = { method: 'POST', headers: { 'x-amz-bearer': token }, body: JSON.stringify(body) };
      return (await (await fetch(`${origin}/participant/${path}`, init)).json()) as {
        ConnectionCredentials: { ConnectionToken: string };
        AuthenticationUrl: string;
      };
    };
    const { ConnectionCredentials } = await call('connection', ParticipantToken, {
      Type: ['CONNECTION_CREDENTIALS'],
    });
    const SessionId = await control.askToSignIn(ContactId);
    const RedirectUri = 'https://shop.example/back';
    const token = ConnectionCredentials.ConnectionToken;
    const { AuthenticationUrl } = await call('authentication-url', token, { SessionId, RedirectUri });
    const body = new URLSearchParams(new URL(AuthenticationUrl).searchParams);
    body.set('name', 'Jane Doe');
    body.set('decision', decision);
    const reply = await fetch(`${origin}/idp/authorize`, { method: 'POST', body, redirect: 'manual' });
    const answer = Object.fromEntries(new URL(reply.headers.get('location') ?? '').searchParams);
    return { id: ContactId, answer };
  }

  for (const [decision, status] of [
    ['approve', 'succeeded'],
    ['deny', 'failed'],
    ['stale', 'failed'],
  ] as const) {
    it(`makes of "${decision}" a sign-in that ${status}`, async () => {
      const { id, answer } = await comeBack(decision);
      const { error_description: errorDescription, ...rest } = answer;
      const reply = await post({ ...rest, errorDescription });
      assert.equal(reply.status, 200);
      assert.equal(reply.headers.get('access-control-allow-origin'), '*');
      assert.deepEqual(await reply.json(), { data: { accepted: true } });
      await until(status, async () => (await emulator.control.contact(id)).signIns[0]?.status === status);
      const again = await post({ ...rest, errorDescription });
      assert.equal(again.status, 409);
    });
  }

  it('says so when nobody asked for this sign-in', async () => {
    const reply = await post({ code: 'x', state: 'unknown' });
    const { error } = (await reply.json()) as { error: { code: string } };
    assert.deepEqual([reply.status, error.code], [400, 'refused-by-service']);
  });
});
