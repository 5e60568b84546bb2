import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { ada, bench, event, read, started } from './support.js';

/** What StartChatContact is asked when a browser posts `fields` beside a name. */
async function asked(fields: object, settings = {}) {
  const { handler, inputs } = bench(started, settings);
  const answer = read(await handler(event({ ...ada, ...fields })));
  assert.equal(answer.status, 200, answer.message);
  assert.equal(inputs.length, 1);
  return inputs[0]!;
}

/** The refusal of `body`, which must start nothing. */
async function refused(body: unknown) {
  const { handler, inputs } = bench();
  const answer = read(await handler(event(body)));
  assert.deepEqual([answer.status, answer.code], [400, 'invalid-request']);
  assert.equal(inputs.length, 0);
  return answer.message;
}

describe('toStartChatContact', () => {
  it('asks for the least when only a name is given', async () => {
    assert.deepEqual(await asked({}), {
      InstanceId: 'instance-1',
      ContactFlowId: 'flow-1',
      ParticipantDetails: { DisplayName: 'Ada' },
      ChatDurationInMinutes: 1500,
    });
  });

  it("takes the operator's ids, whatever the browser asks for", async () => {
    const input = await asked({ InstanceId: 'instance-2', ContactFlowId: 'flow-2' });
    assert.deepEqual([input.InstanceId, input.ContactFlowId], ['instance-1', 'flow-1']);
  });

  it('takes a flow that the operator lists', async () => {
    const settings = { ALLOWED_CONTACT_FLOW_IDS: 'flow-2,flow-3' };
    assert.equal((await asked({ ContactFlowId: 'flow-3' }, settings)).ContactFlowId, 'flow-3');
  });

  it('passes the listed attributes on and drops the others', async () => {
    const input = await asked({ Attributes: { plan: 'gold', orderId: 'H-20418', isEmployee: 'true' } });
    assert.deepEqual(input.Attributes, { plan: 'gold', orderId: 'H-20418' });
  });

  it('sends no attributes when none is left', async () => {
    assert.equal('Attributes' in (await asked({ Attributes: { isEmployee: 'true' } })), false);
  });

  it('passes an initial message on', async () => {
    const InitialMessage = { ContentType: 'text/markdown', Content: '**Hello**' };
    assert.deepEqual((await asked({ InitialMessage })).InitialMessage, InitialMessage);
  });

  it('takes an initial message that is bare text for plain text', async () => {
    const { InitialMessage } = await asked({ InitialMessage: 'Hello' });
    assert.deepEqual(InitialMessage, { ContentType: 'text/plain', Content: 'Hello' });
  });

  for (const minutes of [60, 10_080]) {
    it(`passes a duration of ${minutes} minutes on`, async () => {
      assert.equal((await asked({ ChatDurationInMinutes: minutes })).ChatDurationInMinutes, minutes);
    });
  }

  it("takes the operator's duration when the request names none", async () => {
    assert.equal((await asked({}, { CHAT_DURATION_MINUTES: '120' })).ChatDurationInMinutes, 120);
  });

  it('passes the known content types on and adds plain text', async () => {
    const input = await asked({
      SupportedMessagingContentTypes: ['application/json', 'text/html', 'text/markdown', 7],
    });
    assert.deepEqual(input.SupportedMessagingContentTypes, [
      'text/plain',
      'text/markdown',
      'application/json',
    ]);
  });

  it('passes all five content types on', async () => {
    const types = [
      'text/plain',
      'text/markdown',
      'application/json',
      'application/vnd.amazonaws.connect.message.interactive',
      'application/vnd.amazonaws.connect.message.interactive.response',
    ];
    const input = await asked({ SupportedMessagingContentTypes: types });
    assert.deepEqual(input.SupportedMessagingContentTypes, types);
  });

  for (const RehydrationType of ['ENTIRE_PAST_SESSION', 'FROM_SEGMENT']) {
    it(`passes a persistent chat on (${RehydrationType})`, async () => {
      const PersistentChat = { SourceContactId: 'past-1', RehydrationType };
      assert.deepEqual((await asked({ PersistentChat })).PersistentChat, PersistentChat);
    });
  }

  for (const half of [
    { RehydrationType: 'FROM_SEGMENT' },
    { SourceContactId: 'past-1', RehydrationType: '' },
  ]) {
    it(`starts a plain chat for half of a persistent one: ${JSON.stringify(half)}`, async () => {
      assert.equal('PersistentChat' in (await asked({ PersistentChat: half })), false);
    });
  }

  it('lets a customer who ends the chat go through the disconnect flow, if the operator wants it', async () => {
    const settings = { SURVEY_ON_CUSTOMER_EXIT: 'true' };
    assert.deepEqual((await asked({}, settings)).DisconnectOnCustomerExit, ['AGENT']);
    assert.equal('DisconnectOnCustomerExit' in (await asked({ DisconnectOnCustomerExit: ['AGENT'] })), false);
  });

  it('passes the client token on', async () => {
    assert.equal((await asked({ ClientToken: 'attempt-1' })).ClientToken, 'attempt-1');
  });

  it('drops what only a server may say', async () => {
    const input = await asked({
      CustomerId: 'me',
      SegmentAttributes: {},
      RelatedContactId: 'x',
      Username: 'ada',
    });
    assert.deepEqual(Object.keys(input).sort(), [
      'ChatDurationInMinutes',
      'ContactFlowId',
      'InstanceId',
      'ParticipantDetails',
    ]);
  });

  it('takes null for absent', async () => {
    const nothing = { Attributes: null, InitialMessage: null, PersistentChat: null, ClientToken: null };
    const input = await asked({
      ...nothing,
      ChatDurationInMinutes: null,
      SupportedMessagingContentTypes: null,
    });
    assert.equal(Object.keys(input).length, 4);
  });

  for (const body of [null, [], 7, 'text']) {
    it(`refuses a body that is no object: ${JSON.stringify(body)}`, async () => {
      assert.match((await refused(JSON.stringify(body))) ?? '', /body/);
    });
  }

  const tooLong = (length: number) => 'x'.repeat(length + 1);
  for (const [field, fields] of [
    ['ParticipantDetails', { ParticipantDetails: undefined }],
    ['ParticipantDetails.DisplayName', { ParticipantDetails: {} }],
    ['ParticipantDetails.DisplayName', { ParticipantDetails: { DisplayName: '  ' } }],
    ['ParticipantDetails.DisplayName', { ParticipantDetails: { DisplayName: tooLong(256) } }],
    ['ParticipantDetails.DisplayName', { ParticipantDetails: { DisplayName: { first: 'Ada' } } }],
    ['Attributes', { Attributes: 'plan=gold' }],
    ['Attributes', { Attributes: { plan: 1 } }],
    ['Attributes', { Attributes: { plan: tooLong(32_768 - 'plan'.length) } }],
    ['InitialMessage', { InitialMessage: 7 }],
    ['InitialMessage', { InitialMessage: tooLong(1024) }],
    ['InitialMessage.Content', { InitialMessage: { ContentType: 'text/plain' } }],
    ['InitialMessage.Content', { InitialMessage: { ContentType: 'text/plain', Content: tooLong(1024) } }],
    ['InitialMessage.ContentType', { InitialMessage: { ContentType: 'text/html', Content: 'x' } }],
    ['ChatDurationInMinutes', { ChatDurationInMinutes: 59 }],
    ['ChatDurationInMinutes', { ChatDurationInMinutes: 10_081 }],
    ['ChatDurationInMinutes', { ChatDurationInMinutes: 60.5 }],
    ['ChatDurationInMinutes', { ChatDurationInMinutes: '60' }],
    ['SupportedMessagingContentTypes', { SupportedMessagingContentTypes: 'text/plain' }],
    ['PersistentChat', { PersistentChat: 'past-1' }],
    ['PersistentChat.RehydrationType', { PersistentChat: { SourceContactId: 'a', RehydrationType: 'ALL' } }],
    [
      'PersistentChat.SourceContactId',
      { PersistentChat: { SourceContactId: 7, RehydrationType: 'FROM_SEGMENT' } },
    ],
    ['ClientToken', { ClientToken: tooLong(500) }],
  ] as const) {
    it(`refuses ${JSON.stringify(fields).slice(0, 70)} and names ${field}`, async () => {
      assert.match(
        (await refused({ ...ada, ...fields })) ?? '',
        new RegExp(`^${field.replace('.', '\\.')} `),
      );
    });
  }
});
