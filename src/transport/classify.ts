import type { Failure } from '../engine/types.js';
import { failure, isFailure, kindOfStatus, sentenceForPeople } from './failure.js';
import { asRecord, member } from './reading.js';

/**
 * Turns whatever a call of the AWS client was rejected with into what the transport rejects with: a `Failure`, or the `AbortError` as
 * it is. The HTTP status decides, not the name of the error: cross-origin pages often cannot read that name, and proxies answer with
 * pages of their own.
 */
export function classify(error: unknown): Failure | DOMException {
  if (isFailure(error) || (error instanceof DOMException && error.name === 'AbortError')) return error;
  const thrown = asRecord(error);
  const status = thrown && member(asRecord(member(thrown, '$metadata')) ?? {}, 'httpStatusCode');
  // Without a status nothing was sent: a member that the operation needs is missing, say.
  if (!thrown || typeof status !== 'number') return failure('invalid');
  const kind = kindOfStatus(status);
  // Of a refusal, the service's reason may help the reader: a message too long, a type of file not allowed.
  const modelled = kind === 'refused' && member(thrown, '$fault') !== undefined;
  return failure(kind, {
    status,
    detail: modelled && error instanceof Error ? sentenceForPeople(error.message) : undefined,
  });
}
