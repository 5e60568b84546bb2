import type { ParticipantClient } from '../../../src/transport/participant-client.js';

/** One operation of the service: how it is called, what is sent then, and what is answered. */
export interface Operation {
  readonly call: (client: ParticipantClient, signal: AbortSignal) => Promise<object>;
  readonly method?: string;
  readonly path: string;
  readonly bearer: string;
  readonly body: object | undefined;
  readonly answer: object;
}

/** The credential of all operations but the first. */
export const bearer = { ConnectionToken: 'connection-token' };
const receipts = [{ DeliveredTimestamp: 't', ReadTimestamp: 't', RecipientParticipantId: 'p' }];

/** All eleven operations, as the Amazon Connect Participant Service API Reference gives them. */
export const operations: Readonly<Record<string, Operation>> = {
  CreateParticipantConnection: {
    call: (client, signal) =>
      client.createParticipantConnection(
        { ParticipantToken: 'participant-token', Type: ['WEBSOCKET', 'CONNECTION_CREDENTIALS'] },
        signal,
      ),
    path: '/participant/connection',
    bearer: 'participant-token',
    body: { Type: ['WEBSOCKET', 'CONNECTION_CREDENTIALS'] },
    answer: {
      Websocket: { Url: 'wss://a', ConnectionExpiry: 't' },
      ConnectionCredentials: { ConnectionToken: 'c', Expiry: 't' },
    },
  },
  SendMessage: {
    call: (client, signal) =>
      client.sendMessage(
        { ...bearer, ContentType: 'text/plain', Content: 'Grüße 👋', ClientToken: 'once' },
        signal,
      ),
    path: '/participant/message',
    bearer: 'connection-token',
    body: { ContentType: 'text/plain', Content: 'Grüße 👋', ClientToken: 'once' },
    answer: { Id: 'message-1', AbsoluteTime: '2026-11-21T03:15:12.001Z' },
  },
  SendEvent: {
    call: (client, signal) =>
      client.sendEvent(
        {
          ...bearer,
          ContentType: 'application/vnd.amazonaws.connect.event.message.read',
          Content: '{"messageId":"m"}',
          ClientToken: 'once',
        },
        signal,
      ),
    path: '/participant/event',
    bearer: 'connection-token',
    body: {
      ContentType: 'application/vnd.amazonaws.connect.event.message.read',
      Content: '{"messageId":"m"}',
      ClientToken: 'once',
    },
    answer: { Id: 'event-1', AbsoluteTime: '2026-11-21T03:15:12.001Z' },
  },
  GetTranscript: {
    call: (client, signal) =>
      client.getTranscript(
        {
          ...bearer,
          MaxResults: 15,
          ScanDirection: 'BACKWARD',
          SortOrder: 'ASCENDING',
          NextToken: 'older',
          StartPosition: { Id: 'm' },
        },
        signal,
      ),
    path: '/participant/transcript',
    bearer: 'connection-token',
    body: {
      MaxResults: 15,
      ScanDirection: 'BACKWARD',
      SortOrder: 'ASCENDING',
      NextToken: 'older',
      StartPosition: { Id: 'm' },
    },
    answer: {
      InitialContactId: 'contact-1',
      NextToken: 'oldest',
      Transcript: [
        {
          Id: 'm',
          Type: 'MESSAGE',
          Content: 'hi',
          ContactId: 'contact-1',
          MessageMetadata: { MessageId: 'm', Receipts: receipts },
        },
      ],
    },
  },
  DisconnectParticipant: {
    call: (client, signal) => client.disconnectParticipant({ ...bearer, ClientToken: 'once' }, signal),
    path: '/participant/disconnect',
    bearer: 'connection-token',
    body: { ClientToken: 'once' },
    answer: {},
  },
  StartAttachmentUpload: {
    call: (client, signal) =>
      client.startAttachmentUpload(
        {
          ...bearer,
          ContentType: 'image/png',
          AttachmentSizeInBytes: 9,
          AttachmentName: 'a.png',
          ClientToken: 'once',
        },
        signal,
      ),
    path: '/participant/start-attachment-upload',
    bearer: 'connection-token',
    body: {
      ContentType: 'image/png',
      AttachmentSizeInBytes: 9,
      AttachmentName: 'a.png',
      ClientToken: 'once',
    },
    answer: {
      AttachmentId: 'file-1',
      UploadMetadata: { Url: 'https://s3', UrlExpiry: 't', HeadersToInclude: { 'x-a': 'b' } },
    },
  },
  CompleteAttachmentUpload: {
    call: (client, signal) =>
      client.completeAttachmentUpload({ ...bearer, AttachmentIds: ['file-1'], ClientToken: 'once' }, signal),
    path: '/participant/complete-attachment-upload',
    bearer: 'connection-token',
    body: { AttachmentIds: ['file-1'], ClientToken: 'once' },
    answer: {},
  },
  GetAttachment: {
    call: (client, signal) =>
      client.getAttachment({ ...bearer, AttachmentId: 'file-1', UrlExpiryInSeconds: 60 }, signal),
    path: '/participant/attachment',
    bearer: 'connection-token',
    body: { AttachmentId: 'file-1', UrlExpiryInSeconds: 60 },
    answer: { Url: 'https://s3', UrlExpiry: 't', AttachmentSizeInBytes: 9 },
  },
  DescribeView: {
    call: (client, signal) => client.describeView({ ...bearer, ViewToken: 'a/b c' }, signal),
    method: 'GET',
    path: '/participant/views/a%2Fb%20c',
    bearer: 'connection-token',
    body: undefined,
    answer: {
      View: {
        Id: 'v',
        Arn: 'arn',
        Name: 'Form',
        Version: 1,
        Content: { InputSchema: '{}', Template: '{}', Actions: ['Send'] },
      },
    },
  },
  GetAuthenticationUrl: {
    call: (client, signal) =>
      client.getAuthenticationUrl({ ...bearer, SessionId: 's', RedirectUri: 'https://r' }, signal),
    path: '/participant/authentication-url',
    bearer: 'connection-token',
    body: { SessionId: 's', RedirectUri: 'https://r' },
    answer: { AuthenticationUrl: 'https://login' },
  },
  CancelParticipantAuthentication: {
    call: (client, signal) => client.cancelParticipantAuthentication({ ...bearer, SessionId: 's' }, signal),
    path: '/participant/cancel-authentication',
    bearer: 'connection-token',
    body: { SessionId: 's' },
    answer: {},
  },
};
