import type { Ask } from '../engine/types.js';
import { failure } from './failure.js';
import { asRecord, text } from './reading.js';

/**
 * Where a file can be fetched (Amazon Connect API Reference, GetAttachment).
 *
 * @throws a `Failure`; `invalid` for an answer without an http(s) address
 */
export async function attachmentUrl(ask: Ask, attachmentId: string): Promise<string> {
  const answer = asRecord(await ask('getAttachment', { AttachmentId: attachmentId }));
  const url = answer && text(answer, 'Url', 8_192);
  if (url === undefined || !/^https?:/i.test(url)) throw failure('invalid');
  return url;
}
