import assert from 'node:assert/strict';
import { after, before, describe, it, type TestContext } from 'node:test';
import type { Page } from 'playwright-core';
import type { ConnectChat } from '../../src/connect-chat.js';
import { until } from '../demo/emulator/until.js';
import { ChatView } from '../support/e2e-chat.js';
import { Stage } from '../support/e2e-stage.js';
import { agree } from '../support/e2e-truth.js';

let stage: Stage;
before(async () => (stage = await Stage.open()));
after(() => stage.close());

const key = 'kept';
const name = `connect-chat:${key}`;

/** Everything that a page could find again. */
const stored = (page: Page) =>
  page.evaluate(async () => ({
    session: Object.fromEntries(Object.entries(sessionStorage)),
    local: Object.fromEntries(Object.entries(localStorage)),
    cookies: document.cookie,
    databases: await indexedDB.databases(),
    caches: await caches.keys(),
  }));

const nothing = { session: {}, local: {}, cookies: '', databases: [], caches: [] };

/** Counts what pages ask of this origin, beyond themselves. */
function watchRequests(page: Page): { readonly all: string[] } {
  const all: string[] = [];
  const add = (url: string) => {
    if (!/\/(dist|pages)\/|\/test\/(consent|blank)/.test(url)) all.push(url);
  };
  page.on('request', (request) => add(request.url()));
  page.on('websocket', (socket) => add(socket.url()));
  return { all };
}

async function begin(t: TestContext, attributes: Readonly<Record<string, string | boolean>>) {
  const page = await stage.visit(t, stage.chatPage('/test/storage', { 'storage-key': key, ...attributes }));
  const chat = new ChatView(page);
  await chat.send('hello');
  const id = await chat.connected();
  await chat.messages('hello').filter({ hasText: 'Sent' }).waitFor();
  return { page, chat, id };
}

describe('storage="none"', () => {
  it('writes nothing anywhere, and the next page knows of nothing', async (t) => {
    const { page, chat, id } = await begin(t, { storage: 'none' });
    await chat.composer.fill('half a thought');
    await stage.control.agent(id, 'join');
    await stage.control.agent(id, 'message', { content: 'hi' });
    await chat.messages('hi').waitFor();
    assert.deepEqual(await stored(page), nothing);
    await page.reload();
    await chat.composer.waitFor();
    assert.equal((await chat.state()).connection, 'idle');
    assert.equal(await chat.composer.inputValue(), '');
    assert.deepEqual(await stored(page), nothing);
  });
});

describe('forget()', () => {
  for (const storage of ['session', 'local'])
    it(`erases what is kept in ${storage} storage, for good, and the chat goes on`, async (t) => {
      const { page, chat, id } = await begin(t, { storage });
      assert.notDeepEqual(await stored(page), nothing);
      await chat.element.evaluate((element: ConnectChat) => element.forget());
      assert.deepEqual(await stored(page), nothing);
      await chat.send('still here');
      await agree(chat, stage.control, id, ['hello', 'still here']);
      assert.deepEqual(await stored(page), nothing);
      assert.equal((await stage.control.contact(id)).status, 'active');
      await page.reload();
      await chat.composer.waitFor();
      assert.equal((await chat.state()).connection, 'idle');
    });

  it('erases a chat whose code has not been loaded', async (t) => {
    const { page } = await begin(t, { storage: 'local' });
    await page.goto(`${stage.origin}/test/blank.html`);
    await page.evaluate((storageKey) => {
      const element = document.createElement('connect-chat');
      Object.assign(element, { storage: 'local', storageKey, floating: true });
      element.forget();
    }, key);
    assert.deepEqual(await stored(page), nothing);
  });
});

