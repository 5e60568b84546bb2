import type { Contact } from './contact.js';
import type { ServiceParts } from './service-parts.js';
import type { Item } from './wire.js';

/** How much of a past chat a persistent chat takes along, as StartChatContact spells it. */
export const rehydrationTypes = ['ENTIRE_PAST_SESSION', 'FROM_SEGMENT'] as const;

/** One of the rehydration types. */
export type RehydrationType = (typeof rehydrationTypes)[number];

/** The past chat that a persistent chat goes on from. */
export interface PastChat {
  readonly contact: Contact;
  /** The contact id it goes on from: with FROM_SEGMENT what followed under later ids is left out. */
  readonly segmentId: string;
}

/** The past chat of `contact` that a request names; without a type the entire one. */
export function pastChat(
  contact: Contact,
  sourceContactId: string,
  type: RehydrationType = 'ENTIRE_PAST_SESSION',
): PastChat {
  return { contact, segmentId: type === 'FROM_SEGMENT' ? sourceContactId : contact.id };
}

/** Lets a contact remember a past chat: a moment later its items can be read, and `chat.rehydrated` says so. */
export function rehydrate(parts: ServiceParts, contact: Contact, past: PastChat): void {
  const { timers, timings, conversations } = parts;
  timers.after(timings.rehydrateMs, () => {
    if (contact.status === 'ended') return;
    contact.history = pastItems(past);
    conversations.publish(contact, conversations.composeEvent(contact, 'chat.rehydrated'));
  });
}

/** What was said up to the end of a segment, and in the chats before it, as a later chat shows it. */
function pastItems({ contact, segmentId }: PastChat): readonly Item[] {
  const { items } = contact.transcript;
  const lastOfSegment = items.findLastIndex(({ ContactId }) => ContactId === segmentId);
  const taken = segmentId === contact.id ? items : items.slice(0, lastOfSegment + 1);
  const own = taken.map(({ ContactId, ...item }): Item => {
    return { ...item, RelatedContactId: ContactId ?? contact.id };
  });
  return [...contact.history, ...own];
}
