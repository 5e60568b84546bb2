/** Who takes part in a chat, as the Participant Service spells it. */
export type ParticipantRole = 'CUSTOMER' | 'AGENT' | 'SYSTEM' | 'CUSTOM_BOT' | 'SUPERVISOR';

/** One transcript item as it is stored. Beyond id and time it may hold anything: hostile items are sent on purpose. */
export interface Item {
  readonly Id: string;
  readonly AbsoluteTime: string;
  readonly [member: string]: unknown;
}

/** One participant's receipt on a message. */
export interface Receipt {
  readonly DeliveredTimestamp?: string;
  readonly ReadTimestamp?: string;
  readonly RecipientParticipantId: string;
}

/** The message types a contact can allow, in the order StartChatContact lists them. */
export const messageContentTypes = [
  'text/plain',
  'text/markdown',
  'application/json',
  'application/vnd.amazonaws.connect.message.interactive',
  'application/vnd.amazonaws.connect.message.interactive.response',
] as const;

/** Prefix of every event's content type. */
const eventPrefix = 'application/vnd.amazonaws.connect.event.';

/** The content type of an event, such as `eventType('typing')`. */
export function eventType(suffix: string): string {
  return eventPrefix + suffix;
}

/** Whether a content type names an event rather than a message. */
export function isEventType(contentType: unknown): boolean {
  return typeof contentType === 'string' && contentType.startsWith(eventPrefix);
}

const passing = new Set(
  ['typing', 'participant.idle', 'participant.returned', 'participant.autodisconnection'].map(eventType),
);

/** Whether an item is kept in the transcript; some events are only delivered. */
export function isKept(item: Readonly<Record<string, unknown>>): boolean {
  if (item.Type === 'MESSAGEMETADATA') return false;
  return !(typeof item.ContentType === 'string' && passing.has(item.ContentType));
}
