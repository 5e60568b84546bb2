import { HttpResponse } from '@smithy/core/transport';
import type { HttpRequest, RequestHandler } from '@smithy/types';
import { abortError, failure } from './failure.js';

/** What one call passes through the AWS client to {@link HttpHandler}. */
export interface CallOptions {
  readonly abortSignal?: AbortSignal;
  /** Hears the answer's `Date` header, where the page may read it. */
  readonly dated?: (date: string) => void;
}

/**
 * Sends the requests of the AWS client with the `fetch` it is given. It neither retries nor times out: the engine decides about
 * both. The official fetch handler is not used, as it streams bodies, which nothing here needs, and is larger.
 *
 * Rejects with an `AbortError`, or with a `network` failure when there is no whole answer.
 */
export class HttpHandler implements RequestHandler<HttpRequest, HttpResponse, CallOptions> {
  readonly #fetch: typeof fetch;
  readonly #userAgent: string;

  constructor(fetcher: typeof fetch, userAgent: string) {
    this.#fetch = fetcher;
    this.#userAgent = userAgent;
  }

  async handle(
    request: HttpRequest,
    { abortSignal, dated }: CallOptions = {},
  ): Promise<{ response: HttpResponse }> {
    const { protocol, hostname, port, path, method, headers } = request;
    const url = `${protocol}//${hostname}${port === undefined ? '' : `:${port}`}${path}`;
    try {
      // Held in a local: called as a method, `fetch` would get this object as its `this` and refuse.
      const send = this.#fetch;
      const response = await send(url, {
        method,
        headers: { ...headers, 'x-amz-user-agent': this.#userAgent },
        body: (request.body as BodyInit | undefined) ?? null,
        signal: abortSignal ?? null,
        // The token in the header is the only credential; the answer is nobody else's.
        credentials: 'omit',
        cache: 'no-store',
      });
      const date = response.headers.get('date');
      if (date !== null) dated?.(date);
      const body = new Uint8Array(await response.arrayBuffer());
      const { status: statusCode, headers: received } = response;
      return { response: new HttpResponse({ statusCode, headers: Object.fromEntries(received), body }) };
    } catch {
      throw abortSignal?.aborted ? abortError() : failure('network');
    }
  }
}
