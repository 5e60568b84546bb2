import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { scheduleWithTimeout, type Schedule } from '../../src/controllers/schedule.js';

/** How long after a key what is filled in is kept, in ms. */
const KEEP_MS = 300;

/** Sees to it that what is filled in is kept: a moment after the last key, and before the view or the page goes. */
export class KeepController implements ReactiveController {
  readonly #keep: () => void;
  readonly #schedule: Schedule;
  #cancel: (() => void) | undefined;

  constructor(host: ReactiveControllerHost, keep: () => void, schedule: Schedule = scheduleWithTimeout) {
    this.#keep = keep;
    this.#schedule = schedule;
    host.addController(this);
  }

  hostConnected(): void {
    addEventListener('pagehide', this.flush);
  }

  hostDisconnected(): void {
    removeEventListener('pagehide', this.flush);
    this.flush();
  }

  /** Keeps it in a moment. */
  soon(): void {
    this.#cancel ??= this.#schedule(this.now, KEEP_MS);
  }

  /** Keeps it at once. */
  readonly now = (): void => {
    this.#cancel?.();
    this.#cancel = undefined;
    this.#keep();
  };

  /** Keeps at once what would have been kept in a moment. */
  readonly flush = (): void => {
    if (this.#cancel) this.now();
  };
}
