import { strict as assert } from 'node:assert';
import { beforeEach, describe, it } from 'node:test';
import { Sha256 } from '@aws-crypto/sha256-js';
import { SignatureV4 } from '@smithy/signature-v4';
import {
  demoContactFlowId,
  demoCredentials,
  demoInstanceId,
  demoRegion,
} from '../../../../demo/emulator/core/credentials.js';
import { Harness, origin, type ContactDetail } from '../harness.js';

interface Started {
  readonly ContactId: string;
  readonly ParticipantToken: string;
  readonly ContinuedFromContactId?: string;
  readonly Websocket?: { readonly Url: string };
  readonly __type?: string;
}

const least = {
  InstanceId: demoInstanceId,
  ContactFlowId: demoContactFlowId,
  ParticipantDetails: { DisplayName: 'Jane' },
};

/** The headers of a signed request, `change` made before it is signed. */
async function sign(
  body: string,
  signingDate: Date,
  change: { credentials?: object; service?: string } = {},
) {
  const signer = new SignatureV4({
    credentials: { ...demoCredentials, ...change.credentials },
    region: demoRegion,
    service: change.service ?? 'connect',
    sha256: Sha256,
  });
  const { headers } = await signer.sign(
    {
      method: 'PUT',
      protocol: 'http:',
      hostname: '127.0.0.1',
      path: '/contact/chat',
      headers: { host: new URL(origin).host, 'content-type': 'application/json' },
      body,
    },
    { signingDate },
  );
  return headers;
}