describe('consent-required', () => {
  const agreed = {
    'by the visitor’s click': (chat: ChatView) => chat.button('Start chat').click(),
    'by grantConsent()': (chat: ChatView) =>
      chat.element.evaluate((element: ConnectChat) => element.grantConsent()),
  };
  for (const [how, agree] of Object.entries(agreed))
    it(`asks and keeps nothing before the visitor has agreed, ${how}`, async (t) => {
      let requests: { readonly all: string[] } | undefined;
      const attributes = {
        'consent-required': true,
        'auto-start': true,
        storage: 'local',
        'storage-key': key,
      };
      const page = await stage.visit(t, stage.chatPage('/test/consent', attributes), {
        prepare: (fresh) => {
          requests = watchRequests(fresh);
        },
      });
      const chat = new ChatView(page);
      await chat.button('Start chat').waitFor();
      const sent = chat.element.evaluate((element: ConnectChat) =>
        element.send('written early').then(() => true),
      );
      await until('the page to be at rest', () =>
        page.evaluate(() => new Promise<boolean>((resolve) => requestIdleCallback(() => resolve(true)))),
      );
      assert.deepEqual(requests?.all, []);
      assert.deepEqual(await stored(page), nothing);
      await agree(chat);
      assert.equal(await sent, true);
      await chat.connected();
      assert.notDeepEqual(requests.all, []);
      assert.notDeepEqual(await stored(page), nothing);
    });
});

describe('a record that is none of ours', () => {
  const records: Readonly<Record<string, string>> = {
    'is no JSON': '{"version":1,"draft":"hal',
    'is empty': '',
    'is null': 'null',
    'is a list': '[]',
    'is somebody else’s': '{"theme":"dark"}',
    'is of an older version': JSON.stringify({ version: 0, draft: 'old' }),
    'is of a newer version': JSON.stringify({ version: 99, draft: 'new' }),
    'is longer than any of ours': JSON.stringify({ version: 1, draft: 'x'.repeat(2_000_000) }),
    'would change prototypes': '{"__proto__":{"version":1,"draft":"proto"},"constructor":{"prototype":{}}}',
  };
  // Both are read alike; one of each is enough to see that it is the right one.
  for (const [storage, tried] of [
    ['session', Object.entries(records)],
    ['local', Object.entries(records).slice(0, 1)],
  ] as const)
    it(`is passed over and removed from ${storage} storage: it ${tried.map(([what]) => what).join(', ')}`, async (t) => {
      const page = await stage.visit(t, '/test/blank.html');
      const path = stage.chatPage('/test/records', { storage, 'storage-key': key });
      const chat = new ChatView(page);
      for (const [what, record] of tried) {
        const put = { kind: `${storage}Storage` as const, name, record };
        await page.evaluate(({ kind, name: item, record: value }) => {
          const kept = (window as unknown as Record<string, Storage>)[kind];
          kept?.setItem(item, value);
          kept?.setItem('another page’s', 'stays');
        }, put);
        await page.goto(stage.origin + path);
        await chat.composer.waitFor();
        assert.equal((await chat.state()).connection, 'idle', what);
        assert.equal(await chat.composer.inputValue(), '', what);
        const left = await stored(page);
        assert.deepEqual(left[storage], { 'another page’s': 'stays' }, what);
        assert.deepEqual(await chat.events('error'), [], what);
      }
      await chat.send('hello');
      await chat.connected();
      assert.deepEqual(await chat.events('error'), []);
    });
});

describe('a storage that cannot be used', () => {
  const broken: Readonly<Record<string, () => void>> = {
    'throws at the mention of it': () => {
      for (const kind of ['localStorage', 'sessionStorage'])
        Object.defineProperty(window, kind, {
          get: () => {
            throw new DOMException('Denied', 'SecurityError');
          },
        });
    },
    'throws at each use': () => {
      const deny = () => {
        throw new DOMException('Full', 'QuotaExceededError');
      };
      Object.assign(Storage.prototype, { getItem: deny, setItem: deny, removeItem: deny });
    },
  };
  for (const [what, prepare] of Object.entries(broken))
    for (const storage of ['session', 'local'])
      it(`costs nothing but the refresh when it ${what} (storage: ${storage})`, async (t) => {
        const path = stage.chatPage('/test/denied', { storage, 'storage-key': key });
        const page = await stage.visit(t, path, { prepare: (fresh) => fresh.addInitScript(prepare) });
        const chat = new ChatView(page);
        await chat.send('hello');
        const id = await chat.connected();
        await agree(chat, stage.control, id, ['hello']);
        assert.deepEqual(await chat.events('error'), []);
        await chat.element.evaluate((element: ConnectChat) => element.forget());
        await page.reload();
        await chat.composer.waitFor();
        assert.equal((await chat.state()).connection, 'idle');
      });
});
