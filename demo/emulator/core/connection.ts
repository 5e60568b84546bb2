import type { Contact, Participant } from './contact.js';
import type { ServiceParts } from './service-parts.js';
import { choice } from './validate.js';

/** The kinds of connection a client can ask for. */
export const connectionTypes = choice(['WEBSOCKET', 'CONNECTION_CREDENTIALS', 'WEBRTC_CONNECTION']);

/** The connection details of the kinds asked for. Web calls are not part of a chat, so that kind yields nothing. */
export function connectionFor(
  parts: ServiceParts,
  contact: Contact,
  participant: Participant,
  types: readonly string[],
): object {
  const { clock, sockets, tokens, timings, faults } = parts;
  const lie = faults.strike('expiry-offset', { contact });
  const claimed = (member: 'ConnectionExpiry' | 'Expiry', ms: number): string => {
    const isFalse = lie && [undefined, '*', member].includes(lie.member);
    return clock.iso(isFalse ? ms + lie.ms : ms);
  };
  const details: Record<string, object> = {};
  if (types.includes('WEBSOCKET')) {
    const { url, closesMs } = sockets.issueUrl(contact, participant);
    details.Websocket = { Url: url, ConnectionExpiry: claimed('ConnectionExpiry', closesMs) };
  }
  if (types.includes('CONNECTION_CREDENTIALS')) {
    const lifeMs = timings.connectionTokenLifeMs;
    details.ConnectionCredentials = {
      ConnectionToken: tokens.issue('connection', contact, participant, lifeMs),
      Expiry: claimed('Expiry', clock.now() + lifeMs),
    };
  }
  return details;
}
