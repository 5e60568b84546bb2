import type { Failure, OutboxItem } from './types.js';

/** Tries before a server that keeps failing, or a refusal that may have been the token's, is called a failure. */
const MAX_ANSWERED_TRIES = 5;
const MAX_FORBIDDEN_TRIES = 2;

/** Whether the other side has said that it will not do what was asked; else it may have done so, at this attempt or at an earlier one. */
export const isRefusal = ({ kind }: Failure) =>
  kind === 'refused' || kind === 'forbidden' || kind === 'configuration';

/** What is remembered of a try that failed. */
export const afterFailure = (item: OutboxItem, { kind }: Failure) => ({
  attempts: item.failure === kind ? item.attempts + 1 : 1,
  failure: kind,
});

/** Whether the same call may succeed later. No network, a time-out and a throttle say nothing about the call itself. */
export function worthRetrying(failure: Failure, attempts: number): boolean {
  switch (failure.kind) {
    case 'network':
    case 'timeout':
    case 'throttled':
      return true;
    case 'server':
    case 'invalid':
      return attempts < MAX_ANSWERED_TRIES;
    case 'forbidden':
      return attempts < MAX_FORBIDDEN_TRIES;
    case 'refused':
    case 'configuration':
      return false;
  }
}
