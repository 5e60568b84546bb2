import type {
  Contact,
  Failure,
  Processing,
  ReceivedEntry,
  ReceivedFact,
  Receipt,
  Role,
  SystemEvent,
  TranscriptPage,
} from '../../src/engine/types.js';
import type { Prng } from './prng.js';
import type { VirtualTime } from './virtual-time.js';

/** What the service writes down: an item with everything that is known of it. */
export interface Item {
  readonly id: string;
  readonly kind: 'message' | 'event';
  readonly event?: SystemEvent;
  readonly role: Role;
  readonly participantId: string;
  text: string;
  readonly time: number;
  readonly receipts: Map<string, Receipt['kind']>;
  /** Of a streamed answer that is not finished: how many pieces there are. */
  pieces?: number | undefined;
}

/** A receipt as it came in. */
export interface GivenReceipt {
  readonly messageId: string;
  readonly kind: Receipt['kind'];
  readonly clientToken: string;
}

/** One socket as the service sees it. */
export interface ServiceSocket {
  readonly contactId: string;
  subscribed: boolean;
  readonly deliver: (fact: ReceivedFact) => void;
  /** The service hangs up. */
  readonly hangUp: () => void;
}

/** One chat at the service. */
export interface ServiceContact extends Contact {
  readonly startToken: string;
  readonly items: Item[];
  readonly byClientToken: Map<string, Item>;
  readonly connectionTokens: Set<string>;
  readonly sockets: Set<ServiceSocket>;
  agents: number;
  /** A receipt was answered with 409: the customer is to give no more. */
  receiptsRefused: boolean;
  ended: boolean;
}

const MAX_SOCKETS = 5;
const URL_VALID_MS = 100_000;

const refusal = (status: number, kind: Failure['kind']): Failure => ({ kind, status });

/**
 * A model of Amazon Connect's side, written from its public description and from nothing of ours: bearer tokens, items in strictly rising time, one
 * item for one client token, echoes to every subscribed socket, nothing replayed, transcripts paged backward.
 */
export class Service {
  readonly contacts = new Map<string, ServiceContact>();
  /** How long a socket lives, in ms. */
  lifetimeMs = 65 * 60_000;
  readonly #time: VirtualTime;
  readonly #random: Prng;
  readonly #pageSize: number;
  readonly #marksUnfinished: boolean;
  readonly #urls = new Map<string, { readonly contact: ServiceContact; readonly until: number }>();
  #ids = 0;

  /** @param marksUnfinished - whether a transcript says of an answer that is being written that it is not finished */
  constructor(time: VirtualTime, random: Prng, pageSize: number, marksUnfinished: boolean) {
    this.#time = time;
    this.#random = random;
    this.#pageSize = pageSize;
    this.#marksUnfinished = marksUnfinished;
  }

  startContact(startToken: string): ServiceContact {
    const known = [...this.contacts.values()].find((one) => one.startToken === startToken);
    if (known) return known;
    const contactId = this.#id('contact');
    const contact: ServiceContact = {
      contactId,
      participantId: `${contactId}-customer`,
      startToken,
      items: [],
      byClientToken: new Map(),
      connectionTokens: new Set(),
      sockets: new Set(),
      agents: 0,
      receiptsRefused: false,
      ended: false,
    };
    this.contacts.set(contactId, contact);
    this.write(contact, { role: 'customer', event: 'joined' });
    this.write(contact, { role: 'system', text: `welcome to ${contactId}` });
    return contact;
  }

  /** The participant token of a contact is its id: a secret adds nothing here. */
  createConnection(participantToken: string) {
    const contact = this.contacts.get(participantToken);
    if (!contact || contact.ended) throw refusal(403, 'forbidden');
    const connectionToken = this.#id('token');
    const socketUrl = this.#id('wss://socket');
    contact.connectionTokens.add(connectionToken);
    this.#urls.set(socketUrl, { contact, until: this.#time.now + URL_VALID_MS });
    return { connectionToken, socketUrl, socketLifetimeMs: this.lifetimeMs };
  }

