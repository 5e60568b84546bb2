import assert from 'node:assert/strict';
import { after, before, describe, it, type TestContext } from 'node:test';
import type { Page } from 'playwright-core';
import { until } from '../demo/emulator/until.js';
import { ChatView } from '../support/e2e-chat.js';
import { Stage } from '../support/e2e-stage.js';
import { agree } from '../support/e2e-truth.js';

let stage: Stage;
before(async () => (stage = await Stage.open({ realTabs: true })));
after(() => stage.close());

let chats = 0;

/** A page with a chat that has begun. */
async function begin(t: TestContext, attributes: Readonly<Record<string, string | boolean>> = {}) {
  const path = stage.chatPage('/test/lifetime', { 'storage-key': `lifetime-${(chats += 1)}`, ...attributes });
  const page = await stage.visit(t, path);
  const chat = new ChatView(page);
  await chat.send('hello');
  const id = await chat.connected();
  await chat.messages('hello').filter({ hasText: 'Sent' }).waitFor();
  await stage.control.agent(id, 'join', { displayName: 'Maya' });
  return { page, chat, id };
}

const say = (id: string, content: string) => stage.control.agent(id, 'message', { content });
const sockets = async (id: string) => (await stage.control.contact(id)).sockets;
const status = async (id: string) => (await stage.control.contact(id)).status;
/** Closes a tab as a person does: the page learns that it goes. */
async function closeTab(page: Page): Promise<void> {
  const closed = page.waitForEvent('close');
  await page.close({ runBeforeUnload: true });
  await closed;
}

const operations = async (id: string, name: string) =>
  (await stage.control.contact(id)).requests.filter(({ operation }) => operation === name).length;

describe('a chat that is moved in the page', () => {
  it('goes on over the same socket, with its draft, however it is moved', async (t) => {
    const { page, chat, id } = await begin(t);
    const [before] = await sockets(id);
    await chat.composer.fill('half a thought');
    await page.evaluate(() => {
      const element = document.querySelector('connect-chat') as HTMLElement;
      const aside = document.createElement('aside');
      document.body.append(aside);
      aside.append(element);
      document.body.prepend(element);
      element.remove();
      document.querySelector('main')?.append(element);
    });
    await say(id, 'have you moved?');
    await chat.messages('have you moved?').waitFor();
    assert.deepEqual(
      (await sockets(id)).map((socket) => socket.id),
      [before?.id],
    );
    assert.equal(await operations(id, 'CreateParticipantConnection'), 1);
    assert.equal(await chat.composer.inputValue(), 'half a thought');
    await chat.composer.press('Enter');
    await agree(chat, stage.control, id, ['hello', 'half a thought']);
  });

  it('goes on when a router brings its element into another document tree', async (t) => {
    const { page, chat, id } = await begin(t);
    await page.evaluate(() => {
      const element = document.querySelector('connect-chat') as HTMLElement;
      const next = document.createElement('main');
      next.append(element);
      document.querySelector('main')?.replaceWith(next);
    });
    await say(id, 'a new page');
    await chat.messages('a new page').waitFor();
    assert.equal(await operations(id, 'CreateParticipantConnection'), 1);
  });
});

