import assert from 'node:assert/strict';
import { after, afterEach, before, describe, it, type TestContext } from 'node:test';
import { until } from '../demo/emulator/until.js';
import { ChatView } from '../support/e2e-chat.js';
import { Stage } from '../support/e2e-stage.js';
import { agree, shown } from '../support/e2e-truth.js';

let stage: Stage;
before(async () => (stage = await Stage.open()));
afterEach(() => stage.control.clearFaults());
after(() => stage.close());

// What the browser itself logs about an answer, a page or a socket that does not come.
const forgive = /Failed to load resource|WebSocket connection to/;
const three = ['one', 'two', 'three'];

/** A page with a chat that has begun. */
async function begin(t: TestContext, attributes: Readonly<Record<string, string | boolean>> = {}) {
  const page = await stage.visit(t, stage.chatPage('/test/resumed', attributes), { forgive });
  const chat = new ChatView(page);
  if (attributes['floating']) await chat.open();
  await chat.send('hello');
  const id = await chat.connected();
  await chat.messages('hello').filter({ hasText: 'Sent' }).waitFor();
  await stage.control.agent(id, 'join', { displayName: 'Maya' });
  return { page, chat, id };
}

const count = async (id: string, operation: string) =>
  (await stage.control.contact(id)).requests.filter((request) => request.operation === operation).length;

describe('three messages and a refresh', () => {
  it('arrive once and in order when the device was offline', async (t) => {
    const { page, chat, id } = await begin(t);
    await page.context().setOffline(true);
    for (const text of three) await chat.send(text);
    await chat.messages('three').filter({ hasText: 'Waiting to send' }).waitFor();
    // There is no network for the page either: the browser shows its own.
    await assert.rejects(page.reload(), /ERR_INTERNET_DISCONNECTED/);
    await page.context().setOffline(false);
    await page.goto(`${stage.origin}/test/resumed`);
    await chat.messages('three').filter({ hasText: 'Sent' }).waitFor();
    await agree(chat, stage.control, id, ['hello', ...three]);
  });

  it('arrive once and in order when the service was gone, and show as waiting meanwhile', async (t) => {
    const { page, chat, id } = await begin(t);
    await stage.control.fault('outage', { ms: 60_000 });
    for (const text of three) await chat.send(text);
    await page.reload();
    await chat.messages('three').waitFor();
    assert.deepEqual(await shown(chat), three);
    await stage.control.clearFaults();
    await chat.messages('three').filter({ hasText: 'Sent' }).waitFor({ timeout: 40_000 });
    await agree(chat, stage.control, id, ['hello', ...three]);
  });

  for (const when of ['before', 'after'])
    it(`arrive once and in order when the first was under way, cut ${when} the service took it`, async (t) => {
      const { page, chat, id } = await begin(t);
      await stage.control.fault('reset', { operation: 'SendMessage', when, times: 1 });
      await stage.control.fault('latency', { operation: 'SendMessage', ms: 400 });
      for (const text of three) await chat.send(text);
      await until('the first to be under way', async () => (await count(id, 'SendMessage')) >= 2);
      await page.reload();
      await chat.messages('three').filter({ hasText: 'Sent' }).waitFor();
      await agree(chat, stage.control, id, ['hello', ...three]);
    });

  it('arrive once and in order though the page is refreshed after each', async (t) => {
    const { page, chat, id } = await begin(t);
    await stage.control.fault('latency', { operation: 'SendMessage', ms: 150 });
    for (const text of three) {
      await chat.composer.waitFor();
      await chat.send(text);
      await chat.messages(text).waitFor();
      await page.reload();
    }
    await agree(chat, stage.control, id, ['hello', ...three]);
  });
});

