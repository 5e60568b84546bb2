import { strict as assert } from 'node:assert';
import { beforeEach, describe, it } from 'node:test';
import type { SignInOutcome } from '../../../../demo/emulator/core/sign-in/sign-ins.js';
import { events, Harness, origin, type Customer } from '../harness.js';

const redirectUri = 'https://shop.example/signed-in?page=1';

describe('sign-in', () => {
  let emulator: Harness;
  let customer: Customer;
  let sessionId: string;

  beforeEach(async () => {
    emulator = new Harness();
    customer = await emulator.customer({ displayName: 'Jane' });
    sessionId = await emulator.api.askToSignIn(customer.contactId);
  });

  const getUrl = (SessionId = sessionId, RedirectUri = redirectUri) =>
    emulator.call<{ AuthenticationUrl: string; __type?: string }>(
      'authentication-url',
      customer.connectionToken,
      { SessionId, RedirectUri },
    );
  const cancel = () =>
    emulator.call('cancel-authentication', customer.connectionToken, { SessionId: sessionId });
  const heard = (): readonly string[] =>
    events(customer.socket.items).filter((name) => /^authentication|displayname/.test(name));
  /** What the page of the identity provider answers to a choice. */
  const choose = async (decision: string, name = 'Jane Doe') => {
    const { AuthenticationUrl } = (await getUrl()).body;
    const { searchParams } = new URL(AuthenticationUrl);
    const body = new URLSearchParams({
      state: searchParams.get('state') ?? '',
      redirect_uri: searchParams.get('redirect_uri') ?? '',
      name,
      decision,
    });
    return emulator.emulator.handle(new Request(`${origin}/idp/authorize`, { method: 'POST', body }));
  };

  it('begins with an event that carries session and state', () => {
    const event = customer.socket.items.at(-1);
    assert.equal(event?.ContentType, 'application/vnd.amazonaws.connect.event.authentication.initiated');
    const content = JSON.parse(String(event.Content)) as { SessionId: string; state: string };
    assert.equal(content.SessionId, sessionId);
    assert.equal(sessionId.length, 36);
    assert.notEqual(content.state, '');
  });

  it('gives the address of the identity provider, once', async () => {
    const url = new URL((await getUrl()).body.AuthenticationUrl);
    assert.equal(url.origin + url.pathname, `${origin}/idp/authorize`);
    assert.equal(url.searchParams.get('redirect_uri'), redirectUri);
    const again = await getUrl();
    assert.deepEqual([again.status, again.body.__type], [400, 'ValidationException']);
  });

  it('refuses an address that is none, and a session of another contact', async () => {
    assert.equal((await getUrl(sessionId, 'nowhere')).status, 400);
    customer = await emulator.customer();
    assert.equal((await getUrl()).status, 400);
  });

  it('expires when its address is not fetched within a minute', async () => {
    emulator.clock.advance(60_000);
    assert.deepEqual(heard(), ['authentication.initiated', 'authentication.expired']);
    assert.equal((await getUrl()).status, 400);
  });

  it('times out when the customer does not come back', async () => {
    await getUrl();
    emulator.clock.advance(5 * 60_000);
    assert.deepEqual(heard(), ['authentication.initiated', 'authentication.timeout']);
    assert.equal((await cancel()).status, 400);
  });

  it('can be cancelled, before and after its address was fetched', async () => {
    await getUrl();
    assert.equal((await cancel()).status, 200);
    emulator.clock.advance(20);
    assert.deepEqual(heard(), ['authentication.initiated', 'authentication.cancelled']);
    assert.equal((await cancel()).status, 400);
  });

  describe('at the identity provider', () => {
    it('shows a page with the choices, and nothing that a script could use', async () => {
      const { AuthenticationUrl } = (await getUrl()).body;
      const page = await emulator.emulator.handle(
        new Request(`${AuthenticationUrl}&identity_provider=%3Cb%3E`),
      );
      assert.match(page.headers.get('content-security-policy') ?? '', /^default-src 'none'/);
      const html = await page.text();
      assert.match(html, /value="Jane"/);
      assert.match(html, /With &lt;b&gt;/);
      for (const decision of ['approve', 'deny', 'stale', 'time-out'])
        assert(html.includes(`value="${decision}"`));
    });

    it('sends the customer back with a code and the state', async () => {
      const reply = await choose('approve');
      assert.equal(reply.status, 303);
      const back = new URL(reply.headers.get('location') ?? '');
      assert.equal(back.origin + back.pathname, 'https://shop.example/signed-in');
      assert.deepEqual([...back.searchParams.keys()], ['page', 'code', 'state']);
    });

    it('sends the customer back with an error after a refusal', async () => {
      const back = new URL((await choose('deny')).headers.get('location') ?? '');
      assert.equal(back.searchParams.get('error'), 'access_denied');
      assert.notEqual(back.searchParams.get('error_description'), '');
      assert(back.searchParams.has('state'));
    });

    it('can let the time run out', async () => {
      assert.equal((await choose('time-out')).status, 200);
      assert.equal(heard().at(-1), 'authentication.timeout');
    });

    it('does nothing for a sign-in that is over or unknown, or for another address', async () => {
      const { AuthenticationUrl } = (await getUrl()).body;
      const moved = AuthenticationUrl.replace('shop.example', 'evil.example');
      for (const url of [moved, `${origin}/idp/authorize?state=unknown`]) {
        assert.equal((await emulator.emulator.handle(new Request(url))).status, 400);
      }
      await cancel();
      emulator.clock.advance(20);
      assert.equal((await emulator.emulator.handle(new Request(AuthenticationUrl))).status, 400);
      for (const [method, path] of [
        ['GET', '/idp/other'],
        ['PUT', '/idp/authorize'],
      ] as const) {
        assert.equal((await emulator.emulator.handle(new Request(origin + path, { method }))).status, 404);
      }
    });
  });

  for (const outcome of ['succeeded', 'failed', 'timeout', 'expired', 'cancelled'] as SignInOutcome[]) {
    it(`ends as ${outcome} when the control API says so`, async () => {
      await emulator.api.endSignIn(customer.contactId, sessionId, { outcome, displayName: 'Jane Doe' });
      const updated = outcome === 'succeeded' ? ['participant.displayname.updated'] : [];
      assert.deepEqual(heard(), ['authentication.initiated', `authentication.${outcome}`, ...updated]);
      const { signIns, displayName } = await emulator.detail(customer.contactId);
      assert.deepEqual([signIns[0]?.sessionId, signIns[0]?.status], [sessionId, outcome]);
      assert.equal(displayName, outcome === 'succeeded' ? 'Jane Doe' : 'Jane');
      if (outcome !== 'succeeded') return;
      const update = customer.socket.items.at(-1);
      assert.deepEqual([update?.DisplayName, update?.ParticipantId], ['Jane Doe', customer.participantId]);
    });
  }
});
