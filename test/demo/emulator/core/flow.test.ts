import { strict as assert } from 'node:assert';
import { beforeEach, describe, it } from 'node:test';
import { defaultTimings } from '../../../../demo/emulator/core/timings.js';
import { demoScript } from '../../../../demo/emulator/core/flow/script.js';
import type { Item, Receipt } from '../../../../demo/emulator/core/wire.js';
import { events, Harness, texts, type Customer } from '../harness.js';

const { botTypingMs, handOverWaitMs, agentTypingMs } = defaultTimings;

function receiptsOf(items: readonly Item[]): readonly string[] {
  const records = items.filter(({ Type }) => Type === 'MESSAGEMETADATA');
  return records.map(({ MessageMetadata }) => {
    const [receipt] = (MessageMetadata as { Receipts: Receipt[] }).Receipts;
    return receipt?.ReadTimestamp === undefined ? 'delivered' : 'read';
  });
}

describe('the scripted flow', () => {
  let emulator: Harness;
  let customer: Customer;
  const agent = (body: object) => emulator.control('POST', `/contacts/${customer.contactId}/agent`, body);
  const fresh = (act: () => void): readonly Item[] => {
    const before = customer.socket.items.length;
    act();
    return customer.socket.items.slice(before);
  };
  const wait = (ms: number) =>
    fresh(() => {
      emulator.clock.advance(ms);
    });

  beforeEach(async () => {
    emulator = new Harness();
    customer = await emulator.customer({ displayName: 'Jane', flow: true });
    emulator.clock.advance(3 * botTypingMs);
  });

  it('greets by name, typing before each message', () => {
    assert.deepEqual(texts(customer.socket.items).length, demoScript.bot.greeting.length);
    assert.match(String(texts(customer.socket.items)[0]), /^Hello Jane/);
    const [message] = customer.socket.items;
    assert.deepEqual([message?.ParticipantRole, message?.DisplayName], ['SYSTEM', 'BOT']);
    assert.deepEqual(events(customer.socket.items), ['typing']); // The first was before the socket opened.
  });

  it("confirms the customer's message as delivered, then read, then types, then answers", async () => {
    await emulator.say(customer, 'Anything');
    const items = wait(2 * botTypingMs);
    assert.deepEqual(receiptsOf(items), ['delivered', 'read']);
    assert.equal(texts(items).length, 1);
    assert.equal(events(customer.socket.items).length, 2);
  });

  it('answers in markdown, and in plain text where there is none', async () => {
    await emulator.say(customer, 'Show me Markdown!');
    assert.equal(wait(botTypingMs).at(-1)?.ContentType, 'text/markdown');
    customer = await emulator.customer({ flow: true, supportedMessagingContentTypes: ['text/plain'] });
    emulator.clock.advance(3 * botTypingMs);
    await emulator.say(customer, 'markdown');
    assert.equal(wait(botTypingMs).at(-1)?.ContentType, 'text/plain');
  });

  it('streams an answer in numbered chunks of one id and ends with the full text', async () => {
    await emulator.say(customer, 'stream');
    const chunks = wait(10_000).filter(({ Type }) => Type === 'MESSAGE');
    assert.equal(new Set(chunks.map(({ Id }) => Id)).size, 1);
    const metadata = chunks.map(
      ({ MessageMetadata }) => MessageMetadata as { ChunkNumber: number; MessageCompleted: boolean },
    );
    assert.deepEqual(
      metadata.map(({ ChunkNumber }) => ChunkNumber),
      chunks.map((_, index) => index + 1),
    );
    assert.deepEqual(
      metadata.map(({ MessageCompleted }) => MessageCompleted).lastIndexOf(false),
      chunks.length - 2,
    );
    const full = chunks
      .slice(0, -1)
      .map(({ Content }) => Content)
      .join('');
    assert.equal(chunks.at(-1)?.Content, full);
    const kept = (await emulator.detail(customer.contactId)).transcript.filter(
      ({ Id }) => Id === chunks[0]?.Id,
    );
    assert.deepEqual(
      kept.map(({ Content, AbsoluteTime }) => [Content, AbsoluteTime]),
      [[full, chunks[0]?.AbsoluteTime]],
    );
  });

  it('completes a streamed answer at once when an agent takes over', async () => {
    await emulator.say(customer, 'stream');
    wait(botTypingMs + 300);
    await agent({ action: 'join' });
    const last = customer.socket.items.findLast(({ Type }) => Type === 'MESSAGE');
    assert.equal((last?.MessageMetadata as { MessageCompleted: boolean }).MessageCompleted, true);
    assert.deepEqual(texts(wait(10_000)), []);
  });

  it('keeps a waiting customer for the console, and lets the bot be silent then', async () => {
    await emulator.say(customer, 'an agent, please');
    wait(botTypingMs);
    assert.equal((await emulator.detail(customer.contactId)).queue, 'waiting');
    await agent({ action: 'join', displayName: 'Ada' });
    assert.deepEqual(events(wait(handOverWaitMs)), []);
    await emulator.say(customer, 'Hello Ada');
    assert.deepEqual(receiptsOf(wait(5_000)), ['delivered']);
    const before = customer.socket.items.length;
    await agent({ action: 'message', content: 'Hello Jane' });
    assert.deepEqual(receiptsOf(customer.socket.items.slice(before)), ['read']);
  });

  it('sends the scripted agent when nobody takes the customer', async () => {
    await emulator.say(customer, 'human');
    wait(botTypingMs);
    const items = wait(handOverWaitMs + agentTypingMs);
    assert.deepEqual(events(items), ['participant.joined', 'typing']);
    assert.deepEqual([items[0]?.ParticipantRole, items[0]?.DisplayName], ['AGENT', demoScript.agent.name]);
    assert.equal(texts(items).length, 1);
    await emulator.say(customer, 'A question');
    assert.equal(wait(agentTypingMs).at(-1)?.ParticipantRole, 'AGENT');
    await agent({ action: 'join', displayName: 'Ada' });
    assert.equal((await emulator.detail(customer.contactId)).agentName, 'Ada');
    assert.deepEqual(events(customer.socket.items).slice(-2), ['participant.left', 'participant.joined']);
  });

  it('takes the customer back when the agent leaves, and queues again after a transfer', async () => {
    await agent({ action: 'join' });
    await agent({ action: 'leave' });
    assert.deepEqual(texts(wait(botTypingMs)).length, 1);
    await agent({ action: 'join' });
    await agent({ action: 'transfer' });
    assert.equal(events(wait(handOverWaitMs)).at(0), 'participant.joined');
  });

  it('says goodbye, runs the disconnect flow and ends', async () => {
    await emulator.say(customer, 'bye');
    const items = wait(2 * botTypingMs);
    assert.equal(texts(items).length, 2);
    assert.equal(events(items).at(-1), 'chat.ended');
  });

  it('runs the disconnect flow when the customer leaves', async () => {
    await emulator.call('disconnect', customer.connectionToken);
    const items = wait(20 + botTypingMs);
    assert.deepEqual(events(items), ['participant.left', 'typing', 'chat.ended']);
    assert.equal(texts(items).length, 1);
    assert.deepEqual(wait(60_000), []);
  });

  it('has a survey in the disconnect flow when the agent leaves for that', async () => {
    await agent({ action: 'join' });
    await agent({ action: 'leave', next: 'survey' });
    assert.match(String(texts(wait(2 * botTypingMs))[0]), /QuickReply/);
    assert.equal((await emulator.detail(customer.contactId)).status, 'ending');
    await emulator.say(customer, 'Good');
    wait(2 * botTypingMs);
    await emulator.say(customer, 'Nothing');
    assert.equal(events(wait(4 * botTypingMs)).at(-1), 'chat.ended');
  });

  it('has a survey when the agent leaves a contact with that attribute, unless told otherwise', async () => {
    for (const [body, status] of [
      [{ action: 'leave' }, 'ending'],
      [{ action: 'leave', next: 'flow' }, 'active'],
    ] as const) {
      customer = await emulator.customer({ flow: true, attributes: { survey: 'true' } });
      await agent({ action: 'join' });
      await agent(body);
      assert.equal((await emulator.detail(customer.contactId)).status, status);
    }
  });

  it('keeps the customer who ends the chat for the survey, if the contact was started so', async () => {
    customer = await emulator.customer({ flow: true, disconnectOnCustomerExit: ['AGENT'] });
    await agent({ action: 'join' });
    await emulator.call('disconnect', customer.connectionToken);
    const items = wait(2 * botTypingMs);
    const left = items.filter(({ ContentType }) => String(ContentType).endsWith('participant.left'));
    assert.deepEqual(
      left.map(({ ParticipantRole }) => ParticipantRole),
      ['AGENT'],
    );
    assert.match(String(texts(items)[0]), /QuickReply/);
    const reply = await emulator.say(customer, 'Good');
    assert.equal(reply.status, 200);
  });

  it('ends at once when the customer leaves the survey too', async () => {
    customer = await emulator.customer({ flow: true, disconnectOnCustomerExit: ['AGENT'] });
    await emulator.call('disconnect', customer.connectionToken);
    wait(2 * botTypingMs);
    await emulator.call('disconnect', customer.connectionToken);
    assert.deepEqual(events(wait(20)), ['participant.left', 'chat.ended']);
  });

  it('lets no agent stop a chat from ending', async () => {
    await emulator.call('disconnect', customer.connectionToken);
    wait(20);
    assert.equal((await agent({ action: 'join' })).status, 409);
    assert.equal(events(wait(botTypingMs)).at(-1), 'chat.ended');
  });
});
