import type { Ask } from '../engine/types.js';
import { failure } from './failure.js';
import { asRecord, member, text } from './reading.js';
import type { UnknownRecord } from './reading.js';

/** Where a file is to be put, and with what. */
export interface UploadGrant {
  readonly attachmentId: string;
  /** Presigned: whoever has it may write there. */
  readonly url: string;
  /** Part of the signature: to be sent exactly as they are. */
  readonly headers: Readonly<Record<string, string>>;
}

/** What the service wants to know of a file before it takes it. */
export interface FileDescription {
  readonly name: string;
  /** MIME type. */
  readonly type: string;
  /** Bytes. */
  readonly size: number;
}

/** Most headers that we would believe to belong to one upload. */
const MAX_HEADERS = 50;

/**
 * Asks for a place for a file (Amazon Connect API Reference, StartAttachmentUpload).
 *
 * @param clientToken - The same one again means the same file.
 * @throws a `Failure`; `invalid` for an answer that names no place
 */
export async function startUpload(
  ask: Ask,
  { name, type, size }: FileDescription,
  clientToken: string,
): Promise<UploadGrant> {
  const input = {
    ContentType: type,
    AttachmentSizeInBytes: size,
    AttachmentName: name,
    ClientToken: clientToken,
  };
  const answer = asRecord(await ask('startAttachmentUpload', input)) ?? {};
  const metadata = asRecord(member(answer, 'UploadMetadata')) ?? {};
  const attachmentId = text(answer, 'AttachmentId');
  const url = text(metadata, 'Url', 8_192);
  const headers = readHeaders(asRecord(member(metadata, 'HeadersToInclude')) ?? {});
  if (attachmentId === undefined || url === undefined || !/^https?:/i.test(url) || !headers)
    throw failure('invalid');
  return { attachmentId, url, headers };
}

/**
 * Sends a file that has been put in its place into the chat (Amazon Connect API Reference, CompleteAttachmentUpload).
 *
 * @throws a `Failure`
 */
export async function completeUpload(ask: Ask, attachmentId: string, clientToken: string): Promise<void> {
  await ask('completeAttachmentUpload', { AttachmentIds: [attachmentId], ClientToken: clientToken });
}

/** Names and values that a request can carry; undefined if there is one that it cannot. */
function readHeaders(record: UnknownRecord): Readonly<Record<string, string>> | undefined {
  const headers = Object.entries(record);
  const valid = headers.every(
    ([name, value]) =>
      /^[\w!#$%&'*+.^`|~-]{1,128}$/.test(name) &&
      typeof value === 'string' &&
      /^[\t\x20-\x7e\x80-\xff]{0,2000}$/.test(value),
  );
  return valid && headers.length <= MAX_HEADERS
    ? (Object.fromEntries(headers) as Record<string, string>)
    : undefined;
}
