import { connectionFor, connectionTypes } from './connection.js';
import { ServiceError } from './errors.js';
import { Idempotency } from './idempotency.js';
import type { Outcome, ParticipantOperation } from './operation.js';
import { sendEvent } from './send-event.js';
import { sendMessage } from './send-message.js';
import type { ServiceParts } from './service-parts.js';
import type { Grant } from './tokens.js';
import { pageTranscript, transcriptRequest } from './transcript-page.js';
import { flag, list, object, optional, text, validate } from './validate.js';

const connectionRequest = object({
  Type: optional(list(connectionTypes, 1)),
  ConnectParticipant: optional(flag),
});

const disconnectRequest = object({ ClientToken: optional(text(0, 500)) });

/** The operations of the Participant Service, complete or politely refused. */
export function participantOperations(parts: ServiceParts): readonly ParticipantOperation[] {
  const idempotency = new Idempotency<Outcome>();
  const post = (
    name: string,
    path: string,
    run: ParticipantOperation['run'],
    bearer: ParticipantOperation['bearer'] = 'connection',
  ): ParticipantOperation => ({
    name,
    method: 'POST',
    path: new RegExp(`^/participant/${path}$`),
    bearer,
    run,
  });

  const notYet = (name: string, path: string): ParticipantOperation =>
    post(name, path, () => {
      throw new ServiceError('NotEmulatedYet', `${name} is not emulated yet.`);
    });

  return [
    post(
      'CreateParticipantConnection',
      'connection',
      (grant, body) => createConnection(parts, grant, body),
      'participant',
    ),
    post('SendMessage', 'message', (grant, body) => sendMessage(parts, idempotency, grant, body)),
    post('SendEvent', 'event', (grant, body) => sendEvent(parts, grant, body)),
    post('GetTranscript', 'transcript', getTranscript),
    post('DisconnectParticipant', 'disconnect', (grant, body) => disconnect(parts, idempotency, grant, body)),
    notYet('StartAttachmentUpload', 'start-attachment-upload'),
    notYet('CompleteAttachmentUpload', 'complete-attachment-upload'),
    notYet('GetAttachment', 'attachment'),
    { ...notYet('DescribeView', 'views/[^/]+'), method: 'GET' },
    notYet('GetAuthenticationUrl', 'authentication-url'),
    notYet('CancelParticipantAuthentication', 'cancel-authentication'),
  ];
}

function createConnection(parts: ServiceParts, { contact, participant }: Grant, body: unknown): Outcome {
  const request = validate(connectionRequest, body);
  parts.conversations.join(contact, participant);
  return { body: connectionFor(parts, contact, participant, request.Type ?? []) };
}

function getTranscript({ contact }: Grant, body: unknown): Outcome {
  const request = validate(transcriptRequest, body);
  if (request.ContactId !== undefined && !contact.answersTo(request.ContactId)) {
    throw new ServiceError('ValidationException', 'ContactId is not of this contact.');
  }
  const { items, nextToken } = pageTranscript([...contact.history, ...contact.transcript.items], request);
  return {
    body: {
      InitialContactId: contact.initialId,
      // On this route the initial id stands beside the items, not in each.
      Transcript: items.map((item) => ({ ...item, InitialContactId: undefined })),
      NextToken: nextToken,
    },
  };
}

function disconnect(
  { conversations }: ServiceParts,
  idempotency: Idempotency<Outcome>,
  { contact, participant }: Grant,
  body: unknown,
): Outcome {
  const { ClientToken } = validate(disconnectRequest, body);
  return idempotency.once(participant.id, 'DisconnectParticipant', ClientToken, undefined, () => {
    if (participant.state === 'left') return { body: {} };
    const left = conversations.composeLeft(contact, participant);
    let isEchoed = false;
    return {
      body: {},
      // A repeated request gets the same outcome, but the customer leaves only once.
      echo: () => {
        if (isEchoed) return;
        isEchoed = true;
        conversations.deliver(contact, left);
        if (contact.flow) contact.flow.customerLeft();
        else conversations.end(contact);
      },
    };
  });
}
