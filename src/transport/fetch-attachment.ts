import type { Ask } from '../engine/types.js';
import { attachmentUrl } from './attachment-url.js';
import { abortError, failure, kindOfStatus } from './failure.js';

/**
 * The bytes of a file. What the storage says in place of them is never taken for them. A link that has expired on the way is asked for once more.
 *
 * @throws a `Failure`, or an `AbortError`
 */
export async function fetchAttachment(
  ask: Ask,
  fetcher: typeof fetch,
  attachmentId: string,
  signal?: AbortSignal,
): Promise<Blob> {
  for (let isLast = false; ; isLast = true) {
    const url = await attachmentUrl(ask, attachmentId);
    const answer = await get(fetcher, url, signal);
    if (typeof answer !== 'number') return answer;
    // S3 says 403 of a link whose time is over.
    if (isLast || answer !== 403) throw failure(kindOfStatus(answer), { status: answer });
  }
}

/** The bytes, or the status of a refusal. */
async function get(
  fetcher: typeof fetch,
  url: string,
  signal: AbortSignal | undefined,
): Promise<Blob | number> {
  try {
    // The link is all that is needed: no cookie, and no word of the page that it is read from.
    const init = { credentials: 'omit', referrerPolicy: 'no-referrer', ...(signal && { signal }) } as const;
    const response = await fetcher(url, init);
    return response.ok ? await response.blob() : response.status;
  } catch {
    throw signal?.aborted ? abortError() : failure('network');
  }
}
