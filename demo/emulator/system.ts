import { randomUUID } from 'node:crypto';
import type { Clock, Random } from './core/ports.js';

/** The machine's clock and timers. */
export const systemClock: Clock = {
  now: () => Date.now(),
  iso: (ms) => new Date(ms).toISOString(),
  schedule(callback, delayMs) {
    const timer = setTimeout(callback, delayMs);
    return () => {
      clearTimeout(timer);
    };
  },
};

/** The machine's randomness. */
export const systemRandom: Random = {
  next: () => Math.random(),
  id: () => randomUUID(),
};
