/** What a {@link TabLock} tells. */
export interface TabLockListener {
  /** The lock is ours until it is released or stolen. */
  readonly granted: () => void;
  /** Another tab has it; ours is queued behind. */
  readonly missed: () => void;
  /** Another tab took it from us. */
  readonly stolen: () => void;
  /** This page may use no locks at all. */
  readonly unavailable: () => void;
}

interface Attempt {
  readonly controller: AbortController;
  readonly released: Promise<void>;
  readonly release: () => void;
  held: boolean;
}

/** The lock that one of several tabs holds. There is one request under way at the most; a newer one takes the place of the last. Never throws. */
export class TabLock {
  readonly #locks: LockManager;
  readonly #name: string;
  readonly #mark: string;
  readonly #listener: TabLockListener;
  #current: Attempt | undefined;

  /** @param id - Unique among all tabs. */
  constructor(locks: LockManager, name: string, id: string, listener: TabLockListener) {
    this.#locks = locks;
    this.#name = name;
    this.#mark = `${name}:${id}`;
    this.#listener = listener;
  }

  /** Takes the lock if it is free; else says so, and waits for it. */
  take(): void {
    this.#request({ ifAvailable: true });
  }

  /** Waits for the lock. */
  queue(): void {
    this.#request({});
  }

  /** Takes the lock whoever has it. */
  steal(): void {
    this.#request({ steal: true });
  }

  /** Gives the lock up, or no longer wants it. Nothing is told any more of what was asked for. */
  release(): void {
    const attempt = this.#current;
    this.#current = undefined;
    attempt?.controller.abort();
    attempt?.release();
  }

  /**
   * Whether the lock is still ours, by the browser's own books: after a freeze, the news that it was stolen may not have come in yet. The books name
   * lock and page only; which page is ours is told by a second lock that nobody else can have.
   */
  async isOurs(): Promise<boolean> {
    const attempt = this.#current;
    if (!attempt?.held) return false;
    try {
      const { held = [] } = await this.#locks.request(this.#mark, () => this.#locks.query());
      const pageWith = (lock: string) => held.find(({ name }) => name === lock)?.clientId;
      const page = pageWith(this.#mark);
      return this.#current === attempt && page !== undefined && page === pageWith(this.#name);
    } catch {
      return false;
    }
  }

  #request(options: LockOptions): void {
    this.release();
    const attempt = (this.#current = createAttempt());
    // A signal goes with neither of the other two options.
    const queued = !options.steal && !options.ifAvailable;
    const all = queued ? { signal: attempt.controller.signal } : options;
    const request = async () =>
      this.#locks.request(this.#name, all, (lock) => this.#answered(attempt, lock !== null));
    request().catch((error: unknown) => this.#failed(attempt, error));
  }

  #answered(attempt: Attempt, granted: boolean): Promise<void> | undefined {
    if (this.#current !== attempt) return undefined;
    if (!granted) {
      this.queue();
      this.#listener.missed();
      return undefined;
    }
    attempt.held = true;
    this.#listener.granted();
    return attempt.released;
  }

  #failed(attempt: Attempt, error: unknown): void {
    if (this.#current !== attempt) return;
    const aborted = (error as { readonly name?: unknown } | null)?.name === 'AbortError';
    if (attempt.held && !aborted) throw error; // A listener's own mistake: it must not look like a theft.
    this.#current = undefined;
    if (attempt.held) this.#listener.stolen();
    else this.#listener.unavailable();
  }
}

function createAttempt(): Attempt {
  let release = (): void => undefined;
  const released = new Promise<void>((resolve) => (release = resolve));
  return { controller: new AbortController(), released, release: () => release(), held: false };
}
