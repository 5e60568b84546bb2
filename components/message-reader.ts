import type { ReactiveControllerHost } from 'lit';
import type { fallback } from '../src/content/fallback.js';

/** Makes the readable part of a message that cannot be shown as it was meant. */
export type MessageReader = typeof fallback;

/** Fetches the reader when the first message needs it. A failed fetch is repeated with the next one. */
export class LazyReader {
  readonly #host: ReactiveControllerHost;
  #reader: MessageReader | undefined;
  #fetching = false;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
  }

  /** The reader, once it is here. */
  get reader(): MessageReader | undefined {
    return this.#reader;
  }

  /** Makes sure that the reader is here or on its way. */
  request(): void {
    if (this.#reader || this.#fetching) return;
    this.#fetching = true;
    import('../src/content/fallback.js').then(
      ({ fallback }) => {
        this.#reader = fallback;
        this.#host.requestUpdate();
      },
      () => (this.#fetching = false),
    );
  }
}
