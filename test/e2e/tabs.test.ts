import assert from 'node:assert/strict';
import { after, before, describe, it, type TestContext } from 'node:test';
import type { Page } from 'playwright-core';
import type { ConnectChat } from '../../src/connect-chat.js';
import { until } from '../demo/emulator/until.js';
import { ChatView } from '../support/e2e-chat.js';
import { Stage } from '../support/e2e-stage.js';
import { agree, assertOnceEach, shown, timed } from '../support/e2e-truth.js';

let stage: Stage;
before(async () => (stage = await Stage.open({ realTabs: true })));
after(() => stage.close());

// What the browser itself logs about the socket of a page that it freezes, or that goes while it connects.
const forgive = /Page entered Back-Forward Cache|closed before the connection is established/;

let chats = 0;

/** A page whose chat all tabs share. */
const sharedPage = () =>
  stage.chatPage('/test/shared', { storage: 'local', 'storage-key': `shared-${(chats += 1)}` });

/** Two tabs with one chat, in which the first has begun it and owns the socket; the second is in front. */
async function twoTabs(t: TestContext) {
  const path = sharedPage();
  const first = new ChatView(await stage.visit(t, path, { forgive }));
  await first.send('hello');
  const id = await first.connected();
  await first.messages('hello').filter({ hasText: 'Sent' }).waitFor();
  await stage.control.agent(id, 'join', { displayName: 'Maya' });
  const second = new ChatView(await stage.visit(t, path, { beside: first.page, forgive }));
  await second.messages('hello').waitFor();
  assert.deepEqual(
    await Promise.all([first, second].map(({ page }) => page.evaluate(() => document.visibilityState))),
    ['hidden', 'visible'],
  );
  return { first, second, id };
}

const say = (id: string, content: string) => stage.control.agent(id, 'message', { content });

async function devtools(page: Page) {
  const session = await page.context().newCDPSession(page);
  return {
    crash: async () => {
      const crashed = page.waitForEvent('crash');
      // The page that would answer is gone.
      session.send('Page.crash').catch(() => undefined);
      await crashed;
    },
    setLifecycle: (state: 'frozen' | 'active') => session.send('Page.setWebLifecycleState', { state }),
  };
}

const sockets = async (id: string) => (await stage.control.contact(id)).sockets.length;

