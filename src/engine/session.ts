import { initialState, toSnapshot, type State } from './state.js';
import { transition } from './transition.js';
import type {
  Clock,
  Command,
  Credentials,
  Effect,
  Fact,
  Failure,
  Online,
  Random,
  SessionEvent,
  Snapshot,
  Timings,
  Transport,
} from './types.js';

/** What a session needs from outside. */
export interface SessionPorts {
  readonly transport: Transport;
  readonly clock: Clock;
  readonly random: Random;
  readonly online: Online;
  readonly timings: Timings;
  /** Gets what a subscriber threw: one bad listener must not stop the chat. */
  readonly report: (error: unknown) => void;
}

/** Told after each change. */
export type SnapshotListener = (snapshot: Snapshot, previous: Snapshot) => void;

/**
 * One chat as a live object: it owns the state, performs the effects that {@link transition} asks for, and tells subscribers. It decides nothing.
 * Credentials live here and nowhere else.
 */
export class Session {
  readonly #ports: SessionPorts;
  readonly #listeners = new Set<SnapshotListener>();
  readonly #queue: { readonly event: SessionEvent; readonly id: string }[] = [];
  readonly #connections = new Map<number, AbortController>();
  readonly #timers = new Map<string, () => void>();
  readonly #closed = new AbortController();
  #calls = new AbortController();
  readonly #unwatch: () => void;
  #draining = false;
  #state: State = initialState;
  #snapshot: Snapshot;
  #credentials: Credentials | undefined;
  #connectionToken = '';

  constructor(ports: SessionPorts) {
    this.#ports = ports;
    this.#state = { ...initialState, online: ports.online.isOnline() };
    this.#snapshot = toSnapshot(this.#state);
    this.#unwatch = ports.online.watch((type) => this.#dispatch({ type }));
  }

  /** What is true now. Frozen in time: the next change makes a new one. */
  get snapshot(): Snapshot {
    return this.#snapshot;
  }

  /** Aborted by {@link close}. */
  get closed(): AbortSignal {
    return this.#closed.signal;
  }

