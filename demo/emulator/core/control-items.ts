import type { Contact, Participant } from './contact.js';
import type { ServiceParts } from './service-parts.js';
import { list, record, validate } from './validate.js';
import { isEventType, type Item } from './wire.js';

/** Adds and delivers items as given, with only what is missing filled in. */
export function addItems(parts: ServiceParts, contact: Contact, body: unknown): readonly Item[] {
  const items = Array.isArray(body) ? validate(list(record, 0), body) : [validate(record, body)];
  return items.map((item) => parts.conversations.publish(contact, complete(parts, contact, item)));
}

function complete(parts: ServiceParts, contact: Contact, given: Readonly<Record<string, unknown>>): Item {
  const isEvent = isEventType(given.ContentType);
  const isMetadata = given.Type === 'MESSAGEMETADATA';
  const isAttachment = given.Type === 'ATTACHMENT' || given.Attachments !== undefined;
  // The contact's own events belong to nobody.
  const isContactEvent =
    isEvent && /\.(chat|transfer|authentication|workflow)\./.test(String(given.ContentType));
  const participant =
    isMetadata || isContactEvent ? undefined : speakerFor(parts, contact, given.ParticipantRole ?? 'AGENT');
  return parts.conversations.compose(contact, participant, {
    Type: isAttachment ? 'ATTACHMENT' : isEvent ? 'EVENT' : 'MESSAGE',
    ...(!isEvent && !isAttachment && !isMetadata && { ContentType: 'text/plain' }),
    ...given,
  });
}

/** Whoever speaks in a role: the contact's participant, or a stand-in. */
export function speakerFor(parts: ServiceParts, contact: Contact, role: unknown): Participant {
  if (role === 'CUSTOMER') return contact.customer;
  if (role === 'AGENT' && contact.agent) return contact.agent;
  const isBot = role === 'SYSTEM' || role === 'CUSTOM_BOT';
  const displayName = isBot ? parts.script.bot.name : 'Agent';
  return { id: parts.random.id(), role: isBot ? role : 'AGENT', displayName, state: 'connected' };
}
