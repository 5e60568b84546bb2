import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Session } from '../engine/session.js';
import type { Snapshot } from '../engine/types.js';

/** The part of the running session that components may use. */
export type ChatSession = Pick<Session, 'snapshot' | 'subscribe' | 'send'>;

/**
 * Follows one part of a session, and updates its host only when that part has changed. `select` must return the same
 * reference while nothing has changed.
 */
export class SelectController<T> implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #select: (snapshot: Snapshot) => T;
  #session: ChatSession | undefined;
  #connected = false;
  #unsubscribe: (() => void) | undefined;
  #value: T | undefined;

  constructor(host: ReactiveControllerHost, select: (snapshot: Snapshot) => T) {
    this.#host = host;
    this.#select = select;
    host.addController(this);
  }

  /** The selected part; `undefined` until there is a session. */
  get value(): T | undefined {
    return this.#value;
  }

  /** Takes the session that its host has now. Call it before rendering; the same one again costs nothing. */
  follow(session: ChatSession | undefined): void {
    if (session === this.#session) return;
    this.#session = session;
    this.#subscribe();
  }

  hostConnected(): void {
    this.#connected = true;
    this.#subscribe();
  }

  hostDisconnected(): void {
    this.#connected = false;
    this.#unsubscribe?.();
    this.#unsubscribe = undefined;
  }

  #subscribe(): void {
    this.#unsubscribe?.();
    this.#unsubscribe = this.#connected
      ? this.#session?.subscribe((snapshot) => this.#read(snapshot))
      : undefined;
    if (this.#session) this.#read(this.#session.snapshot);
  }

  #read(snapshot: Snapshot): void {
    const value = this.#select(snapshot);
    if (Object.is(value, this.#value)) return;
    this.#value = value;
    this.#host.requestUpdate();
  }
}
