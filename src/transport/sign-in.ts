import type { Ask } from '../engine/types.js';
import { failure } from './failure.js';
import { asRecord, text } from './reading.js';

/**
 * Where the customer signs in (Amazon Connect API Reference, GetAuthenticationUrl).
 *
 * @throws a `Failure`; `invalid` for an answer without an http(s) address
 */
export async function authenticationUrl(ask: Ask, sessionId: string, redirectUri: string): Promise<string> {
  const input = { SessionId: sessionId, RedirectUri: redirectUri };
  const answer = asRecord(await ask('getAuthenticationUrl', input));
  const url = answer && text(answer, 'AuthenticationUrl', 8_192);
  if (url === undefined || !/^https?:/i.test(url)) throw failure('invalid');
  return url;
}

/**
 * Gives a sign-in up (Amazon Connect API Reference, CancelParticipantAuthentication).
 *
 * @throws a `Failure`
 */
export async function cancelAuthentication(ask: Ask, sessionId: string): Promise<void> {
  await ask('cancelParticipantAuthentication', { SessionId: sessionId });
}
