import assert from 'node:assert/strict';
import { after, afterEach, before, describe, it, type TestContext } from 'node:test';
import { until } from '../demo/emulator/until.js';
import { ChatView } from '../support/e2e-chat.js';
import { Stage } from '../support/e2e-stage.js';
import { kept, shown } from '../support/e2e-truth.js';

let stage: Stage;
before(async () => (stage = await Stage.open({ timings: { rehydrateMs: 50 } })));
afterEach(() => stage.control.clearFaults());
after(() => stage.close());

const numbered = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, at) => `number ${from + at}.`);

/** A contact in which the agent has said `words`. */
async function spoken(words: readonly string[]): Promise<string> {
  const { ContactId } = await stage.control.start();
  await stage.control.agent(ContactId, 'join', { displayName: 'Maya' });
  await stage.control.add(
    ContactId,
    ...words.map((Content) => ({ Type: 'MESSAGE', ContentType: 'text/plain', Content })),
  );
  return ContactId;
}

/** Goes to the top, as a reader does by keyboard, until `text` is there. */
async function readUpTo(chat: ChatView, text: string): Promise<void> {
  await until(`“${text}” above`, async () => {
    if ((await chat.messages(text).count()) > 0) return true;
    await chat.log.press('Home');
    return false;
  });
}

/** Where a message stands on the screen. */
const top = (chat: ChatView, text: string) =>
  chat.messages(text).evaluate((row) => Math.round(row.getBoundingClientRect().top));

describe('a persistent chat', () => {
  /** A chat that goes on from a past one of `count` messages. */
  async function goOn(t: TestContext, count: number) {
    const past = await spoken(numbered(1, count));
    await stage.control.end(past);
    stage.answer('/test/go-on', async (request) => {
      const { PersistentChat } = (await request.json()) as {
        PersistentChat: { SourceContactId: string; RehydrationType: string };
      };
      const startChatResult = await stage.control.start({
        sourceContactId: PersistentChat.SourceContactId,
        rehydrationType: PersistentChat.RehydrationType,
      });
      return Response.json({ data: { startChatResult } });
    });
    const path = stage.chatPage('/test/persistent', {
      'start-chat-endpoint': '/test/go-on',
      'source-contact-id': past,
      'auto-start': true,
    });
    const chat = new ChatView(await stage.visit(t, path));
    const id = await chat.connected();
    await chat.messages(`number ${count}.`).waitFor();
    return { chat, id, past };
  }

  it('shows what was said in the past chat, and says that it may be read', async (t) => {
    const { chat, id } = await goOn(t, 5);
    await chat.send('me again');
    await chat.messages('me again').filter({ hasText: 'Sent' }).waitFor();
    assert.deepEqual(await shown(chat), [...numbered(1, 5), 'me again']);
    assert.deepEqual(
      (await chat.events('rehydrated')).map(({ detail }) => detail),
      [{ contactId: id }],
    );
    // What was said then is neither news nor unread.
    assert.deepEqual(await chat.events('message'), []);
    assert.equal((await chat.state()).unread, 0);
    assert.equal((await chat.state()).connection, 'connected');
  });

  it('is paged in when the reader scrolls up, who keeps their place', async (t) => {
    const { chat, id } = await goOn(t, 250);
    assert.equal((await shown(chat)).length < 250, true);
    const pages = async () =>
      (await stage.control.contact(id)).requests.filter(({ operation }) => operation === 'GetTranscript')
        .length;
    const before = await pages();
    const [first = ''] = await shown(chat);
    await chat.messages(first).evaluate((row) => row.scrollIntoView({ block: 'start' }));
    const place = await top(chat, first);
    await until('more above', async () => (await shown(chat))[0] !== first);
    await until('the reader’s place', async () => Math.abs((await top(chat, first)) - place) <= 2);
    t.diagnostic(
      `“${first}” stood at ${place} px, and stands at ${await top(chat, first)} px with more above it`,
    );
    await readUpTo(chat, 'number 1.');
    assert.deepEqual(await shown(chat), numbered(1, 250));
    assert.ok((await pages()) > before);
    await stage.control.agent(id, 'join', { displayName: 'Zoe' });
    await stage.control.agent(id, 'message', { content: 'hello again' });
    await chat.when('the news to be unread', ({ unread }) => unread === 1);
    assert.deepEqual(await chat.events('error'), []);
  });

  it('is there again after a refresh, once each', async (t) => {
    const { chat, id } = await goOn(t, 120);
    await chat.page.reload();
    await chat.connected();
    await chat.messages('number 120.').waitFor();
    await readUpTo(chat, 'number 1.');
    assert.deepEqual(await shown(chat), numbered(1, 120));
    assert.equal((await chat.state()).contactId, id);
  });
});

describe('a long chat', () => {
  it('is read upwards after a refresh, and a page that fails is fetched again', async (t) => {
    const { ContactId: id, ...details } = await stage.control.start();
    stage.answer('/test/long', () =>
      Response.json({ data: { startChatResult: { ContactId: id, ...details } } }),
    );
    const path = stage.chatPage('/test/long-chat', {
      'start-chat-endpoint': '/test/long',
      'auto-start': true,
    });
    const chat = new ChatView(await stage.visit(t, path, { forgive: /Failed to load resource/ }));
    await chat.connected();
    await stage.control.agent(id, 'join');
    await stage.control.add(
      id,
      ...numbered(1, 300).map((Content) => ({ Type: 'MESSAGE', ContentType: 'text/plain', Content })),
    );
    await chat.messages('number 300.').waitFor();
    await chat.page.reload();
    await chat.messages('number 300.').waitFor();
    await stage.control.fault('status', { operation: 'GetTranscript', status: 500, times: 1 });
    await readUpTo(chat, 'number 1.');
    assert.deepEqual(await shown(chat), await kept(stage.control, id));
  });
});
