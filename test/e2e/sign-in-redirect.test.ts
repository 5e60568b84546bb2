import assert from 'node:assert/strict';
import { after, before, describe, it, type TestContext } from 'node:test';
import { until } from '../demo/emulator/until.js';
import { exposed } from '../support/e2e-exposed.js';
import { askedToSignIn, type SignInView } from '../support/e2e-sign-in.js';
import { Stage } from '../support/e2e-stage.js';

const timings = { signInCheckMs: 20 };
let stage: Stage;
before(async () => (stage = await Stage.open({ timings })));
after(() => stage.close());

const redirect = { 'auth-mode': 'redirect' };

/** Lets the page go to the provider. */
async function leave(asked: SignInView): Promise<void> {
  await asked.chat.button('Sign in').click();
  await asked.page.getByRole('heading', { name: 'Sign in' }).waitFor();
}

/** Signs in at the provider, which leads back to the page. */
async function comeBack(asked: SignInView, name = ''): Promise<void> {
  const { page } = asked;
  if (name) await page.getByLabel('Name in your profile').fill(name);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.waitForURL('**/test/sign-in.html*');
}

describe('a sign-in in place of the page', () => {
  for (const storage of ['session', 'local'])
    it(`comes back to its chat, which goes on and completes it once, with storage="${storage}"`, async (t) => {
      const logs: string[] = [];
      const attributes = { ...redirect, storage, floating: true, open: true };
      const asked = await askedToSignIn(t, stage, attributes, {
        prepare: (page) => page.on('console', (message) => logs.push(message.text())),
      });
      const { chat, id, page } = asked;
      await chat.send('hello');
      await chat.messages('hello').filter({ hasText: 'Sent' }).waitFor();
      await leave(asked);
      // What was open when the page was left need not be so in its markup.
      stage.chatPage('/test/sign-in.html', {
        ...attributes,
        'auth-endpoint': '/authentication',
        open: false,
      });
      await comeBack(asked, 'Sam Rivera');
      await asked.says('You’re signed in').waitFor();
      await chat.messages('hello').waitFor();
      await chat.line('New name: Sam Rivera').waitFor();
      assert.equal(await chat.connected(), id);
      assert.equal(page.url(), `${stage.origin}/test/sign-in.html`);
      assert.equal(asked.handed.length, 1);
      const { code } = JSON.parse(asked.handed[0] ?? '') as { code?: string };
      assert.ok(code);
      assert.ok(![await exposed(chat), ...logs].join().includes(code), 'the code is nowhere');
      await page.reload();
      await chat.open();
      await asked.says('You’re signed in').waitFor();
      assert.equal(asked.handed.length, 1);
      const { requests, signIns } = await stage.control.contact(id);
      assert.deepEqual(
        signIns.map(({ status, redirectUri }) => [status, redirectUri]),
        [['succeeded', `${stage.origin}/test/sign-in.html`]],
      );
      assert.ok(!requests.some(({ operation }) => operation === 'DisconnectParticipant'));
    });

  it('hands on what the provider found wrong', async (t) => {
    const asked = await askedToSignIn(t, stage, redirect);
    await leave(asked);
    await asked.page.getByRole('button', { name: 'Refuse' }).click();
    await asked.says('That didn’t work').waitFor();
    assert.equal(asked.handed.length, 1);
    assert.match(
      asked.handed[0] ?? '',
      /"error":"access_denied","errorDescription":"The customer did not agree."/,
    );
    assert.equal(asked.page.url(), `${stage.origin}/test/sign-in.html`);
  });

  it('takes nothing with another state, and can still be done', async (t) => {
    const asked = await askedToSignIn(t, stage, redirect);
    await leave(asked);
    await asked.page.goto(`${stage.origin}/test/sign-in.html?code=foreign&state=wrong`);
    await asked.says('You came back before you were done').waitFor();
    await leave(asked);
    await comeBack(asked);
    await asked.says('You’re signed in').waitFor();
    assert.equal(asked.handed.length, 1);
    assert.doesNotMatch(asked.handed.join(), /foreign|wrong/);
  });

  it('is done in a window by a chat that ends when its page is left', async (t) => {
    const asked = await askedToSignIn(t, stage, { ...redirect, 'leave-policy': 'disconnect' });
    await asked.window();
    await asked.says('Finish in the other window').waitFor();
  });
});

describe('going back from the provider without signing in', () => {
  /** Leaves, goes back, and has the customer asked again; returns whether the page was kept by the browser. */
  async function backAgain(t: TestContext, on: Stage): Promise<boolean> {
    const asked = await askedToSignIn(t, on, redirect);
    await asked.page.evaluate(() => Object.assign(window, { kept: true }));
    await leave(asked);
    await asked.page.evaluate(() => history.back());
    await asked.says('You came back before you were done').waitFor();
    const kept = await asked.page.evaluate(() => 'kept' in window);
    await until('the chat to go on', async () => (await asked.chat.connected()) === asked.id);
    await leave(asked);
    await comeBack(asked);
    await asked.says('You’re signed in').waitFor();
    assert.equal(asked.handed.length, 1);
    return kept;
  }

  it('asks again on a page that is loaded anew', async (t) => {
    assert.equal(await backAgain(t, stage), false);
  });

  it('asks again on a page that the browser has kept', async (t) => {
    const real = await Stage.open({ realTabs: true, timings });
    t.after(() => real.close());
    assert.equal(await backAgain(t, real), real.keepsPages);
  });
});