describe('a chat that is removed from the page', () => {
  it('lets go of its socket but not of its contact, and goes on when it is put back', async (t) => {
    const { page, chat, id } = await begin(t);
    await chat.composer.fill('half a thought');
    const element = await page.evaluateHandle(() => {
      const removed = document.querySelector('connect-chat') as HTMLElement;
      removed.remove();
      return removed;
    });
    await until('no socket', async () => (await sockets(id)).length === 0);
    assert.equal(await status(id), 'active');
    await say(id, 'where are you?');
    await element.evaluate((removed) => document.querySelector('main')?.append(removed));
    await chat.messages('where are you?').waitFor();
    assert.equal(await chat.composer.inputValue(), 'half a thought');
    await chat.composer.press('Enter');
    await agree(chat, stage.control, id, ['hello', 'half a thought']);
    assert.equal((await sockets(id)).length, 1);
  });

  it('goes on in the copy with which a router replaces it', async (t) => {
    const { page, chat, id } = await begin(t);
    for (const round of [1, 2, 3]) {
      await page.evaluate(() => {
        const element = document.querySelector('connect-chat') as HTMLElement;
        element.replaceWith(element.cloneNode(true));
      });
      await say(id, `page ${round}`);
      await chat.messages(`page ${round}`).waitFor();
    }
    await agree(chat, stage.control, id, ['hello']);
    await until('one socket', async () => (await sockets(id)).length === 1);
    assert.deepEqual(await chat.events('error'), []);
  });

  it('goes on in the copy that a router has put in before it takes the old one away', async (t) => {
    const { page, chat, id } = await begin(t);
    await page.evaluate(() => {
      const element = document.querySelector('connect-chat') as HTMLElement;
      element.after(element.cloneNode(true));
      element.remove();
    });
    await say(id, 'a new page');
    await chat.messages('a new page').waitFor();
    await agree(chat, stage.control, id, ['hello']);
    await until('one socket', async () => (await sockets(id)).length === 1);
    assert.deepEqual(await chat.events('error'), []);
  });
});

describe('a page that goes', () => {
  it('keeps its contact by default', async (t) => {
    const { page, id } = await begin(t);
    await page.close();
    await until('no socket', async () => (await sockets(id)).length === 0);
    assert.equal(await operations(id, 'DisconnectParticipant'), 0);
    assert.equal(await status(id), 'active');
  });

  const leaving = (storage: string) => ({ 'leave-policy': 'disconnect', storage });

  for (const storage of ['session', 'local'])
    it(`ends its contact when it is closed, if it shall (storage: ${storage})`, async (t) => {
      const { page, id } = await begin(t, leaving(storage));
      await closeTab(page);
      await until('the end', async () => (await status(id)) === 'ended');
      assert.equal(await operations(id, 'DisconnectParticipant'), 1);
    });

  for (const storage of ['session', 'none'])
    it(`ends its contact when it is refreshed, and begins anew, if it shall (storage: ${storage})`, async (t) => {
      const { page, chat, id } = await begin(t, leaving(storage));
      await page.reload();
      await until('the end', async () => (await status(id)) === 'ended');
      assert.equal((await chat.state()).connection, 'idle');
      await chat.send('hello again');
      assert.notEqual(await chat.connected(), id);
    });

  for (const storage of ['session', 'local'])
    it(`keeps its contact when it may come back, and behind another tab (storage: ${storage})`, async (t) => {
      const { page, chat, id } = await begin(t, leaving(storage));
      const other = await stage.visit(t, '/test/blank.html', { beside: page });
      await until('the page to be hidden', () => page.evaluate(() => document.hidden));
      await other.close();
      await page.bringToFront();
      assert.equal(await operations(id, 'DisconnectParticipant'), 0);
      await page.goto(`${stage.origin}/test/blank.html`);
      // A page that the browser does not keep will not come back.
      if (!stage.keepsPages) {
        await until('the end', async () => (await status(id)) === 'ended');
        return;
      }
      await until('no socket', async () => (await sockets(id)).length === 0);
      await say(id, 'come back');
      await page.goBack({ waitUntil: 'commit' });
      await chat.messages('come back').waitFor();
      assert.equal(await operations(id, 'DisconnectParticipant'), 0);
      assert.equal(await status(id), 'active');
    });

  it('keeps its contact while another tab has the same chat, and the last one ends it', async (t) => {
    const { page, id } = await begin(t, { 'leave-policy': 'disconnect', storage: 'local' });
    const second = new ChatView(await stage.visit(t, '/test/lifetime', { beside: page }));
    const third = new ChatView(await stage.visit(t, '/test/lifetime', { beside: page }));
    for (const chat of [second, third]) await chat.messages('hello').waitFor();
    await closeTab(third.page);
    await closeTab(page);
    await say(id, 'one is left');
    await second.messages('one is left').waitFor();
    assert.equal(await operations(id, 'DisconnectParticipant'), 0);
    await closeTab(second.page);
    await until('the end', async () => (await status(id)) === 'ended');
  });
});
