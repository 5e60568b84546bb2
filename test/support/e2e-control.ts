import type { Item } from '../../demo/emulator/core/wire.js';

/** What starting a contact over the control API answers. */
export interface StartedContact {
  readonly ContactId: string;
  readonly ParticipantId: string;
  readonly ParticipantToken: string;
}

/** The whole truth about a contact, as far as the tests read it. */
export interface ContactTruth {
  readonly contactId: string;
  readonly status: 'active' | 'ending' | 'ended';
  readonly queue: 'none' | 'bot' | 'waiting' | 'agent';
  readonly transcript: readonly Item[];
  /** Items of past chats, oldest first. */
  readonly history: readonly Item[];
  readonly participants: readonly {
    readonly participantId: string;
    readonly role: string;
    readonly state: 'invited' | 'connected' | 'left';
  }[];
  readonly sockets: readonly { readonly id: string; readonly subscribed: boolean }[];
  readonly signIns: readonly {
    readonly sessionId: string;
    readonly status: 'initiated' | 'succeeded' | 'failed' | 'timeout' | 'expired' | 'cancelled';
    readonly redirectUri: string | null;
  }[];
  readonly requests: readonly {
    readonly operation: string;
    readonly body: Readonly<Record<string, unknown>>;
    readonly status: number;
    readonly time: string;
  }[];
}

/** The emulator's control API (`demo/emulator/README.md`): the other side of every chat. */
export class Control {
  readonly #url: string;

  constructor(url: string) {
    this.#url = url;
  }

  /** Starts a contact in which nobody answers unless the test does. */
  start(options: Readonly<Record<string, unknown>> = {}): Promise<StartedContact> {
    return this.#call('POST', '/contacts', options);
  }

  contact(id: string): Promise<ContactTruth> {
    return this.#call('GET', `/contacts/${id}`);
  }

  async contacts(): Promise<readonly { readonly contactId: string }[]> {
    const { contacts } = await this.#call<{ contacts: { contactId: string }[] }>('GET', '/contacts');
    return contacts;
  }

  /** Plays the agent; returns the item that went out. */
  async agent(id: string, action: string, more: Readonly<Record<string, unknown>> = {}): Promise<Item> {
    const { item } = await this.#call<{ item: Item }>('POST', `/contacts/${id}/agent`, { action, ...more });
    return item;
  }

  /** Adds and delivers items; what they lack is filled in. */
  async add(id: string, ...items: readonly object[]): Promise<readonly Item[]> {
    return (await this.#call<{ items: Item[] }>('POST', `/contacts/${id}/items`, items)).items;
  }

  /** Sends a raw frame to the customer's sockets. */
  async frame(id: string, text: string): Promise<void> {
    await this.#call('POST', `/contacts/${id}/frames`, { text });
  }

  /** Sends a view: one of the emulator's by its id, or one that comes along. */
  async view(id: string, view: Readonly<Record<string, unknown>>): Promise<void> {
    await this.#call('POST', `/contacts/${id}/view`, view);
  }

  /** Asks the customer to sign in. */
  async askToSignIn(id: string): Promise<void> {
    await this.#call('POST', `/contacts/${id}/sign-ins`);
  }

  async end(id: string): Promise<void> {
    await this.#call('POST', `/contacts/${id}/end`);
  }

  async fault(type: string, more: Readonly<Record<string, unknown>> = {}): Promise<void> {
    await this.#call('POST', '/faults', { type, ...more });
  }

  async clearFaults(): Promise<void> {
    await this.#call('DELETE', '/faults');
  }

  /** Moves the emulator's clock ahead, if it is one that can be moved. */
  async advance(advanceMs: number): Promise<void> {
    await this.#call('POST', '/clock', { advanceMs });
  }

  async #call<T>(method: string, path: string, body?: unknown): Promise<T> {
    const response = await fetch(this.#url + path, {
      method,
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${text}`);
    return JSON.parse(text) as T;
  }
}
