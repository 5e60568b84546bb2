import assert from 'node:assert/strict';
import { after, afterEach, before, describe, it, type TestContext } from 'node:test';
import type { Item, Receipt } from '../../demo/emulator/core/wire.js';
import { until } from '../demo/emulator/until.js';
import { ChatView } from '../support/e2e-chat.js';
import { Stage } from '../support/e2e-stage.js';

let stage: Stage;
before(async () => (stage = await Stage.open()));
afterEach(() => stage.control.clearFaults());
after(() => stage.close());

const count = 30;

async function begin(t: TestContext, attributes: Readonly<Record<string, string | boolean>> = {}) {
  const page = await stage.visit(t, stage.chatPage('/test/receipts', attributes), {
    forgive: /Failed to load resource|WebSocket connection to/,
  });
  const chat = new ChatView(page);
  if (attributes['floating']) await chat.open();
  await chat.send('hello');
  const id = await chat.connected();
  await stage.control.agent(id, 'join', { displayName: 'Maya' });
  return { chat, id };
}

async function burst(id: string, words = 'word'): Promise<readonly string[]> {
  const items = await Promise.all(
    Array.from({ length: count }, (_, at) =>
      stage.control.agent(id, 'message', { content: `${words} ${at + 1}.` }),
    ),
  );
  return items.map(({ Id }) => Id);
}

/** Ids of the messages that the service knows to be read, or delivered, by the customer. */
async function acknowledged(id: string, member: 'ReadTimestamp' | 'DeliveredTimestamp') {
  const { transcript, participants } = await stage.control.contact(id);
  const customer = participants.find(({ role }) => role === 'CUSTOMER')?.participantId;
  const receiptsOf = ({ MessageMetadata }: Item) =>
    (MessageMetadata as { readonly Receipts?: readonly Receipt[] } | undefined)?.Receipts ?? [];
  return transcript
    .filter((item) =>
      receiptsOf(item).some((one) => one.RecipientParticipantId === customer && one[member] !== undefined),
    )
    .map(({ Id }) => Id);
}

/** The receipts that the service was asked to take, by message and kind. */
async function given(id: string): Promise<readonly string[]> {
  const { requests } = await stage.control.contact(id);
  return requests.flatMap(({ operation, body }) => {
    const [kind] = /delivered|read/.exec(String(body['ContentType'])) ?? [];
    if (operation !== 'SendEvent' || !kind) return [];
    const { messageId } = JSON.parse(String(body['Content'])) as { messageId: string };
    return [`${messageId} ${kind}`];
  });
}

describe('a burst of 30 messages', () => {
  it('is read, each once', async (t) => {
    const { id } = await begin(t);
    const ids = await burst(id);
    await until('all to be read', async () => (await acknowledged(id, 'ReadTimestamp')).length === count);
    assert.deepEqual((await acknowledged(id, 'ReadTimestamp')).sort(), [...ids].sort());
    const all = await given(id);
    assert.equal(new Set(all).size, all.length);
    t.diagnostic(`${all.length} receipts for ${count} messages`);
    assert.deepEqual(
      all.filter((one) => one.endsWith('read')).sort(),
      ids.map((one) => `${one} read`).sort(),
    );
  });

  it('is delivered while nobody looks, and read once somebody does', async (t) => {
    const { chat, id } = await begin(t, { floating: true });
    await chat.button('Minimise chat').click();
    const ids = await burst(id);
    await until(
      'all to be delivered',
      async () => (await acknowledged(id, 'DeliveredTimestamp')).length === count,
    );
    assert.deepEqual(await acknowledged(id, 'ReadTimestamp'), []);
    await chat.open();
    // The reader begins at the first of them, once they are laid out; at the end they have seen them all.
    await until('all to be read', async () => {
      await chat.log.press('End');
      return (await acknowledged(id, 'ReadTimestamp')).length === count;
    });
    const all = await given(id);
    assert.equal(new Set(all).size, all.length);
    assert.equal(all.length, 2 * ids.length);
  });

  it('is read, each once, although the service is throttled, answers get lost and the page is refreshed', async (t) => {
    const { chat, id } = await begin(t);
    await stage.control.fault('throttle', { operation: 'SendEvent' });
    await stage.control.fault('reset', { operation: 'SendEvent', when: 'after', times: 2 });
    const ids = await burst(id);
    await chat.messages(`word ${count}.`).waitFor();
    await chat.page.reload();
    await until(
      'all to be read',
      async () => (await acknowledged(id, 'ReadTimestamp')).length === count,
      40_000,
    );
    assert.deepEqual((await acknowledged(id, 'ReadTimestamp')).sort(), [...ids].sort());
  });

  it('is not acknowledged where the page wants none', async (t) => {
    const { chat, id } = await begin(t, { 'receipts-disabled': true });
    await burst(id);
    await chat.messages(`word ${count}.`).waitFor();
    await chat.send('all read');
    await chat.messages('all read').filter({ hasText: 'Sent' }).waitFor();
    assert.deepEqual(await given(id), []);
  });
});

describe('a chat of more than two people', () => {
  it('gets no receipts after the first refusal, and everything else goes on', async (t) => {
    const { chat, id } = await begin(t);
    await stage.control.agent(id, 'barge-in', { displayName: 'Sam' });
    await burst(id, 'first');
    await until('a refusal', async () =>
      (await stage.control.contact(id)).requests.some(({ status }) => status === 409),
    );
    await burst(id, 'second');
    await chat.messages(`second ${count}.`).waitFor();
    await chat.send('still here');
    await chat.messages('still here').filter({ hasText: 'Sent' }).waitFor();
    const refused = (await stage.control.contact(id)).requests.filter(({ status }) => status === 409);
    assert.equal(refused.length, 1);
    assert.deepEqual(await chat.events('error'), []);
  });
});
