import { strict as assert } from 'node:assert';
import { beforeEach, describe, it } from 'node:test';
import { events, Harness, texts, type Customer } from '../harness.js';

const event = 'application/vnd.amazonaws.connect.event.';

describe('a conversation', () => {
  let emulator: Harness;
  let customer: Customer;
  const send = (ClientToken: string | undefined, Content = 'Hello') =>
    emulator.call('message', customer.connectionToken, { ContentType: 'text/plain', Content, ClientToken });
  const agent = (body: object) => emulator.control('POST', `/contacts/${customer.contactId}/agent`, body);

  beforeEach(async () => {
    emulator = new Harness();
    customer = await emulator.customer({ displayName: 'Jane' });
  });

  it('echoes a message to its sender after the reply, complete and double-encoded', async () => {
    const { body } = await send(undefined);
    assert.deepEqual(customer.socket.items, []);
    emulator.clock.advance(20);
    const frame = customer.socket.frames.at(-1);
    assert.deepEqual(
      [frame?.topic, frame?.contentType, typeof frame?.content],
      ['aws/chat', 'application/json', 'string'],
    );
    assert.deepEqual(customer.socket.items, [
      {
        AbsoluteTime: body.AbsoluteTime,
        Content: 'Hello',
        ContentType: 'text/plain',
        Id: body.Id,
        Type: 'MESSAGE',
        ParticipantId: customer.participantId,
        DisplayName: 'Jane',
        ParticipantRole: 'CUSTOMER',
        InitialContactId: customer.contactId,
        ContactId: customer.contactId,
        MessageMetadata: { MessageId: body.Id, Receipts: [] },
      },
    ]);
  });

  it('answers a repeated client token with the first answer, and sends one message', async () => {
    const [first, second] = [await send('token'), await send('token')];
    assert.deepEqual(second.body, first.body);
    const other = await send('token', 'Something else');
    assert.notEqual(other.body.Id, first.body.Id);
    emulator.clock.advance(20);
    assert.deepEqual(texts(customer.socket.items), ['Hello', 'Something else']);
  });

  it('never deduplicates typing or receipts', async () => {
    await agent({ action: 'join' });
    await agent({ action: 'message', content: 'One' });
    await agent({ action: 'message', content: 'Two' });
    const messages = customer.socket.items.filter(({ Type }) => Type === 'MESSAGE');
    const ids = new Set<string>();
    for (const { Id } of messages) {
      const reply = await emulator.call('event', customer.connectionToken, {
        ContentType: `${event}message.read`,
        Content: JSON.stringify({ messageId: Id }),
        ClientToken: 'INCOMING_READ_RECEIPT',
      });
      ids.add(reply.body.Id);
    }
    for (let typed = 0; typed < 2; typed += 1) {
      const body = { ContentType: `${event}typing`, ClientToken: 'typing' };
      ids.add((await emulator.call('event', customer.connectionToken, body)).body.Id);
    }
    assert.equal(ids.size, 4);
  });

  it('never gives two items the same time', async () => {
    for (let sent = 0; sent < 5; sent += 1) await send(undefined);
    const { transcript } = await emulator.detail(customer.contactId);
    const times = transcript.map(({ AbsoluteTime }) => AbsoluteTime);
    assert.equal(new Set(times).size, times.length);
    assert.deepEqual([...times].sort(), times);
    for (const time of times) assert.match(time, /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
  });

  it('delivers typing and keeps it out of the transcript', async () => {
    await emulator.call('event', customer.connectionToken, { ContentType: `${event}typing` });
    await agent({ action: 'join' });
    await agent({ action: 'typing' });
    emulator.clock.advance(20);
    assert.deepEqual(events(customer.socket.items), ['participant.joined', 'typing', 'typing']);
    const { transcript, participants } = await emulator.detail(customer.contactId);
    assert.deepEqual(events(transcript), ['participant.joined', 'participant.joined']);
    assert(participants.every(({ lastTypingAt }) => lastTypingAt !== null));
  });

  it("records the customer's receipts on the message and tells everyone", async () => {
    await agent({ action: 'join' });
    await agent({ action: 'message', content: 'Hi' });
    const { Id } = customer.socket.items.at(-1) ?? {};
    const confirm = (kind: string) =>
      emulator.call('event', customer.connectionToken, {
        ContentType: `${event}message.${kind}`,
        Content: JSON.stringify({ messageId: Id }),
      });
    const delivered = (await confirm('delivered')).body.AbsoluteTime;
    const read = (await confirm('read')).body.AbsoluteTime;
    emulator.clock.advance(20);
    const receipt = {
      DeliveredTimestamp: delivered,
      ReadTimestamp: read,
      RecipientParticipantId: customer.participantId,
    };
    const record = customer.socket.items.at(-1);
    assert.equal(record?.Type, 'MESSAGEMETADATA');
    assert.notEqual(record.Id, Id);
    assert.deepEqual(record.MessageMetadata, { MessageId: Id, Receipts: [receipt] });
    const { transcript } = await emulator.detail(customer.contactId);
    assert.deepEqual(transcript.at(-1)?.MessageMetadata, { MessageId: Id, Receipts: [receipt] });
  });

  it('refuses receipts while more than two people are in the chat', async () => {
    await agent({ action: 'join', displayName: 'Ada' });
    await agent({ action: 'message', content: 'Hi' });
    await agent({ action: 'join', displayName: 'Grace' });
    const message = customer.socket.items.find(({ Type }) => Type === 'MESSAGE');
    const { status, body } = await emulator.call('event', customer.connectionToken, {
      ContentType: `${event}message.read`,
      Content: JSON.stringify({ messageId: message?.Id }),
    });
    assert.deepEqual([status, body.__type], [409, 'ConflictException']);
  });

  it('tells who got and read each message, and has none twice', async () => {
    await agent({ action: 'join' });
    for (const content of ['One', 'Two']) await agent({ action: 'message', content });
    const [first, second] = customer.socket.items.filter(({ Type }) => Type === 'MESSAGE');
    const confirm = (kind: string, messageId: string | undefined) =>
      emulator.call('event', customer.connectionToken, {
        ContentType: `${event}message.${kind}`,
        Content: JSON.stringify({ messageId }),
      });
    await confirm('delivered', first?.Id);
    await confirm('read', first?.Id);
    await confirm('read', second?.Id);
    await confirm('delivered', second?.Id);
    const { receipts } = await emulator.detail(customer.contactId);
    assert.deepEqual(
      receipts.map(({ messageId, participantId }) => [messageId, participantId]),
      [first, second].map((message) => [message?.Id, customer.participantId]),
    );
    assert(receipts.every(({ deliveredAt, readAt }) => deliveredAt !== null && readAt !== null));
  });

  it('refuses receipts while a supervisor has barged in, and takes them again after', async () => {
    assert.equal((await agent({ action: 'barge-in' })).status, 409);
    await agent({ action: 'join', displayName: 'Ada' });
    await agent({ action: 'message', content: 'Hi' });
    const confirm = async () => {
      const message = customer.socket.items.find(({ Type }) => Type === 'MESSAGE');
      const reply = await emulator.call('event', customer.connectionToken, {
        ContentType: `${event}message.read`,
        Content: JSON.stringify({ messageId: message?.Id }),
      });
      return reply.status;
    };
    assert.equal(await confirm(), 200);
    assert.equal((await agent({ action: 'message', content: 'x', participant: 'SUPERVISOR' })).status, 409);
    await agent({ action: 'barge-in', displayName: 'Sam' });
    assert.equal(await confirm(), 409);
    await agent({ action: 'message', content: 'Sam here', participant: 'SUPERVISOR' });
    const said = customer.socket.items.at(-1);
    assert.deepEqual([said?.ParticipantRole, said?.DisplayName], ['SUPERVISOR', 'Sam']);
    assert.equal((await emulator.detail(customer.contactId)).agentName, 'Ada');
    await agent({ action: 'leave', participant: 'SUPERVISOR' });
    assert.equal(await confirm(), 200);
    assert.equal((await emulator.detail(customer.contactId)).queue, 'agent');
  });

  it('takes everybody out when it ends', async () => {
    await agent({ action: 'join' });
    await agent({ action: 'barge-in' });
    await emulator.api.endContact(customer.contactId);
    const { participants } = await emulator.detail(customer.contactId);
    assert(participants.every(({ state }) => state === 'left'));
  });

  it('lets the customer leave and then ends', async () => {
    await agent({ action: 'join' });
    assert.equal(
      (await emulator.call('disconnect', customer.connectionToken, { ClientToken: 'x' })).status,
      200,
    );
    emulator.clock.advance(20);
    const expected = ['participant.joined', 'participant.left', 'participant.left', 'chat.ended'];
    assert.deepEqual(events(customer.socket.items), expected);
    assert.equal(customer.socket.closed, undefined);
    assert.equal((await emulator.detail(customer.contactId)).status, 'ended');
  });

  it('ends a contact whose customer never connects', async () => {
    const { body } = await emulator.control<{ ContactId: string }>('POST', '/contacts');
    emulator.clock.advance(5 * 60_000);
    assert.equal((await emulator.detail(body.ContactId)).status, 'ended');
    assert.equal((await emulator.detail(customer.contactId)).status, 'active');
  });
});
