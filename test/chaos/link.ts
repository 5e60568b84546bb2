import type { ReceivedFact, SocketListener } from '../../src/engine/types.js';
import type { Network } from './network.js';
import type { Page } from './page.js';
import type { ServiceSocket } from './service.js';

const OPEN_TIMEOUT_MS = 10_000;
const SUBSCRIBE_TIMEOUT_MS = 4_000;
const CHECK_MS = 2_000;
/** After this long without a sign of life the service lets go of a socket. */
const SERVICE_PATIENCE_MS = 60_000;

/** One WebSocket between a page and the service, from opening to its end. It says `lost` once at most, and nothing once it is aborted. */
export class Link {
  readonly page: Page;
  readonly #network: Network;
  readonly #listener: SocketListener;
  #socket: ServiceSocket | undefined;
  #finished = false;
  /** Nothing goes over it any more in either direction, and neither side has been told. */
  #mute = false;
  #lastArrival = 0;

  constructor(network: Network, page: Page, url: string, listener: SocketListener, signal: AbortSignal) {
    this.#network = network;
    this.page = page;
    this.#listener = listener;
    if (signal.aborted) return;
    signal.addEventListener('abort', () => this.#finish(), { once: true });
    network.links.add(this);
    network.time.after(network.latency(), () => this.#open(url));
  }

  /** Whether the page still counts on it. */
  get alive(): boolean {
    return !this.#finished && !this.page.gone;
  }

  /** Asks for a sign of life. */
  check(): void {
    if (this.#mute && !this.#finished) this.page.later(CHECK_MS, () => this.#lose());
  }

  /** Goes silent; only a heartbeat shows it. */
  mute(): void {
    if (this.#mute || this.#finished) return;
    this.#mute = true;
    this.page.later(this.#network.muteDetectionMs(), () => this.#lose());
    this.#forgottenByService();
  }

  /** Breaks, and both sides know it. */
  cut(): void {
    this.#release();
    if (!this.#mute) this.page.run(() => this.#lose());
  }

  /** The page died: the service learns it from the closing of the socket, or in time. */
  abandoned(): void {
    if (this.#network.reachable && !this.#mute) this.#release();
    else this.#forgottenByService();
    this.#network.links.delete(this);
  }

  #open(url: string): void {
    const network = this.#network;
    if (this.#finished || this.page.gone) return;
    const fault = network.badSockets.shift();
    if (!network.reachable || fault === 'refused') return this.page.run(() => this.#lose());
    if (this.#mute) return void this.page.later(OPEN_TIMEOUT_MS, () => this.#lose());
    this.#socket = network.service.openSocket(
      url,
      (fact) => this.#send(fact),
      () => network.time.after(network.latency(), () => this.cut()),
    );
    if (!this.#socket) return this.page.run(() => this.#lose());
    if (fault === 'deaf') return void this.page.later(SUBSCRIBE_TIMEOUT_MS, () => this.#lose());
    // One way to be open, there and back to be subscribed.
    network.time.after(network.latency() * 2, () => {
      if (this.#socket && !this.#mute) this.#socket.subscribed = true;
      this.#arrive(() => this.#listener.opened(), network.latency());
    });
  }

  #send(fact: ReceivedFact): void {
    const network = this.#network;
    if (network.drops > 0) {
      network.drops -= 1;
      return;
    }
    const tell = () => this.#listener.received(fact);
    if (network.chance(network.weather.reorder))
      network.time.after(network.latency() + 500, () => this.#deliver(tell));
    else this.#arrive(tell, network.latency());
    if (network.chance(network.weather.duplicate)) this.#arrive(tell, network.latency() * 3);
  }

  /** In the order of sending. */
  #arrive(tell: () => void, delayMs: number): void {
    const { time } = this.#network;
    this.#lastArrival = Math.max(this.#lastArrival, time.now + delayMs);
    time.after(this.#lastArrival - time.now, () => this.#deliver(tell));
  }

  #deliver(tell: () => void): void {
    if (this.#mute) return;
    this.page.run(() => {
      if (!this.#finished) tell();
    });
  }

  #lose(): void {
    if (this.#finished) return;
    this.#finish();
    this.#listener.lost();
  }

  #finish(): void {
    if (this.#finished) return;
    this.#finished = true;
    this.abandoned();
  }

  #forgottenByService(): void {
    this.#network.time.after(SERVICE_PATIENCE_MS, () => this.#release());
  }

  #release(): void {
    if (this.#socket) this.#network.service.closeSocket(this.#socket);
  }
}
