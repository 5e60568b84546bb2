import type { Outcome } from '../operation.js';
import type { ServiceParts } from '../service-parts.js';
import type { Grant } from '../tokens.js';
import { object, text, validate } from '../validate.js';

const urlRequest = object({ SessionId: text(36, 36), RedirectUri: text(1, 1024) });

/** GetAuthenticationUrl: where the customer signs in. */
export function getAuthenticationUrl({ signIns }: ServiceParts, { contact }: Grant, body: unknown): Outcome {
  const { SessionId, RedirectUri } = validate(urlRequest, body);
  return { body: { AuthenticationUrl: signIns.url(contact, SessionId, RedirectUri) } };
}

const cancelRequest = object({ SessionId: text(36, 36) });

/** CancelParticipantAuthentication: the customer goes on without signing in. */
export function cancelAuthentication({ signIns }: ServiceParts, { contact }: Grant, body: unknown): Outcome {
  const { SessionId } = validate(cancelRequest, body);
  return { body: {}, echo: signIns.cancel(contact, SessionId) };
}