describe('StartChatContact', () => {
  let emulator: Harness;
  const put = (body: string, headers: Record<string, string>) =>
    emulator.request<Started>('PUT', '/contact/chat', body, headers);
  const start = async (request: object) => {
    const body = JSON.stringify(request);
    return put(body, await sign(body, new Date(emulator.clock.now())));
  };

  beforeEach(() => {
    emulator = new Harness();
  });

  it('starts a contact that its customer can connect to', async () => {
    const { status, body } = await start({ ...least, Attributes: { page: 'lamps' } });
    assert.equal(status, 200);
    assert.equal(typeof (await emulator.connection(body.ParticipantToken)).Websocket.Url, 'string');
    const detail = await emulator.detail(body.ContactId);
    assert.deepEqual([detail.queue, detail.requests[0]?.operation], ['bot', 'StartChatContact']);
    assert.deepEqual((detail as ContactDetail & { attributes: object }).attributes, { page: 'lamps' });
  });

  it('answers a repeated client token with the same contact', async () => {
    const [first, second] = [
      await start({ ...least, ClientToken: 'x' }),
      await start({ ...least, ClientToken: 'x' }),
    ];
    assert.deepEqual(second.body, first.body);
    assert.notEqual((await start({ ...least, ClientToken: 'y' })).body.ContactId, first.body.ContactId);
  });

  it("keeps the customer's first message, and plain text as the only type by default", async () => {
    const { body } = await start({
      ...least,
      InitialMessage: { ContentType: 'text/plain', Content: 'Hello' },
    });
    const detail = await emulator.detail(body.ContactId);
    assert.deepEqual(
      detail.transcript.map(({ Content }) => Content),
      ['Hello'],
    );
    const types = (detail as ContactDetail & { supportedMessagingContentTypes: string[] })
      .supportedMessagingContentTypes;
    assert.deepEqual(types, ['text/plain']);
  });

  it('ends the chat after the duration asked for', async () => {
    const { body } = await start({ ...least, ChatDurationInMinutes: 60 });
    await emulator.connection(body.ParticipantToken);
    emulator.clock.advance(60 * 60_000 - 1);
    assert.equal((await emulator.detail(body.ContactId)).status, 'active');
    emulator.clock.advance(1);
    assert.equal((await emulator.detail(body.ContactId)).status, 'ended');
  });

  it('names the past contact of a persistent chat, and connects at once if asked', async () => {
    const { body } = await start({
      ...least,
      PersistentChat: { RehydrationType: 'ENTIRE_PAST_SESSION', SourceContactId: 'past' },
      ConnectionTypes: ['WEBSOCKET'],
    });
    assert.equal(body.ContinuedFromContactId, 'past');
    assert.match(body.Websocket?.Url ?? '', /^ws:/);
  });

  it('goes on from the last segment of a past chat, or from the one named', async () => {
    const past = await emulator.customer();
    for (const action of ['join', 'transfer'] as const) {
      await emulator.api.agent(past.contactId, { action });
    }
    const ask = (RehydrationType: string) =>
      start({ ...least, PersistentChat: { RehydrationType, SourceContactId: past.contactId } });
    const early = await ask('ENTIRE_PAST_SESSION');
    assert.deepEqual([early.status, early.body.__type], [400, 'InvalidRequestException']);
    const { contactId: lastSegment } = await emulator.api.endContact(past.contactId);
    const [entire, segment] = [await ask('ENTIRE_PAST_SESSION'), await ask('FROM_SEGMENT')];
    assert.notEqual(lastSegment, past.contactId);
    assert.equal(entire.body.ContinuedFromContactId, lastSegment);
    assert.equal(segment.body.ContinuedFromContactId, past.contactId);
  });

  const invalid: readonly (readonly [what: string, change: object, status: number, name: string])[] = [
    ['no display name', { ParticipantDetails: {} }, 400, 'InvalidRequestException'],
    ['no participant', { ParticipantDetails: undefined }, 400, 'InvalidRequestException'],
    ['a chat of 59 minutes', { ChatDurationInMinutes: 59 }, 400, 'InvalidRequestException'],
    [
      'types without plain text',
      { SupportedMessagingContentTypes: ['text/markdown'] },
      400,
      'InvalidRequestException',
    ],
    [
      'an unknown type',
      { SupportedMessagingContentTypes: ['text/plain', 'text/html'] },
      400,
      'InvalidRequestException',
    ],
    ['an attribute key with a space', { Attributes: { 'a b': 'x' } }, 400, 'InvalidRequestException'],
    [
      'attributes over 32,768 bytes',
      { Attributes: { a: 'é'.repeat(16_384) } },
      400,
      'InvalidRequestException',
    ],
    [
      'a first message of a type not allowed',
      { InitialMessage: { ContentType: 'text/markdown', Content: 'x' } },
      400,
      'InvalidRequestException',
    ],
    ['two histories', { PersistentChat: {}, RelatedContactId: 'x' }, 400, 'InvalidRequestException'],
    ['an unknown instance', { InstanceId: 'unknown' }, 404, 'ResourceNotFoundException'],
    ['an unknown flow', { ContactFlowId: 'unknown' }, 404, 'ResourceNotFoundException'],
  ];
  for (const [what, change, status, name] of invalid) {
    it(`refuses ${what}`, async () => {
      const reply = await start({ ...least, ...change });
      assert.deepEqual([reply.status, reply.headers.get('x-amzn-errortype')], [status, name]);
    });
  }

  describe('signature', () => {
    const body = JSON.stringify(least);
    const now = () => new Date(emulator.clock.now());
    const refused = async (headers: Record<string, string>, name: string, sent = body): Promise<void> => {
      const reply = await put(sent, headers);
      assert.deepEqual([reply.status, reply.body.__type], [403, name]);
    };

    it('must be there', () => refused({}, 'MissingAuthenticationTokenException'));

    it('must be a signature', () => refused({ authorization: 'Bearer x' }, 'IncompleteSignatureException'));

    it('must be for this service', async () => {
      await refused(await sign(body, now(), { service: 's3' }), 'IncompleteSignatureException');
    });

    it('must be of the known key', async () => {
      await refused(
        await sign(body, now(), { credentials: { accessKeyId: 'OTHER' } }),
        'UnrecognizedClientException',
      );
    });

    it('must be made with the right secret', async () => {
      await refused(
        await sign(body, now(), { credentials: { secretAccessKey: 'x' } }),
        'InvalidSignatureException',
      );
    });

    it('must be fresh', async () => {
      for (const minutes of [-6, 6]) {
        const date = new Date(emulator.clock.now() + minutes * 60_000);
        await refused(await sign(body, date), 'InvalidSignatureException');
      }
      const recent = new Date(emulator.clock.now() - 4 * 60_000);
      assert.equal((await put(body, await sign(body, recent))).status, 200);
    });

    it('is judged by the true time, whatever the service stamps', async () => {
      await emulator.api.addFault({ type: 'clock-skew', ms: 24 * 60 * 60_000 });
      assert.equal((await put(body, await sign(body, now()))).status, 200);
    });

    it('must cover this body', async () => {
      const headers = await sign(body, now());
      await refused(headers, 'InvalidSignatureException', body.replace('Jane', 'John'));
      delete headers['x-amz-content-sha256'];
      await refused(headers, 'InvalidSignatureException');
    });

    it('must cover the headers it names', async () => {
      const headers = await sign(body, now());
      await refused({ ...headers, 'content-type': 'text/plain' }, 'InvalidSignatureException');
    });
  });
});
