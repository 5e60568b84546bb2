import { strict as assert } from 'node:assert';
import { afterEach, describe, it } from 'node:test';
import { ConnectClient, UpdateParticipantAuthenticationCommand } from '@aws-sdk/client-connect';
import {
  CancelParticipantAuthenticationCommand,
  CompleteAttachmentUploadCommand,
  CreateParticipantConnectionCommand,
  DescribeViewCommand,
  GetAttachmentCommand,
  GetAuthenticationUrlCommand,
  GetTranscriptCommand,
  StartAttachmentUploadCommand,
} from '@aws-sdk/client-connectparticipant';
import { demoCredentials, demoInstanceId, demoRegion } from '../../demo/emulator/core/credentials.js';
import { until } from '../demo/emulator/until.js';
import { useEmulator } from './emulator.js';
import { stockClient } from './stock-client.js';

const bytes = Uint8Array.from({ length: 70_000 }, (_, index) => (index * 11) % 256);

describe('the AWS SDK, beyond text', () => {
  const control = useEmulator({ timings: { scanMs: 5, signInCheckMs: 5 } });
  afterEach(() => control.clearFaults());

  const connected = async () => {
    const client = stockClient(control.endpoints.participantEndpoint);
    const { ContactId, ParticipantToken } = await control.start({ displayName: 'Jane' });
    const { ConnectionCredentials } = await client.send(
      new CreateParticipantConnectionCommand({ ParticipantToken, Type: ['CONNECTION_CREDENTIALS'] }),
    );
    return { client, ContactId, ConnectionToken: ConnectionCredentials?.ConnectionToken };
  };
  const file = {
    ContentType: 'image/png',
    AttachmentName: 'a.png',
    AttachmentSizeInBytes: bytes.byteLength,
  };

  it('uploads and downloads an attachment byte for byte', async () => {
    const { client, ContactId, ConnectionToken } = await connected();
    const { AttachmentId, UploadMetadata } = await client.send(
      new StartAttachmentUploadCommand({ ConnectionToken, ...file }),
    );
    assert.match(UploadMetadata?.UrlExpiry ?? '', /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
    const put = await fetch(UploadMetadata?.Url ?? '', {
      method: 'PUT',
      headers: UploadMetadata?.HeadersToInclude ?? {},
      body: bytes,
    });
    assert.equal(put.status, 200);
    const AttachmentIds = [AttachmentId ?? ''];
    await client.send(new CompleteAttachmentUploadCommand({ ConnectionToken, AttachmentIds }));
    await until(
      'the scanner',
      async () => (await control.detail(ContactId)).attachments[0]?.status === 'APPROVED',
    );
    const history = await client.send(new GetTranscriptCommand({ ConnectionToken }));
    assert.deepEqual(history.Transcript?.[0]?.Attachments, [
      { AttachmentId, AttachmentName: 'a.png', ContentType: 'image/png', Status: 'APPROVED' },
    ]);
    const { Url, AttachmentSizeInBytes } = await client.send(
      new GetAttachmentCommand({ ConnectionToken, AttachmentId }),
    );
    assert.equal(AttachmentSizeInBytes, bytes.byteLength);
    const down = await fetch(Url ?? '');
    assert.deepEqual(new Uint8Array(await down.arrayBuffer()), bytes);
  });

  it('meets typed errors for attachments', async () => {
    const { client, ConnectionToken } = await connected();
    await assert.rejects(
      client.send(new StartAttachmentUploadCommand({ ConnectionToken, ...file, AttachmentName: 'a.exe' })),
      { name: 'ValidationException' },
    );
    await control.post('/faults', { type: 'status', operation: 'StartAttachmentUpload', status: 402 });
    await assert.rejects(client.send(new StartAttachmentUploadCommand({ ConnectionToken, ...file })), {
      name: 'ServiceQuotaExceededException',
    });
  });

  it('describes a view, whose token needs encoding', async () => {
    const { client, ContactId, ConnectionToken } = await connected();
    await control.post(`/contacts/${ContactId}/view`, { viewId: 'cards' });
    const { transcript } = await control.detail(ContactId);
    const { data } = JSON.parse(String(transcript.at(-1)?.Content)) as {
      data: { content: { viewToken: string } };
    };
    const ViewToken = data.content.viewToken;
    assert.match(ViewToken, /\/.*\+.*=$/);
    const { View } = await client.send(new DescribeViewCommand({ ConnectionToken, ViewToken }));
    assert.deepEqual([View?.Id, View?.Name, View?.Version], ['cards', 'Cards', 1]);
    assert.equal(typeof JSON.parse(View?.Content?.Template ?? ''), 'object');
    await assert.rejects(client.send(new DescribeViewCommand({ ConnectionToken, ViewToken: 'unknown' })), {
      name: 'ResourceNotFoundException',
    });
    await control.post('/expire', { what: 'view-tokens' });
    await assert.rejects(client.send(new DescribeViewCommand({ ConnectionToken, ViewToken })), {
      name: 'AccessDeniedException',
    });
  });

  /** Asks the customer to sign in, and gives what the page of the identity provider sends them back with. */
  const signedIn = async (decision: string) => {
    const { client, ContactId, ConnectionToken } = await connected();
    const { sessionId: SessionId } = (await control.post(`/contacts/${ContactId}/sign-ins`)) as {
      sessionId: string;
    };
    const { AuthenticationUrl } = await client.send(
      new GetAuthenticationUrlCommand({
        ConnectionToken,
        SessionId,
        RedirectUri: 'https://shop.example/back',
      }),
    );
    const body = new URLSearchParams(new URL(AuthenticationUrl ?? '').searchParams);
    body.set('name', 'Jane Doe');
    body.set('decision', decision);
    const page = `${control.endpoints.participantEndpoint}/idp/authorize`;
    const reply = await fetch(page, { method: 'POST', body, redirect: 'manual' });
    return { ContactId, answer: new URL(reply.headers.get('location') ?? '').searchParams };
  };
  const update = (credentials: typeof demoCredentials, input: object) =>
    new ConnectClient({ region: demoRegion, endpoint: control.endpoints.connectEndpoint, credentials }).send(
      new UpdateParticipantAuthenticationCommand({ InstanceId: demoInstanceId, State: '', ...input }),
    );
  const statusOf = async (id: string) => (await control.detail(id)).signIns[0]?.status;

  it('completes a sign-in', async () => {
    const { ContactId, answer } = await signedIn('approve');
    await update(demoCredentials, { State: answer.get('state'), Code: answer.get('code') });
    await until('the success', async () => (await statusOf(ContactId)) === 'succeeded');
    assert.equal((await control.detail(ContactId)).displayName, 'Jane Doe');
    const { requests } = await control.detail(ContactId);
    assert.equal(requests.at(-1)?.operation, 'UpdateParticipantAuthentication');
    await assert.rejects(update(demoCredentials, { State: answer.get('state'), Code: 'again' }), {
      name: 'ConflictException',
    });
  });

  for (const decision of ['deny', 'stale']) {
    it(`fails a sign-in after the choice "${decision}"`, async () => {
      const { ContactId, answer } = await signedIn(decision);
      await update(demoCredentials, {
        State: answer.get('state'),
        ...(answer.has('code')
          ? { Code: answer.get('code') }
          : { Error: answer.get('error'), ErrorDescription: answer.get('error_description') }),
      });
      await until('the failure', async () => (await statusOf(ContactId)) === 'failed');
    });
  }

  it('refuses an update that is not signed, or says nothing the service knows', async () => {
    const wrong = { ...demoCredentials, secretAccessKey: 'wrong' } as unknown as typeof demoCredentials;
    await assert.rejects(update(wrong, { State: 'x', Code: 'y' }), { name: 'InvalidSignatureException' });
    for (const [input, name] of [
      [{ State: 'unknown', Code: 'x' }, 'InvalidParameterException'],
      [{ State: 'unknown' }, 'InvalidParameterException'],
      [{ State: 'unknown', Code: 'x', Error: 'y' }, 'InvalidParameterException'],
      [{ State: '', Code: 'x' }, 'InvalidRequestException'],
      [{ State: 'x', Code: 'y', InstanceId: 'other' }, 'AccessDeniedException'],
    ] as const) {
      await assert.rejects(update(demoCredentials, input), { name });
    }
  });

  it('cancels a sign-in', async () => {
    const { client, ContactId, ConnectionToken } = await connected();
    const { sessionId: SessionId } = (await control.post(`/contacts/${ContactId}/sign-ins`)) as {
      sessionId: string;
    };
    await client.send(new CancelParticipantAuthenticationCommand({ ConnectionToken, SessionId }));
    await until('the event', async () => (await statusOf(ContactId)) === 'cancelled');
  });
});
