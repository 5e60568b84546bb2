import type { Clock } from '../../../src/engine/types.js';
import type { TabsSources } from '../../../src/platform/tab-member.js';
import { ManualClock } from '../transport/manual-clock.js';

interface Request {
  readonly page: FakePage;
  readonly name: string;
  readonly callback: LockGrantedCallback<unknown>;
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: unknown) => void;
  readonly signal?: AbortSignal | undefined;
}

const abortError = () => new DOMException('The lock request is aborted.', 'AbortError');

/** The pages of one origin: their locks, their channels and one clock, all in the hands of the test. */
export class FakeBrowser {
  readonly clock = new ManualClock(1_700_000_000_000);
  readonly channels: FakeChannel[] = [];
  /** Whether pages are told that a lock was stolen from them; on a busy machine that takes a while. */
  tellsOfTheft = true;
  held: Request[] = [];
  pending: Request[] = [];
  #pages = 0;

  open(): FakePage {
    return new FakePage(this, `page-${(this.#pages += 1)}`);
  }

  request(request: Request, { steal = false, ifAvailable = false }: LockOptions): void {
    const { page, name, callback, signal } = request;
    if (signal?.aborted) return request.reject(abortError());
    if (steal) {
      for (const robbed of this.held.filter((one) => one.name === name)) {
        this.held = this.held.filter((one) => one !== robbed);
        if (this.tellsOfTheft) robbed.page.run(() => robbed.reject(abortError()));
      }
      this.#grant(request);
    } else if (ifAvailable && this.#isTaken(name)) {
      page.run(() => void Promise.resolve(callback(null)).then(request.resolve, request.reject));
    } else {
      this.pending.push(request);
      signal?.addEventListener('abort', () => {
        if (!this.pending.includes(request)) return;
        this.pending = this.pending.filter((one) => one !== request);
        request.reject(abortError());
      });
      this.settle();
    }
  }

  /** Grants what is free. */
  settle(): void {
    for (const request of this.pending) {
      if (this.#isTaken(request.name)) continue;
      this.pending = this.pending.filter((one) => one !== request);
      this.#grant(request);
    }
  }

  #isTaken = (name: string) => this.held.some((one) => one.name === name);

  #grant(request: Request): void {
    this.held.push(request);
    const release = () => {
      this.held = this.held.filter((one) => one !== request);
      this.settle();
    };
    request.page.run(() => {
      const lock = { name: request.name, mode: 'exclusive' } as const;
      const work = new Promise((resolve) => resolve(request.callback(lock)));
      void work.then(request.resolve, request.reject).finally(release);
    });
  }
}

class FakeDocument extends EventTarget {
  visibilityState: DocumentVisibilityState = 'visible';
}

/** One page: it can be hidden, frozen, left and crashed. */
export class FakePage {
  readonly id: string;
  readonly sources: TabsSources;
  readonly clock: Clock;
  readonly #browser: FakeBrowser;
  readonly #window = new EventTarget();
  readonly #document = new FakeDocument();
  #waiting: (() => void)[] | undefined;
  #gone = false;

  constructor(browser: FakeBrowser, id: string) {
    this.#browser = browser;
    this.id = id;
    const { clock } = browser;
    this.clock = {
      now: () => clock.now(),
      schedule: (callback, delayMs) => {
        let cancelled = false;
        const cancel = clock.schedule(() => this.run(() => cancelled || callback()), delayMs);
        return () => {
          cancelled = true;
          cancel();
        };
      },
    };
    const open = (name: string) => new FakeChannel(browser, this, name);
    this.sources = {
      window: this.#window,
      document: this.#document,
      navigator: { locks: new FakeLocks(browser, this) },
      BroadcastChannel: function (name: string) {
        return open(name);
      } as unknown as typeof BroadcastChannel,
    };
  }

  /** Does something in the page as soon as it can: later when it is frozen, never when it has gone. */
  run(task: () => unknown): void {
    queueMicrotask(() => {
      if (this.#gone) return;
      if (this.#waiting) this.#waiting.push(() => void task());
      else task();
    });
  }

  freeze(): void {
    this.#waiting ??= [];
  }

  /** What has waited is done, in order, or in the opposite one. */
  thaw(order: 'forward' | 'backward' = 'forward'): void {
    const waiting = this.#waiting ?? [];
    this.#waiting = undefined;
    for (const task of order === 'forward' ? waiting : waiting.reverse()) task();
  }

  show(visibilityState: DocumentVisibilityState): void {
    this.#document.visibilityState = visibilityState;
    this.#document.dispatchEvent(new Event('visibilitychange'));
  }

  hide(): void {
    this.#window.dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }));
  }

  restore(persisted = true): void {
    this.#window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted }));
  }

  /** The browser takes back what the page had. */
  crash(): void {
    this.#gone = true;
    this.#browser.held = this.#browser.held.filter(({ page }) => page !== this);
    this.#browser.pending = this.#browser.pending.filter(({ page }) => page !== this);
    this.#browser.settle();
  }
}

class FakeLocks implements LockManager {
  readonly #browser: FakeBrowser;
  readonly #page: FakePage;

  constructor(browser: FakeBrowser, page: FakePage) {
    this.#browser = browser;
    this.#page = page;
  }

  request<T>(name: string, ...rest: readonly unknown[]): Promise<Awaited<T>> {
    const callback = rest.at(-1) as LockGrantedCallback<unknown>;
    const options = rest.length > 1 ? (rest[0] as LockOptions) : {};
    if (options.signal && (options.steal || options.ifAvailable))
      return Promise.reject(new DOMException('No signal with these.', 'NotSupportedError'));
    return new Promise<unknown>((resolve, reject) => {
      const request = { page: this.#page, name, callback, resolve, reject, signal: options.signal };
      this.#browser.request(request, options);
    }) as Promise<Awaited<T>>;
  }

  query(): Promise<LockManagerSnapshot> {
    const info = ({ name, page }: Request) => ({ name, mode: 'exclusive' as const, clientId: page.id });
    const snapshot = { held: this.#browser.held.map(info), pending: this.#browser.pending.map(info) };
    return new Promise((resolve) => this.#page.run(() => resolve(snapshot)));
  }
}

/** A channel of a page. */
export class FakeChannel extends EventTarget {
  readonly #browser: FakeBrowser;
  readonly #page: FakePage;
  readonly #name: string;

  constructor(browser: FakeBrowser, page: FakePage, name: string) {
    super();
    this.#browser = browser;
    this.#page = page;
    this.#name = name;
    browser.channels.push(this);
  }

  postMessage(message: unknown): void {
    if (!this.#browser.channels.includes(this)) throw new DOMException('Closed.', 'InvalidStateError');
    const data: unknown = structuredClone(message);
    for (const other of this.#browser.channels) {
      if (other === this || other.#name !== this.#name) continue;
      other.#page.run(() => {
        if (this.#browser.channels.includes(other))
          other.dispatchEvent(new MessageEvent('message', { data }));
      });
    }
  }

  close(): void {
    const at = this.#browser.channels.indexOf(this);
    if (at >= 0) this.#browser.channels.splice(at, 1);
  }
}
