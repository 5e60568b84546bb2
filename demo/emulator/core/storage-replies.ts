import { errorNameFor } from './errors.js';
import type { Fault } from './fault-table.js';

/** The storage service's own words for what is wrong with a request. */
export type StorageErrorCode =
  | 'AccessDenied'
  | 'IncompleteBody'
  | 'InvalidArgument'
  | 'MethodNotAllowed'
  | 'NoSuchKey'
  | 'SignatureDoesNotMatch';

const statuses: Readonly<Record<StorageErrorCode, number>> = {
  AccessDenied: 403,
  IncompleteBody: 400,
  InvalidArgument: 400,
  MethodNotAllowed: 405,
  NoSuchKey: 404,
  SignatureDoesNotMatch: 403,
};

/** A refusal of the storage service. */
export class StorageError extends Error {
  readonly code: StorageErrorCode;

  constructor(code: StorageErrorCode, message: string) {
    super(message);
    this.code = code;
  }

  /** The refusal as S3 words it: a small XML document. */
  get reply(): Response {
    return xmlReply(statuses[this.code], this.code, this.message);
  }
}

/** The reply that a `status` fault asks of the storage service. */
export function storageFaultReply({ status, error, message, body, contentType }: Fault<'status'>): Response {
  if (status === 204 || status === 205 || status === 304) return new Response(null, { status });
  if (body !== undefined) {
    return new Response(body, { status, headers: { 'content-type': contentType ?? 'text/html' } });
  }
  const code = error ?? (status === 503 ? 'SlowDown' : errorNameFor(status));
  return xmlReply(status, code, message ?? 'Injected by a fault.');
}

function xmlReply(status: number, code: string, message: string): Response {
  const escaped = (text: string): string =>
    text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  const xml = `<?xml version="1.0" encoding="UTF-8"?>\n<Error><Code>${escaped(code)}</Code><Message>${escaped(message)}</Message></Error>`;
  return new Response(xml, { status, headers: { 'content-type': 'application/xml' } });
}
