import type { Clock } from './ports.js';
import { Transcript } from './transcript.js';
import type { Item, ParticipantRole } from './wire.js';

/** Someone who takes part in a contact. */
export interface Participant {
  readonly id: string;
  readonly role: ParticipantRole;
  displayName: string;
  state: 'invited' | 'connected' | 'left';
  /** When this participant last typed, in milliseconds since the epoch. */
  lastTypingMs?: number;
}

/** Who has the customer. */
export type Queue = 'none' | 'bot' | 'waiting' | 'agent';

/** What a contact tells the flow that runs in it. */
export interface ContactFlow {
  /** The customer wrote a message. */
  customerSaid(message: Item): void;
  /** The customer left: the disconnect flow's turn. */
  customerLeft(): void;
  /** An agent has joined. */
  agentJoined(agent: Participant): void;
  /** An agent typed or wrote, and so has read what the customer wrote. */
  agentActed(agent: Participant): void;
  /** An agent has left; `waiting` if the customer waits for the next one. */
  agentLeft(waiting: boolean): void;
  /** Nothing more may come from the flow. */
  stop(): void;
}

/** What a contact is started with. */
export interface ContactInit {
  readonly id: string;
  readonly customer: Participant;
  readonly attributes: Readonly<Record<string, string>>;
  readonly supportedContentTypes: readonly string[];
}

/** One chat from its start to its end, across transfers. Holds facts only; who may change them is decided elsewhere. */
export class Contact {
  /** The id that never changes. */
  readonly initialId: string;
  readonly customer: Participant;
  readonly attributes: Readonly<Record<string, string>>;
  readonly supportedContentTypes: readonly string[];
  readonly transcript = new Transcript();
  readonly participants: Participant[];
  readonly startedMs: number;
  status: 'active' | 'ending' | 'ended' = 'active';
  queue: Queue = 'none';
  endedMs?: number;
  /** The flow that answers the customer, if this contact has one. */
  flow?: ContactFlow;

  readonly #clock: Clock;
  readonly #chain: string[];
  #lastMs = 0;

  constructor(init: ContactInit, clock: Clock) {
    this.initialId = init.id;
    this.customer = init.customer;
    this.attributes = init.attributes;
    this.supportedContentTypes = init.supportedContentTypes;
    this.participants = [init.customer];
    this.startedMs = clock.now();
    this.#clock = clock;
    this.#chain = [init.id];
  }

  /** The current contact id: a transfer gives a new one. */
  get id(): string {
    return this.#chain.at(-1) ?? this.initialId;
  }

  /** Whether `id` is or was an id of this contact. */
  answersTo(id: string): boolean {
    return this.#chain.includes(id);
  }

  /** Goes on under a new contact id. */
  moveTo(id: string): void {
    this.#chain.push(id);
  }

  /** The agent who is here now; of several, the one who came last. */
  get agent(): Participant | undefined {
    return this.participants.findLast(({ role, state }) => role === 'AGENT' && state === 'connected');
  }

  /** A time stamp later than every one given before: items of a contact never share a time. */
  stamp(): string {
    this.#lastMs = Math.max(this.#clock.now(), this.#lastMs + 1);
    return this.#clock.iso(this.#lastMs);
  }
}
