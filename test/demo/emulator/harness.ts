import { strict as assert } from 'node:assert';
import { createControl, type Control } from '../../../demo/emulator/control-client.js';
import type { ContactDetail } from '../../../demo/emulator/core/control-types.js';
import { createEmulator, type EmulatorOptions } from '../../../demo/emulator/core/emulator.js';
import type { Item } from '../../../demo/emulator/core/wire.js';
import { ManualClock, countingRandom } from './manual-clock.js';

export const origin = 'http://127.0.0.1:8787';

/** What a route answered. Members are read as the tests expect them to be. */
export interface Reply<T> {
  readonly status: number;
  readonly headers: Headers;
  readonly body: T;
}

export interface ConnectionReply {
  readonly Websocket: { readonly Url: string; readonly ConnectionExpiry: string };
  readonly ConnectionCredentials: { readonly ConnectionToken: string; readonly Expiry: string };
}

export type { ContactDetail };

/** An open socket and everything that came through it. */
export interface TestSocket {
  send(frame: unknown): void;
  readonly frames: readonly Readonly<Record<string, unknown>>[];
  /** The chat items among the frames, decoded. */
  readonly items: readonly Item[];
  /** Set once the service closed; null for a cut. */
  closed: number | null | undefined;
}

/** A customer with tokens and one subscribed socket. */
export interface Customer {
  readonly contactId: string;
  readonly participantId: string;
  readonly participantToken: string;
  readonly connectionToken: string;
  readonly socket: TestSocket;
}

/** An emulator on a manual clock, with the shortest ways to talk to it. */
export class Harness {
  readonly clock = new ManualClock();
  readonly emulator;
  /** The control API as functions. */
  readonly api: Control;

  constructor(options: Partial<EmulatorOptions> = {}) {
    this.emulator = createEmulator({ clock: this.clock, random: countingRandom(), origin, ...options });
    this.api = createControl(`${origin}/control`, (request) => this.emulator.handle(request));
  }

  async request<T>(
    method: string,
    path: string,
    body?: unknown,
    headers?: Record<string, string>,
  ): Promise<Reply<T>> {
    const init = {
      method,
      ...(headers && { headers }),
      ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    };
    const reply = await this.emulator.handle(new Request(origin + path, init));
    const text = await reply.text();
    return { status: reply.status, headers: reply.headers, body: (text === '' ? {} : JSON.parse(text)) as T };
  }

  /** A call to the Participant Service. */
  call<T = Item>(operation: string, token: string | undefined, body: unknown = {}): Promise<Reply<T>> {
    return this.request(
      'POST',
      `/participant/${operation}`,
      body,
      token === undefined ? {} : { 'x-amz-bearer': token },
    );
  }

  control<T = unknown>(method: string, path: string, body?: unknown): Promise<Reply<T>> {
    return this.request(method, `/control${path}`, body);
  }

  /** The whole truth about a contact. */
  detail(contactId: string): Promise<ContactDetail> {
    return this.api.contact(contactId);
  }

  /** Opens a socket; fails the test if it is refused. */
  open(url: string): TestSocket {
    const answer = this.emulator.openSocket(url);
    assert(answer.accepted);
    const frames: Readonly<Record<string, unknown>>[] = [];
    const socket: TestSocket = {
      frames,
      closed: undefined,
      get items() {
        return frames
          .filter(({ topic }) => topic === 'aws/chat')
          .map(({ content }) => JSON.parse(String(content)) as Item);
      },
      send(frame) {
        answer.socket.send(typeof frame === 'string' ? frame : JSON.stringify(frame));
      },
    };
    answer.socket.onmessage = (text) => frames.push(JSON.parse(text) as Readonly<Record<string, unknown>>);
    answer.socket.onclose = (code) => (socket.closed = code ?? null);
    return socket;
  }

  subscribe(socket: TestSocket): TestSocket {
    socket.send({ topic: 'aws/subscribe', content: { topics: ['aws/chat'] } });
    return socket;
  }

  async connection(participantToken: string): Promise<ConnectionReply> {
    const body = { Type: ['WEBSOCKET', 'CONNECTION_CREDENTIALS'] };
    return (await this.call<ConnectionReply>('connection', participantToken, body)).body;
  }

  /** Starts a contact and connects its customer. */
  async customer(start: object = {}): Promise<Customer> {
    const { ContactId, ParticipantId, ParticipantToken } = await this.api.startContact(start);
    const connection = await this.connection(ParticipantToken);
    return {
      contactId: ContactId,
      participantId: ParticipantId,
      participantToken: ParticipantToken,
      connectionToken: connection.ConnectionCredentials.ConnectionToken,
      socket: this.subscribe(this.open(connection.Websocket.Url)),
    };
  }

  /** Sends a plain message and lets its echo out. */
  async say(customer: Customer, content: string): Promise<Reply<Item>> {
    const body = { ContentType: 'text/plain', Content: content };
    const reply = await this.call('message', customer.connectionToken, body);
    this.clock.advance(20);
    return reply;
  }
}

/** The contents of the messages among items. */
export function texts(items: readonly Item[]): readonly unknown[] {
  return items.filter(({ Type }) => Type === 'MESSAGE').map(({ Content }) => Content);
}

/** The short names of the events among items. */
export function events(items: readonly Item[]): readonly string[] {
  return items
    .filter(({ Type }) => Type === 'EVENT')
    .map(({ ContentType }) => String(ContentType).replace('application/vnd.amazonaws.connect.event.', ''));
}
