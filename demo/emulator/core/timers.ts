import type { Clock } from './ports.js';

/** A group of scheduled callbacks that can be cancelled together. */
export class Timers {
  readonly #clock: Clock;
  readonly #cancels = new Set<() => void>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** Calls back once after `delayMs`. The returned function cancels it. */
  after(delayMs: number, callback: () => void): () => void {
    const cancel = (): void => {
      this.#cancels.delete(cancel);
      stop();
    };
    const stop = this.#clock.schedule(() => {
      this.#cancels.delete(cancel);
      callback();
    }, delayMs);
    this.#cancels.add(cancel);
    return cancel;
  }

  /** Resolves after `delayMs`; never, if the group is cleared before. */
  wait(delayMs: number): Promise<void> {
    return new Promise((resolve) => {
      this.after(delayMs, resolve);
    });
  }

  /** Cancels everything still scheduled. */
  clear(): void {
    for (const cancel of [...this.#cancels]) cancel();
  }
}
