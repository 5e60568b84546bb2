import type { Timings } from './types.js';

/**
 * How long to wait before attempt number `attempt` (1 is the first after a loss), in milliseconds, with full jitter: many clients that lost the
 * same server come back spread out instead of all at once.
 *
 * @param random - in [0, 1)
 */
export function backoff(attempt: number, random: number, timings: Timings): number {
  const ceiling =
    attempt <= 1
      ? timings.firstRetryMs
      : Math.min(timings.retryMaxMs, timings.retryBaseMs * 2 ** Math.min(attempt - 1, 30));
  return Math.round(random * ceiling);
}
