import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Page } from 'playwright-core';
import type { ConnectChat } from '../../src/connect-chat.js';
import type { ConnectChatError } from '../../src/errors.js';
import { until } from '../demo/emulator/until.js';
import { ChatView, mount } from '../support/e2e-chat.js';
import { Stage } from '../support/e2e-stage.js';

let stage: Stage;
before(async () => (stage = await Stage.open()));
after(() => stage.close());

/** Makes the page object to every `name` until `allow` is called. */
async function object(page: Page, name: string): Promise<{ allow: () => Promise<void> }> {
  const controller = await page.evaluateHandle((event) => {
    const abort = new AbortController();
    document.addEventListener(event, (one) => one.preventDefault(), { signal: abort.signal });
    return abort;
  }, `connect-chat-${name}`);
  return { allow: () => controller.evaluate((abort) => abort.abort()) };
}

/** What the service was told, by contact. */
async function sentTo(id: string): Promise<readonly unknown[]> {
  const { requests } = await stage.control.contact(id);
  return requests.filter(({ operation }) => operation === 'SendMessage').map(({ body }) => body['Content']);
}

const call = <Result>(chat: ChatView, method: (element: ConnectChat) => Result) =>
  chat.element.evaluate(method);

describe('a page', () => {
  it('can keep the chat closed, and open', async (t) => {
    const page = await stage.visit(t, '/test/blank.html');
    const chat = await mount(page, { attributes: { floating: true } });
    const opening = await object(page, 'before-open');
    await chat.launcher.click();
    await call(chat, (element) => element.show());
    await call(chat, (element) => element.toggle());
    assert.deepEqual(
      (await chat.events('before-open')).map(({ detail }) => detail['reason']),
      ['user', 'method', 'method'],
    );
    assert.equal(await call(chat, ({ open }) => open), false);
    await opening.allow();
    await chat.open();
    const closing = await object(page, 'before-close');
    await chat.button('Minimise chat').click();
    await chat.composer.press('Escape');
    await chat.launcher.click();
    await call(chat, (element) => element.hide());
    assert.equal((await chat.events('before-close')).length, 4);
    assert.equal(await chat.composer.isVisible(), true);
    await closing.allow();
    await call(chat, (element) => element.hide());
    await chat.composer.waitFor({ state: 'hidden' });
  });

  it('can reword a message before anybody sees or gets it', async (t) => {
    const page = await stage.visit(t, '/test/blank.html');
    const chat = await mount(page);
    await page.evaluate(() => {
      document.addEventListener('connect-chat-before-send', ({ detail }) => {
        detail.text = detail.text.replace(/\d{4}(?: \d{4}){3}/g, '[card]');
      });
    });
    await chat.send('my card is 4111 1111 1111 1111, thanks');
    const id = await chat.connected();
    await chat.messages('my card is [card], thanks').filter({ hasText: 'Sent' }).waitFor();
    await call(chat, (element) => element.send('and again 4111 1111 1111 1111'));
    assert.deepEqual(await sentTo(id), ['my card is [card], thanks', 'and again [card]']);
    assert.equal(await chat.element.getByText('4111').count(), 0);
    const after = (await chat.events()).filter(({ name }) => name !== 'before-send');
    assert.doesNotMatch(JSON.stringify([after, await chat.state()]), /4111/);
  });

  it('can refuse a message, whose words stay in the field', async (t) => {
    const page = await stage.visit(t, '/test/blank.html');
    const chat = await mount(page);
    const sending = await object(page, 'before-send');
    await chat.send('not like this');
    assert.equal(await chat.composer.inputValue(), 'not like this');
    assert.deepEqual((await chat.state()).entries, []);
    const code = await call(chat, (element) =>
      element.send('nor this').catch((error: unknown) => (error as ConnectChatError).code),
    );
    assert.equal(code, 'message/canceled');
    assert.equal((await chat.state()).connection, 'idle');
    await sending.allow();
    await chat.composer.press('Enter');
    const id = await chat.connected();
    await until('the message at the service', async () => (await sentTo(id)).length === 1);
    assert.deepEqual(await sentTo(id), ['not like this']);
  });

  it('can keep a chat from ending', async (t) => {
    const page = await stage.visit(t, '/test/blank.html');
    const chat = await mount(page);
    await chat.send('hello');
    const id = await chat.connected();
    const ending = await object(page, 'before-end');
    await chat.button('Chat options').click();
    await chat.button('End chat').click();
    await chat.element.getByRole('alertdialog').getByRole('button', { name: 'End chat' }).click();
    await assert.rejects(
      call(chat, (element) => element.end()),
      /kept the chat from being ended/,
    );
    assert.equal((await chat.events('before-end')).length, 2);
    assert.equal((await stage.control.contact(id)).status, 'active');
    await ending.allow();
    await call(chat, (element) => element.end());
    await chat.button('Start a new chat').waitFor();
    assert.deepEqual((await chat.events('ended'))[0]?.detail, { contactId: id, by: 'customer' });
    assert.equal((await stage.control.contact(id)).status, 'ended');
  });

  it('can call every method before the code has arrived', async (t) => {
    let release = (): void => undefined;
    const held = new Promise<void>((resolve) => (release = resolve));
    const page = await stage.visit(t, '/test/blank.html', {
      prepare: (fresh) =>
        fresh.route('**/dist/chunks/chat-*.js', async (route) => {
          await held;
          await route.continue();
        }),
    });
    const chat = await mount(page, { attributes: { floating: true } });
    const outcome = call(chat, async (element) => {
      element.show();
      element.hide();
      element.toggle();
      element.focus();
      const calls = [element.start(), element.send('sent early')] as const;
      const before = { open: element.open, session: element.session === undefined, ...element.state };
      const [, receipt] = await Promise.all(calls);
      return { before, receipt };
    });
    await until('the panel to be asked for', async () => (await chat.events('before-open')).length === 2);
    assert.equal(await chat.launcher.isVisible(), true);
    release();
    const { before, receipt } = await outcome;
    assert.equal(before.open, true);
    assert.equal(before.session, true);
    assert.equal(before.connection, 'idle');
    const id = await chat.connected();
    assert.deepEqual(await sentTo(id), ['sent early']);
    const { entries } = await chat.state();
    assert.deepEqual(
      entries.filter(({ text }) => text === 'sent early').map(({ key, id: sent }) => ({ key, id: sent })),
      [receipt],
    );
    await chat.messages('sent early').waitFor();
    assert.equal((await stage.control.contact(id)).requests.filter(({ status }) => status >= 400).length, 0);
    await until('the focus in the chat', () =>
      page.evaluate(() => document.activeElement?.localName === 'connect-chat'),
    );
    await call(chat, (element) => element.end());
    await chat.button('Start a new chat').waitFor();
  });

  it('learns why the code has not arrived, and the visitor can try again', async (t) => {
    let broken = true;
    const page = await stage.visit(t, '/test/blank.html', {
      forgive: /Failed to load resource|ERR_FAILED/,
      prepare: (fresh) =>
        fresh.route('**/dist/chunks/chat-*.js', (route) => (broken ? route.abort() : route.continue())),
    });
    const chat = await mount(page, { attributes: { floating: true } });
    await chat.launcher.click();
    await chat.element.getByText('The chat couldn’t be loaded.').waitFor();
    const [error] = await chat.events('error');
    assert.equal(error?.detail['code'], 'widget/not-loaded');
    broken = false;
    await chat.button('Try again').click();
    await chat.composer.waitFor();
  });
});
