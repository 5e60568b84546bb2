import type { Contact, Participant } from './contact.js';
import type { Faults } from './faults.js';
import type { Random } from './ports.js';

/** One open chat socket, seen from the client's side of the wire. */
export interface EmulatorSocket {
  /** Called with each text frame the service sends. */
  onmessage: ((text: string) => void) | null;
  /** Called once when the service closes; without a code the connection was cut rather than closed. */
  onclose: ((code: number | undefined) => void) | null;
  /** Called once when the connection goes dead: from then on nothing crosses it either way, but it stays open. */
  onhalfopen: (() => void) | null;
  /** Whether the connection is dead, as it can be from the start. */
  readonly isHalfOpen: boolean;
  /** Sends a text frame to the service. */
  send(text: string): void;
  /** The client closes, or has gone. */
  close(): void;
}

const chatTopic = 'aws/chat';

interface ChatSocketInit {
  readonly contact: Contact;
  readonly participant: Participant;
  readonly openedMs: number;
  readonly closesMs: number;
  /** Called once when the socket is no longer open, whoever closed it. */
  readonly gone: () => void;
  /** Called when the subscription begins. */
  readonly subscribed: () => void;
}

/** The service's end of one socket: answers control frames, and passes items on once the client has subscribed. */
export class ChatSocket implements EmulatorSocket {
  onmessage: EmulatorSocket['onmessage'] = null;
  onclose: EmulatorSocket['onclose'] = null;
  onhalfopen: EmulatorSocket['onhalfopen'] = null;
  readonly id: string;
  readonly participant: Participant;
  readonly openedMs: number;
  readonly closesMs: number;
  isSubscribed = false;
  isHalfOpen = false;

  readonly #random: Random;
  readonly #faults: Faults;
  readonly #init: ChatSocketInit;
  #isOpen = true;

  constructor(init: ChatSocketInit, random: Random, faults: Faults) {
    this.#init = init;
    this.#random = random;
    this.#faults = faults;
    this.id = random.id();
    this.participant = init.participant;
    this.openedMs = init.openedMs;
    this.closesMs = init.closesMs;
  }

  send(text: string): void {
    if (!this.#isOpen || this.isHalfOpen || text === '') return;
    const frame = parseFrame(text);
    switch (frame?.topic) {
      case 'aws/subscribe':
        this.#control('subscribe', () => this.#subscribe(frame.content));
        break;
      case 'aws/ping':
        this.#control('ping', () => this.#ping());
        break;
      case 'aws/heartbeat':
        this.#control('heartbeat', () => ({}));
        break;
      default:
        this.#answer({ message: 'Forbidden', connectionId: this.id, requestId: this.#random.id() });
    }
  }

  close(): void {
    if (!this.#isOpen) return;
    this.#isOpen = false;
    this.#init.gone();
  }

  /** Passes a chat item on, double-encoded, if the client has subscribed. */
  deliver(content: string): void {
    if (!this.isSubscribed) return;
    this.#answer({ topic: chatTopic, contentType: 'application/json', content });
  }

  /** Sends any text as it is. */
  sendFrame(text: string): void {
    if (this.#isOpen && !this.isHalfOpen) this.onmessage?.(text);
  }

  /** Ends the socket from the service's side; without a code the connection is cut. */
  end(code?: number): void {
    if (!this.#isOpen) return;
    this.close();
    // Nothing crosses a dead connection, a close frame as little as any other.
    this.onclose?.(this.isHalfOpen ? undefined : code);
  }

  /** Lets the connection go dead while it stays open. */
  die(): void {
    if (!this.#isOpen || this.isHalfOpen) return;
    this.isHalfOpen = true;
    this.onhalfopen?.();
  }

  /** Performs a control frame and answers it with `topic` and what `perform` gives. */
  #control(topic: string, perform: () => object): void {
    const mute = this.#faults.strike('mute', { contact: this.#init.contact, topic });
    if (mute && mute.when !== 'after') return;
    const answer = { topic: `aws/${topic}`, ...perform() };
    if (!mute) this.#answer(answer);
  }

  #ping(): object {
    const failure = this.#faults.strike('ping-failure', { contact: this.#init.contact });
    return failure
      ? { statusCode: failure.statusCode ?? 500, statusContent: 'Injected by a fault.' }
      : { statusCode: 200, statusContent: 'OK' };
  }

  #subscribe(content: unknown): object {
    const topics = (content as { readonly topics?: unknown } | null | undefined)?.topics;
    const known = Array.isArray(topics) && topics.length > 0 && topics.every((topic) => topic === chatTopic);
    const isGranted = known && !this.#faults.strike('subscribe-failure', { contact: this.#init.contact });
    if (isGranted && !this.isSubscribed) {
      this.isSubscribed = true;
      this.#init.subscribed();
    }
    return { content: { status: isGranted ? 'success' : 'failure', topics } };
  }

  #answer(frame: object): void {
    this.sendFrame(JSON.stringify(frame));
  }
}

function parseFrame(text: string): { readonly topic?: unknown; readonly content?: unknown } | undefined {
  try {
    const frame: unknown = JSON.parse(text);
    return typeof frame === 'object' && frame !== null ? frame : undefined;
  } catch {
    return undefined; // Answered like an unknown topic.
  }
}