  /** Calls back after each change until the returned function is called. */
  subscribe(listener: SnapshotListener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Asks for something. Returns the fresh id that the command was stamped with; for `send-message` it is the new entry's key. */
  send(command: Command): string {
    return this.#dispatch(command);
  }

  /** Releases the socket, the timers and every call. The contact lives on at the service. */
  close(): void {
    this.#closed.abort();
    this.#unwatch();
    this.#listeners.clear();
    for (const cancel of this.#timers.values()) cancel();
    this.#calls.abort();
    for (const controller of this.#connections.values()) controller.abort();
  }

  // One event at a time: a listener that sends while we notify is queued, not nested.
  #dispatch(event: SessionEvent): string {
    const id = this.#ports.random.id();
    if (this.#closed.signal.aborted) return id;
    this.#queue.push({ event, id });
    if (this.#draining) return id;
    this.#draining = true;
    try {
      for (let next = this.#queue.shift(); next; next = this.#queue.shift()) this.#apply(next.event, next.id);
    } finally {
      this.#draining = false;
    }
    return id;
  }

  #apply(event: SessionEvent, id: string): void {
    const stamp = { now: this.#ports.clock.now(), random: this.#ports.random.next(), id };
    const [state, effects] = transition(this.#state, event, stamp, this.#ports.timings);
    const changed = state !== this.#state;
    this.#state = state;
    for (const effect of effects) this.#perform(effect);
    if (!changed) return;
    const previous = this.#snapshot;
    this.#snapshot = toSnapshot(state);
    for (const listener of [...this.#listeners]) {
      try {
        listener(this.#snapshot, previous);
      } catch (error) {
        this.#ports.report(error);
      }
    }
  }

  #perform(effect: Effect): void {
    const { transport } = this.#ports;
    switch (effect.type) {
      case 'start-contact':
        return this.#startContact(effect.clientToken);
      case 'open-connection':
        return this.#openConnection(effect.connection);
      case 'close-connection':
        this.#connections.get(effect.connection)?.abort();
        this.#connections.delete(effect.connection);
        return;
      case 'fetch-transcript':
        return this.#call(
          (signal) => transport.fetchTranscript(this.#connectionToken, effect.nextToken, signal),
          (page) => ({ type: 'transcript-received', page }),
          (failure) => ({ type: 'transcript-failed', failure }),
        );
      case 'post-message': {
        const { key, ...message } = effect;
        return this.#call(
          (signal) => transport.sendMessage(this.#connectionToken, message, signal),
          ({ id, time }) => ({ type: 'message-accepted', key, id, ...(time !== undefined && { time }) }),
          (failure) => ({ type: 'message-rejected', key, failure }),
        );
      }
      case 'post-typing':
        return this.#call((signal) => transport.sendTyping(this.#connectionToken, signal));
      case 'post-end':
        return this.#call(
          (signal) => transport.disconnect(this.#connectionToken, effect.clientToken, signal),
          () => ({ type: 'end-accepted' }),
          (failure) => ({ type: 'end-rejected', failure }),
        );
      case 'abandon-calls':
        this.#calls.abort();
        this.#calls = new AbortController();
        return;
      case 'schedule':
        return this.#schedule(effect.timer, effect.delayMs);
      case 'cancel':
        this.#timers.get(effect.timer)?.();
        this.#timers.delete(effect.timer);
        return;
    }
  }

  #schedule(timer: string, delayMs: number): void {
    this.#timers.get(timer)?.();
    const cancel = this.#ports.clock.schedule(() => {
      this.#timers.delete(timer);
      this.#dispatch({ type: 'timer-elapsed', timer });
    }, delayMs);
    this.#timers.set(timer, cancel);
  }

  #startContact(clientToken: string): void {
    const { signal } = this.#closed;
    this.#ports.transport.startContact(clientToken, signal).then(
      ({ contact, credentials, features }) => {
        this.#credentials = credentials;
        this.#dispatch({ type: 'contact-started', contact, features });
      },
      (failure: unknown) =>
        signal.aborted || this.#dispatch({ type: 'start-failed', failure: asFailure(failure) }),
    );
  }

  #openConnection(connection: number): void {
    const controller = new AbortController();
    const { signal } = controller;
    const { transport, timings } = this.#ports;
    this.#connections.set(connection, controller);
    // Facts from a connection we have replaced are no longer true: drop them.
    const report = (fact: Fact) => {
      if (!signal.aborted) this.#dispatch(fact);
    };
    const failed = (failure: Failure) => report({ type: 'connection-failed', connection, failure });
    if (!this.#credentials) return failed({ kind: 'forbidden' });
    transport.createConnection(this.#credentials, signal).then(
      (grant) => {
        if (signal.aborted) return;
        let opened = false;
        transport.openSocket(
          grant.socketUrl,
          {
            opened: () => {
              opened = true;
              // Calls follow the newest connection that works.
              this.#connectionToken = grant.connectionToken;
              report({
                type: 'connection-opened',
                connection,
                lifetimeMs: grant.socketLifetimeMs ?? timings.socketLifetimeMs,
              });
            },
            received: (fact) => report({ type: 'received', connection, fact }),
            lost: () =>
              opened ? report({ type: 'connection-lost', connection }) : failed({ kind: 'network' }),
          },
          signal,
        );
      },
      (failure: unknown) => failed(asFailure(failure)),
    );
  }

  /** A REST call. Once abandoned it says nothing. */
  #call<T>(
    call: (signal: AbortSignal) => Promise<T>,
    done?: (value: T) => Fact,
    fail?: (failure: Failure) => Fact,
  ): void {
    const { signal } = this.#calls;
    call(signal).then(
      (value) => {
        if (!signal.aborted && done) this.#dispatch(done(value));
      },
      (failure: unknown) => {
        if (!signal.aborted && fail) this.#dispatch(fail(asFailure(failure)));
      },
    );
  }
}

/** The port promises a Failure; a bug behind it must still end in one, or the session would wait for ever. */
function asFailure(failure: unknown): Failure {
  return typeof failure === 'object' && failure !== null && 'kind' in failure
    ? (failure as Failure)
    : { kind: 'network' };
}
