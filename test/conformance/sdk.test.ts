import { strict as assert } from 'node:assert';
import { afterEach, describe, it } from 'node:test';
import { ConnectClient, StartChatContactCommand } from '@aws-sdk/client-connect';
import {
  type ConnectParticipantClient,
  ConnectParticipantServiceException,
  CreateParticipantConnectionCommand,
  DisconnectParticipantCommand,
  GetTranscriptCommand,
  SendEventCommand,
  SendMessageCommand,
} from '@aws-sdk/client-connectparticipant';
import { WebSocket } from 'ws';
import {
  demoContactFlowId,
  demoCredentials,
  demoInstanceId,
  demoRegion,
} from '../../demo/emulator/core/credentials.js';
import { until } from '../demo/emulator/until.js';
import { useEmulator } from './emulator.js';
import { stockClient } from './stock-client.js';

describe('the AWS SDK', () => {
  const control = useEmulator();

  const participantClient = (): ConnectParticipantClient =>
    stockClient(control.endpoints.participantEndpoint);

  const connected = async () => {
    const client = participantClient();
    const { ContactId, ParticipantToken } = await control.start();
    const { ConnectionCredentials, Websocket } = await client.send(
      new CreateParticipantConnectionCommand({
        ParticipantToken,
        Type: ['WEBSOCKET', 'CONNECTION_CREDENTIALS'],
      }),
    );
    return {
      client,
      ContactId,
      ConnectionToken: ConnectionCredentials?.ConnectionToken,
      url: Websocket?.Url,
    };
  };

  const startChat = (
    credentials: { readonly accessKeyId: string; readonly secretAccessKey: string },
    change: object = {},
  ) =>
    new ConnectClient({ region: demoRegion, endpoint: control.endpoints.connectEndpoint, credentials }).send(
      new StartChatContactCommand({
        InstanceId: demoInstanceId,
        ContactFlowId: demoContactFlowId,
        ParticipantDetails: { DisplayName: 'Jane' },
        ...change,
      }),
    );

  afterEach(() => control.clearFaults());

  describe('ConnectParticipantClient', () => {
    it('performs the five operations', async () => {
      const { client, ContactId, ConnectionToken, url } = await connected();
      assert.match(url ?? '', /^ws:\/\/127\.0\.0\.1:\d+\/socket\//);
      const message = await client.send(
        new SendMessageCommand({ ConnectionToken, ContentType: 'text/plain', Content: 'Hello' }),
      );
      assert.match(message.AbsoluteTime ?? '', /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
      const typing = await client.send(
        new SendEventCommand({
          ConnectionToken,
          ContentType: 'application/vnd.amazonaws.connect.event.typing',
        }),
      );
      assert.equal(typing.Id?.length, 36);
      const history = await client.send(
        new GetTranscriptCommand({ ConnectionToken, SortOrder: 'ASCENDING' }),
      );
      assert.equal(history.InitialContactId, ContactId);
      assert.equal(history.NextToken, undefined);
      assert.deepEqual(history.Transcript?.at(-1)?.MessageMetadata, { MessageId: message.Id, Receipts: [] });
      assert.equal(history.Transcript.at(-1)?.Id, message.Id);
      await client.send(new DisconnectParticipantCommand({ ConnectionToken }));
      await until('the end', async () => (await control.detail(ContactId)).status === 'ended');
    });

    it('meets typed errors', async () => {
      const { client, ConnectionToken } = await connected();
      const failures = [
        [
          'ValidationException',
          400,
          new SendMessageCommand({ ConnectionToken, ContentType: 'text/plain', Content: '' }),
        ],
        [
          'AccessDeniedException',
          403,
          new SendMessageCommand({ ConnectionToken: 'x', ContentType: 'text/plain', Content: 'x' }),
        ],
      ] as const;
      for (const [name, status, command] of failures) {
        await assert.rejects(client.send(command), (error) => {
          assert(error instanceof ConnectParticipantServiceException);
          assert.deepEqual([error.name, error.$metadata.httpStatusCode], [name, status]);
          assert.notEqual(error.message, '');
          return true;
        });
      }
    });

    it('meets every modelled status that a fault can inject', async () => {
      const { client, ConnectionToken } = await connected();
      for (const [status, name] of [
        [402, 'ServiceQuotaExceededException'],
        [409, 'ConflictException'],
        [429, 'ThrottlingException'],
        [500, 'InternalServerException'],
      ] as const) {
        await control.clearFaults();
        await control.post('/faults', { type: 'status', operation: 'GetTranscript', status });
        await assert.rejects(client.send(new GetTranscriptCommand({ ConnectionToken })), { name });
      }
    });

    it('repeats after a lost answer with the same token, and so sends one message', async () => {
      const { client, ConnectionToken, ContactId } = await connected();
      await control.post('/faults', { type: 'reset', operation: 'SendMessage', when: 'after', times: 1 });
      await client.send(
        new SendMessageCommand({ ConnectionToken, ContentType: 'text/plain', Content: 'Once' }),
      );
      const { transcript, requests } = await control.detail(ContactId);
      assert.equal(transcript.filter(({ Content }) => Content === 'Once').length, 1);
      assert.equal(requests.filter(({ operation }) => operation === 'SendMessage').length, 2);
    });
  });

  describe('ConnectClient', () => {
    it('starts a chat with the right key pair, and the flow answers', async () => {
      const { ContactId, ParticipantToken } = await startChat(demoCredentials);
      const { Websocket } = await participantClient().send(
        new CreateParticipantConnectionCommand({ ParticipantToken, Type: ['WEBSOCKET'] }),
      );
      const socket = new WebSocket(Websocket?.Url ?? '');
      const frames: string[] = [];
      socket.on('message', (data: Buffer) => frames.push(data.toString()));
      socket.on('open', () => {
        socket.send('{"topic":"aws/subscribe","content":{"topics":["aws/chat"]}}');
      });
      await until('the greeting', () => frames.some((frame) => frame.includes('Hello Jane')));
      socket.close();
      assert.equal((await control.detail(ContactId ?? '')).queue, 'bot');
    });

    for (const [what, change, name] of [
      ['a wrong secret', { secretAccessKey: 'wrong' }, 'InvalidSignatureException'],
      ['an unknown key', { accessKeyId: 'UNKNOWN' }, 'UnrecognizedClientException'],
    ] as const) {
      it(`is refused with ${what}`, async () => {
        await assert.rejects(
          startChat({ ...demoCredentials, ...change }),
          (error: { name: string; $metadata: { httpStatusCode: number } }) => {
            assert.deepEqual([error.name, error.$metadata.httpStatusCode], [name, 403]);
            return true;
          },
        );
      });
    }

    it('meets typed errors', async () => {
      await assert.rejects(startChat(demoCredentials, { InstanceId: 'unknown' }), {
        name: 'ResourceNotFoundException',
      });
      await assert.rejects(startChat(demoCredentials, { ChatDurationInMinutes: 1 }), {
        name: 'InvalidRequestException',
      });
    });
  });
});
