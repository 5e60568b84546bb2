import { failureOf, calm, type CallFault, type CallName, type Weather } from './faults.js';
import type { Link } from './link.js';
import type { Device, Page } from './page.js';
import type { Prng } from './prng.js';
import type { Service } from './service.js';
import type { VirtualTime } from './virtual-time.js';
import type { Failure } from '../../src/engine/types.js';

const REQUEST_TIMEOUT_MS = 15_000;

/** What lies between the pages and the service. */
export class Network {
  weather: Weather = calm;
  /** The service cannot be reached, though the device is online. */
  outage = false;
  /** What strikes the next calls of a name, each once, in order. */
  readonly faults: CallFault[] = [];
  /** How many of the next sockets are not opened, or not subscribed. */
  badSockets: ('refused' | 'deaf')[] = [];
  /** How many of the next items over sockets are lost. */
  drops = 0;
  readonly links = new Set<Link>();
  readonly time: VirtualTime;
  readonly service: Service;
  readonly #random: Prng;
  readonly #device: Device;

  constructor(time: VirtualTime, random: Prng, device: Device, service: Service) {
    this.time = time;
    this.service = service;
    this.#random = random;
    this.#device = device;
  }

  get reachable(): boolean {
    return this.#device.online && !this.#device.asleep && !this.outage;
  }

  /** How long something takes one way, in ms. */
  latency(): number {
    return this.#random.int(...this.weather.latency);
  }

  chance(probability: number): boolean {
    return this.#random.chance(probability);
  }

  /** Between the two tens of seconds in which a heartbeat finds that nobody answers. */
  muteDetectionMs(): number {
    return this.#random.int(10_000, 20_000);
  }

  /** One request and its answer. Aborting stops the waiting, not the request. */
  call<T>(page: Page, name: CallName, signal: AbortSignal, execute: () => T): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      let waiting = true;
      const finish = (tell: () => void) => {
        if (!waiting) return;
        waiting = false;
        page.calls -= 1;
        cancelTimeout();
        signal.removeEventListener('abort', abort);
        tell();
      };
      const abort = () => finish(() => reject(new DOMException('Aborted', 'AbortError')));
      const fail = (failure: Failure) => page.run(() => finish(() => reject(failure)));
      page.calls += 1;
      const cancelTimeout = page.later(REQUEST_TIMEOUT_MS, () => fail({ kind: 'timeout' }));
      signal.addEventListener('abort', abort);
      if (signal.aborted) return abort();
      const fault = this.#take(name);
      this.time.after(this.latency(), () => {
        if (!this.reachable) return fail({ kind: 'network' });
        if (fault?.on === 'request')
          return fault.kind === 'timeout' ? undefined : this.#answer(() => fail(failureOf(fault.kind)), fail);
        try {
          const value = execute();
          if (fault?.kind === 'timeout') return;
          if (fault) return this.#answer(() => fail(failureOf(fault.kind)), fail);
          this.#answer(() => page.run(() => finish(() => resolve(value))), fail);
        } catch (failure) {
          this.#answer(() => fail(failure as Failure), fail);
        }
      });
    });
  }

  /** Everything that was to go wrong has done so. */
  heal(): void {
    this.weather = calm;
    this.outage = false;
    this.faults.length = 0;
    this.badSockets = [];
    this.drops = 0;
  }

  #answer(arrive: () => void, fail: (failure: Failure) => void): void {
    this.time.after(this.latency(), () => (this.reachable ? arrive() : fail({ kind: 'network' })));
  }

  #take(name: CallName): CallFault | undefined {
    const at = this.faults.findIndex(({ call }) => call === name);
    return at < 0 ? undefined : this.faults.splice(at, 1)[0];
  }
}
