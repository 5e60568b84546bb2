import type { CallFault, CallName, Weather } from './faults.js';
import { Prng } from './prng.js';

/** Something that happens at a moment. `tab` counts the pages that are open then, and goes round. */
export type Action = { readonly atMs: number } & (
  | {
      readonly type: 'send' | 'discard' | 'retry' | 'typing' | 'load-older' | 'end' | 'start';
      readonly tab: number;
    }
  | { readonly type: 'attend'; readonly tab: number; readonly attending: boolean }
  | { readonly type: 'agent-says'; readonly count: number }
  | { readonly type: 'agent-streams'; readonly pieces: number; readonly everyMs: number }
  | {
      readonly type:
        'agent-joins' | 'agent-leaves' | 'agent-types' | 'agent-reads' | 'agent-ends' | 'idle-warning';
    }
  | { readonly type: 'fault'; readonly fault: CallFault; readonly times: number }
  | { readonly type: 'weather'; readonly weather: Weather; readonly forMs: number }
  | { readonly type: 'bad-sockets'; readonly how: 'refused' | 'deaf'; readonly times: number }
  | { readonly type: 'drop-items'; readonly times: number }
  | { readonly type: 'cut-sockets' | 'mute-sockets' }
  | { readonly type: 'expire'; readonly what: 'tokens' | 'urls' }
  | { readonly type: 'outage'; readonly forMs: number; readonly cut: boolean }
  | { readonly type: 'offline'; readonly forMs: number; readonly told: boolean }
  | { readonly type: 'sleep'; readonly forMs: number; readonly woken: boolean }
  | { readonly type: 'set-clock'; readonly skewMs: number }
  | { readonly type: 'open-tab' }
  | { readonly type: 'close-tab' | 'crash-tab'; readonly tab: number }
  | { readonly type: 'refresh-tab'; readonly tab: number; readonly closed: boolean }
  | { readonly type: 'freeze-tab'; readonly tab: number; readonly forMs: number }
  | { readonly type: 'hide-tab'; readonly tab: number; readonly forMs: number }
);

/**
 * How the chat is kept on the device: not at all, by each page for itself, by all pages of a site together, or by all pages of a site that cannot talk
 * to each other, as on plain http: they share a record and nothing else.
 */
export type Keeping = 'none' | 'page' | 'site' | 'apart';

/** A whole run as data, so that it can be repeated, and made smaller. */
export interface Schedule {
  readonly seed: number;
  readonly keeping: Keeping;
  /** Items in a page of the transcript. */
  readonly pageSize: number;
  /** How long the service lets a socket live. */
  readonly lifetimeMs: number;
  readonly skewMs: number;
  /** Whether a transcript says of an answer that is being written that it is not finished. */
  readonly marksUnfinished: boolean;
  readonly actions: readonly Action[];
}

const calls: readonly CallName[] = [
  'startContact',
  'createConnection',
  'fetchTranscript',
  'sendMessage',
  'sendMessage',
  'sendTyping',
  'sendReceipt',
  'disconnect',
];

type Make = (random: Prng, atMs: number) => Action;

const tab = (random: Prng) => random.int(0, 2);

function fault(random: Prng): CallFault {
  const call = random.pick(calls);
  const kind = random.pick(['network', 'timeout', 'throttled', 'server', 'forbidden'] as const);
  // The participant token is good while the contact lives: the service never answers it with "forbidden" for nothing.
  const fair = call === 'createConnection' || call === 'startContact' ? 'server' : kind;
  const lost = kind === 'network' || kind === 'timeout' || kind === 'server';
  return {
    call,
    kind: kind === 'forbidden' ? fair : kind,
    on: lost && random.chance(0.6) ? 'answer' : 'request',
  };
}

