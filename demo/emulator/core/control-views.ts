import type { Contact } from './contact.js';
import type { ContactDetail, ContactSummary, ReceiptView, RequestView } from './control-types.js';
import { attachmentViews, sentViewViews, signInViews } from './control-truth.js';
import type { Clock } from './ports.js';
import type { LoggedRequest } from './request-log.js';
import type { ServiceParts } from './service-parts.js';
import type { Receipt } from './wire.js';

/** A contact in a list. */
export function contactSummary(contact: Contact, { iso }: Pick<Clock, 'iso'>): ContactSummary {
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
export function contactDetail(contact: Contact, parts: ServiceParts): ContactDetail {
  const { clock, sockets, log } = parts;
  const { iso } = clock;
  return {
    ...contactSummary(contact, clock),
    attributes: contact.attributes,
    supportedMessagingContentTypes: contact.supportedContentTypes,
    sourceContactId: contact.past?.initialId ?? null,
    participants: contact.participants.map(({ id, role, displayName, state, lastTypingMs }) => ({
      participantId: id,
      role,
      displayName,
      state,
      lastTypingAt: lastTypingMs === undefined ? null : iso(lastTypingMs),
    })),
    history: contact.history,
    transcript: contact.transcript.items,
    receipts: receiptViews(contact),
    sockets: sockets.of(contact).map(({ id, participant, isSubscribed, isHalfOpen, openedMs, closesMs }) => ({
      id,
      participantId: participant.id,
      subscribed: isSubscribed,
      halfOpen: isHalfOpen,
      openedAt: iso(openedMs),
      closesAt: iso(closesMs),
    })),
    requests: log.all.filter((request) => request.contact === contact).map(requestView),
    attachments: attachmentViews(contact, parts),
    views: sentViewViews(contact, parts),
    signIns: signInViews(contact, parts),
  };
}

function receiptViews(contact: Contact): readonly ReceiptView[] {
  return contact.transcript.items.flatMap(({ Id, MessageMetadata }) => {
    // Items sent on purpose may hold anything here.
    const receipts: unknown = (MessageMetadata as { readonly Receipts?: unknown } | null | undefined)
      ?.Receipts;
    if (!Array.isArray(receipts)) return [];
    return (receipts as readonly Receipt[]).map((receipt) => ({
      messageId: Id,
      participantId: receipt.RecipientParticipantId,
      deliveredAt: receipt.DeliveredTimestamp ?? null,
      readAt: receipt.ReadTimestamp ?? null,
    }));
  });
}

/** One received request, with the contact it belonged to. */
export function requestView({ operation, body, status, time, contact }: LoggedRequest): RequestView {
  return { operation, body, status: status ?? null, time, contactId: contact?.initialId ?? null };
}
