import { Contact, type Participant } from './contact.js';
import { Flow } from './flow/flow.js';
import { rehydrate, type PastChat } from './rehydration.js';
import type { ServiceParts } from './service-parts.js';
import { messageContentTypes } from './wire.js';

/** How a contact begins. */
export interface StartOptions {
  readonly displayName: string;
  readonly attributes?: Readonly<Record<string, string>> | undefined;
  /** Default: all. */
  readonly supportedContentTypes?: readonly string[] | undefined;
  /** Whether only the agents leave when the customer ends the chat. Default: false. */
  readonly keepsCustomer?: boolean | undefined;
  /** When the contact ends by itself, in minutes. */
  readonly durationMinutes?: number | undefined;
  readonly initialMessage?: { readonly ContentType: string; readonly Content: string } | undefined;
  /** The past chat this one goes on from. */
  readonly past?: PastChat | undefined;
  /** Whether the scripted flow answers. */
  readonly withFlow: boolean;
}

/** A contact that has just begun, and what its customer needs to connect. */
export interface StartedContact {
  readonly contact: Contact;
  readonly participantToken: string;
}

const defaultDurationMinutes = 25 * 60;

/** Begins a contact: its customer is invited, its flow runs, its clocks tick. */
export function startContact(parts: ServiceParts, options: StartOptions): StartedContact {
  const { clock, random, contacts, conversations, tokens, timers, timings, changes } = parts;
  const customer: Participant = {
    id: random.id(),
    role: 'CUSTOMER',
    displayName: options.displayName,
    state: 'invited',
  };
  const contact = new Contact(
    {
      id: random.id(),
      customer,
      attributes: options.attributes ?? {},
      supportedContentTypes: options.supportedContentTypes ?? messageContentTypes,
      keepsCustomer: options.keepsCustomer ?? false,
      past: options.past?.contact,
    },
    clock,
  );
  contacts.add(contact);
  changes.announce(contact.initialId, 'started');
  if (options.past) rehydrate(parts, contact, options.past);

  const flow = options.withFlow ? new Flow(contact, parts) : undefined;
  if (flow) {
    contact.flow = flow;
    flow.start();
  }
  if (options.initialMessage) {
    const { ContentType, Content } = options.initialMessage;
    const message = conversations.composeMessage(contact, customer, ContentType, Content);
    conversations.publish(contact, message);
    flow?.customerSaid(message);
  }

  timers.after(timings.connectWithinMs, () => {
    if (customer.state === 'invited') conversations.end(contact);
  });
  timers.after((options.durationMinutes ?? defaultDurationMinutes) * timings.minuteMs, () => {
    conversations.end(contact);
  });
  return { contact, participantToken: tokens.issue('participant', contact, customer) };
}
