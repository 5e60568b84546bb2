import type { Failure } from '../../src/engine/types.js';

/** The calls of the transport that go over the network and are answered. */
export type CallName =
  | 'startContact'
  | 'createConnection'
  | 'fetchTranscript'
  | 'sendMessage'
  | 'sendTyping'
  | 'sendReceipt'
  | 'disconnect';

/** What goes wrong with one call: on the way there, or on the way back of an answer that the service has given. */
export interface CallFault {
  readonly call: CallName;
  readonly kind: Extract<
    Failure['kind'],
    'network' | 'timeout' | 'throttled' | 'server' | 'forbidden' | 'refused'
  >;
  readonly on: 'request' | 'answer';
}

const statuses: Partial<Record<Failure['kind'], number>> = {
  throttled: 429,
  server: 500,
  forbidden: 403,
  refused: 400,
};

/** The failure that a client sees. */
export function failureOf(kind: CallFault['kind']): Failure {
  const status = statuses[kind];
  return status === undefined ? { kind } : { kind, status };
}

/** What the network does to what goes over it, for now. */
export interface Weather {
  /** One way, in ms. */
  readonly latency: readonly [least: number, most: number];
  /** Probability that something from a socket comes twice. */
  readonly duplicate: number;
  /** Probability that something from a socket is overtaken by what comes after it. */
  readonly reorder: number;
}

export const calm: Weather = { latency: [5, 60], duplicate: 0, reorder: 0 };
