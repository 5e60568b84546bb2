import assert from 'node:assert/strict';
import { after, afterEach, before, describe, it } from 'node:test';
import type { Page } from 'playwright-core';
import { until } from '../demo/emulator/until.js';
import { mount, type ChatView } from '../support/e2e-chat.js';
import { Stage } from '../support/e2e-stage.js';

let stage: Stage;
before(async () => (stage = await Stage.open()));
afterEach(() => stage.control.clearFaults());
after(() => stage.close());

// What the browser itself logs about an answer or a socket that is refused.
const forgive = /Failed to load resource|WebSocket connection to/;
/** Beyond the longest wait before any attempt. */
const enoughMs = 31_000;

/** A page whose time can be hurried on, with a chat that is connected. */
async function visit(t: Parameters<Stage['visit']>[0]): Promise<readonly [ChatView, Page]> {
  const page = await stage.visit(t, '/test/blank.html', {
    forgive,
    prepare: (fresh) => fresh.clock.install(),
  });
  return [await mount(page), page];
}

async function begin(chat: ChatView): Promise<string> {
  await chat.send('hello');
  const id = await chat.connected();
  await chat.messages('hello').filter({ hasText: 'Sent' }).waitFor();
  return id;
}

/** The words of all messages as they stand in the log. */
const texts = (chat: ChatView) =>
  chat
    .messages()
    .locator('[part~=bubble]')
    .evaluateAll((all) => all.map((one) => one.textContent.trim()));

/** The customer's messages as the service has them. */
async function kept(id: string): Promise<readonly unknown[]> {
  const { transcript } = await stage.control.contact(id);
  return transcript
    .filter(({ Type, ParticipantRole }) => Type === 'MESSAGE' && ParticipantRole === 'CUSTOMER')
    .map(({ Content }) => Content);
}

const requestsOf = async (id: string, operation: string) =>
  (await stage.control.contact(id)).requests.filter((request) => request.operation === operation);

describe('a lost connection', () => {
  it('costs no message and no order, however often it is lost', async (t) => {
    const [chat] = await visit(t);
    const id = await begin(chat);
    await stage.control.agent(id, 'join', { displayName: 'Maya' });
    const expected = ['hello'];
    const say = async (text: string) => {
      expected.push(text);
      await stage.control.agent(id, 'message', { content: text });
    };
    for (const round of [1, 2, 3]) {
      await say(`${round} before`);
      await stage.control.fault('drop-sockets', { contactId: id });
      await say(`${round} while away`);
      await chat.when('the loss to be noticed', ({ connection }) => connection !== 'connected');
      await say(`${round} still away`);
      await chat.send(`${round} written meanwhile`);
      expected.push(`${round} written meanwhile`);
      await chat.reconnected();
      await until('the customer’s message', async () =>
        (await kept(id)).includes(`${round} written meanwhile`),
      );
      await say(`${round} back again`);
      await chat.messages(`${round} back again`).waitFor();
    }
    assert.deepEqual(await texts(chat), expected);
    const said = (await chat.events('message')).map(
      ({ detail }) => (detail['entry'] as { text: string }).text,
    );
    assert.deepEqual(
      said,
      expected.filter((text) => !/hello|written/.test(text)),
    );
  });

  it('is one line under the header, and news when it is back', async (t) => {
    const [chat, page] = await visit(t);
    const id = await begin(chat);
    await stage.control.fault('refuse-sockets', { times: 2 });
    await stage.control.fault('drop-sockets', { contactId: id });
    await chat.when('the loss to be noticed', ({ connection }) => connection === 'reconnecting');
    const banner = chat.element.locator('[part=banner]');
    await until('the line', async () => {
      if (await banner.isVisible()) return true;
      await page.clock.fastForward(2_100);
      return false;
    });
    assert.match((await banner.textContent()) ?? '', /Reconnecting. You can keep writing.|Back online/);
    await chat.reconnected();
    await banner.filter({ hasText: 'Back online. Nothing was lost.' }).waitFor();
    await page.clock.fastForward(4_100);
    await banner.waitFor({ state: 'detached' });
    const states = (await chat.events('connection')).map(({ detail }) => detail['state']);
    assert.deepEqual(states, ['connecting', 'connected', 'reconnecting', 'connected']);
  });

  it('keeps what is written while the device is offline', async (t) => {
    const [chat, page] = await visit(t);
    const id = await begin(chat);
    await page.context().setOffline(true);
    await chat.element.getByText('You’re offline. Messages send when you’re back.').waitFor();
    await chat.send('written offline');
    await chat.messages('written offline').filter({ hasText: 'Waiting to send' }).waitFor();
    await stage.control.agent(id, 'join');
    await stage.control.agent(id, 'message', { content: 'said meanwhile' });
    await page.context().setOffline(false);
    await chat.reconnected();
    await chat.messages('said meanwhile').waitFor();
    await chat.messages('written offline').filter({ hasText: 'Sent' }).waitFor();
    assert.deepEqual(await kept(id), ['hello', 'written offline']);
    assert.deepEqual(await texts(chat), ['hello', 'said meanwhile', 'written offline']);
  });
});

