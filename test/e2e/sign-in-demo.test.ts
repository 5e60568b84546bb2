import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { ChatView } from '../support/e2e-chat.js';
import { decide, SignInView } from '../support/e2e-sign-in.js';
import { Stage } from '../support/e2e-stage.js';

let stage: Stage;
before(async () => (stage = await Stage.open({ timings: { signInCheckMs: 20 } })));
after(() => stage.close());

describe('the word "sign in"', () => {
  it('leads through a window on the shop page, and over a page without a chat', async (t) => {
    const chat = new ChatView(await stage.visit(t, '/', { popups: true }));
    await chat.launcher.click();
    await chat.send('sign in');
    const asked = new SignInView(chat, await chat.connected(), []);
    await asked.says('Sign in to continue').waitFor();
    const popup = await asked.window();
    await decide(popup, 'Sign in', 'Kim Lee');
    assert.equal(new URL(popup.url()).pathname, '/signed-in');
    await asked.says('You’re signed in').waitFor();
    await chat.messages('You are signed in, Kim Lee').waitFor();
  });

  it('leads away from the inline page and back to it', async (t) => {
    const page = await stage.visit(t, '/inline');
    const chat = new ChatView(page);
    await chat.send('sign in');
    const asked = new SignInView(chat, await chat.connected(), []);
    await asked.says('Sign in to continue').waitFor();
    await chat.button('Sign in').click();
    await page.getByLabel('Name in your profile').fill('Kim Lee');
    await page.getByRole('button', { name: 'Sign in' }).click();
    await asked.says('You’re signed in').waitFor();
    await chat.messages('You are signed in, Kim Lee').waitFor();
    assert.equal(page.url(), `${stage.origin}/inline`);
  });

  it('leaves a page that nobody waits for with something to read', async (t) => {
    const page = await stage.visit(t, '/signed-in?code=c&state=s');
    await page.getByRole('heading', { name: 'Back at Halden' }).waitFor();
    assert.equal(await page.title(), 'Back at Halden');
  });
});
