import { demoContactFlowId, demoInstanceId } from './credentials.js';
import { connectionFor, connectionTypes } from './connection.js';
import { ServiceError } from './errors.js';
import { messageLimit } from './message-limit.js';
import type { Outcome } from './operation.js';
import { pastChat, rehydrationTypes, type PastChat } from './rehydration.js';
import type { ServiceParts } from './service-parts.js';
import { startContact } from './start-contact.js';
import { choice, integer, list, object, optional, stringMap, text, validate } from './validate.js';
import { messageContentTypes } from './wire.js';

const maxAttributeBytes = 32_768;

const startRequest = object({
  InstanceId: text(1, 100),
  ContactFlowId: text(1, 500),
  ParticipantDetails: object({ DisplayName: text(1, 256) }),
  Attributes: optional(stringMap),
  InitialMessage: optional(object({ ContentType: text(1, 100), Content: text(1, 16_384) })),
  ClientToken: optional(text(0, 500)),
  ChatDurationInMinutes: optional(integer(60, 10_080)),
  SupportedMessagingContentTypes: optional(list(choice(messageContentTypes), 1)),
  PersistentChat: optional(
    object({
      RehydrationType: optional(choice(rehydrationTypes)),
      SourceContactId: optional(text(1, 256)),
    }),
  ),
  RelatedContactId: optional(text(1, 256)),
  CustomerId: optional(text(1, 128)),
  DisconnectOnCustomerExit: optional(list(choice(['AGENT']), 1, 1)),
  ConnectionTypes: optional(list(connectionTypes, 1, 2)),
});

type StartRequest = ReturnType<typeof startRequest>;

/** StartChatContact, after its signature has been verified. */
export function startChatContact(parts: ServiceParts, body: unknown): Outcome {
  const request = validate(startRequest, body, 'InvalidRequestException');
  checkRequest(request, parts);
  const past = findPast(request, parts);
  const { contact, participantToken } = startContact(parts, {
    displayName: request.ParticipantDetails.DisplayName,
    attributes: request.Attributes,
    // The service allows only plain text unless told otherwise.
    supportedContentTypes: request.SupportedMessagingContentTypes ?? ['text/plain'],
    durationMinutes: request.ChatDurationInMinutes,
    keepsCustomer: request.DisconnectOnCustomerExit !== undefined,
    initialMessage: request.InitialMessage,
    past,
    withFlow: true,
  });
  return {
    contact,
    body: {
      ContactId: contact.id,
      ParticipantId: contact.customer.id,
      ParticipantToken: participantToken,
      ContinuedFromContactId: past?.segmentId ?? request.PersistentChat?.SourceContactId,
      ...(request.ConnectionTypes &&
        connectionFor(parts, contact, contact.customer, request.ConnectionTypes)),
    },
  };
}

/** The past chat asked for. One that the emulator has never seen, or has forgotten, has nothing to show. */
function findPast({ PersistentChat }: StartRequest, { contacts }: ServiceParts): PastChat | undefined {
  const id = PersistentChat?.SourceContactId;
  const contact = id === undefined ? undefined : contacts.find(id);
  if (id === undefined || !contact) return undefined;
  if (contact.status !== 'ended') {
    throw new ServiceError('InvalidRequestException', 'A chat can go on only from one that has ended.');
  }
  return pastChat(contact, id, PersistentChat?.RehydrationType);
}

function checkRequest(request: StartRequest, parts: ServiceParts): void {
  const invalid = (message: string): never => {
    throw new ServiceError('InvalidRequestException', message);
  };
  if (request.InstanceId !== demoInstanceId)
    throw new ServiceError('ResourceNotFoundException', 'No such instance.');
  if (request.ContactFlowId !== demoContactFlowId)
    throw new ServiceError('ResourceNotFoundException', 'No such flow.');

  const attributes = Object.entries(request.Attributes ?? {});
  const bytes = new TextEncoder().encode(attributes.flat().join('')).length;
  if (bytes > maxAttributeBytes) invalid('Attributes are larger than 32,768 bytes in all.');
  const badKey = attributes.find(([key]) => !/^[A-Za-z0-9_-]+$/.test(key))?.[0];
  if (badKey !== undefined)
    invalid(`The attribute key "${badKey}" may hold only letters, digits, dashes and underscores.`);

  const types: readonly string[] = request.SupportedMessagingContentTypes ?? ['text/plain'];
  if (!types.includes('text/plain')) invalid('SupportedMessagingContentTypes must include text/plain.');
  if (request.PersistentChat && request.RelatedContactId !== undefined) {
    invalid('PersistentChat and RelatedContactId exclude each other.');
  }
  const initial = request.InitialMessage;
  if (!initial) return;
  if (!types.includes(initial.ContentType))
    invalid('InitialMessage.ContentType is not among the supported types.');
  const problem = messageLimit(initial.ContentType, initial.Content, parts.legacyLimits);
  if (problem !== undefined) invalid(`InitialMessage.${problem}`);
}
