import type { Clock } from '../engine/types.js';

// Browsers keep the delay in 32 bits: a longer one would elapse at once.
const longestDelayMs = 2 ** 31 - 1;

/** The device's clock and timers. */
export function createClock(): Clock {
  return {
    now: () => Date.now(),
    schedule(callback, delayMs) {
      let timer: ReturnType<typeof setTimeout>;
      const wait = (remainingMs: number) => {
        const nextMs = Math.min(remainingMs, longestDelayMs);
        timer = setTimeout(() => (remainingMs > nextMs ? wait(remainingMs - nextMs) : callback()), nextMs);
      };
      wait(Math.max(0, delayMs));
      return () => clearTimeout(timer);
    },
  };
}
