import type { CreateParticipantConnectionResponse } from '@aws-sdk/client-connectparticipant';
import type { ConnectionGrant } from '../engine/types.js';
import { failure } from './failure.js';
import { compact, epoch } from './reading.js';
import { isSocketUrl } from './endpoints.js';

// A little over what the service is seen to grant.
const longestLifetimeMs = 65 * 60_000;

/**
 * What CreateParticipantConnection has granted. Throws an `invalid` failure when the token or a usable socket URL is missing.
 *
 * @param date - The `Date` header of the answer, where it could be read.
 * @param deviceTime - Epoch milliseconds.
 */
export function connectionGrant(
  { Websocket, ConnectionCredentials }: CreateParticipantConnectionResponse,
  date: string | undefined,
  deviceTime: number,
): ConnectionGrant {
  const connectionToken = ConnectionCredentials?.ConnectionToken;
  const socketUrl = Websocket?.Url;
  if (!connectionToken || !socketUrl || !isSocketUrl(socketUrl)) throw failure('invalid');
  return compact<ConnectionGrant>({
    connectionToken,
    socketUrl,
    socketLifetimeMs: lifetime(epoch(Websocket.ConnectionExpiry), date, deviceTime),
  });
}

function lifetime(
  expiry: number | undefined,
  date: string | undefined,
  deviceTime: number,
): number | undefined {
  if (expiry === undefined) return undefined;
  const serverTime = date === undefined ? Number.NaN : Date.parse(date);
  const lifetimeMs = expiry - (Number.isNaN(serverTime) ? deviceTime : serverTime);
  // Nothing is granted that has expired already: it is the device's clock that is fast, and it tells nothing then.
  if (lifetimeMs <= 0 && Number.isNaN(serverTime)) return undefined;
  return Math.min(Math.max(lifetimeMs, 0), longestLifetimeMs);
}
