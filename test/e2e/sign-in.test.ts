import assert from 'node:assert/strict';
import { after, afterEach, before, describe, it } from 'node:test';
import { until } from '../demo/emulator/until.js';
import { exposed } from '../support/e2e-exposed.js';
import { askedToSignIn, decide } from '../support/e2e-sign-in.js';
import { Stage } from '../support/e2e-stage.js';

let stage: Stage;
before(async () => (stage = await Stage.open({ clock: 'manual-offset', timings: { signInCheckMs: 20 } })));
afterEach(() => stage.control.clearFaults());
after(() => stage.close());

const statusOf = async (id: string) => (await stage.control.contact(id)).signIns.map(({ status }) => status);

describe('a sign-in in a window', () => {
  it('reaches the back end once, closes the window, shows the new name, and leaves nothing behind', async (t) => {
    const logs: string[] = [];
    const asked = await askedToSignIn(
      t,
      stage,
      {},
      { prepare: (page) => page.on('console', (message) => logs.push(message.text())) },
    );
    const { chat, handed, id } = asked;
    const popup = await asked.window();
    await asked.says('Finish in the other window').waitFor();
    const seen = [await exposed(chat)];
    await decide(popup, 'Sign in', 'Sam Rivera');
    await asked.says('You’re signed in').waitFor();
    await chat.line('New name: Sam Rivera').waitFor();
    seen.push(await exposed(chat));
    assert.deepEqual(await statusOf(id), ['succeeded']);
    assert.equal(handed.length, 1);
    const { code, state, ...more } = JSON.parse(handed[0] ?? '') as Record<string, string>;
    assert.ok(code && state && new URL(popup.url()).searchParams.get('code') === code);
    assert.deepEqual(more, {});
    assert.ok(seen.every((text) => text.includes(id)));
    assert.ok(![...seen, ...logs].join().includes(code), 'the code is nowhere that a page could show it');
    const kept = await chat.page.evaluate(() => JSON.stringify(sessionStorage));
    assert.ok(kept.includes(id) && !kept.includes('sign-in:'), kept);
    const told = (await chat.events('authentication')).map(({ detail }) => detail);
    assert.deepEqual(told, [{ state: 'initiated' }, { state: 'succeeded' }]);
    const [renamed] = await chat.events('participant-updated');
    assert.equal((renamed?.detail['participant'] as { displayName: string }).displayName, 'Sam Rivera');
  });

  it('neither goes on with the chat in that window nor ends it with the window', async (t) => {
    const asked = await askedToSignIn(t, stage, { 'leave-policy': 'disconnect' });
    const popup = await asked.window();
    const fetched: string[] = [];
    popup.on('request', (request) => fetched.push(new URL(request.url()).pathname));
    // A window that nobody closes, to see what it would do.
    await popup.goto(`${stage.origin}/test/sign-in.html?code=c&state=wrong`, { waitUntil: 'networkidle' });
    assert.ok(fetched.includes('/dist/connect-chat.js') && !fetched.join().includes('chunks/chat-'));
    await popup.goBack();
    await decide(popup, 'Sign in');
    await asked.says('You’re signed in').waitFor();
    const { requests, status, sockets } = await stage.control.contact(asked.id);
    const operations = requests.map(({ operation }) => operation);
    assert.equal(operations.filter((one) => one === 'CreateParticipantConnection').length, 1);
    assert.ok(!operations.includes('DisconnectParticipant'));
    assert.deepEqual([status, sockets.length], ['active', 1]);
  });

  it('goes well with a provider on another site', async (t) => {
    const asked = await askedToSignIn(
      t,
      stage,
      {},
      {
        // The window is at another host for as long as the customer signs in.
        forgive: /request to http:\/\/idp\.localhost/,
        prepare: (page) =>
          page.route('**/participant/authentication-url', async (route) => {
            const response = await route.fetch();
            await route.fulfill({
              response,
              body: (await response.text()).replace('//127.0.0.1', '//idp.localhost'),
            });
          }),
      },
    );
    const popup = await asked.window();
    assert.equal(new URL(popup.url()).hostname, 'idp.localhost');
    await asked.says('Finish in the other window').waitFor();
    await decide(popup, 'Sign in', 'Sam Rivera');
    await asked.says('You’re signed in').waitFor();
    assert.equal(asked.handed.length, 1);
  });

  it('is asked for again when the window is closed by hand, and can still be done', async (t) => {
    const asked = await askedToSignIn(t, stage);
    await (await asked.window()).close();
    await asked.says('You came back before you were done').waitFor();
    await decide(await asked.window(), 'Sign in');
    await asked.says('You’re signed in').waitFor();
    assert.equal(asked.handed.length, 1);
  });

  it('is done over a link where the browser opens no window', async (t) => {
    const block = () => void (window.open = () => null);
    const asked = await askedToSignIn(t, stage, {}, { prepare: (page) => page.addInitScript(block) });
    await asked.chat.button('Sign in').click();
    await asked.says('Your browser stopped the new window').waitFor();
    await decide(await asked.window('Open the sign-in page'), 'Sign in');
    await asked.says('You’re signed in').waitFor();
    assert.equal(asked.handed.length, 1);
  });

  for (const [name, press, isOpen] of [
    ['before it has begun', 'Continue without signing in', false],
    ['while the window is open', 'Cancel sign-in', true],
  ] as const)
    it(`is given up with a button ${name}`, async (t) => {
      const asked = await askedToSignIn(t, stage);
      const popup = isOpen ? await asked.window() : undefined;
      await asked.chat.button(press).click();
      await asked.says('You went on without signing in').waitFor();
      await until('the window to be closed', () => popup?.isClosed() ?? true);
      assert.deepEqual(await statusOf(asked.id), ['cancelled']);
      const told = (await asked.chat.events('authentication')).map(({ detail }) => detail['state']);
      assert.deepEqual(told, ['initiated', 'cancelled']);
      assert.deepEqual(asked.handed, []);
    });

  it('runs out of time with the service, and the window closes', async (t) => {
    const asked = await askedToSignIn(t, stage);
    const popup = await asked.window();
    await stage.control.advance(5 * 60_000);
    await asked.says('The sign-in ran out of time').waitFor();
    await until('the window to be closed', () => popup.isClosed());
    assert.deepEqual(await statusOf(asked.id), ['timeout']);
  });

  it('runs out of time when its address could not be had within a minute', async (t) => {
    const asked = await askedToSignIn(
      t,
      stage,
      {},
      {
        forgive: /Failed to load resource/,
        prepare: () => stage.control.fault('status', { operation: 'GetAuthenticationUrl', status: 500 }),
      },
    );
    await stage.control.advance(60_000);
    await asked.says('The sign-in ran out of time').waitFor();
    assert.deepEqual(await statusOf(asked.id), ['expired']);
  });

  for (const [name, decision, expected] of [
    ['the provider refuses', 'Refuse', { error: 'access_denied' }],
    ['the code has grown stale', 'Hand over a code', {}],
  ] as const)
    it(`fails for good when ${name}`, async (t) => {
      const asked = await askedToSignIn(t, stage);
      await decide(await asked.window(), decision);
      await asked.says('That didn’t work').waitFor();
      await until('the service’s word', async () => (await statusOf(asked.id))[0] === 'failed');
      await asked.says('Write a message and we’ll ask again').waitFor();
      assert.equal(asked.handed.length, 1);
      const { error } = JSON.parse(asked.handed[0] ?? '') as { error?: string };
      assert.deepEqual(error === undefined ? {} : { error }, expected);
    });

  it('takes nothing that was not meant for it, from wherever it comes', async (t) => {
    const asked = await askedToSignIn(t, stage);
    const popup = await asked.window();
    const state = new URL(popup.url()).searchParams.get('state') ?? '';
    await asked.page.evaluate((expected) => {
      const source = 'connect-chat-sign-in';
      const say = (data: unknown, origin: string) =>
        window.dispatchEvent(new MessageEvent('message', { data, origin }));
      say({ source, search: `?code=foreign&state=${expected}` }, 'https://elsewhere.example');
      say({ source: 'another', search: `?code=foreign&state=${expected}` }, location.origin);
      say({ source, search: '?code=foreign&state=wrong' }, location.origin);
      say({ source, search: { code: 'foreign' } }, location.origin);
      say(null, location.origin);
      new BroadcastChannel(source).postMessage({ source, search: '?code=foreign&state=wrong' });
    }, state);
    await popup.goto(`${stage.origin}/test/sign-in.html?code=foreign&state=wrong`);
    await popup.goBack();
    await decide(popup, 'Sign in');
    await asked.says('You’re signed in').waitFor();
    assert.equal(asked.handed.length, 1);
    assert.doesNotMatch(asked.handed.join(), /foreign|wrong/);
  });

  it('leaves the customer free to write meanwhile', async (t) => {
    const asked = await askedToSignIn(t, stage);
    const { chat, id } = asked;
    const popup = await asked.window();
    await chat.send('I have lost my password');
    await chat.messages('I have lost my password').filter({ hasText: 'Sent' }).waitFor();
    await stage.control.agent(id, 'join', { displayName: 'Maya' });
    await stage.control.agent(id, 'message', { content: 'Then use the link in our mail.' });
    await chat.messages('Then use the link').waitFor();
    await asked.says('Finish in the other window').waitFor();
    assert.equal(await chat.composer.isEditable(), true);
    await decide(popup, 'Sign in');
    await asked.says('You’re signed in').waitFor();
  });
});
