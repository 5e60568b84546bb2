import { httpUrl } from './endpoints.js';
import { failure, isFailure, kindOfStatus } from './failure.js';

/** Where and how a finished sign-in is handed to the back end. */
export interface SignInHandover {
  readonly endpoint: string;
  readonly contentType: string;
  /** Extra headers, such as a JWT; a function may fetch them. */
  readonly headers: HeadersInit | (() => HeadersInit | Promise<HeadersInit>) | undefined;
  readonly fetch: typeof fetch;
  readonly timeoutMs: number;
}

/** What the back end needs for UpdateParticipantAuthentication: a code, or what the identity provider found wrong. */
export interface SignInResult {
  readonly state: string;
  readonly code?: string;
  readonly error?: string;
  readonly errorDescription?: string;
}

/**
 * POSTs the result of a sign-in to the page's back end, which tells Amazon Connect. The answer's body does not matter.
 *
 * @throws a `Failure`
 */
export async function handSignIn(handover: SignInHandover, result: SignInResult): Promise<void> {
  const { endpoint, headers, contentType, timeoutMs } = handover;
  const url = httpUrl(endpoint);
  if (!url) throw failure('configuration');
  try {
    const sent = new Headers(typeof headers === 'function' ? await headers() : headers);
    sent.set('Content-Type', contentType);
    const response = await handover.fetch(url, {
      method: 'POST',
      headers: sent,
      body: JSON.stringify(result),
      signal: AbortSignal.timeout(timeoutMs),
    });
    if (!response.ok) throw failure(kindOfStatus(response.status), { status: response.status });
  } catch (error) {
    if (isFailure(error)) throw error;
    const late = error instanceof DOMException && error.name === 'TimeoutError';
    throw failure(late ? 'timeout' : 'network');
  }
}
