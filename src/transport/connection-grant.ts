import type { ConnectionGrant } from '../engine/types.js';
import { isSocketUrl } from './endpoints.js';
import { failure } from './failure.js';
import { asRecord, compact, epoch, member, text, type UnknownRecord } from './reading.js';

// A little over what the service is seen to grant.
const longestLifetimeMs = 65 * 60_000;
const maxLength = 10_000;

/**
 * What CreateParticipantConnection has granted. Throws an `invalid` failure when the token or a usable socket URL is missing.
 *
 * @param date - The `Date` header of the answer, where it could be read.
 * @param deviceTime - Epoch milliseconds.
 */
export function connectionGrant(
  value: unknown,
  date: string | undefined,
  deviceTime: number,
): ConnectionGrant {
  const answer = asRecord(value) ?? {};
  const socket = part(answer, 'Websocket');
  const credentials = part(answer, 'ConnectionCredentials');
  const connectionToken = text(credentials, 'ConnectionToken', maxLength);
  const socketUrl = text(socket, 'Url', maxLength);
  if (connectionToken === undefined || socketUrl === undefined || !isSocketUrl(socketUrl))
    throw failure('invalid');
  // The calls need the token as the items need the socket: a connection is as good as the first of them to go.
  const expiries = [text(socket, 'ConnectionExpiry'), text(credentials, 'Expiry')].map(epoch);
  const known = expiries.filter((expiry) => expiry !== undefined);
  return compact<ConnectionGrant>({
    connectionToken,
    socketUrl,
    socketLifetimeMs: known.length > 0 ? lifetime(Math.min(...known), date, deviceTime) : undefined,
  });
}

function part(record: UnknownRecord, name: string): UnknownRecord {
  return asRecord(member(record, name)) ?? {};
}

function lifetime(expiry: number, date: string | undefined, deviceTime: number): number | undefined {
  const serverTime = date === undefined ? Number.NaN : Date.parse(date);
  const lifetimeMs = expiry - (Number.isNaN(serverTime) ? deviceTime : serverTime);
  // Nothing is granted that has expired already: it is the device's clock that is fast, and it tells nothing then.
  if (lifetimeMs <= 0 && Number.isNaN(serverTime)) return undefined;
  return Math.min(Math.max(lifetimeMs, 0), longestLifetimeMs);
}
