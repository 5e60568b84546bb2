import { strict as assert } from 'node:assert';
import { describe, it } from 'node:test';
import { until } from '../demo/emulator/until.js';
import { useChatJs } from './use-chatjs.js';

const event = 'application/vnd.amazonaws.connect.event.';
const plain = (message: string) => ({ contentType: 'text/plain', message });

describe('the published amazon-connect-chatjs', () => {
  const timings = { botTypingMs: 20, streamChunkMs: 5, deliveredMs: 5, readMs: 10 };
  const { control, customer } = useChatJs(timings);

  it('connects, subscribes and hears heartbeats answered', async () => {
    const chat = await customer();
    await chat.until('DeepHeartbeatSuccess');
    const { requests, participants } = await control.detail(chat.id);
    assert.deepEqual(
      requests.map(({ operation, status }) => [operation, status]),
      [['CreateParticipantConnection', 200]],
    );
    assert.equal(participants[0]?.state, 'connected');
  });

  for (const order of ['after', 'before'] as const) {
    it(`sends a message and gets its echo ${order} the reply`, async () => {
      const chat = await customer();
      await control.post('/faults', { type: 'echo', order });
      let isAnswered = false;
      const sending = chat.session.sendMessage(plain('Hello')).then((sent) => {
        isAnswered = true;
        return sent;
      });
      const echo = await chat.item(({ Content }) => Content === 'Hello');
      assert.equal(isAnswered, order === 'after');
      const { data } = await sending;
      assert.deepEqual(
        [echo.Id, echo.AbsoluteTime, echo.ParticipantRole],
        [data.Id, data.AbsoluteTime, 'CUSTOMER'],
      );
    });
  }

  it('types, and sees the agent join, type, write, idle, return and leave', async () => {
    const chat = await customer();
    await chat.session.sendEvent({ contentType: `${event}typing` });
    await control.agent(chat.id, { action: 'join', displayName: 'Ada' });
    for (const action of ['typing', 'idle', 'return']) await control.agent(chat.id, { action });
    await control.agent(chat.id, { action: 'message', content: '**Hi**', contentType: 'text/markdown' });
    await control.agent(chat.id, { action: 'leave' });
    await chat.until('Typing', (data) => (data as { ParticipantRole: string }).ParticipantRole === 'AGENT');
    await chat.until('ParticipantIdle');
    await chat.until('ParticipantReturned');
    const message = await chat.item(({ Type }) => Type === 'MESSAGE');
    assert.deepEqual(
      [message.Content, message.ContentType, message.DisplayName],
      ['**Hi**', 'text/markdown', 'Ada'],
    );
    await chat.item(({ ContentType }) => ContentType === `${event}participant.left`);
    const { participants } = await control.detail(chat.id);
    assert(participants[0]?.lastTypingAt);
  });

  it("sends receipts, and hears of the agent's", async () => {
    const chat = await customer();
    await control.agent(chat.id, { action: 'join' });
    for (const content of ['One', 'Two']) {
      await control.agent(chat.id, { action: 'message', content });
      const { Id } = await chat.item(({ Content }) => Content === content);
      const receipt = JSON.stringify({ messageId: Id });
      await chat.session.sendEvent({ contentType: `${event}message.read`, content: receipt });
    }
    const { transcript } = await control.detail(chat.id);
    const read = transcript.filter(
      ({ Type, MessageMetadata }) =>
        Type === 'MESSAGE' && JSON.stringify(MessageMetadata).includes('ReadTimestamp'),
    );
    assert.equal(read.length, 2);

    const { data } = await chat.session.sendMessage(plain('Three'));
    await control.agent(chat.id, { action: 'delivered' });
    await control.agent(chat.id, { action: 'read' });
    const ofMessage = (receipt: unknown): boolean => JSON.stringify(receipt).includes(data.Id);
    await chat.until('DeliveredReceipt', ofMessage);
    await chat.until('ReadReceipt', ofMessage);
  });

  it('reads the transcript page by page', async () => {
    const chat = await customer();
    const items = Array.from({ length: 25 }, (_, index) => ({ Content: `Message ${String(index + 1)}` }));
    await control.post(`/contacts/${chat.id}/items`, items);
    const contents: unknown[] = [];
    let nextToken: string | undefined;
    do {
      const { data } = await chat.session.getTranscript({
        maxResults: 10,
        sortOrder: 'ASCENDING',
        nextToken,
      });
      assert.equal(data.InitialContactId, chat.id);
      contents.unshift(
        ...data.Transcript.filter(({ Type }) => Type === 'MESSAGE').map(({ Content }) => Content),
      );
      nextToken = data.NextToken;
    } while (nextToken !== undefined);
    assert.deepEqual(
      contents,
      items.map(({ Content }) => Content),
    );
  });

  it('puts a streamed answer together', async () => {
    const chat = await customer({ flow: true });
    await chat.session.sendMessage(plain('stream'));
    const isChunk = (metadata: unknown, completed: boolean): boolean =>
      (metadata as { MessageCompleted?: boolean } | undefined)?.MessageCompleted === completed;
    const whole = await chat.item(({ MessageMetadata }) => isChunk(MessageMetadata, true));
    const parts = chat.items.filter(
      ({ Id, MessageMetadata }) => Id === whole.Id && isChunk(MessageMetadata, false),
    );
    assert(parts.length > 3);
    for (const part of parts) assert(String(whole.Content).startsWith(String(part.Content)));
    assert.equal(parts.at(-1)?.Content, whole.Content);
    assert.equal(new Set(parts.map(({ AbsoluteTime }) => AbsoluteTime)).size, 1);
  });

  it('reconnects after its socket was cut', async () => {
    const chat = await customer();
    const established = chat.all('ConnectionEstablished').length;
    await control.post('/faults', { type: 'drop-sockets', contactId: chat.id });
    await chat.until('ConnectionLost');
    await until('the new connection', () => chat.all('ConnectionEstablished').length > established);
    await until('the new subscription', async () => (await control.detail(chat.id)).sockets[0]?.subscribed);
    await control.post(`/contacts/${chat.id}/items`, { Content: 'Still here' });
    await chat.item(({ Content }) => Content === 'Still here');
  });

  it('stays with the customer through a transfer', async () => {
    const chat = await customer();
    await control.agent(chat.id, { action: 'join', displayName: 'Ada' });
    await control.agent(chat.id, { action: 'transfer', displayName: 'Grace' });
    await control.agent(chat.id, { action: 'message', content: 'Grace here' });
    const message = await chat.item(({ Content }) => Content === 'Grace here');
    assert.notEqual(message.ContactId, chat.id);
    assert.equal(chat.all('Ended').length, 0);
  });

  for (const [status, type, attempts] of [
    [400, 'ValidationException', 1],
    [403, 'AccessDeniedException', 1],
    [429, 'ThrottlingException', 3],
    [500, 'InternalServerException', 3],
  ] as const) {
    it(`reports ${String(status)} as ${type} after ${String(attempts)} attempts`, async () => {
      const chat = await customer();
      await control.post('/faults', { type: 'status', operation: 'SendMessage', status });
      const failure: unknown = await chat.session.sendMessage(plain('Hello')).then(
        () => undefined,
        (error: unknown) => error,
      );
      const { type: found, statusCode } = failure as { type: string; statusCode: number };
      assert.deepEqual([found, statusCode], [type, status]);
      const { requests } = await control.detail(chat.id);
      const tries = requests.filter(({ operation }) => operation === 'SendMessage');
      assert.equal(tries.length, attempts);
      assert.equal(new Set(tries.map(({ body }) => (body as { ClientToken: string }).ClientToken)).size, 1);
    });
  }

  it('takes 403 on reconnecting for the end of the chat', async () => {
    const chat = await customer();
    await control.post('/faults', { type: 'status', operation: 'CreateParticipantConnection', status: 403 });
    await control.post('/faults', { type: 'drop-sockets', contactId: chat.id });
    await chat.until('Ended');
    assert.equal(chat.all('ConnectionBroken').length, 0);
  });

  it('disconnects, and ends with chat.ended', async () => {
    const chat = await customer({ flow: true });
    await chat.session.disconnectParticipant();
    await chat.until('Ended');
    assert.equal(chat.items.at(-1)?.ContentType, `${event}chat.ended`);
    await until('the socket to close', async () => (await control.detail(chat.id)).sockets.length === 0);
    assert.equal((await control.detail(chat.id)).status, 'ended');
  });
});
