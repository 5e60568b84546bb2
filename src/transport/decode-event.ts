import type { SystemEvent } from '../engine/types.js';
import { text, valueOf, type UnknownRecord } from './reading.js';
import { eventPrefix, type WireItem } from './wire.js';

const systemEvents: Readonly<Record<string, SystemEvent>> = {
  'authentication.initiated': 'authentication-initiated',
  'authentication.succeeded': 'authentication-succeeded',
  // Some of Amazon's documents spell it so.
  'authentication.success': 'authentication-succeeded',
  'authentication.failed': 'authentication-failed',
  'authentication.timeout': 'authentication-timeout',
  'authentication.expired': 'authentication-expired',
  'authentication.cancelled': 'authentication-cancelled',
  'participant.joined': 'joined',
  'participant.left': 'left',
  'participant.invited': 'invited',
  'participant.idle': 'idle',
  'participant.returned': 'returned',
  'participant.autodisconnection': 'auto-disconnected',
  'participant.displayname.updated': 'name-updated',
  'transfer.succeeded': 'transfer-succeeded',
  'transfer.failed': 'transfer-failed',
  'chat.ended': 'ended',
};

// Older items name the event in `Type` instead of the content type.
const eventsByType: Readonly<Record<string, string>> = {
  TYPING: 'typing',
  PARTICIPANT_JOINED: 'participant.joined',
  PARTICIPANT_LEFT: 'participant.left',
  TRANSFER_SUCCEEDED: 'transfer.succeeded',
  TRANSFER_FAILED: 'transfer.failed',
  CHAT_ENDED: 'chat.ended',
  MESSAGE_DELIVERED: 'message.delivered',
  MESSAGE_READ: 'message.read',
  // The wire says it without the underscore, the documents with it.
  MESSAGEMETADATA: 'message.metadata',
  MESSAGE_METADATA: 'message.metadata',
};

/** The service's name of the event that an item is, without the prefix of its content type; undefined when it is no event. */
export function eventName(item: UnknownRecord, type: string | undefined): string | undefined {
  const contentType = text(item, 'ContentType' satisfies keyof WireItem);
  if (contentType?.startsWith(eventPrefix)) return contentType.slice(eventPrefix.length);
  return type === undefined ? undefined : valueOf(eventsByType, type);
}

/** The event that leaves a line in the transcript; undefined for one that leaves none, or is unknown to us. */
export function systemEvent(name: string | undefined): SystemEvent | undefined {
  return name === undefined ? undefined : valueOf(systemEvents, name);
}
