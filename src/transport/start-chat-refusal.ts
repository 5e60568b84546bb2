import type { Failure } from '../engine/types.js';
import { failure, kindOfStatus, sentenceForPeople } from './failure.js';
import { asRecord, text } from './reading.js';

/**
 * Why a chat was not started, from the status that the endpoint answered with; undefined when it called its answer an error
 * without one.
 *
 * @param detail - What it said, if that is fit for people: an endpoint says "we are closed" by 503, or by any 4xx with a sentence.
 */
export function refusal(status: number | undefined, detail?: string): Failure {
  const kind = status === undefined ? 'refused' : kindOfStatus(status);
  return failure(kind, { status, detail, code: code(kind, status, detail) });
}

/**
 * Why a chat was not started, when `fetch` or a function of the page has thrown. A `status` on what it threw counts as the endpoint's;
 * anything else means that there was no answer.
 */
export function refusedByThrowing(error: unknown): Failure {
  const thrown = asRecord(error);
  // Members of errors are read with their prototypes: the page's own error classes may have getters.
  const status = thrown && (thrown['status'] ?? thrown['statusCode']);
  if (thrown && typeof status === 'number' && status >= 400) {
    return refusal(status, sentenceForPeople(text(thrown, 'message')));
  }
  return failure('network', { code: 'start-chat/unreachable' });
}

function code(kind: Failure['kind'], status: number | undefined, detail: string | undefined): string {
  if (kind === 'forbidden') return 'start-chat/unauthorized';
  if (kind === 'throttled') return 'start-chat/throttled';
  if (status === 503) return 'start-chat/unavailable';
  if (kind === 'server') return 'start-chat/server-error';
  if (kind === 'invalid') return 'start-chat/bad-answer';
  return detail === undefined ? 'start-chat/refused' : 'start-chat/unavailable';
}
