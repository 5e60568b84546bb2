import type { Contact } from './contact.js';
import { ServiceError } from './errors.js';
import type { Outcome } from './operation.js';
import type { ServiceParts } from './service-parts.js';
import type { Grant } from './tokens.js';
import { choice, object, optional, text, validate } from './validate.js';
import { eventType, type Item } from './wire.js';

const typing = eventType('typing');
const receipts: ReadonlyMap<string, 'delivered' | 'read'> = new Map([
  [eventType('message.delivered'), 'delivered'],
  [eventType('message.read'), 'read'],
]);

const request = object({
  ContentType: choice([typing, ...receipts.keys(), eventType('connection.acknowledged')]),
  Content: optional(text(1, 16_384)),
  ClientToken: optional(text(0, 500)),
});

/** SendEvent: typing, receipts, and the retired acknowledgement, which is accepted and does nothing. */
export function sendEvent(parts: ServiceParts, { contact, participant }: Grant, body: unknown): Outcome {
  const { conversations } = parts;
  const { ContentType, Content } = validate(request, body);
  const kind = receipts.get(ContentType);
  if (kind) {
    const message = confirmedMessage(contact, Content);
    // Receipts are for people's messages only; one for a flow's message is accepted and leads to nothing.
    if (message.ParticipantRole !== 'SYSTEM') {
      const item = conversations.composeReceipt(contact, message, participant, kind);
      return answer(item.Id, item.AbsoluteTime, () => {
        conversations.deliver(contact, item);
      });
    }
  } else if (ContentType === typing) {
    const item = conversations.composeTyping(contact, participant);
    return answer(item.Id, item.AbsoluteTime, () => {
      conversations.deliver(contact, item);
    });
  }
  return answer(parts.random.id(), contact.stamp());
}

function answer(Id: string, AbsoluteTime: string, echo?: () => void): Outcome {
  return { body: { Id, AbsoluteTime }, ...(echo && { echo }) };
}

/** The message a receipt is about. */
function confirmedMessage(contact: Contact, content: string | undefined): Item {
  const people = contact.participants.filter(({ role, state }) => role !== 'SYSTEM' && state === 'connected');
  if (people.length > 2) {
    throw new ServiceError(
      'ConflictException',
      'Receipts are not available with more than two participants.',
    );
  }
  const { messageId } = validate(object({ messageId: text(1, 256) }), parseContent(content));
  const message = contact.transcript.find(messageId);
  if (!message)
    throw new ServiceError('ValidationException', 'Content.messageId is not a message of this contact.');
  return message;
}

function parseContent(content: string | undefined): unknown {
  try {
    return JSON.parse(content ?? '') as unknown;
  } catch {
    throw new ServiceError('ValidationException', 'Content must be JSON with a messageId.');
  }
}
