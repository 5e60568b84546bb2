import { completeAttachmentUpload, getAttachment, startAttachmentUpload } from './attachment-operations.js';
import { connectionFor, connectionTypes } from './connection.js';
import type { Contact, Participant } from './contact.js';
import { ServiceError } from './errors.js';
import { Idempotency } from './idempotency.js';
import type { Outcome, ParticipantOperation } from './operation.js';
import { sendEvent } from './send-event.js';
import { sendMessage } from './send-message.js';
import { cancelAuthentication, getAuthenticationUrl } from './sign-in/operations.js';
import type { ServiceParts } from './service-parts.js';
import type { Grant } from './tokens.js';
import { pageTranscript, transcriptRequest } from './transcript-page.js';
import { describeView } from './views/describe-view.js';
import { flag, list, object, optional, text, validate } from './validate.js';

const connectionRequest = object({
  Type: optional(list(connectionTypes, 1)),
  ConnectParticipant: optional(flag),
});

const disconnectRequest = object({ ClientToken: optional(text(0, 500)) });

/** The eleven operations of the Participant Service. */
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
    post('StartAttachmentUpload', 'start-attachment-upload', (grant, body) =>
      startAttachmentUpload(parts, idempotency, grant, body),
    ),
    post('CompleteAttachmentUpload', 'complete-attachment-upload', (grant, body) =>
      completeAttachmentUpload(parts, idempotency, grant, body),
    ),
    post('GetAttachment', 'attachment', (grant, body) => getAttachment(parts, grant, body)),
    {
      ...post('DescribeView', 'views/([^/]+)', (grant, _, viewToken) =>
        describeView(parts, grant, viewToken),
      ),
      method: 'GET',
    },
    post('GetAuthenticationUrl', 'authentication-url', (grant, body) =>
      getAuthenticationUrl(parts, grant, body),
    ),
    post('CancelParticipantAuthentication', 'cancel-authentication', (grant, body) =>
      cancelAuthentication(parts, grant, body),
    ),
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
    // Who has left may be in the disconnect flow still, and leave that.
    if (contact.status === 'ended') return { body: {} };
    const left = leaving(contact, participant).map((one) => conversations.composeLeft(contact, one));
    let isEchoed = false;
    return {
      body: {},
      // A repeated request gets the same outcome, but everybody leaves only once.
      echo: () => {
        if (isEchoed) return;
        isEchoed = true;
        for (const item of left) conversations.deliver(contact, item);
        if (contact.flow) contact.flow.customerLeft();
        else conversations.end(contact);
      },
    };
  });
}

/** Who goes when the customer ends the chat: the customer, or the agents alone, so that the customer is there for the disconnect flow. */
function leaving(contact: Contact, customer: Participant): readonly Participant[] {
  const stays = contact.keepsCustomer && contact.flow && contact.status === 'active';
  const all = stays ? contact.staff : [customer];
  return all.filter(({ state }) => state !== 'left');
}
