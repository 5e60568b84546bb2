import { ServiceError } from './errors.js';
import type { Idempotency } from './idempotency.js';
import { messageLimit } from './message-limit.js';
import type { Outcome } from './operation.js';
import { processMessage } from './processing.js';
import type { ServiceParts } from './service-parts.js';
import type { Grant } from './tokens.js';
import { object, optional, text, validate } from './validate.js';

const request = object({
  ContentType: text(1, 100),
  Content: text(1, Infinity),
  ClientToken: optional(text(0, 500)),
});

/** Interactive templates come from flows and bots; a customer can only answer them. */
const customerTypes = [
  'text/plain',
  'text/markdown',
  'application/json',
  'application/vnd.amazonaws.connect.message.interactive.response',
];

/** SendMessage: keeps the message, answers its id and time, and echoes it to everyone, the sender included. */
export function sendMessage(
  parts: ServiceParts,
  idempotency: Idempotency<Outcome>,
  { contact, participant }: Grant,
  body: unknown,
): Outcome {
  const { conversations, legacyLimits, faults } = parts;
  const { ContentType, Content, ClientToken } = validate(request, body);
  if (!customerTypes.includes(ContentType) || !contact.supportedContentTypes.includes(ContentType)) {
    throw new ServiceError(
      'ValidationException',
      `ContentType ${ContentType} is not allowed on this contact.`,
    );
  }
  const problem = messageLimit(ContentType, Content, legacyLimits);
  if (problem !== undefined) throw new ServiceError('ValidationException', problem);

  return idempotency.once(participant.id, 'SendMessage', ClientToken, [ContentType, Content], () => {
    const message = conversations.composeMessage(contact, participant, ContentType, Content);
    const processing = faults.strike('processing', { contact });
    if (processing) return processMessage(parts, contact, message, processing);
    conversations.keep(contact, message);
    let isEchoed = false;
    return {
      body: { Id: message.Id, AbsoluteTime: message.AbsoluteTime },
      // A repeated request gets the same outcome, but the message goes out only once.
      echo: () => {
        if (isEchoed) return;
        isEchoed = true;
        conversations.deliver(contact, message);
        contact.flow?.customerSaid(message);
      },
    };
  });
}
