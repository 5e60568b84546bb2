import type { Failure, SocketListener, Transport } from '../../src/engine/types.js';

type Call = {
  [Name in keyof Transport]: { readonly name: Name; readonly args: Parameters<Transport[Name]> };
}[keyof Transport];

/** One call that the test answers when it likes. */
export interface Pending {
  readonly name: Exclude<keyof Transport, 'openSocket'>;
  readonly args: readonly unknown[];
  readonly signal: AbortSignal;
  readonly resolve: (value: unknown) => void;
  readonly reject: (failure: Failure) => void;
}

export interface OpenedSocket {
  readonly url: string;
  readonly listener: SocketListener;
  readonly signal: AbortSignal;
}

/** A transport in the hands of the test. */
export class FakeTransport {
  readonly calls: Pending[] = [];
  readonly sockets: OpenedSocket[] = [];

  /** What a session takes. */
  readonly transport = new Proxy({} as Transport, {
    get:
      (_, name: Call['name']) =>
      (...args: unknown[]) =>
        this.#take(name, args),
  });

  /** The newest call of that name. */
  last(name: Pending['name']): Pending {
    const call = this.calls.findLast((one) => one.name === name);
    if (!call) throw new Error(`${name} was not called.`);
    return call;
  }

  /** How often it was called. */
  count(name: Pending['name']): number {
    return this.calls.filter((one) => one.name === name).length;
  }

  #take(name: Call['name'], args: unknown[]): unknown {
    const given = args.at(-1);
    // `leave` takes no signal.
    const signal = given instanceof AbortSignal ? given : new AbortController().signal;
    if (name === 'openSocket') {
      const [url, listener] = args as [string, SocketListener];
      return void this.sockets.push({ url, listener, signal });
    }
    return new Promise((resolve, reject) => {
      this.calls.push({ name, args, signal, resolve, reject });
      signal.addEventListener('abort', () => reject(new DOMException('Aborted', 'AbortError')));
    });
  }
}