/** What may happen, and how often compared with the rest. */
const makers: readonly (readonly [weight: number, make: Make])[] = [
  [14, (r, atMs) => ({ atMs, type: 'send', tab: tab(r) })],
  [1, (r, atMs) => ({ atMs, type: 'discard', tab: tab(r) })],
  [1, (r, atMs) => ({ atMs, type: 'retry', tab: tab(r) })],
  [1, (r, atMs) => ({ atMs, type: 'typing', tab: tab(r) })],
  [1, (r, atMs) => ({ atMs, type: 'load-older', tab: tab(r) })],
  [0.3, (r, atMs) => ({ atMs, type: 'end', tab: tab(r) })],
  [0.5, (r, atMs) => ({ atMs, type: 'start', tab: tab(r) })],
  [3, (r, atMs) => ({ atMs, type: 'attend', tab: tab(r), attending: r.chance(0.6) })],
  [10, (r, atMs) => ({ atMs, type: 'agent-says', count: r.chance(0.2) ? r.int(5, 20) : 1 })],
  [1, (r, atMs) => ({ atMs, type: 'agent-streams', pieces: r.int(1, 5), everyMs: r.int(50, 3_000) })],
  [2, (_, atMs) => ({ atMs, type: 'agent-joins' })],
  [1, (_, atMs) => ({ atMs, type: 'agent-leaves' })],
  [1, (_, atMs) => ({ atMs, type: 'agent-types' })],
  [2, (_, atMs) => ({ atMs, type: 'agent-reads' })],
  [0.2, (_, atMs) => ({ atMs, type: 'agent-ends' })],
  [0.5, (_, atMs) => ({ atMs, type: 'idle-warning' })],
  [8, (r, atMs) => ({ atMs, type: 'fault', fault: fault(r), times: r.chance(0.2) ? r.int(2, 6) : 1 })],
  [
    3,
    (r, atMs) => ({
      atMs,
      type: 'weather',
      weather: {
        latency: r.pick([
          [1, 5],
          [50, 400],
          [200, 3_000],
          [5_000, 9_000],
        ] as const),
        duplicate: r.pick([0, 0.3]),
        reorder: r.pick([0, 0.3]),
      },
      forMs: r.int(1_000, 20_000),
    }),
  ],
  [2, (r, atMs) => ({ atMs, type: 'bad-sockets', how: r.pick(['refused', 'deaf']), times: r.int(1, 3) })],
  [0.5, (r, atMs) => ({ atMs, type: 'drop-items', times: r.int(1, 3) })],
  [4, (_, atMs) => ({ atMs, type: 'cut-sockets' })],
  [3, (_, atMs) => ({ atMs, type: 'mute-sockets' })],
  [2, (r, atMs) => ({ atMs, type: 'expire', what: r.pick(['tokens', 'urls']) })],
  [1, (r, atMs) => ({ atMs, type: 'outage', forMs: r.int(500, 60_000), cut: r.chance(0.5) })],
  [3, (r, atMs) => ({ atMs, type: 'offline', forMs: r.int(200, 40_000), told: r.chance(0.8) })],
  [2, (r, atMs) => ({ atMs, type: 'sleep', forMs: r.int(1_000, 400_000), woken: r.chance(0.5) })],
  [0.5, (r, atMs) => ({ atMs, type: 'set-clock', skewMs: r.int(-2, 2) * 43_200_000 })],
  [3, (_, atMs) => ({ atMs, type: 'open-tab' })],
  [1, (r, atMs) => ({ atMs, type: 'close-tab', tab: tab(r) })],
  [1.5, (r, atMs) => ({ atMs, type: 'crash-tab', tab: tab(r) })],
  [3, (r, atMs) => ({ atMs, type: 'refresh-tab', tab: tab(r), closed: r.chance(0.5) })],
  [2, (r, atMs) => ({ atMs, type: 'freeze-tab', tab: tab(r), forMs: r.int(500, 90_000) })],
  [2, (r, atMs) => ({ atMs, type: 'hide-tab', tab: tab(r), forMs: r.int(500, 30_000) })],
];

const totalWeight = makers.reduce((sum, [weight]) => sum + weight, 0);

function makeAction(random: Prng, atMs: number): Action {
  let left = random.next() * totalWeight;
  for (const [weight, make] of makers) {
    left -= weight;
    if (left < 0) return make(random, atMs);
  }
  return { atMs, type: 'send', tab: 0 };
}

/** The schedule of a seed: ten to fifty things within a minute or two, often close together, because that is where the trouble is. */
export function makeSchedule(seed: number): Schedule {
  const random = new Prng(seed);
  const count = random.int(10, 50);
  const actions: Action[] = [];
  let atMs = 0;
  for (let made = 0; made < count; made += 1) {
    atMs += random.chance(0.5) ? random.int(0, 60) : random.int(60, 6_000);
    actions.push(makeAction(random, atMs));
  }
  return {
    seed,
    keeping: random.pick(['none', 'page', 'page', 'site', 'site', 'site', 'site', 'apart'] as const),
    pageSize: random.int(3, 20),
    lifetimeMs: random.pick([65 * 60_000, 240_000, 150_000, 90_000]),
    marksUnfinished: random.chance(0.5),
    skewMs: random.pick([0, 0, 86_400_000, -86_400_000, 3_000]),
    actions,
  };
}