  /** The socket, if the URL is good; it gets nothing before it is subscribed. */
  openSocket(
    url: string,
    deliver: ServiceSocket['deliver'],
    hangUp: ServiceSocket['hangUp'],
  ): ServiceSocket | undefined {
    const grant = this.#urls.get(url);
    if (!grant || grant.until < this.#time.now || grant.contact.sockets.size >= MAX_SOCKETS) return undefined;
    this.#urls.delete(url);
    const { contact } = grant;
    const socket: ServiceSocket = { contactId: contact.contactId, subscribed: false, deliver, hangUp };
    contact.sockets.add(socket);
    this.#time.after(this.lifetimeMs, () => this.closeSocket(socket) && hangUp());
    return socket;
  }

  /** Forgets the socket; false if it was forgotten before. */
  closeSocket(socket: ServiceSocket): boolean {
    return this.contacts.get(socket.contactId)?.sockets.delete(socket) ?? false;
  }

  transcript(connectionToken: string, nextToken: string | undefined): TranscriptPage {
    const contact = this.#bearer(connectionToken);
    const end = nextToken === undefined ? contact.items.length : Number(nextToken);
    const start = Math.max(0, end - this.#pageSize);
    return {
      entries: contact.items.slice(start, end).map((item) => this.#received(contact, item)),
      receipts: [],
      ...(start > 0 && { nextToken: String(start) }),
    };
  }

  sendMessage(
    connectionToken: string,
    message: { readonly text: string; readonly clientToken: string },
  ): { readonly id: string; readonly time: number; readonly processing?: Processing } {
    const contact = this.#bearer(connectionToken);
    const known = contact.byClientToken.get(message.clientToken);
    const item = known ?? this.write(contact, { role: 'customer', text: message.text });
    contact.byClientToken.set(message.clientToken, item);
    return { id: item.id, time: item.time };
  }

  sendTyping(connectionToken: string): void {
    const contact = this.#bearer(connectionToken);
    this.#fanOut(contact, {
      type: 'typing-received',
      participantId: contact.participantId,
      role: 'customer',
    });
  }

  /** Receipts are taken each time; with more than two people in the chat there are none. */
  sendReceipt(connectionToken: string, receipt: GivenReceipt): void {
    const contact = this.#bearer(connectionToken);
    if (contact.agents > 1) {
      contact.receiptsRefused = true;
      throw refusal(409, 'refused');
    }
    if (!contact.items.some(({ id }) => id === receipt.messageId)) throw refusal(400, 'refused');
    this.acknowledge(contact, receipt.messageId, receipt.kind, contact.participantId);
  }

  /** Ends the contact in a while; a last word may come before that. */
  disconnect(connectionToken: string): void {
    const contact = this.#bearer(connectionToken);
    const lastWord = this.#random.chance(0.3);
    this.#time.after(this.#random.int(0, 2_000), () => {
      if (contact.ended) return;
      if (lastWord) this.write(contact, { role: 'system', text: `survey of ${contact.contactId}` });
      this.write(contact, { role: 'customer', event: 'left' });
      this.end(contact);
    });
  }

  end(contact: ServiceContact): void {
    if (contact.ended) return;
    contact.ended = true;
    this.write(contact, { role: 'system', event: 'ended' });
  }

  /** Writes an item down and tells everybody. Times rise strictly within a contact. */
  write(
    contact: ServiceContact,
    said: { readonly role: Role; readonly text?: string; readonly event?: SystemEvent },
    persisted = true,
  ): Item {
    const id = this.#id('item');
    const item: Item = {
      id,
      kind: said.event ? 'event' : 'message',
      ...(said.event && { event: said.event }),
      role: said.role,
      participantId: `${contact.contactId}-${said.role}`,
      text: said.text ?? '',
      time: Math.max(this.#time.now, (contact.items.at(-1)?.time ?? 0) + 1),
      receipts: new Map(),
    };
    if (persisted) contact.items.push(item);
    this.#fanOut(contact, { type: 'entry-received', entry: this.#received(contact, item) });
    return item;
  }

  /** A streamed answer: pieces over the sockets only; the transcript holds what has been said so far. */
  stream(contact: ServiceContact, pieces: readonly string[], everyMs: number): void {
    const [first = '', ...rest] = pieces;
    const item: Item = {
      id: this.#id('item'),
      kind: 'message',
      role: 'system',
      participantId: `${contact.contactId}-system`,
      text: first,
      time: Math.max(this.#time.now, (contact.items.at(-1)?.time ?? 0) + 1),
      receipts: new Map(),
      pieces: 1,
    };
    contact.items.push(item);
    const tell = (text: string, number: number, complete: boolean) => {
      const entry = { ...this.#received(contact, item), text, chunk: { number, complete } };
      this.#fanOut(contact, { type: 'entry-received', entry });
    };
    tell(first, 1, false);
    rest.forEach((piece, index) =>
      this.#time.after(everyMs * (index + 1), () => {
        item.text += piece;
        item.pieces = index + 2;
        tell(piece, index + 2, false);
      }),
    );
    // Even of a contact that has ended meanwhile: what has begun is finished.
    this.#time.after(everyMs * pieces.length, () => {
      item.pieces = undefined;
      tell(item.text, pieces.length + 1, true);
    });
  }

  typing(contact: ServiceContact): void {
    const participantId = `${contact.contactId}-agent`;
    this.#fanOut(contact, { type: 'typing-received', participantId, role: 'agent' });
  }

  /** Somebody has received or read a message. */
  acknowledge(
    contact: ServiceContact,
    messageId: string,
    kind: Receipt['kind'],
    participantId: string,
  ): void {
    const item = contact.items.find(({ id }) => id === messageId);
    if (!item || item.receipts.get(participantId) === 'read') return;
    item.receipts.set(participantId, kind);
    this.#fanOut(contact, { type: 'receipts-received', receipts: [{ messageId, participantId, kind }] });
  }

  /** Connection tokens and socket URLs handed out so far are worth nothing any more. */
  expire(what: 'tokens' | 'urls'): void {
    if (what === 'urls') this.#urls.clear();
    else for (const contact of this.contacts.values()) contact.connectionTokens.clear();
  }

  #bearer(connectionToken: string): ServiceContact {
    for (const contact of this.contacts.values())
      if (contact.connectionTokens.has(connectionToken) && !contact.ended) return contact;
    throw refusal(403, 'forbidden');
  }

  #fanOut(contact: ServiceContact, fact: ReceivedFact): void {
    for (const socket of contact.sockets) if (socket.subscribed) socket.deliver(fact);
  }

  #received({ contactId }: ServiceContact, item: Item): ReceivedEntry {
    const { id, kind, event, role, participantId, text, time, pieces } = item;
    const receipts = [...item.receipts].map(([who, how]): Receipt => ({
      messageId: id,
      participantId: who,
      kind: how,
    }));
    return {
      id,
      kind,
      ...(event && { event }),
      role,
      participantId,
      displayName: role,
      contentType: event ? `event/${event}` : 'text/plain',
      text,
      time,
      contactId,
      initialContactId: contactId,
      ...(receipts.length > 0 && { receipts }),
      ...(pieces !== undefined &&
        this.#marksUnfinished && { chunk: { number: pieces, complete: false, joined: true } }),
    };
  }

  #id(what: string): string {
    return `${what}-${(this.#ids += 1)}`;
  }
}