describe('two tabs with one chat', () => {
  it('have one socket, and show the same', async (t) => {
    const { first, second, id } = await twoTabs(t);
    assert.equal(await sockets(id), 1);
    await say(id, 'hello, both');
    for (const chat of [first, second]) await chat.messages('hello, both').waitFor();
    await second.send('from the second');
    await first.send('from the first');
    for (const chat of [first, second])
      await agree(chat, stage.control, id, ['hello', 'from the second', 'from the first']);
    await assertOnceEach(stage.control, id);
    assert.equal(await sockets(id), 1);
  });

  it('keep the draft in step', async (t) => {
    const { first, second } = await twoTabs(t);
    await second.composer.fill('half a thought');
    await until(
      'the draft in the other',
      async () => (await first.composer.inputValue()) === 'half a thought',
    );
    await first.page.bringToFront();
    await first.composer.fill('half a thought more');
    await until(
      'the draft in the other',
      async () => (await second.composer.inputValue()) === 'half a thought more',
    );
    await first.composer.press('Enter');
    await until('no draft in the other', async () => (await second.composer.inputValue()) === '');
  });

  it('count what is unread together', async (t) => {
    const path = stage.chatPage('/test/floating', {
      storage: 'local',
      'storage-key': `floating-${(chats += 1)}`,
      floating: true,
    });
    const first = new ChatView(await stage.visit(t, path));
    await first.open();
    await first.send('hello');
    const id = await first.connected();
    await stage.control.agent(id, 'join');
    await first.button('Minimise chat').click();
    const second = new ChatView(await stage.visit(t, path, { beside: first.page, forgive }));
    await second.connected();
    await say(id, 'one');
    await say(id, 'two');
    for (const chat of [first, second]) await chat.when('two unread', ({ unread }) => unread === 2);
    await second.open();
    for (const chat of [first, second]) await chat.when('none unread', ({ unread }) => unread === 0);
    // Nobody reads in a tab that has gone, once the other has heard so.
    const goodbye = await first.page.evaluateHandle((name) => {
      const channel = new BroadcastChannel(name);
      const said = new Promise<void>((resolve) => {
        channel.addEventListener('message', ({ data }: MessageEvent<{ message?: { type: string } }>) => {
          if (data.message?.type === 'bye') resolve();
        });
      });
      return { said };
    }, `connect-chat:1:floating-${chats}`);
    const closed = second.page.waitForEvent('close');
    await second.page.close({ runBeforeUnload: true });
    await closed;
    await goodbye.evaluate(({ said }) => said);
    await say(id, 'three');
    await first.when('one unread', ({ unread }) => unread === 1);
  });

  it('end together', async (t) => {
    const { first, second, id } = await twoTabs(t);
    await second.button('Chat options').click();
    await second.button('End chat').click();
    await second.element.getByRole('alertdialog').getByRole('button', { name: 'End chat' }).click();
    for (const chat of [first, second])
      await chat.when('the end', ({ connection }) => connection === 'ended');
    assert.equal((await stage.control.contact(id)).status, 'ended');
    await until('no socket', async () => (await sockets(id)) === 0);
    assert.equal(
      await first.page.evaluate((key) => localStorage.getItem(key), `connect-chat:shared-${chats}`),
      null,
    );
  });

  it('go on in the other when the owner is closed', async (t) => {
    const { first, second, id } = await twoTabs(t);
    await first.page.close();
    await say(id, 'still there?');
    await second.messages('still there?').waitFor();
    await second.send('yes');
    await agree(second, stage.control, id, ['hello', 'yes']);
    assert.equal(await sockets(id), 1);
  });

  it('go on in the other within 4 s when the owner crashes', async (t) => {
    const { first, second, id } = await twoTabs(t);
    await second.composer.fill('a draft');
    const { crash } = await devtools(first.page);
    const ms = await timed(async () => {
      await crash();
      await say(id, 'did you crash?');
      await second.messages('did you crash?').waitFor();
    });
    t.diagnostic(`the next message shows ${ms} ms after the crash`);
    assert.ok(ms <= 4_000, `${ms} ms`);
    await second.composer.press('Enter');
    await agree(second, stage.control, id, ['hello', 'a draft']);
    await assertOnceEach(stage.control, id);
  });

  it('go on in the visible one within 5 s when the owner is frozen, which follows once it thaws', async (t) => {
    const { first, second, id } = await twoTabs(t);
    const { setLifecycle } = await devtools(first.page);
    const ms = await timed(async () => {
      await setLifecycle('frozen');
      await say(id, 'are you frozen?');
      // What comes before the other takes over is fetched by it.
      await second.messages('are you frozen?').waitFor();
      await second.send('not at all');
      await second.messages('not at all').filter({ hasText: 'Sent' }).waitFor();
    });
    t.diagnostic(`the visible tab receives and sends ${ms} ms after the freeze`);
    assert.ok(ms <= 5_000, `${ms} ms`);
    await setLifecycle('active');
    await first.page.bringToFront();
    await first.messages('not at all').waitFor();
    await first.send('nor I');
    for (const chat of [first, second])
      await agree(chat, stage.control, id, ['hello', 'not at all', 'nor I']);
    await until('one socket', async () => (await sockets(id)) === 1);
    await assertOnceEach(stage.control, id);
  });

  it('send a message once that was under way in an owner that crashed', async (t) => {
    const { first, second, id } = await twoTabs(t);
    await stage.control.fault('latency', { operation: 'SendMessage', ms: 2_000, times: 1, contactId: id });
    await second.send('under way');
    await until('the request', async () =>
      (await stage.control.contact(id)).requests.some(({ body }) => body['Content'] === 'under way'),
    );
    await (await devtools(first.page)).crash();
    await second.messages('under way').filter({ hasText: 'Sent' }).waitFor();
    await agree(second, stage.control, id, ['hello', 'under way']);
    const tokens = (await stage.control.contact(id)).requests
      .filter(({ body }) => body['Content'] === 'under way')
      .map(({ body }) => body['ClientToken']);
    assert.equal(new Set(tokens).size, 1);
  });

  it('lose nothing of what both send while the socket changes hands', async (t) => {
    const { first, second, id } = await twoTabs(t);
    const words = ['one', 'two', 'three', 'four'];
    await second.send('one');
    await first.page.close({ runBeforeUnload: false });
    for (const text of words.slice(1)) await second.send(text);
    await agree(second, stage.control, id, ['hello', ...words]);
    assert.deepEqual(await shown(second), ['hello', ...words]);
  });
});

