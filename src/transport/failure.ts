import type { Failure } from '../engine/types.js';
import { asRecord, compact, member } from './reading.js';

const kinds: readonly Failure['kind'][] = [
  'network',
  'timeout',
  'throttled',
  'server',
  'forbidden',
  'refused',
  'invalid',
  'configuration',
];

/** A failure of which absent parts are left out. */
export function failure(
  kind: Failure['kind'],
  parts: { [K in keyof Failure]?: Failure[K] | undefined } = {},
): Failure {
  return compact<Failure>({ ...parts, kind });
}

/** Whether something that was thrown is a failure that the transport has already classified. */
export function isFailure(value: unknown): value is Failure {
  const record = asRecord(value);
  return (
    record !== undefined && !(value instanceof Error) && kinds.some((kind) => kind === member(record, 'kind'))
  );
}

/** The kind that an HTTP status stands for. A status that is not an error means an answer that could not be read. */
export function kindOfStatus(status: number): Failure['kind'] {
  if (status === 401 || status === 403) return 'forbidden';
  if (status === 429) return 'throttled';
  if (status >= 500) return 'server';
  if (status >= 400) return 'refused';
  return 'invalid';
}

/** The error with which an aborted call rejects. */
export function abortError(): DOMException {
  return new DOMException('The call was aborted.', 'AbortError');
}

// What gateways, proxies and SDKs say of their own accord. It explains nothing to a customer.
const boilerplate =
  /^(bad request|unauthorized|forbidden|not found|method not allowed|conflict|unsupported media type|too many requests|limit exceeded|internal server error|bad gateway|service unavailable|gateway time-?out|endpoint request timed out|missing authentication token|unknown ?error|error code:? \d+|user is not authorized.*|.*explicit deny.*)\.?$/i;

/**
 * `value` when it is a sentence that may be shown to a customer: a short plain text.
 * Markup, stack traces, exception names and the stock phrases of gateways are not.
 */
export function sentenceForPeople(value: unknown): string | undefined {
  if (typeof value !== 'string') return undefined;
  const sentence = value.trim();
  if (sentence === '' || sentence.length > 300) return undefined;
  if (/[<>{}\n\r\t]|Exception|Error:/.test(sentence) || boilerplate.test(sentence)) return undefined;
  return sentence;
}
