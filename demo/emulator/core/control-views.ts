import type { Contact } from './contact.js';
import type { LoggedRequest } from './request-log.js';
import type { Clock } from './ports.js';
import type { ServiceParts } from './service-parts.js';

/** A contact in a list. */
export function contactSummary(contact: Contact, { iso }: Clock): object {
  const last = contact.transcript.items.findLast(({ Type }) => Type === 'MESSAGE');
  return {
    contactId: contact.id,
    initialContactId: contact.initialId,
    status: contact.status,
    queue: contact.queue,
    displayName: contact.customer.displayName,
    agentName: contact.agent?.displayName ?? null,
    startedAt: iso(contact.startedMs),
    endedAt: contact.endedMs === undefined ? null : iso(contact.endedMs),
    lastMessage: last ? { text: last.Content, role: last.ParticipantRole, time: last.AbsoluteTime } : null,
  };
}

/** Everything about one contact except its credentials. */
export function contactDetail(contact: Contact, { clock, sockets, log }: ServiceParts): object {
  const { iso } = clock;
  return {
    ...contactSummary(contact, clock),
    attributes: contact.attributes,
    supportedMessagingContentTypes: contact.supportedContentTypes,
    participants: contact.participants.map(({ id, role, displayName, state, lastTypingMs }) => ({
      participantId: id,
      role,
      displayName,
      state,
      lastTypingAt: lastTypingMs === undefined ? null : iso(lastTypingMs),
    })),
    transcript: contact.transcript.items,
    sockets: sockets.of(contact).map(({ id, participant, isSubscribed, openedMs, closesMs }) => ({
      id,
      participantId: participant.id,
      subscribed: isSubscribed,
      openedAt: iso(openedMs),
      closesAt: iso(closesMs),
    })),
    requests: log.all.filter((request) => request.contact === contact).map(requestView),
  };
}

/** One received request, with the contact it belonged to. */
export function requestView({ operation, body, status, time, contact }: LoggedRequest): object {
  return { operation, body, status: status ?? null, time, contactId: contact?.initialId ?? null };
}
