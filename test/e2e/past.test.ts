import assert from 'node:assert/strict';
import { after, afterEach, before, describe, it } from 'node:test';
import { until } from '../demo/emulator/until.js';
import { mount, type ChatView } from '../support/e2e-chat.js';
import { Stage } from '../support/e2e-stage.js';
import { shown } from '../support/e2e-truth.js';

let stage: Stage;
before(async () => (stage = await Stage.open()));
afterEach(() => stage.control.clearFaults());
after(() => stage.close());

const lines = (name: string, count: number) =>
  Array.from({ length: count }, (_, index) => `${name} ${index}.`);

const DAY_MS = 24 * 60 * 60_000;

/** A contact of some days ago with `texts` in it, every third by the customer, that has ended. */
async function pastContact(
  texts: readonly string[],
  daysAgo: number,
  sourceContactId?: string,
): Promise<string> {
  const source = sourceContactId === undefined ? {} : { sourceContactId };
  const { ContactId } = await stage.control.start({ displayName: 'Sam', ...source });
  if (sourceContactId !== undefined)
    await until('its own past', async () => (await stage.control.contact(ContactId)).history.length > 0);
  const begun = Date.now() - daysAgo * DAY_MS;
  const items = texts.map((Content, index) => ({
    Content,
    ParticipantRole: index % 3 === 0 ? 'CUSTOMER' : 'AGENT',
    AbsoluteTime: new Date(begun + index * 1_000).toISOString(),
  }));
  await stage.control.add(ContactId, ...items);
  await stage.control.end(ContactId);
  return ContactId;
}

/** Scrolls to the beginning of what is known, again and again, until `text` is there. */
async function scrollUpTo(chat: ChatView, text: string): Promise<void> {
  await until(`"${text}" to be loaded`, async () => {
    await chat.log.evaluate((log) => log.scrollTo(0, 0));
    return (await chat.messages(text).count()) > 0;
  });
}

describe('the past of a persistent chat', () => {
  it('is there on scrolling up, contact by contact, once and in order, and is no news', async (t) => {
    // More than two pages of the transcript.
    const first = lines('First', 90);
    const second = lines('Second', 120);
    const sourceContactId = await pastContact(second, 1, await pastContact(first, 2));
    stage.answer('/test/start-again', async () =>
      Response.json({
        data: { startChatResult: await stage.control.start({ displayName: 'Sam', sourceContactId }) },
      }),
    );
    const page = await stage.visit(t, '/test/blank.html');
    const chat = await mount(page, { attributes: { 'start-chat-endpoint': '/test/start-again' } });
    await chat.send('hello again');
    const id = await chat.connected();
    await until('the past', async () => (await chat.events('rehydrated')).length > 0);
    assert.deepEqual((await chat.events('rehydrated'))[0]?.detail, { contactId: id });
    await scrollUpTo(chat, 'First 0.');
    assert.deepEqual(await shown(chat), [...first, ...second, 'hello again']);
    // Own is what the customer wrote, though under another participant's id.
    const own = chat.log.locator('[part~=message-own]');
    assert.equal(await own.count(), first.length / 3 + second.length / 3 + 1);
    assert.equal((await chat.state()).unread, 0);
    const { requests } = await stage.control.contact(id);
    assert.deepEqual(
      requests.filter(({ operation }) => operation === 'SendEvent'),
      [],
    );
    const told = (await chat.events('message')).map(({ detail }) => detail['entry']);
    assert.deepEqual(told, [], 'What was said long ago has not just been said.');
    // A message of today goes to the end, and the ends of the past chats do not end this one.
    await chat.send('and now?');
    await chat.messages('and now?').filter({ hasText: 'Sent' }).waitFor();
    assert.equal((await shown(chat)).at(-1), 'and now?');
  });

  it('keeps the reader’s place while it comes above', async (t) => {
    const sourceContactId = await pastContact(lines('Past', 150), 1);
    stage.answer('/test/start-again', async () =>
      Response.json({
        data: { startChatResult: await stage.control.start({ displayName: 'Sam', sourceContactId }) },
      }),
    );
    const page = await stage.visit(t, '/test/blank.html');
    const chat = await mount(page, { attributes: { 'start-chat-endpoint': '/test/start-again' } });
    await chat.send('hello again');
    await chat.connected();
    await chat.messages('Past 149.').waitFor();
    await stage.control.fault('latency', { operation: 'GetTranscript', ms: 300 });
    const before = await chat.messages().count();
    await chat.log.evaluate((log) => log.scrollTo(0, 0));
    await chat.element.getByText('Loading earlier messages').waitFor();
    const topmost = (await shown(chat))[0];
    const top = () =>
      chat
        .messages(topmost)
        .first()
        .evaluate((row) => row.getBoundingClientRect().top);
    const place = await top();
    await until('earlier messages', async () => (await chat.messages().count()) > before);
    await until('the place', async () => Math.abs((await top()) - place) < 2);
  });
});

describe('receipts', () => {
  it('of a burst are all given, although the service throttles them', async (t) => {
    const page = await stage.visit(t, '/test/blank.html', { forgive: /status of 429/ });
    const chat = await mount(page);
    await chat.send('hello');
    const id = await chat.connected();
    await stage.control.agent(id, 'join', { displayName: 'Maya' });
    await stage.control.fault('throttle', { operation: 'SendEvent' });
    await Promise.all(lines('Burst', 30).map((content) => stage.control.agent(id, 'message', { content })));
    await until('all to be read', async () => (await read(id)).length === 30, 20_000);
    const posted = (await events(id)).filter(({ status }) => status === 200);
    assert.equal(new Set(posted.map(({ body }) => body['ClientToken'])).size, posted.length);
    assert.equal(new Set(await read(id)).size, 30);
  });

  it('stop once the service refuses them because more than two are in the chat', async (t) => {
    const page = await stage.visit(t, '/test/blank.html', { forgive: /status of 409/ });
    const chat = await mount(page);
    await chat.send('hello');
    const id = await chat.connected();
    await stage.control.agent(id, 'join', { displayName: 'Maya' });
    await stage.control.agent(id, 'barge-in', { displayName: 'Ravi' });
    await stage.control.agent(id, 'message', { content: 'one' });
    await until('the refusal', async () => (await events(id)).some(({ status }) => status === 409));
    for (const content of ['two', 'three']) await stage.control.agent(id, 'message', { content });
    await chat.messages('three').waitFor();
    // Behind whatever would have been posted by then.
    await chat.send('the last');
    await chat.messages('the last').filter({ hasText: 'Sent' }).waitFor();
    assert.equal((await events(id)).length, 1);
    assert.deepEqual(await chat.events('error'), []);
  });
});

/** The receipts and typing events that were asked for. */
const events = async (id: string) =>
  (await stage.control.contact(id)).requests.filter(
    ({ operation, body }) => operation === 'SendEvent' && !String(body['ContentType']).endsWith('typing'),
  );

/** Messages that the service knows to have been read. */
const read = async (id: string) =>
  (await events(id))
    .filter(({ status, body }) => status === 200 && String(body['ContentType']).endsWith('read'))
    .map(({ body }) => (JSON.parse(String(body['Content'])) as { messageId: string }).messageId);
