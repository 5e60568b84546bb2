import type { Participant } from './contact.js';
import type { Random } from './ports.js';

/** One open chat socket, seen from the client's side of the wire. */
export interface EmulatorSocket {
  /** Called with each text frame the service sends. */
  onmessage: ((text: string) => void) | null;
  /** Called once when the service closes; without a code the connection was cut rather than closed. */
  onclose: ((code: number | undefined) => void) | null;
  /** Sends a text frame to the service. */
  send(text: string): void;
  /** The client closes, or has gone. */
  close(): void;
}

const chatTopic = 'aws/chat';

interface ChatSocketInit {
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
  readonly id: string;
  readonly participant: Participant;
  readonly openedMs: number;
  readonly closesMs: number;
  isSubscribed = false;

  readonly #random: Random;
  readonly #init: ChatSocketInit;
  #isOpen = true;

  constructor(init: ChatSocketInit, random: Random) {
    this.#init = init;
    this.#random = random;
    this.id = random.id();
    this.participant = init.participant;
    this.openedMs = init.openedMs;
    this.closesMs = init.closesMs;
  }

  send(text: string): void {
    if (!this.#isOpen || text === '') return;
    const frame = parseFrame(text);
    switch (frame?.topic) {
      case 'aws/subscribe':
        this.#subscribe(frame.content);
        break;
      case 'aws/ping':
        this.#answer({ topic: 'aws/ping', statusCode: 200, statusContent: 'OK' });
        break;
      case 'aws/heartbeat':
        this.#answer({ topic: 'aws/heartbeat' });
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
    if (this.#isOpen) this.onmessage?.(text);
  }

  /** Ends the socket from the service's side; without a code the connection is cut. */
  end(code?: number): void {
    if (!this.#isOpen) return;
    this.close();
    this.onclose?.(code);
  }

  #subscribe(content: unknown): void {
    const topics = (content as { readonly topics?: unknown } | null | undefined)?.topics;
    const known = Array.isArray(topics) && topics.length > 0 && topics.every((topic) => topic === chatTopic);
    this.#answer({ topic: 'aws/subscribe', content: { status: known ? 'success' : 'failure', topics } });
    if (!known || this.isSubscribed) return;
    this.isSubscribed = true;
    this.#init.subscribed();
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
