import type { Expirable, FaultRequest } from '../../../demo/emulator/core/control-types.js';
import { Prng } from '../prng.js';
import { faultMakers, type FaultMaker } from './fault-makers.js';

/** Something that happens at a moment, in true milliseconds. `tab` counts the pages that are open then, and goes round. */
export type BrowserAction = { readonly atMs: number } & (
  | { readonly type: 'say'; readonly tab: number; readonly by: 'composer' | 'method' }
  | { readonly type: 'agent-says'; readonly count: number }
  | { readonly type: 'agent-acts'; readonly action: 'typing' | 'read' | 'delivered' | 'idle' | 'return' }
  | { readonly type: 'fault'; readonly fault: FaultRequest }
  | { readonly type: 'expire'; readonly what: Expirable }
  | { readonly type: 'offline'; readonly forMs: number }
  | { readonly type: 'open-tab' }
  | { readonly type: 'refresh' | 'close-tab' | 'crash-tab'; readonly tab: number }
  | { readonly type: 'freeze' | 'hide'; readonly tab: number; readonly forMs: number }
);

/** A whole run as data, so that it can be repeated, and made smaller. */
export interface BrowserSchedule {
  readonly seed: number;
  /** `local` is shared by the tabs of a visitor; with `session` there is one tab. */
  readonly storage: 'session' | 'local';
  /** How long the service lets a socket live; a short one makes it be renewed in the middle of it all. */
  readonly socketLifeMs: number;
  readonly actions: readonly BrowserAction[];
}

/** How much faster than in life everything runs. */
export const SPEED = 20;
const USUAL_SOCKET_LIFE_MS = (65 * 60_000) / SPEED;
/** Actions begin within this time; what they began may last a little longer. */
const SPAN_MS = 2_200;

type Make = (random: Prng, atMs: number) => BrowserAction;

const tab = (random: Prng) => random.int(0, 2);

/** What may happen, and how often compared with the rest. */
const makers: readonly (readonly [weight: number, make: Make])[] = [
  [16, (r, atMs) => ({ atMs, type: 'say', tab: tab(r), by: r.pick(['composer', 'method']) })],
  [12, (r, atMs) => ({ atMs, type: 'agent-says', count: r.chance(0.2) ? r.int(3, 8) : 1 })],
  [
    2,
    (r, atMs) => ({
      atMs,
      type: 'agent-acts',
      action: r.pick(['typing', 'read', 'delivered', 'idle', 'return']),
    }),
  ],
  [22, (r, atMs) => ({ atMs, type: 'fault', fault: r.pick<FaultMaker>(Object.values(faultMakers))(r) })],
  // Lost sockets are what all the rest is about.
  [4, (_, atMs) => ({ atMs, type: 'fault', fault: { type: 'drop-sockets' } })],
  [2, (r, atMs) => ({ atMs, type: 'expire', what: r.pick(['urls', 'connection-tokens', 'sockets']) })],
  [3, (r, atMs) => ({ atMs, type: 'offline', forMs: r.int(30, 900) })],
  [3, (_, atMs) => ({ atMs, type: 'open-tab' })],
  [3, (r, atMs) => ({ atMs, type: 'refresh', tab: tab(r) })],
  [2, (r, atMs) => ({ atMs, type: 'close-tab', tab: tab(r) })],
  [1, (r, atMs) => ({ atMs, type: 'crash-tab', tab: tab(r) })],
  [2, (r, atMs) => ({ atMs, type: 'freeze', tab: tab(r), forMs: r.int(30, 900) })],
  [2, (r, atMs) => ({ atMs, type: 'hide', tab: tab(r), forMs: r.int(30, 900) })],
];

const totalWeight = makers.reduce((sum, [weight]) => sum + weight, 0);

function makeAction(random: Prng, atMs: number): BrowserAction {
  let left = random.next() * totalWeight;
  for (const [weight, make] of makers) {
    left -= weight;
    if (left < 0) return make(random, atMs);
  }
  return { atMs, type: 'agent-says', count: 1 };
}

/** The schedule of a seed: eight to thirty things within two seconds, some of them close together. */
export function makeBrowserSchedule(seed: number): BrowserSchedule {
  const random = new Prng(seed);
  const count = random.int(8, 30);
  const times = Array.from({ length: count }, () => random.int(0, SPAN_MS)).sort((a, b) => a - b);
  const [first = 0] = times;
  const actions = times.map((atMs, index) => {
    // Every third thing comes right behind the one before it.
    const at = index > 0 && random.chance(0.3) ? (times[index - 1] ?? first) : atMs;
    return makeAction(random, at);
  });
  return {
    seed,
    storage: random.pick(['session', 'local', 'local']),
    socketLifeMs: random.pick([USUAL_SOCKET_LIFE_MS, USUAL_SOCKET_LIFE_MS, 6_000, 4_500]),
    actions: actions.sort((a, b) => a.atMs - b.atMs),
  };
}

/** What only a page with tabs, storage and a life cycle has; the rest any client of the service can be put through. */
const ofPages = new Set<BrowserAction['type']>([
  'open-tab',
  'refresh',
  'close-tab',
  'crash-tab',
  'freeze',
  'hide',
]);

/**
 * The part of a schedule that a client without tabs and storage can be put through, on sockets that live as long as the service's. Nor do connection tokens
 * lapse in it before their day is over: ChatJS counts on that, and with the real service it may.
 */
export function withoutPages(schedule: BrowserSchedule): BrowserSchedule {
  return {
    ...schedule,
    storage: 'session',
    socketLifeMs: USUAL_SOCKET_LIFE_MS,
    actions: schedule.actions.filter(
      (action) =>
        !ofPages.has(action.type) && !(action.type === 'expire' && action.what === 'connection-tokens'),
    ),
  };
}
