import { ContextConsumer } from '@lit/context';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { sessionContext, type ChatSession } from '../context.js';
import type { Snapshot } from '../engine/types.js';

/**
 * Follows one part of the session that its host finds in the context, and updates the host only when that part has
 * changed. `select` must return the same reference while nothing has changed.
 */
export class SelectController<T> implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #select: (snapshot: Snapshot) => T;
  #unsubscribe: (() => void) | undefined;
  #value: T | undefined;

  constructor(host: ReactiveControllerHost & HTMLElement, select: (snapshot: Snapshot) => T) {
    this.#host = host;
    this.#select = select;
    host.addController(this);
    // Asks again on every connection, so that a moved element finds the session of its new place.
    new ContextConsumer(host, {
      context: sessionContext,
      subscribe: true,
      callback: (session) => {
        this.#follow(session);
      },
    });
  }

  /** The selected part; `undefined` until a session has been found. */
  get value(): T | undefined {
    return this.#value;
  }

  hostDisconnected(): void {
    this.#unsubscribe?.();
    this.#unsubscribe = undefined;
  }

  #follow(session: ChatSession): void {
    this.#unsubscribe?.();
    this.#unsubscribe = session.subscribe((snapshot) => {
      this.#read(snapshot);
    });
    this.#read(session.snapshot);
  }

  #read(snapshot: Snapshot): void {
    const value = this.#select(snapshot);
    if (Object.is(value, this.#value)) return;
    this.#value = value;
    this.#host.requestUpdate();
  }
}
