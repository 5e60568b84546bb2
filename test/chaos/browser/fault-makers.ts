import type { FaultRequest } from '../../../demo/emulator/core/control-types.js';
import type { FaultType } from '../../../demo/emulator/core/fault-table.js';
import type { Prng } from '../prng.js';

/** Makes one fault of a kind. */
export type FaultMaker = (random: Prng) => FaultRequest;

const DAY_MS = 86_400_000;
const operations = [
  'SendMessage',
  'SendMessage',
  'SendEvent',
  'GetTranscript',
  'CreateParticipantConnection',
];
const when = ['before', 'after'] as const;

function status(random: Prng): FaultRequest {
  const operation = random.pick(operations);
  const code = random.pick([429, 500, 503, 403]);
  // The service takes a participant token as long as the contact lives, so that a 403 for one means its end; other tokens may run out at any time.
  if (code === 403)
    return operation === 'CreateParticipantConnection'
      ? { type: 'status', operation, status: 500, times: 1 }
      : { type: 'status', operation, status: code, times: 1 };
  // A throttled request is not performed.
  const moment = code === 429 ? 'before' : random.pick(when);
  return { type: 'status', operation, status: code, when: moment, times: random.int(1, 3) };
}

/** Every kind of fault that the emulator has; a new kind without a maker does not compile. */
export const faultMakers: { readonly [T in FaultType]: FaultMaker } = {
  status,
  reset: (r) => ({
    type: 'reset',
    operation: r.pick(['*', ...operations]),
    when: r.pick(when),
    times: r.int(1, 3),
  }),
  latency: (r) => ({
    type: 'latency',
    operation: r.pick(['*', ...operations]),
    ms: r.int(20, 600),
    times: 3,
  }),
  throttle: (r) => ({ type: 'throttle', operation: r.pick(['*', 'GetTranscript', 'SendMessage']) }),
  // These two touch files alone.
  bandwidth: (r) => ({ type: 'bandwidth', bytesPerSecond: r.int(100_000, 4_000_000), times: 1 }),
  scanner: (r) => ({
    type: 'scanner',
    result: r.pick(['APPROVED', 'REJECTED', 'IN_PROGRESS', 'SKIPPED']),
    times: 1,
  }),
  outage: (r) => ({ type: 'outage', ms: r.int(50, 1_200) }),
  'drop-sockets': (r) => (r.chance(0.5) ? { type: 'drop-sockets' } : { type: 'drop-sockets', code: 4001 }),
  'refuse-sockets': (r) => ({ type: 'refuse-sockets', times: r.int(1, 3) }),
  'half-open': (r) =>
    r.chance(0.6) ? { type: 'half-open' } : { type: 'half-open', sockets: 'next', times: 1 },
  mute: (r) => ({
    type: 'mute',
    topic: r.pick(['subscribe', 'ping', 'heartbeat', '*']),
    when: r.pick(when),
    times: r.int(1, 4),
  }),
  'ping-failure': () => ({ type: 'ping-failure', times: 1 }),
  'subscribe-failure': (r) => ({ type: 'subscribe-failure', times: r.int(1, 2) }),
  'drop-items': (r) => ({ type: 'drop-items', times: r.int(1, 3) }),
  'delay-items': (r) => ({ type: 'delay-items', ms: r.int(10, 400), times: r.int(1, 3) }),
  'duplicate-items': (r) => ({
    type: 'duplicate-items',
    copies: r.int(1, 2),
    ms: r.int(0, 300),
    times: r.int(1, 4),
  }),
  'reorder-items': (r) => ({
    type: 'reorder-items',
    count: r.int(2, 4),
    order: r.pick(['reverse', 'shuffle']),
    times: r.int(1, 2),
  }),
  echo: (r) => ({ type: 'echo', order: r.pick(when), times: r.int(1, 4) }),
  processing: (r) => ({ type: 'processing', status: 'PROCESSING', ms: r.int(10, 300), times: 1 }),
  'expiry-offset': (r) => ({ type: 'expiry-offset', ms: r.pick([-DAY_MS, DAY_MS, -60_000]), times: 1 }),
  'clock-skew': (r) => ({ type: 'clock-skew', ms: r.pick([-DAY_MS, DAY_MS, 3_000]) }),
};
