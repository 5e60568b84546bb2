import type { Clock, SocketListener, Timings } from '../engine/types.js';
import { isSocketUrl } from './endpoints.js';
import { decodeFrame, heartbeatFrame, pingFrame, subscribeFrame } from './frames.js';

/** The part of a WebSocket that is used: the browser's, Node's or a test's. */
export interface SocketLike {
  readonly readyState: number;
  send(data: string): void;
  close(code?: number): void;
  addEventListener(type: string, listener: (event: Event) => void): void;
}

/** Opens a {@link SocketLike}. */
export type SocketConstructor = new (url: string) => SocketLike;

/** What a {@link ChatSocket} needs beside its URL. */
export interface ChatSocketOptions {
  readonly WebSocket: SocketConstructor;
  readonly clock: Clock;
  readonly timings: Timings;
}

const open = 1;
const normalClosure = 1_000;

/**
 * One socket from opening to its end: subscribes, keeps asking whether the other side is still there, and hands on what arrives. It never
 * tries again: the engine decides about that. It never throws, and says `lost` once at most.
 */
export class ChatSocket {
  readonly #listener: SocketListener;
  readonly #signal: AbortSignal;
  readonly #clock: Clock;
  readonly #timings: Timings;
  readonly #timers = new Set<() => void>();
  #socket: SocketLike | undefined;
  #finished = false;
  #subscribed = false;
  #pongDue = false;
  #heartbeatDue = false;
  /** When anything was last heard; by the device's clock, which runs on while the device sleeps. */
  #heardAt: number | undefined;
  #askedAt: number | undefined;
  #cancelDeadline: (() => void) | undefined;

  /** Starts at once. Aborting `signal` closes the socket with 1000 and silences it. */
  constructor(url: string, listener: SocketListener, signal: AbortSignal, options: ChatSocketOptions) {
    this.#listener = listener;
    this.#signal = signal;
    this.#clock = options.clock;
    this.#timings = options.timings;
    if (signal.aborted) return;
    signal.addEventListener('abort', this.#finish, { once: true });
    this.#later(this.#lose, this.#timings.socketOpenTimeoutMs);
    try {
      if (!isSocketUrl(url)) throw new SyntaxError(); // As the browser does for a bad URL; it comes no further than to the catch below.
      const socket = (this.#socket = new options.WebSocket(url));
      socket.addEventListener('open', this.#handleOpen);
      socket.addEventListener('message', this.#handleMessage);
      socket.addEventListener('close', this.#lose);
      socket.addEventListener('error', this.#lose);
    } catch {
      // Told later, so that the caller has returned by then, as it has for every other loss.
      this.#later(this.#lose, 0);
    }
  }

  /**
   * Asks for a sign of life now. A socket that has been silent for two heartbeats slept with its device and is lost at once; any other one that
   * gives no sign within `socketCheckMs` is lost then. One that is still opening has its own deadline.
   */
  readonly check = (): void => {
    if (this.#finished || this.#heardAt === undefined) return;
    if (this.#socket?.readyState !== open || this.#isOver(this.#heardAt)) this.#lose();
    else this.#demand();
  };

  readonly #handleOpen = (): void => {
    if (this.#finished) return;
    this.#cancelTimers();
    this.#heardAt = this.#clock.now();
    this.#subscribe(this.#timings.subscribeTries);
    this.#ask();
  };

  readonly #handleMessage = (event: Event): void => {
    if (this.#finished) return;
    this.#heardAt = this.#clock.now();
    this.#cancelDeadline?.();
    this.#cancelDeadline = undefined;
    const frame = decodeFrame('data' in event ? event.data : undefined);
    switch (frame?.type) {
      case 'subscribed':
        if (this.#subscribed) return;
        this.#subscribed = true;
        this.#listener.opened();
        return;
      case 'pong':
        this.#pongDue = false;
        return;
      case 'heartbeat':
        this.#heartbeatDue = false;
        return;
      case 'item':
        this.#listener.received(frame.fact);
        return;
      case undefined:
        return;
    }
  };

  /** An open socket that is not subscribed is deaf: after the last try has gone unanswered it is given up. */
  #subscribe(triesLeft: number): void {
    if (this.#subscribed) return;
    if (triesLeft === 0) {
      this.#lose();
      return;
    }
    this.#send(subscribeFrame);
    this.#later(() => this.#subscribe(triesLeft - 1), this.#timings.subscribeRetryMs);
  }

  #ask(): void {
    if (this.#pongDue || this.#heartbeatDue) {
      this.#lose();
      return;
    }
    // Time was lost between two ticks: the device slept, or the browser held the timers of a hidden page back. Only an answer tells which.
    if (this.#askedAt !== undefined && this.#isOver(this.#askedAt)) this.#demand();
    else this.#sendSigns();
    this.#askedAt = this.#clock.now();
    this.#pongDue = this.#heartbeatDue = true;
    this.#later(() => this.#ask(), this.#timings.heartbeatMs);
  }

  /** Asks, and is lost unless anything at all is heard in time. */
  #demand(): void {
    this.#sendSigns();
    this.#cancelDeadline ??= this.#later(this.#lose, this.#timings.socketCheckMs);
  }

  #sendSigns(): void {
    this.#send(pingFrame);
    this.#send(heartbeatFrame);
  }

  /** Whether more than two heartbeats have passed since `time`. */
  #isOver(time: number): boolean {
    return this.#clock.now() - time > 2 * this.#timings.heartbeatMs;
  }

  #send(frame: string): void {
    // A socket that is closing says so by its `close` event.
    if (this.#socket?.readyState === open) this.#socket.send(frame);
  }

  readonly #lose = (): void => {
    if (this.#finished) return;
    this.#finish();
    this.#listener.lost();
  };

  readonly #finish = (): void => {
    if (this.#finished) return;
    this.#finished = true;
    this.#cancelTimers();
    this.#signal.removeEventListener('abort', this.#finish);
    // Closed even when it seems dead, so that the other side does not keep one of its few places for it.
    this.#socket?.close(normalClosure);
  };

  #later(callback: () => void, delayMs: number): () => void {
    const clear = this.#clock.schedule(() => {
      this.#timers.delete(cancel);
      callback();
    }, delayMs);
    const cancel = () => {
      this.#timers.delete(cancel);
      clear();
    };
    this.#timers.add(cancel);
    return cancel;
  }

  #cancelTimers(): void {
    for (const cancel of this.#timers) cancel();
    this.#timers.clear();
  }
}
