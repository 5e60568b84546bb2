import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Page } from 'playwright-core';
import type { ConnectChat } from '../../src/connect-chat.js';
import { until } from '../demo/emulator/until.js';
import { mount, type ChatView } from '../support/e2e-chat.js';
import { Stage } from '../support/e2e-stage.js';

let stage: Stage;
before(async () => (stage = await Stage.open()));
after(() => stage.close());

/** Local name and id of the element that has the focus, through every shadow root. */
function focused(page: Page): Promise<string> {
  return page.evaluate(() => {
    let element = document.activeElement;
    while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
    return [element?.localName, element?.id, element?.className].filter(Boolean).join(' ');
  });
}

const focusIs = (page: Page, what: string) =>
  until(`the focus on ${what}`, async () => (await focused(page)).startsWith(what));

async function openedBy(page: Page): Promise<ChatView> {
  const chat = await mount(page, { attributes: { floating: true } });
  await chat.open();
  return chat;
}

describe('the launcher', () => {
  it('counts what arrives while the chat is closed, says it, and forgets it on opening', async (t) => {
    const page = await stage.visit(t, '/test/blank.html');
    const chat = await openedBy(page);
    await chat.send('I am going to close this');
    const id = await chat.connected();
    await chat.button('Minimise chat').click();
    await chat.composer.waitFor({ state: 'hidden' });
    assert.equal(await chat.launcher.getAttribute('aria-label'), 'Open chat');
    await stage.control.agent(id, 'join', { displayName: 'Maya' });
    await stage.control.agent(id, 'message', { content: 'First' });
    await chat.element.getByRole('button', { name: 'Open chat, 1 unread message', exact: true }).waitFor();
    await stage.control.agent(id, 'message', { content: 'Second' });
    await chat.element.getByRole('button', { name: 'Open chat, 2 unread messages', exact: true }).waitFor();
    const badge = chat.element.locator('[part=badge]');
    assert.equal(await badge.textContent(), '2');
    assert.equal(await chat.element.locator('.news').textContent(), '2 unread messages');
    assert.equal((await chat.state()).unread, 2);

    await chat.launcher.click();
    await chat.messages('Second').waitFor();
    await chat.when('nothing unread', ({ unread }) => unread === 0);
    await badge.waitFor({ state: 'detached' });
    assert.equal(await chat.launcher.getAttribute('aria-label'), 'Close chat');
    await chat.element.locator('[part=divider]').waitFor();
    const counts = (await chat.events('unread')).map(({ detail }) => detail['count']);
    assert.deepEqual(counts, [1, 2, 0]);
  });

  it('has the focus again after each way of closing', async (t) => {
    const page = await stage.visit(t, '/test/blank.html');
    const chat = await openedBy(page);
    await focusIs(page, 'textarea');
    await chat.button('Minimise chat').click();
    await focusIs(page, 'button launcher');
    await page.keyboard.press('Enter');
    await focusIs(page, 'textarea');
    await page.keyboard.press('Escape');
    await focusIs(page, 'button launcher');
    await page.keyboard.press('Space');
    await focusIs(page, 'textarea');
    await chat.launcher.click();
    await focusIs(page, 'button launcher');
    // Told after painting, so a little later than the focus moves.
    const told = await until('the last event', async () => {
      const events = await chat.events();
      const both = events.filter(({ name }) => name === 'open' || name === 'close');
      return both.length >= 6 && both.map(({ name, detail }) => `${name} ${String(detail['reason'])}`);
    });
    assert.deepEqual(
      told,
      Array.from({ length: 6 }, (_, index) => (index % 2 ? 'close user' : 'open user')),
    );
  });

  it('keeps a draft through Escape, which never ends the chat', async (t) => {
    const page = await stage.visit(t, '/test/blank.html');
    const chat = await openedBy(page);
    await chat.send('hello');
    await chat.connected();
    await chat.composer.fill('half a sentence');
    await page.keyboard.press('Escape');
    await chat.composer.waitFor({ state: 'hidden' });
    await chat.launcher.click();
    assert.equal(await chat.composer.inputValue(), 'half a sentence');
    assert.equal((await chat.state()).connection, 'connected');
  });

  it('leaves the focus alone when the page opens and closes', async (t) => {
    const page = await stage.visit(t, '/test/blank.html');
    const chat = await mount(page, { attributes: { floating: true } });
    await page.locator('#elsewhere').focus();
    for (const opening of [
      (element: ConnectChat) => element.show(),
      (element: ConnectChat) => element.toggle(),
      (element: ConnectChat) => void (element.open = true),
    ]) {
      await chat.element.evaluate(opening);
      await chat.composer.waitFor();
      assert.equal(await focused(page), 'button elsewhere');
      await chat.element.evaluate((element: ConnectChat) => element.hide());
      await chat.composer.waitFor({ state: 'hidden' });
      assert.equal(await focused(page), 'button elsewhere');
    }
  });

  it('gives the focus back to the button of the page that opened it', async (t) => {
    const page = await stage.visit(t, '/');
    const ask = page.getByRole('button', { name: 'Ask us anything' });
    await ask.focus();
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Minimise chat' }).click();
    await until('the focus on the page’s button', () =>
      ask.evaluate((button) => button === document.activeElement),
    );
  });

  it('fetches nothing but itself until somebody is about to open it', async (t) => {
    const files: string[] = [];
    const page = await stage.visit(t, '/test/blank.html', {
      prepare: (fresh) => void fresh.on('request', (request) => files.push(new URL(request.url()).pathname)),
    });
    const chat = await mount(page, { attributes: { floating: true } });
    await chat.launcher.waitFor();
    const scripts = () => files.filter((file) => file.endsWith('.js'));
    assert.deepEqual(scripts(), ['/dist/connect-chat.js']);
    await chat.launcher.hover();
    await until('the chat’s code', () => scripts().length === 2);
    await chat.launcher.click();
    await chat.composer.waitFor();
    assert.equal(scripts().length, 2);
    assert.ok(!files.some((file) => file.startsWith('/test/start') || file.startsWith('/participant')));
  });
});
