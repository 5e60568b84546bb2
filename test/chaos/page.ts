import type { Clock, Online } from '../../src/engine/types.js';
import type { VirtualTime } from './virtual-time.js';

/** What a page knows of the device that it is on. */
export interface Device {
  online: boolean;
  /** Nothing runs, and nothing comes through. */
  asleep: boolean;
  /** How far its clock is off, in ms. */
  skewMs: number;
}

type OnlineListener = Parameters<Online['watch']>[0];

/** Where work of a page comes from. What comes from one place keeps its order, whatever happens. */
export type Source = 'timer' | 'network' | 'channel';

/**
 * One page of a browser: while it is frozen nothing of it runs, and what should have run comes all at once when it thaws; when it is gone nothing of
 * it runs any more.
 */
export class Page {
  readonly id: string;
  visible = true;
  gone = false;
  /** True time since which it is frozen. */
  frozenAt: number | undefined;
  /** True time at which a long freeze was last over. */
  thawedAt = Number.NEGATIVE_INFINITY;
  /** Timers that the session has running. */
  timers = 0;
  /** Calls of the session that are not answered. */
  calls = 0;
  readonly #time: VirtualTime;
  readonly #device: Device;
  readonly #listeners = new Set<OnlineListener>();
  /** Of what was held, how much has still to run. */
  #thawing = 0;
  #held: { readonly work: () => void; readonly source: Source }[] = [];

  constructor(id: string, time: VirtualTime, device: Device) {
    this.id = id;
    this.#time = time;
    this.#device = device;
  }

  get frozen(): boolean {
    return this.frozenAt !== undefined;
  }

  /** For the session only: its timers are counted, and its time is the device's. */
  get clock(): Clock {
    return {
      now: () => this.#time.now + this.#device.skewMs,
      schedule: (callback, delayMs) => {
        let running = true;
        const stop = () => {
          if (!running) return false;
          running = false;
          this.timers -= 1;
          return true;
        };
        this.timers += 1;
        const cancel = this.later(delayMs, () => stop() && callback());
        return () => stop() && cancel();
      },
    };
  }

  get online(): Online {
    return {
      isOnline: () => this.#device.online,
      watch: (listener) => {
        this.#listeners.add(listener);
        return () => this.#listeners.delete(listener);
      },
    };
  }

  /** Tells the page about connectivity, or that it is looked at again. */
  notify(change: Parameters<OnlineListener>[0]): void {
    this.run(() => {
      for (const listener of [...this.#listeners]) listener(change);
    });
  }

  /** Does `work` in the page after `delayMs`, frozen time included, as browsers count it. */
  later(delayMs: number, work: () => void): () => void {
    let cancelled = false;
    const cancel = this.#time.after(delayMs, () => this.run(() => !cancelled && work(), 'timer'));
    return () => {
      cancelled = true;
      cancel();
    };
  }

  /** Does `work` in the page now, or when it thaws. */
  run(work: () => void, source: Source = 'network'): void {
    if (this.gone) return;
    if (this.frozen) this.#held.push({ work, source });
    else if (this.#thawing > 0) this.#time.after(0, () => this.run(work, source));
    else work();
  }

  freeze(): void {
    this.frozenAt ??= this.#time.now;
  }

  /** What was held runs now: as it came, or, when `first` is given, what came from there before the rest. */
  thaw(first?: Source): void {
    if (this.frozenAt === undefined) return;
    if (this.#time.now - this.frozenAt > 2_000) this.thawedAt = this.#time.now;
    this.frozenAt = undefined;
    const early = this.#held.filter(({ source }) => source === first);
    const rest = this.#held.filter(({ source }) => source !== first);
    this.#held = [];
    this.#thawing += early.length + rest.length;
    for (const { work, source } of [...early, ...rest])
      this.#time.after(0, () => {
        this.#thawing -= 1;
        if (this.frozen) this.run(work, source);
        else if (!this.gone) work();
      });
  }

  /** The page goes, with everything that it was about to do. */
  die(): void {
    this.gone = true;
    this.#held = [];
    this.#listeners.clear();
  }
}
