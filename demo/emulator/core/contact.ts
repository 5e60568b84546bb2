import type { ServiceClock } from './service-clock.js';
import { Transcript } from './transcript.js';
import type { Attachment } from './attachments.js';
import type { SignInOutcome } from './sign-in/sign-ins.js';
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

/** Where a customer goes when the agent has left: to the next agent, back to the flow, or into the disconnect flow with its survey. */
export type AfterAgent = 'queue' | 'flow' | 'survey';

/** What a contact tells the flow that runs in it. */
export interface ContactFlow {
  /** The customer wrote a message. */
  customerSaid(message: Item): void;
  /** The customer sent a file, or the scanner has found what it is. */
  customerAttached(item: Item, attachment: Attachment): void;
  /** A sign-in is over, whichever way. */
  signInSettled(outcome: SignInOutcome): void;
  /** The customer left: the disconnect flow's turn. Whoever leaves that too ends the contact. */
  customerLeft(): void;
  /** An agent has joined. */
  agentJoined(agent: Participant): void;
  /** An agent typed or wrote, and so has read what the customer wrote. */
  agentActed(agent: Participant): void;
  /** An agent has left. */
  agentLeft(next: AfterAgent): void;
  /** Nothing more may come from the flow. */
  stop(): void;
}

/** What a contact is started with. */
export interface ContactInit {
  readonly id: string;
  readonly customer: Participant;
  readonly attributes: Readonly<Record<string, string>>;
  readonly supportedContentTypes: readonly string[];
  /** Whether only the agents leave when the customer ends the chat (`DisconnectOnCustomerExit`). */
  readonly keepsCustomer: boolean;
  /** The past chat this one goes on from, if it is a persistent one. */
  readonly past?: Contact | undefined;
}

/** One chat from its start to its end, across transfers. Holds facts only; who may change them is decided elsewhere. */
export class Contact {
  /** The id that never changes. */
  readonly initialId: string;
  readonly customer: Participant;
  readonly attributes: Readonly<Record<string, string>>;
  readonly supportedContentTypes: readonly string[];
  /** Whether the customer who ends the chat goes through the disconnect flow: only the agents are disconnected then. */
  readonly keepsCustomer: boolean;
  readonly transcript = new Transcript();
  readonly participants: Participant[];
  readonly startedMs: number;
  /** The contact whose chat this one goes on from. */
  readonly past: Contact | undefined;
  /** The items of past chats, oldest first; none before the chat is rehydrated. */
  history: readonly Item[] = [];
  status: 'active' | 'ending' | 'ended' = 'active';
  queue: Queue = 'none';
  endedMs?: number;
  /** The flow that answers the customer, if this contact has one. */
  flow?: ContactFlow;

  readonly #clock: ServiceClock;
  readonly #chain: string[];
  #lastMs: number;

  constructor(init: ContactInit, clock: ServiceClock) {
    this.initialId = init.id;
    this.customer = init.customer;
    this.attributes = init.attributes;
    this.supportedContentTypes = init.supportedContentTypes;
    this.keepsCustomer = init.keepsCustomer;
    this.participants = [init.customer];
    this.startedMs = clock.now();
    this.past = init.past;
    this.#clock = clock;
    this.#chain = [init.id];
    // What is said now is later than all that was said in the past chat, however fast that was.
    this.#lastMs = init.past ? init.past.#lastMs : 0;
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

  /** The supervisor who has barged in and is still here. */
  get supervisor(): Participant | undefined {
    return this.participants.findLast(({ role, state }) => role === 'SUPERVISOR' && state === 'connected');
  }

  /** The agents and supervisors who are here now. */
  get staff(): readonly Participant[] {
    return this.participants.filter(
      ({ role, state }) => (role === 'AGENT' || role === 'SUPERVISOR') && state === 'connected',
    );
  }

  /** A time stamp later than every one given before, wherever the clock has gone: items never share a time. */
  stamp(): string {
    const nowMs = Math.floor(this.#clock.now() + this.#clock.skewMs);
    this.#lastMs = Math.max(nowMs, this.#lastMs + 1);
    return this.#clock.trueIso(this.#lastMs);
  }
}
