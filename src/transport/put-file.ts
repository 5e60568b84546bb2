import type { Clock } from '../engine/types.js';
import { abortError, failure, kindOfStatus } from './failure.js';
import type { UploadGrant } from './attachment-upload.js';

/** What one upload is watched and stopped with. */
export interface PutOptions {
  /** Hears how many bytes have gone out so far. */
  readonly progressed: (bytes: number) => void;
  readonly signal: AbortSignal;
  readonly clock: Clock;
  /** Silence in ms after which an upload counts as lost. */
  readonly stallMs: number;
  /** Used in place of the browser's XMLHttpRequest, at the price of progress: a page has put a `fetch` of its own in between. */
  readonly fetch?: typeof fetch | undefined;
  /** Default: the browser's. */
  readonly XMLHttpRequest?: typeof XMLHttpRequest;
}

/** A browser sets these itself, and lets nobody else. */
const forbidden = /^(content-length|host|connection|expect|origin|date|te|via|(proxy|sec)-.*)$/i;

/**
 * Puts a file where the service wants it: the raw bytes, with exactly the headers that were signed.
 *
 * @throws a `Failure` for everything but a 2xx answer, or an `AbortError`
 */
export async function putFile(grant: UploadGrant, file: Blob, options: PutOptions): Promise<void> {
  // Without a type of its own: a browser would add it as a header, and that one was not signed.
  const body = file.slice(0, file.size, '');
  const headers = Object.entries(grant.headers).filter(([name]) => !forbidden.test(name));
  const status = await (options.fetch
    ? putByFetch(options.fetch, grant.url, headers, body, options)
    : putByRequest(grant.url, headers, body, options));
  if (status < 200 || status > 299) throw failure(kindOfStatus(status), { status });
  options.progressed(body.size);
}

type Headers = readonly (readonly [string, string])[];

async function putByFetch(
  fetcher: typeof fetch,
  url: string,
  headers: Headers,
  body: Blob,
  { signal }: PutOptions,
): Promise<number> {
  try {
    const init = { method: 'PUT', headers: Object.fromEntries(headers), body, signal } as const;
    return (await fetcher(url, { ...init, credentials: 'omit', referrerPolicy: 'no-referrer' })).status;
  } catch {
    throw signal.aborted ? abortError() : failure('network');
  }
}

/** With XMLHttpRequest, because no other request of a browser tells how far an upload has come. */
function putByRequest(
  url: string,
  headers: Headers,
  body: Blob,
  { progressed, signal, clock, stallMs, XMLHttpRequest: Request = XMLHttpRequest }: PutOptions,
): Promise<number> {
  return new Promise((resolve, reject) => {
    if (signal.aborted) return reject(abortError());
    const request = new Request();
    let calm = (): void => undefined;
    const settle = (end: () => void) => {
      calm();
      signal.removeEventListener('abort', abort);
      request.onload = request.onerror = request.onabort = request.upload.onprogress = null;
      end();
    };
    const abort = () => {
      settle(() => reject(abortError()));
      request.abort();
    };
    const watch = () => {
      calm();
      calm = clock.schedule(() => {
        settle(() => reject(failure('timeout')));
        request.abort();
      }, stallMs);
    };
    request.upload.onprogress = ({ loaded }) => {
      watch();
      progressed(loaded);
    };
    request.onload = () => settle(() => resolve(request.status));
    request.onerror = request.onabort = () => settle(() => reject(failure('network')));
    signal.addEventListener('abort', abort);
    try {
      request.open('PUT', url);
      for (const [name, value] of headers) request.setRequestHeader(name, value);
      request.send(body);
    } catch {
      return settle(() => reject(failure('network')));
    }
    watch();
  });
}
