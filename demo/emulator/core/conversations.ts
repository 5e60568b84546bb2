import type { Changes } from './changes.js';
import type { Contact, Participant } from './contact.js';
import type { Clock, Random } from './ports.js';
import type { Delivery } from './delivery.js';
import { eventType, isKept, type Item, type Receipt } from './wire.js';

interface ConversationsInit {
  readonly clock: Clock;
  readonly random: Random;
  readonly delivery: Delivery;
  readonly changes: Changes;
}

type Members = Readonly<Record<string, unknown>>;

/** Everything that can happen in a contact, whoever causes it: the only writer of transcripts. */
export class Conversations {
  readonly #init: ConversationsInit;

  constructor(init: ConversationsInit) {
    this.#init = init;
  }

  /** A complete item: `members` win over what is filled in. */
  compose(contact: Contact, participant: Participant | undefined, members: Members): Item {
    return {
      AbsoluteTime: contact.stamp(),
      Id: this.#init.random.id(),
      ...(participant && {
        ParticipantId: participant.id,
        DisplayName: participant.displayName,
        ParticipantRole: participant.role,
      }),
      InitialContactId: contact.initialId,
      ContactId: contact.id,
      ...members,
    };
  }

  /** A complete message of a participant. Only people's messages take receipts. */
  composeMessage(contact: Contact, participant: Participant, contentType: string, content: string): Item {
    const item = this.compose(contact, participant, {
      Type: 'MESSAGE',
      ContentType: contentType,
      Content: content,
    });
    if (participant.role === 'SYSTEM') return item;
    return { ...item, MessageMetadata: { MessageId: item.Id, Receipts: [] } };
  }

  /** A complete event, such as `participant.joined`. */
  composeEvent(contact: Contact, suffix: string, participant?: Participant): Item {
    return this.compose(contact, participant, { Type: 'EVENT', ContentType: eventType(suffix) });
  }

  /** Keeps an item that belongs in the transcript, and delivers nothing. */
  keep(contact: Contact, item: Item): void {
    // An item sent on purpose with an unusable id or time can be delivered but not filed.
    const fileable = typeof item.Id === 'string' && typeof item.AbsoluteTime === 'string';
    if (fileable && isKept(item)) contact.transcript.add(item);
    this.#init.changes.announce(contact.initialId, 'item');
  }

  /** Sends an item on its way to the contact's sockets, and keeps nothing. */
  deliver(contact: Contact, item: Item): void {
    this.#init.delivery.deliver(contact, item);
  }

  /** Keeps and delivers an item. */
  publish(contact: Contact, item: Item): Item {
    this.keep(contact, item);
    this.deliver(contact, item);
    return item;
  }

  /** Notes that a participant types. The event itself is not delivered yet: the caller decides when. */
  composeTyping(contact: Contact, participant: Participant): Item {
    participant.lastTypingMs = this.#init.clock.now();
    this.#init.changes.announce(contact.initialId, 'typing');
    return this.composeEvent(contact, 'typing', participant);
  }

  /** Records on the message that `recipient` got or read it. The returned record is not delivered yet. */
  composeReceipt(contact: Contact, message: Item, recipient: Participant, kind: 'delivered' | 'read'): Item {
    const time = contact.stamp();
    const metadata = message.MessageMetadata as { readonly Receipts?: readonly Receipt[] } | undefined;
    const receipts = metadata?.Receipts ?? [];
    const before = receipts.find(({ RecipientParticipantId }) => RecipientParticipantId === recipient.id);
    const receipt: Receipt = {
      DeliveredTimestamp: before?.DeliveredTimestamp ?? time,
      ...(kind === 'read'
        ? { ReadTimestamp: time }
        : before?.ReadTimestamp && { ReadTimestamp: before.ReadTimestamp }),
      RecipientParticipantId: recipient.id,
    };
    const others = receipts.filter((other) => other !== before);
    contact.transcript.add({
      ...message,
      MessageMetadata: { ...metadata, MessageId: message.Id, Receipts: [...others, receipt] },
    });
    this.#init.changes.announce(contact.initialId, 'receipt');
    return this.compose(contact, undefined, {
      AbsoluteTime: time,
      Type: 'MESSAGEMETADATA',
      ContentType: eventType('message.metadata'),
      MessageMetadata: { MessageId: message.Id, Receipts: [receipt] },
    });
  }

  /** Lets a participant in: once per participant, with `participant.joined`. */
  join(contact: Contact, participant: Participant): Item | undefined {
    if (participant.state !== 'invited') return undefined;
    participant.state = 'connected';
    if (!contact.participants.includes(participant)) contact.participants.push(participant);
    this.#init.changes.announce(contact.initialId, 'participants');
    return this.publish(contact, this.composeEvent(contact, 'participant.joined', participant));
  }

  /** Takes a participant out. The returned `participant.left` is kept but not delivered yet. */
  composeLeft(contact: Contact, participant: Participant): Item {
    participant.state = 'left';
    this.#init.changes.announce(contact.initialId, 'participants');
    const item = this.composeEvent(contact, 'participant.left', participant);
    this.keep(contact, item);
    return item;
  }

  /** Gives a participant another name, and says so. */
  rename(contact: Contact, participant: Participant, displayName: string): Item {
    participant.displayName = displayName;
    this.#init.changes.announce(contact.initialId, 'participants');
    return this.publish(contact, this.composeEvent(contact, 'participant.displayname.updated', participant));
  }

  /** Says who has the customer now. */
  queue(contact: Contact, queue: Contact['queue']): void {
    contact.queue = queue;
    this.#init.changes.announce(contact.initialId, 'queue');
  }

  /** Ends a contact for good, once: the staff leave, then `chat.ended`. The sockets are left to the client to close. */
  end(contact: Contact): void {
    if (contact.status === 'ended') return;
    contact.flow?.stop();
    for (const participant of contact.staff) {
      this.deliver(contact, this.composeLeft(contact, participant));
    }
    this.publish(contact, this.composeEvent(contact, 'chat.ended'));
    contact.customer.state = 'left';
    contact.status = 'ended';
    contact.queue = 'none';
    contact.endedMs = this.#init.clock.now();
    this.#init.changes.announce(contact.initialId, 'ended');
  }
}
