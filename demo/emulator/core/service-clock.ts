import type { Faults } from './faults.js';
import type { Clock } from './ports.js';
import { httpDate } from './time.js';

/**
 * The service's clock. It counts time like the one it is made from, so that lifetimes and timers stay true, but what it
 * writes down is off by the `clock-skew` fault in force: a client sees a service whose clock differs from its own.
 */
export class ServiceClock implements Clock {
  /** Skips time; undefined if the clock cannot be moved. */
  readonly advance: ((ms: number) => void) | undefined;
  readonly #source: Clock;
  readonly #faults: Faults;

  constructor(source: Clock, faults: Faults) {
    this.#source = source;
    this.#faults = faults;
    this.advance = source.advance && ((ms) => source.advance?.(ms));
  }

  now(): number {
    return this.#source.now();
  }

  schedule(callback: () => void, delayMs: number): () => void {
    return this.#source.schedule(callback, delayMs);
  }

  /** How far the service's clock is ahead of the true time (negative: behind). */
  get skewMs(): number {
    return this.#faults.strike('clock-skew')?.ms ?? 0;
  }

  /** A moment of `now()` as the service writes it down. */
  readonly iso = (ms: number): string => this.trueIso(ms + this.skewMs);

  /** A moment as it is written without any skew. */
  trueIso(ms: number): string {
    return this.#source.iso(ms);
  }

  /** The present moment in the form of a reply's Date header. */
  httpDate(): string {
    const ms = this.now() + this.skewMs;
    return httpDate(ms, this.trueIso(ms));
  }
}
