import type { Schedule } from '../../src/controllers/schedule.js';

/** Timers that the test moves on by hand. */
export class ManualSchedule {
  #now = 0;
  #due: { readonly at: number; readonly callback: () => void }[] = [];

  /** To be passed in as the scheduler. */
  readonly schedule: Schedule = (callback, delayMs) => {
    const timer = { at: this.#now + delayMs, callback };
    this.#due.push(timer);
    return () => {
      this.#due = this.#due.filter((one) => one !== timer);
    };
  };

  /** Lets `ms` pass, calling back what falls due on the way, in order. */
  advance(ms: number): void {
    const end = this.#now + ms;
    for (;;) {
      const next = this.#due.filter(({ at }) => at <= end).sort((a, b) => a.at - b.at)[0];
      if (next === undefined) break;
      this.#due = this.#due.filter((one) => one !== next);
      this.#now = next.at;
      next.callback();
    }
    this.#now = end;
  }
}
