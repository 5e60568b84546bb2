import { strict as assert } from 'node:assert';
import { beforeEach, describe, it } from 'node:test';
import { Harness, type ConnectionReply, type Customer } from '../harness.js';

const event = 'application/vnd.amazonaws.connect.event.';
const operations = ['message', 'event', 'transcript', 'disconnect'];
const contentOperations = [
  'start-attachment-upload',
  'complete-attachment-upload',
  'attachment',
  'authentication-url',
  'cancel-authentication',
];

describe('Participant Service', () => {
  let emulator: Harness;
  let customer: Customer;

  beforeEach(async () => {
    emulator = new Harness();
    customer = await emulator.customer();
  });

  describe('credentials', () => {
    for (const operation of ['connection', ...operations, ...contentOperations]) {
      it(`refuses ${operation} without a token, or with an unknown one`, async () => {
        for (const token of [undefined, 'unknown']) {
          const { status, headers, body } = await emulator.call(operation, token);
          assert.equal(status, 403);
          assert.equal(headers.get('x-amzn-errortype'), 'AccessDeniedException');
          assert.equal(body.__type, 'AccessDeniedException');
          assert.equal(typeof body.Message, 'string');
        }
      });
    }

    for (const operation of operations) {
      it(`refuses ${operation} with a participant token`, async () => {
        assert.equal((await emulator.call(operation, customer.participantToken)).status, 403);
      });
    }

    it('refuses a connection token where a participant token belongs', async () => {
      assert.equal((await emulator.call('connection', customer.connectionToken)).status, 403);
    });

    it('accepts a connection token for a day, and a participant token for longer', async () => {
      // A call that outlives the chat would end with it, so this chat is a long one.
      emulator = new Harness({ timings: { minuteMs: 600_000 } });
      customer = await emulator.customer();
      emulator.clock.advance(24 * 60 * 60_000 - 1);
      assert.equal((await emulator.call('transcript', customer.connectionToken)).status, 200);
      emulator.clock.advance(1);
      assert.equal((await emulator.call('transcript', customer.connectionToken)).status, 403);
      const renewed = await emulator.connection(customer.participantToken);
      assert.equal(
        (await emulator.call('transcript', renewed.ConnectionCredentials.ConnectionToken)).status,
        200,
      );
    });

    it('refuses everything once the contact has ended', async () => {
      await emulator.control('POST', `/contacts/${customer.contactId}/end`);
      assert.equal((await emulator.call('connection', customer.participantToken)).status, 403);
      for (const operation of operations) {
        assert.equal((await emulator.call(operation, customer.connectionToken)).status, 403);
      }
    });
  });

  describe('CreateParticipantConnection', () => {
    it('gives only what is asked for', async () => {
      const ask = (Type: string[]) =>
        emulator.call<ConnectionReply>('connection', customer.participantToken, { Type });
      assert.deepEqual(Object.keys((await ask(['WEBSOCKET'])).body), ['Websocket']);
      assert.deepEqual(Object.keys((await ask(['CONNECTION_CREDENTIALS'])).body), ['ConnectionCredentials']);
    });

    it('says when socket and token lapse', async () => {
      const { Websocket, ConnectionCredentials } = await emulator.connection(customer.participantToken);
      assert.match(Websocket.Url, /^ws:\/\/127\.0\.0\.1:8787\/socket\/./);
      assert.equal(Date.parse(Websocket.ConnectionExpiry) - emulator.clock.now(), 65 * 60_000);
      assert.equal(Date.parse(ConnectionCredentials.Expiry) - emulator.clock.now(), 24 * 60 * 60_000);
    });

    it('lets the customer join once', async () => {
      await emulator.connection(customer.participantToken);
      const { transcript } = await emulator.detail(customer.contactId);
      assert.equal(
        transcript.filter(({ ContentType }) => ContentType === `${event}participant.joined`).length,
        1,
      );
    });
  });

  const text = (Content: unknown) => ({ ContentType: 'text/plain', Content });
  const receipt = (messageId: unknown) => ({
    ContentType: `${event}message.read`,
    Content: JSON.stringify({ messageId }),
  });
  const file = {
    ContentType: 'image/png',
    AttachmentSizeInBytes: 7,
    AttachmentName: 'a.png',
    ClientToken: 'token',
  };
  const invalid: readonly (readonly [operation: string, what: string, body: unknown])[] = [
    ['connection', 'an unknown type', { Type: ['SMOKE_SIGNALS'] }],
    ['connection', 'an empty list of types', { Type: [] }],
    ['connection', 'a flag that is text', { ConnectParticipant: 'yes' }],
    ['message', 'no content', { ContentType: 'text/plain' }],
    ['message', 'no content type', { Content: 'Hello' }],
    ['message', 'empty content', text('')],
    ['message', 'content that is no string', text({ text: 'Hello' })],
    ['message', 'more than 16,384 bytes', text('é'.repeat(8193))],
    [
      'message',
      'a type that only flows send',
      { ...text('{}'), ContentType: 'application/vnd.amazonaws.connect.message.interactive' },
    ],
    ['message', 'an unknown type', { ...text('x'), ContentType: 'text/html' }],
    ['message', 'a client token of 501 characters', { ...text('x'), ClientToken: 'x'.repeat(501) }],
    ['message', 'a body that is no JSON', '{'],
    ['message', 'a body that is no object', '[1]'],
    ['event', 'no content type', {}],
    ['event', 'an event that is not for clients', { ContentType: `${event}chat.ended` }],
    ['event', 'a receipt without content', { ContentType: `${event}message.read` }],
    ['event', 'a receipt whose content is an object', { ...receipt('x'), Content: { messageId: 'x' } }],
    ['event', 'a receipt whose content is no JSON', { ...receipt('x'), Content: 'x' }],
    ['event', 'a receipt without a message id', receipt(undefined)],
    ['event', 'a receipt for an unknown message', receipt('unknown')],
    ['transcript', 'more than 100 results', { MaxResults: 101 }],
    ['transcript', 'a negative number of results', { MaxResults: -1 }],
    ['transcript', 'an unknown direction', { ScanDirection: 'SIDEWAYS' }],
    ['transcript', 'an unknown order', { SortOrder: 'RANDOM' }],
    ['transcript', 'a start that is no time', { StartPosition: { AbsoluteTime: 'yesterday' } }],
    ['transcript', 'a start at an unknown item', { StartPosition: { Id: 'unknown' } }],
    ['transcript', 'a token of another making', { NextToken: 'unknown' }],
    ['transcript', 'a foreign contact', { ContactId: 'unknown' }],
    ['disconnect', 'a client token that is a number', { ClientToken: 7 }],
    ['start-attachment-upload', 'no client token', { ...file, ClientToken: undefined }],
    ['start-attachment-upload', 'no name', { ...file, AttachmentName: '' }],
    [
      'start-attachment-upload',
      'a name of 257 characters',
      { ...file, AttachmentName: `${'x'.repeat(253)}.png` },
    ],
    ['start-attachment-upload', 'an empty file', { ...file, AttachmentSizeInBytes: 0 }],
    ['start-attachment-upload', 'a size that is text', { ...file, AttachmentSizeInBytes: '7' }],
    ['start-attachment-upload', 'more than 20 MB', { ...file, AttachmentSizeInBytes: 20 * 1024 * 1024 + 1 }],
    ['start-attachment-upload', 'a kind of file that is not allowed', { ...file, AttachmentName: 'a.exe' }],
    ['start-attachment-upload', 'a name without extension', { ...file, AttachmentName: 'constructor' }],
    ['start-attachment-upload', 'a type that is not that of its name', { ...file, ContentType: 'text/html' }],
    ['complete-attachment-upload', 'no id', { AttachmentIds: [], ClientToken: 'x' }],
    ['complete-attachment-upload', 'two ids', { AttachmentIds: ['a', 'b'], ClientToken: 'x' }],
    ['complete-attachment-upload', 'no client token', { AttachmentIds: ['a'] }],
    ['complete-attachment-upload', 'an unknown id', { AttachmentIds: ['a'], ClientToken: 'x' }],
    ['attachment', 'no id', {}],
    ['attachment', 'an unknown id', { AttachmentId: 'unknown' }],
    ['attachment', 'an expiry under 5 seconds', { AttachmentId: 'x', UrlExpiryInSeconds: 4 }],
    ['attachment', 'an expiry over 300 seconds', { AttachmentId: 'x', UrlExpiryInSeconds: 301 }],
    [
      'authentication-url',
      'a session id of 35 characters',
      { SessionId: 'x'.repeat(35), RedirectUri: 'https://a.example' },
    ],
    ['authentication-url', 'no redirect address', { SessionId: 'x'.repeat(36) }],
    [
      'authentication-url',
      'an unknown session',
      { SessionId: 'x'.repeat(36), RedirectUri: 'https://a.example' },
    ],
    ['cancel-authentication', 'no session id', {}],
    ['cancel-authentication', 'an unknown session', { SessionId: 'x'.repeat(36) }],
  ];
  for (const [operation, what, body] of invalid) {
    it(`calls ${what} on ${operation} invalid`, async () => {
      const token = operation === 'connection' ? customer.participantToken : customer.connectionToken;
      const reply = await emulator.call(operation, token, body);
      assert.equal(reply.status, 400);
      assert.equal(reply.headers.get('x-amzn-errortype'), 'ValidationException');
      assert.equal(reply.body.__type, 'ValidationException');
      assert.notEqual(reply.body.Message, '');
    });
  }

  it('accepts 16,384 bytes of text, and with the older limits 1024 characters', async () => {
    assert.equal(
      (await emulator.call('message', customer.connectionToken, text('é'.repeat(8192)))).status,
      200,
    );
    const older = new Harness({ legacyLimits: true });
    const { connectionToken } = await older.customer();
    assert.equal((await older.call('message', connectionToken, text('x'.repeat(1024)))).status, 200);
    assert.equal((await older.call('message', connectionToken, text('x'.repeat(1025)))).status, 400);
  });

  it('allows only the message types the contact was started with', async () => {
    const plain = await emulator.customer({ supportedMessagingContentTypes: ['text/plain'] });
    const markdown = { ContentType: 'text/markdown', Content: '**x**' };
    assert.equal((await emulator.call('message', plain.connectionToken, markdown)).status, 400);
    assert.equal((await emulator.call('message', customer.connectionToken, markdown)).status, 200);
  });

  it('answers an unknown path or method as an unknown operation', async () => {
    const wrong = [
      ['POST', '/participant/nothing'],
      ['GET', '/participant/message'],
      ['POST', '/contact/chat'],
    ] as const;
    for (const [method, path] of wrong) {
      const { status, body } = await emulator.request<{ __type: string }>(method, path);
      assert.deepEqual([status, body.__type], [404, 'UnknownOperationException']);
    }
  });

  it('lets any page call it and read the error name', async () => {
    const asked = 'authorization,content-type,x-amz-bearer,x-amz-date';
    const preflight = await emulator.request('OPTIONS', '/participant/message', undefined, {
      'access-control-request-headers': asked,
    });
    assert.equal(preflight.headers.get('access-control-allow-headers'), asked);
    const refused = await emulator.call('message', undefined);
    assert.equal(refused.headers.get('access-control-allow-origin'), '*');
    assert.equal(refused.headers.get('access-control-expose-headers'), 'x-amzn-errortype, x-amzn-requestid');
    assert.equal(refused.headers.get('x-amzn-requestid')?.length, 36);
  });

  it('keeps the published request rates when asked to', async () => {
    const strict = new Harness({ throttled: true });
    const { connectionToken } = await strict.customer();
    const statuses: number[] = [];
    for (let sent = 0; sent < 16; sent += 1)
      statuses.push((await strict.call('message', connectionToken, text('x'))).status);
    assert.deepEqual(statuses, [...Array<number>(15).fill(200), 429]);
    strict.clock.advance(100);
    assert.equal((await strict.call('message', connectionToken, text('x'))).status, 200);
  });
});
