import type { Contact, Participant } from '../contact.js';
import type { ServiceParts } from '../service-parts.js';
import type { Timers } from '../timers.js';
import type { Item, Receipt } from '../wire.js';

/** Confirms a message as people do: delivered in a moment and, where `andRead`, read in another. */
export function confirmOver(
  { desk, timings }: ServiceParts,
  timers: Timers,
  contact: Contact,
  message: Item,
  reader: Participant,
  andRead: boolean,
): void {
  const confirm = (kind: 'delivered' | 'read') => (): void => {
    const current = contact.transcript.find(message.Id);
    if (current && contact.status !== 'ended') desk.confirm(contact, reader, current, kind);
  };
  timers.after(timings.deliveredMs, confirm('delivered'));
  if (andRead) timers.after(timings.readMs, confirm('read'));
}

/** The customer's messages that nobody has yet confirmed in this way. */
export function unconfirmed(contact: Contact, kind: 'delivered' | 'read'): readonly Item[] {
  return contact.transcript.items.filter((item) => {
    if (item.Type === 'EVENT' || item.ParticipantRole !== 'CUSTOMER') return false;
    const metadata = item.MessageMetadata as { readonly Receipts?: readonly Receipt[] } | undefined;
    const receipts = metadata?.Receipts ?? [];
    return !receipts.some(({ ReadTimestamp }) => kind === 'delivered' || ReadTimestamp !== undefined);
  });
}
