import { abortError, failure } from './failure.js';
import type { RestRequest, RestResponse } from './rest-json.js';

/** What one call passes through the AWS client to {@link HttpHandler}. */
export interface CallOptions {
  readonly abortSignal?: AbortSignal;
  /** Hears the answer's `Date` header, where the page may read it. */
  readonly dated?: (date: string) => void;
  /** The request outlives the page. */
  readonly keepalive?: boolean;
}

/**
 * Sends the requests of the AWS client with the `fetch` it is given. It neither retries nor times out: the engine decides about
 * both.
 *
 * Rejects with an `AbortError`, or with a `network` failure when there is no whole answer.
 */
export class HttpHandler {
  readonly #endpoint: string;
  readonly #fetch: typeof fetch;
  readonly #userAgent: string;

  constructor(endpoint: string, fetcher: typeof fetch, userAgent: string) {
    this.#endpoint = endpoint;
    this.#fetch = fetcher;
    this.#userAgent = userAgent;
  }

  async handle(
    request: RestRequest,
    { abortSignal, dated, keepalive = false }: CallOptions = {},
  ): Promise<{ response: RestResponse }> {
    const { path, method, headers, body = null } = request;
    try {
      // Held in a local: called as a method, `fetch` would get this object as its `this` and refuse.
      const send = this.#fetch;
      const response = await send(this.#endpoint + path, {
        method,
        headers: { ...headers, 'x-amz-user-agent': this.#userAgent },
        body,
        signal: abortSignal ?? null,
        keepalive,
        // The token in the header is the only credential; the answer is nobody else's.
        credentials: 'omit',
        cache: 'no-store',
      });
      const date = response.headers.get('date');
      if (date !== null) dated?.(date);
      const { status, headers: received } = response;
      return { response: { status, headers: received, body: await response.text() } };
    } catch {
      throw abortSignal?.aborted ? abortError() : failure('network');
    }
  }
}