describe('a refreshed page', () => {
  it('goes on with the same contact, and says so', async (t) => {
    const { page, chat, id } = await begin(t);
    await stage.control.agent(id, 'message', { content: 'before' });
    await chat.messages('before').waitFor();
    await page.reload();
    await stage.control.agent(id, 'message', { content: 'while it loads' });
    await chat.messages('while it loads').waitFor();
    await agree(chat, stage.control, id, ['hello']);
    assert.deepEqual(
      (await chat.events('resumed')).map(({ detail }) => detail),
      [{ contactId: id }],
    );
    assert.deepEqual(await chat.events('started'), []);
    await until('one socket', async () => (await stage.control.contact(id)).sockets.length === 1);
  });

  it('brings back the draft and the place in the log', async (t) => {
    const { page, chat, id } = await begin(t);
    for (let at = 1; at <= 40; at += 1)
      await stage.control.agent(id, 'message', { content: `number ${at}.` });
    await chat.messages('number 40.').waitFor();
    await chat.composer.fill('half a thought');
    await chat.messages('number 10.').evaluate((row) => row.scrollIntoView({ block: 'start' }));
    const top = () => chat.messages('number 10.').evaluate((row) => row.getBoundingClientRect().top);
    await until('the place to be kept', () =>
      page.evaluate(() => Object.values(sessionStorage).some((record: string) => record.includes('"place"'))),
    );
    const before = await top();
    await page.reload();
    await chat.messages('number 40.').waitFor();
    // The message at the top is kept, not how much of it was hidden.
    await until('the place', async () => Math.abs((await top()) - before) < 60);
    assert.equal(await chat.composer.inputValue(), 'half a thought');
  });

  it('offers a new chat after one request when the chat has ended meanwhile', async (t) => {
    const { page, chat, id } = await begin(t);
    await page.goto(`${stage.origin}/test/blank.html`);
    await stage.control.end(id);
    const before = await count(id, 'CreateParticipantConnection');
    await page.goto(`${stage.origin}/test/resumed`);
    await chat.when('the end', ({ connection }) => connection === 'ended');
    await chat.button('Start a new chat').click();
    const next = await chat.connected();
    assert.notEqual(next, id);
    assert.equal((await count(id, 'CreateParticipantConnection')) - before, 1);
  });

  it('offers a new chat after one request when the token is no longer taken', async (t) => {
    const { page, chat, id } = await begin(t);
    await stage.control.fault('status', {
      operation: 'CreateParticipantConnection',
      status: 403,
      contactId: id,
    });
    const before = await count(id, 'CreateParticipantConnection');
    await page.reload();
    await chat.when('the end', ({ connection }) => connection === 'ended');
    assert.equal((await count(id, 'CreateParticipantConnection')) - before, 1);
    await chat.button('Start a new chat').click();
    assert.notEqual(await chat.connected(), id);
  });

  it('knows of the chat behind a launcher nobody has pressed yet', async (t) => {
    const { page, chat, id } = await begin(t, { floating: true });
    await chat.button('Minimise chat').click();
    await page.reload();
    await chat.connected();
    await stage.control.agent(id, 'message', { content: 'news' });
    await chat.element.getByRole('button', { name: /1 unread|1 new/ }).waitFor();
    await chat.open();
    await chat.messages('news').waitFor();
  });

  it('starts one contact, although it is refreshed while the start is under way', async (t) => {
    const tokens: unknown[] = [];
    let release = (): void => undefined;
    const held = new Promise<void>((resolve) => (release = resolve));
    stage.answer('/test/slow-start', async (request) => {
      const { ClientToken } = (await request.json()) as { ClientToken?: string };
      tokens.push(ClientToken);
      await held;
      return Response.json({ data: { startChatResult: await stage.control.start() } });
    });
    const page = await stage.visit(
      t,
      stage.chatPage('/test/resumed', { 'start-chat-endpoint': '/test/slow-start' }),
      {
        forgive,
      },
    );
    const chat = new ChatView(page);
    await chat.send('hello');
    await until('the first start', () => tokens.length === 1);
    await page.reload();
    await until('the second start', () => tokens.length === 2);
    release();
    const id = await chat.connected();
    await agree(chat, stage.control, id, ['hello']);
    assert.equal(typeof tokens[0], 'string');
    assert.equal(tokens[0], tokens[1]);
  });
});
