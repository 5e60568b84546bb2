import type { Clock } from '../engine/types.js';
import { abortError, failure } from './failure.js';

/**
 * Runs `work` for at most `timeoutMs`. Rejects with a `timeout` failure when the time is up and with an `AbortError` when
 * `signal` is aborted, even if `work` pays no heed to the signal it is given. A result that comes later is dropped.
 */
export function withDeadline<T>(
  clock: Clock,
  timeoutMs: number,
  signal: AbortSignal,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  if (signal.aborted) return Promise.reject(abortError());
  const controller = new AbortController();
  return new Promise<T>((resolve, reject) => {
    const settle = (finish: () => void) => {
      cancelTimer();
      signal.removeEventListener('abort', handleAbort);
      finish();
    };
    const giveUp = (reason: unknown) => {
      settle(() => {
        reject(reason);
      });
      controller.abort();
    };
    const handleAbort = () => {
      giveUp(abortError());
    };
    const cancelTimer = clock.schedule(() => {
      giveUp(failure('timeout'));
    }, timeoutMs);
    signal.addEventListener('abort', handleAbort, { once: true });
    // A `work` that throws at once must reject like one that rejects.
    Promise.resolve()
      .then(() => work(controller.signal))
      .then(
        (value) => settle(() => resolve(value)),
        (reason: unknown) => settle(() => reject(reason)),
      );
  });
}