describe('two tabs with one chat, where the browser has no locks', () => {
  // As on a page that came over plain http.
  const insecure = (page: Page) =>
    page.addInitScript(() => Object.defineProperty(Navigator.prototype, 'locks', { get: () => undefined }));

  it('have a socket each, and send and show everything once', async (t) => {
    const path = sharedPage();
    const first = new ChatView(await stage.visit(t, path, { prepare: insecure }));
    await first.send('hello');
    const id = await first.connected();
    await first.messages('hello').filter({ hasText: 'Sent' }).waitFor();
    await stage.control.agent(id, 'join', { displayName: 'Maya' });
    const second = new ChatView(await stage.visit(t, path, { beside: first.page, prepare: insecure }));
    assert.equal(await second.connected(), id);
    await until('two sockets', async () => (await sockets(id)) === 2);
    await say(id, 'hello, both');
    await second.send('from the second');
    await second.messages('from the second').filter({ hasText: 'Sent' }).waitFor();
    await first.send('from the first');
    for (const chat of [first, second])
      await agree(chat, stage.control, id, ['hello', 'from the second', 'from the first']);
    await assertOnceEach(stage.control, id);
    await second.page.reload();
    await agree(second, stage.control, id, ['hello', 'from the second', 'from the first']);
    await first.element.evaluate((element: ConnectChat) => element.end());
    for (const chat of [first, second])
      await chat.when('the end', ({ connection }) => connection === 'ended');
  });
});

describe('a page that is left and gone back to', () => {
  for (const [left, stays] of [
    ['the owner', 'the follower'],
    ['the follower', 'the owner'],
  ])
    it(`finds the chat as ${stays} has gone on with it (${left} was left)`, async (t) => {
      const { first, second, id } = await twoTabs(t);
      const [gone, other] = left === 'the owner' ? [first, second] : [second, first];
      await gone.page.bringToFront();
      await gone.page.goto(`${stage.origin}/test/blank.html`);
      await say(id, 'while you were gone');
      await other.page.bringToFront();
      await other.messages('while you were gone').waitFor();
      await other.send('I am still here');
      await other.messages('I am still here').filter({ hasText: 'Sent' }).waitFor();
      await gone.page.bringToFront();
      await gone.page.goBack({ waitUntil: 'commit' });
      await gone.messages('I am still here').waitFor();
      await gone.send('so am I');
      for (const chat of [gone, other])
        await agree(chat, stage.control, id, ['hello', 'I am still here', 'so am I']);
      await until('one socket', async () => (await sockets(id)) === 1);
      await assertOnceEach(stage.control, id);
    });

  it('says that the chat is over which ended meanwhile, with what was said in it', async (t) => {
    const { first, second, id } = await twoTabs(t);
    await second.page.goto(`${stage.origin}/test/blank.html`);
    await first.page.bringToFront();
    await first.element.evaluate((element: ConnectChat) => element.end());
    await first.when('the end', ({ connection }) => connection === 'ended');
    await first.page.goto(`${stage.origin}/test/blank.html`);
    await second.page.bringToFront();
    await second.page.goBack({ waitUntil: 'commit' });
    if (stage.keepsPages) {
      await second.when('the end', ({ connection }) => connection === 'ended');
      await second.messages('hello').waitFor();
      await second.button('Start a new chat').click();
    } else {
      // Nothing is kept of a chat that is over: a page that is loaded anew begins another.
      await second.send('hello again');
    }
    assert.notEqual(await second.connected(), id);
  });

  for (const storage of ['session', 'local'])
    it(`comes from the browser’s cache with its chat, kept in ${storage} storage`, async (t) => {
      const path = stage.chatPage('/test/back', { storage, 'storage-key': `back-${(chats += 1)}` });
      const page = await stage.visit(t, path);
      await page.evaluate(() => {
        addEventListener('pageshow', ({ persisted }) =>
          document.body.setAttribute('data-persisted', String(persisted)),
        );
      });
      const chat = new ChatView(page);
      await chat.send('hello');
      const id = await chat.connected();
      await stage.control.agent(id, 'join');
      await chat.composer.fill('a draft');
      await page.goto(`${stage.origin}/test/blank.html`);
      await until('no socket', async () => (await sockets(id)) === 0);
      await say(id, 'while you were gone');
      await page.goBack({ waitUntil: 'commit' });
      // Where the browser keeps none, the chat comes back as after a refresh.
      if (stage.keepsPages) await page.locator('[data-persisted=true]').waitFor();
      await chat.messages('while you were gone').waitFor();
      assert.equal(await chat.composer.inputValue(), 'a draft');
      await chat.composer.press('Enter');
      await agree(chat, stage.control, id, ['hello', 'a draft']);
      await until('one socket', async () => (await sockets(id)) === 1);
    });
});
