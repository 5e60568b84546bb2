import type { Contact, Participant } from './contact.js';
import type { ServiceParts } from './service-parts.js';
import { text } from './validate.js';

/** The kinds of connection a client can ask for. */
export const connectionTypes = text(1, 50, {
  oneOf: ['WEBSOCKET', 'CONNECTION_CREDENTIALS', 'WEBRTC_CONNECTION'],
});

/** The connection details of the kinds asked for. Web calls are not part of a chat, so that kind yields nothing. */
export function connectionFor(
  parts: ServiceParts,
  contact: Contact,
  participant: Participant,
  types: readonly string[],
): object {
  const { clock, sockets, tokens, timings } = parts;
  const details: Record<string, object> = {};
  if (types.includes('WEBSOCKET')) {
    const { url, closesMs } = sockets.issueUrl(contact, participant);
    details.Websocket = { Url: url, ConnectionExpiry: clock.iso(closesMs) };
  }
  if (types.includes('CONNECTION_CREDENTIALS')) {
    const lifeMs = timings.connectionTokenLifeMs;
    details.ConnectionCredentials = {
      ConnectionToken: tokens.issue('connection', contact, participant, lifeMs),
      Expiry: clock.iso(clock.now() + lifeMs),
    };
  }
  return details;
}