describe('a message that meets trouble', () => {
  for (const [name, type, more] of [
    ['429', 'status', { status: 429 }],
    ['500', 'status', { status: 500 }],
    ['a reset before it is taken', 'reset', {}],
    ['a reset after it was taken', 'reset', { when: 'after' }],
  ] as const) {
    it(`is sent exactly once: ${name}`, async (t) => {
      const [chat, page] = await visit(t);
      const id = await begin(chat);
      await stage.control.fault(type, { ...more, operation: 'SendMessage', contactId: id, times: 2 });
      await chat.send('only once');
      await chat.send('and after it');
      await until('both messages', async () => {
        if ((await kept(id)).includes('and after it')) return true;
        await page.clock.fastForward(enoughMs);
        return false;
      });
      await chat.messages('and after it').filter({ hasText: 'Sent' }).waitFor();
      assert.deepEqual(await kept(id), ['hello', 'only once', 'and after it']);
      assert.deepEqual(await texts(chat), ['hello', 'only once', 'and after it']);
      const tries = (await requestsOf(id, 'SendMessage')).filter(
        ({ body }) => body['Content'] === 'only once',
      );
      assert.ok(tries.length >= 2, `${tries.length} tries`);
      assert.equal(new Set(tries.map(({ body }) => body['ClientToken'])).size, 1, 'One token for all tries.');
    });
  }

  it('is said to have failed when it is refused, and can be tried again or discarded', async (t) => {
    const [chat] = await visit(t);
    const id = await begin(chat);
    await stage.control.fault('status', { operation: 'SendMessage', status: 400, times: 2 });
    await chat.send('first refused');
    await chat.send('second refused');
    const failed = chat.messages('first refused').filter({ hasText: 'Not sent' });
    await failed.or(chat.messages('first refused').filter({ hasText: 'turned down' })).waitFor();
    await chat.messages('second refused').getByRole('button', { name: 'Discard' }).click();
    await chat.messages('second refused').waitFor({ state: 'detached' });
    assert.equal((await chat.events('send-failed')).length, 2);
    assert.deepEqual(await kept(id), ['hello']);
  });

  for (const order of ['before', 'after'] as const) {
    it(`stays one node when its echo comes ${order} the reply`, async (t) => {
      const [chat] = await visit(t);
      const id = await begin(chat);
      await stage.control.fault('echo', { order, contactId: id });
      await stage.control.fault('latency', { operation: 'SendMessage', ms: 60 });
      await chat.send('seen once');
      const node = await chat.messages('seen once').elementHandle();
      await chat.messages('seen once').filter({ hasText: 'Sent' }).waitFor();
      await stage.control.agent(id, 'join');
      await stage.control.agent(id, 'message', { content: 'a later one' });
      await chat.messages('a later one').waitFor();
      assert.deepEqual(await texts(chat), ['hello', 'seen once', 'a later one']);
      assert.equal(await node.evaluate(({ isConnected }) => isConnected), true);
      assert.equal((await chat.events('sent')).length, 2);
    });
  }
});

describe('a chat that begins in trouble', () => {
  for (const [name, type, more] of [
    ['the service is down', 'status', { operation: 'CreateParticipantConnection', status: 503 }],
    ['the service throttles', 'status', { operation: 'CreateParticipantConnection', status: 429 }],
    ['the network is cut', 'reset', { operation: 'CreateParticipantConnection' }],
    ['sockets are refused', 'refuse-sockets', {}],
    ['the transcript is not to be had', 'status', { operation: 'GetTranscript', status: 500 }],
  ] as const) {
    it(`connects in the end: ${name}`, async (t) => {
      const [chat, page] = await visit(t);
      await stage.control.fault(type, { ...more, times: 3 });
      await chat.send('anybody?');
      const { contactId: id = '' } = await chat.when('a contact', ({ contactId }) => contactId !== undefined);
      await until('the message', async () => {
        if ((await kept(id)).includes('anybody?')) return true;
        await page.clock.fastForward(enoughMs);
        return false;
      });
      await chat.messages('anybody?').filter({ hasText: 'Sent' }).waitFor();
      assert.deepEqual(await kept(id), ['anybody?']);
      assert.deepEqual(await texts(chat), ['anybody?']);
      assert.equal((await chat.events('started')).length, 1);
      assert.deepEqual(await chat.events('error'), []);
    });
  }
});
