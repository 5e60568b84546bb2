import { strict as assert } from 'node:assert';
import { beforeEach, describe, it } from 'node:test';
import type { Item } from '../../../../demo/emulator/core/wire.js';
import { events, Harness, origin, texts, type Customer } from '../harness.js';

const event = 'application/vnd.amazonaws.connect.event.';

describe('control API', () => {
  let emulator: Harness;
  let customer: Customer;
  const agent = (body: object, id = customer.contactId) =>
    emulator.control<{ contactId: string; item?: Item; error?: { code: string } }>(
      'POST',
      `/contacts/${id}/agent`,
      body,
    );
  const items = (body: unknown) =>
    emulator.control<{ items: Item[] }>('POST', `/contacts/${customer.contactId}/items`, body);

  beforeEach(async () => {
    emulator = new Harness();
    customer = await emulator.customer({ displayName: 'Jane', attributes: { page: 'lamps' } });
  });

  it('lists contacts, newest first', async () => {
    const newer = await emulator.customer({ displayName: 'Joe' });
    await items({ Content: 'Hi' });
    const { body } = await emulator.control<{ contacts: Record<string, unknown>[] }>('GET', '/contacts');
    assert.deepEqual(
      body.contacts.map(({ contactId }) => contactId),
      [newer.contactId, customer.contactId],
    );
    const { displayName, status, queue, lastMessage } = body.contacts[1] ?? {};
    assert.deepEqual(
      { displayName, status, queue },
      { displayName: 'Jane', status: 'active', queue: 'none' },
    );
    assert.equal((lastMessage as { text: string }).text, 'Hi');
  });

  it('logs every request with its body, status and time', async () => {
    await emulator.call('message', customer.connectionToken, { ContentType: 'text/plain', Content: '' });
    const { requests } = await emulator.detail(customer.contactId);
    const time = new Date(emulator.clock.now()).toISOString();
    const body = { ContentType: 'text/plain', Content: '' };
    assert.deepEqual(requests.at(-1), {
      operation: 'SendMessage',
      body,
      status: 400,
      time,
      contactId: customer.contactId,
    });
    await emulator.call('message', 'unknown');
    const all = await emulator.control<{ requests: { contactId: string | null }[] }>('GET', '/requests');
    assert.equal(all.body.requests.at(-1)?.contactId, null);
  });

  it('tells no token and no socket URL', async () => {
    const { Websocket } = await emulator.connection(customer.participantToken);
    await emulator.say(customer, 'Hello');
    const answers = await Promise.all(
      ['/contacts', `/contacts/${customer.contactId}`, '/requests', '/faults'].map((path) =>
        emulator.control('GET', path),
      ),
    );
    const told = JSON.stringify(answers.map(({ body }) => body));
    for (const secret of [
      customer.participantToken,
      customer.connectionToken,
      Websocket.Url,
      Websocket.Url.split('/').at(-1),
    ]) {
      assert(secret);
      assert(!told.includes(secret));
    }
  });

  it('plays a whole visit of an agent', async () => {
    await emulator.say(customer, 'Hello');
    await agent({ action: 'join', displayName: 'Ada' });
    await agent({ action: 'read' });
    await agent({ action: 'typing' });
    const sent = await agent({ action: 'message', content: '**Hi**', contentType: 'text/markdown' });
    assert.equal(sent.body.item?.DisplayName, 'Ada');
    await agent({ action: 'idle' });
    await agent({ action: 'return', participant: 'CUSTOMER' });
    await agent({ action: 'leave' });
    const [first, ...rest] = customer.socket.items;
    assert.equal(first?.Content, 'Hello');
    assert.deepEqual(
      rest.map(({ Type, ContentType }) => (Type === 'EVENT' ? String(ContentType).replace(event, '') : Type)),
      [
        'participant.joined',
        'MESSAGEMETADATA',
        'typing',
        'MESSAGE',
        'participant.idle',
        'participant.returned',
        'participant.left',
      ],
    );
    assert.deepEqual(rest.at(-2)?.ParticipantRole, 'CUSTOMER');
    const { transcript } = await emulator.detail(customer.contactId);
    assert.deepEqual(events(transcript), ['participant.joined', 'participant.joined', 'participant.left']);
  });

  it('transfers to another agent under a new contact id', async () => {
    await agent({ action: 'join', displayName: 'Ada' });
    const { body } = await agent({ action: 'transfer', displayName: 'Grace' });
    assert.notEqual(body.contactId, customer.contactId);
    await agent({ action: 'message', content: 'Hi' }, body.contactId);
    const message = customer.socket.items.at(-1);
    assert.deepEqual([message?.ContactId, message?.InitialContactId], [body.contactId, customer.contactId]);
    assert.deepEqual(events(customer.socket.items).slice(1), [
      'transfer.succeeded',
      'participant.left',
      'participant.joined',
    ]);
    const detail = await emulator.detail(customer.contactId);
    assert.deepEqual(
      [detail.contactId, detail.initialContactId, detail.agentName],
      [body.contactId, customer.contactId, 'Grace'],
    );
    const history = await emulator.call('transcript', customer.connectionToken, {
      ContactId: body.contactId,
    });
    assert.equal(history.status, 200);
  });

  it('leaves the customer waiting after a transfer to nobody, and keeps the agent after a failed one', async () => {
    await agent({ action: 'join' });
    await agent({ action: 'transfer', outcome: 'failed' });
    assert.equal((await emulator.detail(customer.contactId)).queue, 'agent');
    await agent({ action: 'transfer' });
    assert.equal((await emulator.detail(customer.contactId)).queue, 'waiting');
  });

  it('passes an item through untouched and fills in only what is missing', async () => {
    const given = {
      Id: 'mine',
      Content: '<img src=x onerror=alert(1)>',
      ContentType: 'text/html',
      Odd: { deep: [1] },
    };
    const { body } = await items(given);
    const item = customer.socket.items.at(-1);
    assert.deepEqual(item, body.items[0]);
    assert.deepEqual({ ...item, ...given }, item);
    assert.deepEqual(
      [item?.Type, item?.ParticipantRole, item?.InitialContactId],
      ['MESSAGE', 'AGENT', customer.contactId],
    );
  });

  it('delivers an item with wrong members, and files it only if it can', async () => {
    await items([
      { Id: 7, Content: null },
      { AbsoluteTime: 'soon', Content: 'x' },
      { ContentType: `${event}chat.rehydrated` },
    ]);
    const [odd, soon, rehydrated] = customer.socket.items;
    assert.deepEqual([odd?.Id, odd?.Content, soon?.AbsoluteTime], [7, null, 'soon']);
    assert.deepEqual([rehydrated?.Type, rehydrated?.ParticipantRole], ['EVENT', undefined]);
    assert.equal((await emulator.detail(customer.contactId)).transcript.length, 3);
  });

  it('streams the changes of contacts', async () => {
    const stream = await emulator.emulator.handle(new Request(`${origin}/control/events`));
    assert.equal(stream.headers.get('content-type'), 'text/event-stream');
    assert(stream.body);
    const reader = stream.body.pipeThrough(new TextDecoderStream()).getReader();
    assert.match((await reader.read()).value ?? '', /^: /);
    await items({ Content: 'Hi' });
    assert.equal(
      (await reader.read()).value,
      `data: ${JSON.stringify({ contactId: customer.contactId, change: 'item' })}\n\n`,
    );
    await reader.cancel();
    await items({ Content: 'Nobody listens any more' });
    assert.deepEqual(texts(customer.socket.items), ['Hi', 'Nobody listens any more']);
  });

  const refusals: readonly (readonly [
    what: string,
    method: string,
    path: string,
    body: unknown,
    status: number,
    code: string,
  ])[] = [
    ['an unknown contact', 'GET', '/contacts/unknown', undefined, 404, 'contact-not-found'],
    ['an unknown route', 'GET', '/weather', undefined, 404, 'no-such-route'],
    ['a body that is no JSON', 'POST', '/contacts', '{', 400, 'invalid-request'],
    ['a member of a wrong type', 'POST', '/contacts', { flow: 'yes' }, 400, 'invalid-request'],
  ];
  for (const [what, method, path, body, status, code] of refusals) {
    it(`refuses ${what}`, async () => {
      const reply = await emulator.control<{ error: { code: string } }>(method, path, body);
      assert.deepEqual([reply.status, reply.body.error.code], [status, code]);
    });
  }

  it('refuses an agent who has not joined, is unknown in what they do, or comes too late', async () => {
    assert.deepEqual((await agent({ action: 'typing' })).body.error?.code, 'no-agent');
    assert.equal((await agent({ action: 'juggle' })).status, 400);
    await emulator.control('POST', `/contacts/${customer.contactId}/end`);
    assert.deepEqual((await agent({ action: 'join' })).body.error?.code, 'contact-ended');
  });
});
