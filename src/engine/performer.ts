import type {
  CardOperation,
  Clock,
  Credentials,
  Effect,
  Fact,
  Failure,
  Timings,
  Transport,
} from './types.js';

/** What a {@link Performer} needs. */
export interface PerformerPorts {
  readonly transport: Transport;
  readonly clock: Clock;
  readonly timings: Timings;
  /** Takes what the outcome is. */
  readonly report: (fact: Fact) => void;
}

interface Connection {
  readonly controller: AbortController;
  check?: () => void;
}

/** Does what `transition` asks for: calls, sockets, timers. Credentials live here and in the store, nowhere else. */
export class Performer {
  readonly #ports: PerformerPorts;
  readonly #connections = new Map<number, Connection>();
  readonly #timers = new Map<string, () => void>();
  #start = new AbortController();
  #calls = new AbortController();
  #connectionToken: string | undefined;

  /** What keeps the contact reachable; set when a contact starts or is restored. */
  credentials: Credentials | undefined;

  constructor(ports: PerformerPorts) {
    this.#ports = ports;
  }

  /** Releases every socket, timer and call. Nothing is reported any more of what was under way. */
  stop(): void {
    this.#start.abort();
    this.#start = new AbortController();
    this.#abandonCalls();
    for (const cancel of this.#timers.values()) cancel();
    this.#timers.clear();
    for (const { controller } of this.#connections.values()) controller.abort();
    this.#connections.clear();
  }

  /** Disconnects while the page goes. */
  leave(clientToken: string): void {
    if (this.#connectionToken !== undefined) this.#ports.transport.leave(this.#connectionToken, clientToken);
  }

  /**
   * A call for one message, by whoever shows it. A tab without a connection of its own gets a token for it, and so does one whose token is too old.
   *
   * @throws a {@link Failure}, or an `AbortError`
   */
  async ask(operation: CardOperation, input: object, signal: AbortSignal): Promise<unknown> {
    const { transport } = this.#ports;
    const call = (token: string) => transport.ask(operation, token, input, signal);
    const known = this.#connectionToken;
    if (known !== undefined) {
      try {
        return await call(known);
      } catch (error) {
        if (isAbort(error) || asFailure(error).kind !== 'forbidden') throw error;
      }
    }
    const refused: Failure = { kind: 'forbidden' };
    if (!this.credentials) throw refused;
    const { connectionToken } = await transport.createConnection(this.credentials, signal);
    this.#connectionToken = connectionToken;
    return call(connectionToken);
  }

  perform(effect: Effect): void {
    const { transport } = this.#ports;
    switch (effect.type) {
      case 'start-contact':
        return this.#startContact(effect.clientToken);
      case 'open-connection':
        return this.#openConnection(effect.connection);
      case 'close-connection':
        this.#connections.get(effect.connection)?.controller.abort();
        this.#connections.delete(effect.connection);
        return;
      case 'check-connection':
        return this.#connections.get(effect.connection)?.check?.();
      case 'fetch-transcript':
        return this.#call(
          (token, signal) => transport.fetchTranscript(token, effect.nextToken, signal),
          (page) => ({
            type: 'transcript-received',
            page,
            ...(effect.newest !== undefined && { newest: effect.newest }),
          }),
          (failure) => ({ type: 'transcript-failed', failure }),
        );
      case 'fetch-older':
        return this.#call(
          (token, signal) => transport.fetchTranscript(token, effect.nextToken, signal),
          (page) => ({ type: 'older-received', page }),
          (failure) => ({ type: 'older-failed', failure }),
        );
      case 'post-message': {
        const { key, ...message } = effect;
        return this.#call(
          (token, signal) => transport.sendMessage(token, message, signal),
          (accepted) => ({ type: 'message-accepted', key, ...accepted }),
          (failure) => ({ type: 'message-rejected', key, failure }),
        );
      }
      case 'post-receipt': {
        const { key, clientToken, receipt } = effect;
        return this.#call(
          (token, signal) => transport.sendReceipt(token, { ...receipt, clientToken }, signal),
          () => ({ type: 'receipt-accepted', key }),
          (failure) => ({ type: 'receipt-rejected', key, failure }),
        );
      }
      case 'post-typing':
        return this.#call((token, signal) => transport.sendTyping(token, signal));
      case 'post-end':
        return this.#call(
          (token, signal) => transport.disconnect(token, effect.clientToken, signal),
          () => ({ type: 'end-accepted' }),
          (failure) => ({ type: 'end-rejected', failure }),
        );
      case 'abandon-calls':
        return this.#abandonCalls();
      case 'schedule':
        return this.#schedule(effect.timer, effect.delayMs);
      case 'cancel':
        this.#timers.get(effect.timer)?.();
        this.#timers.delete(effect.timer);
        return;
    }
  }

  #abandonCalls(): void {
    this.#calls.abort();
    this.#calls = new AbortController();
  }

  #schedule(timer: string, delayMs: number): void {
    this.#timers.get(timer)?.();
    const cancel = this.#ports.clock.schedule(() => {
      this.#timers.delete(timer);
      this.#ports.report({ type: 'timer-elapsed', timer });
    }, delayMs);
    this.#timers.set(timer, cancel);
  }

  #startContact(clientToken: string): void {
    const { signal } = this.#start;
    this.#ports.transport.startContact(clientToken, signal).then(
      ({ contact, credentials, features }) => {
        if (signal.aborted) return;
        this.credentials = credentials;
        this.#ports.report({ type: 'contact-started', contact, features });
      },
      (failure: unknown) => {
        if (!signal.aborted) this.#ports.report({ type: 'start-failed', failure: asFailure(failure) });
      },
    );
  }

  #openConnection(connection: number): void {
    const open: Connection = { controller: new AbortController() };
    const { signal } = open.controller;
    const { transport, timings } = this.#ports;
    this.#connections.set(connection, open);
    // Facts from a connection we have replaced are no longer true: drop them.
    const report = (fact: Fact) => {
      if (!signal.aborted) this.#ports.report(fact);
    };
    const failed = (failure: Failure) => report({ type: 'connection-failed', connection, failure });
    if (!this.credentials) return failed({ kind: 'forbidden' });
    transport.createConnection(this.credentials, signal).then(
      ({ connectionToken, socketUrl, socketLifetimeMs = timings.socketLifetimeMs }) => {
        if (signal.aborted) return;
        let opened = false;
        const listener = {
          opened: () => {
            opened = true;
            // Calls follow the newest connection that works.
            this.#connectionToken = connectionToken;
            report({ type: 'connection-opened', connection, lifetimeMs: socketLifetimeMs });
          },
          received: (fact: Extract<Fact, { type: 'received' }>['fact']) =>
            report({ type: 'received', connection, fact }),
          lost: () => {
            if (opened) report({ type: 'connection-lost', connection });
            else failed({ kind: 'network' });
          },
        };
        open.check = transport.openSocket(socketUrl, listener, signal);
      },
      (failure: unknown) => failed(asFailure(failure)),
    );
  }

  /** A REST call. Once abandoned it says nothing. */
  #call<T>(
    call: (token: string, signal: AbortSignal) => Promise<T>,
    done?: (value: T) => Fact,
    fail?: (failure: Failure) => Fact,
  ): void {
    const { signal } = this.#calls;
    if (this.#connectionToken === undefined) return;
    call(this.#connectionToken, signal).then(
      (value) => {
        if (!signal.aborted && done) this.#ports.report(done(value));
      },
      (failure: unknown) => {
        if (!signal.aborted && fail && !isAbort(failure)) this.#ports.report(fail(asFailure(failure)));
      },
    );
  }
}

const isAbort = (error: unknown) => (error as { readonly name?: unknown } | null)?.name === 'AbortError';

/** The port promises a Failure; a bug behind it must still end in one, or the session would wait for ever. */
function asFailure(failure: unknown): Failure {
  const known = failure as Failure | undefined | null;
  return known?.kind ? known : { kind: 'network' };
}
