/** What a page holds on to, beside its sockets. */
export interface Held {
  /** Timers that have neither elapsed nor been cancelled, but for those that let an announcement go when it has been read out. */
  readonly timers: number;
  /** Listeners on what lives as long as the page: window, document, media queries, channels, the network's state. */
  readonly listeners: number;
}

declare global {
  interface Window {
    held: () => Held;
  }
}

/** Runs in each page before anything else of it: counts what is taken and given back. */
export function keepLedger(): void {
  const timers = new Set<number>();
  const wrap = (name: 'setTimeout' | 'setInterval') => {
    const start = window[name].bind(window) as (handler: () => void, ms?: number) => number;
    const counted = (handler: (...args: unknown[]) => void, ms?: number, ...args: unknown[]): number => {
      const timer = start(() => {
        if (name === 'setTimeout') timers.delete(timer);
        handler(...args);
      }, ms);
      timers.add(timer);
      return timer;
    };
    Object.defineProperty(window, name, { value: counted });
  };
  wrap('setTimeout');
  wrap('setInterval');
  for (const name of ['clearTimeout', 'clearInterval'] as const) {
    const clear = window[name].bind(window);
    Object.defineProperty(window, name, {
      value: (timer: number) => {
        timers.delete(timer);
        clear(timer);
      },
    });
  }

  type Listener = EventListenerOrEventListenerObject | null;
  type Options = boolean | AddEventListenerOptions | undefined;
  const { addEventListener: add, removeEventListener: remove } = EventTarget.prototype;
  const known = new Map<EventTarget, Map<Listener, Set<string>>>();
  // What elements, sockets and signals are listened to for goes with them.
  const stays = (target: EventTarget) =>
    target === document ||
    !(target instanceof Node || target instanceof WebSocket || target instanceof AbortSignal);
  const nameOf = (type: string, options: Options) =>
    `${type} ${typeof options === 'object' ? Boolean(options.capture) : Boolean(options)}`;
  const forget = (target: EventTarget, name: string, listener: Listener) =>
    known.get(target)?.get(listener)?.delete(name);

  EventTarget.prototype.addEventListener = function (
    this: unknown,
    type: string,
    listener: Listener,
    options?: Options,
  ) {
    // Called without an object it means the window.
    const target = (this ?? window) as EventTarget;
    const { signal, once } = typeof options === 'object' ? options : {};
    if (stays(target) && !signal?.aborted && listener) {
      const name = nameOf(type, options);
      const ofTarget = known.get(target) ?? new Map<Listener, Set<string>>();
      const names = ofTarget.get(listener) ?? new Set<string>();
      known.set(target, ofTarget.set(listener, names.add(name)));
      const gone = () => forget(target, name, listener);
      if (signal) add.call(signal, 'abort', gone);
      if (once) add.call(target, type, gone, { once });
    }
    add.call(target, type, listener, options);
  };
  EventTarget.prototype.removeEventListener = function (
    this: unknown,
    type: string,
    listener: Listener,
    options?: Options,
  ) {
    const target = (this ?? window) as EventTarget;
    forget(target, nameOf(type, options), listener);
    remove.call(target, type, listener, options);
  };
  const announced = (root: ParentNode): number =>
    [...root.querySelectorAll('*')].reduce(
      (sum, { shadowRoot }) => sum + (shadowRoot ? announced(shadowRoot) : 0),
      root.querySelectorAll('[aria-live] > p').length,
    );
  window.held = () => {
    const sets = [...known.values()].flatMap((ofTarget) => [...ofTarget.values()]);
    const listeners = sets.reduce((sum, { size }) => sum + size, 0);
    return { timers: timers.size - announced(document), listeners };
  };
}
