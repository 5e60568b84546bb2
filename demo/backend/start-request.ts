import type { StartChatContactCommandInput } from '@aws-sdk/client-connect';
import { Refusal } from './refusal.js';
import { chatDurationBounds, type Settings } from './settings.js';

/** The content types that a chat may use (Amazon Connect API Reference, StartChatContact). */
export const messagingContentTypes: readonly string[] = [
  'text/plain',
  'text/markdown',
  'application/json',
  'application/vnd.amazonaws.connect.message.interactive',
  'application/vnd.amazonaws.connect.message.interactive.response',
];

const maxAttributeBytes = 32_768;
const rehydrationTypes = ['ENTIRE_PAST_SESSION', 'FROM_SEGMENT'] as const;

/**
 * Turns what a browser asked for into what Amazon Connect is asked: the operator's ids, and of the rest only what is known,
 * allowed and well-formed. Unknown fields are dropped, because everything in the body is the visitor's to change.
 *
 * @throws {Refusal} `invalid-request`, naming the field.
 */
export function toStartChatContact(body: unknown, settings: Settings): StartChatContactCommandInput {
  const request = record(body, 'The body');
  const attributes = readAttributes(request['Attributes'], settings.allowedAttributes);
  const clientToken = optionalText(request['ClientToken'], 'ClientToken', 500);
  const initialMessage = readInitialMessage(request['InitialMessage']);
  const contentTypes = readContentTypes(request['SupportedMessagingContentTypes']);
  const persistentChat = readPersistentChat(request['PersistentChat']);
  return {
    InstanceId: settings.instanceId,
    ContactFlowId: chooseContactFlow(request['ContactFlowId'], settings),
    ParticipantDetails: { DisplayName: readDisplayName(request['ParticipantDetails']) },
    ChatDurationInMinutes: readDuration(request['ChatDurationInMinutes'], settings.chatDurationMinutes),
    ...(attributes && { Attributes: attributes }),
    ...(initialMessage && { InitialMessage: initialMessage }),
    ...(contentTypes && { SupportedMessagingContentTypes: contentTypes }),
    ...(persistentChat && { PersistentChat: persistentChat }),
    ...(settings.keepsCustomer && { DisconnectOnCustomerExit: ['AGENT'] as const }),
    ...(clientToken !== undefined && { ClientToken: clientToken }),
  };
}

/** The request's own flow where the operator lists it; otherwise the operator's. */
function chooseContactFlow(asked: unknown, { contactFlowId, otherContactFlowIds }: Settings): string {
  return typeof asked === 'string' && otherContactFlowIds.has(asked) ? asked : contactFlowId;
}

function readDisplayName(details: unknown): string {
  return text(record(details, 'ParticipantDetails')['DisplayName'], 'ParticipantDetails.DisplayName', 256);
}

function readAttributes(value: unknown, allowed: ReadonlySet<string>): Record<string, string> | undefined {
  if (value === undefined || value === null) return undefined;
  const entries = Object.entries(record(value, 'Attributes')).filter(([name]) => allowed.has(name));
  if (entries.length === 0) return undefined;
  const attributes: Record<string, string> = {};
  let bytes = 0;
  for (const [name, attribute] of entries) {
    if (typeof attribute !== 'string') throw invalid('Attributes', 'must map names to text');
    bytes += Buffer.byteLength(name) + Buffer.byteLength(attribute);
    attributes[name] = attribute;
  }
  if (bytes > maxAttributeBytes)
    throw invalid('Attributes', `must fit in ${String(maxAttributeBytes)} bytes`);
  return attributes;
}

/** Bare text is taken as plain text: several widgets in use send it that way. */
function readInitialMessage(value: unknown): { ContentType: string; Content: string } | undefined {
  if (value === undefined || value === null || value === '') return undefined;
  if (typeof value === 'string')
    return { ContentType: 'text/plain', Content: text(value, 'InitialMessage', 1024) };
  const { ContentType = 'text/plain', Content } = record(value, 'InitialMessage');
  if (typeof ContentType !== 'string' || !messagingContentTypes.includes(ContentType)) {
    throw invalid('InitialMessage.ContentType', 'is not a content type of a chat');
  }
  return { ContentType, Content: text(Content, 'InitialMessage.Content', 1024) };
}

/** The known ones of what was asked for, with the plain text that the service demands. */
function readContentTypes(value: unknown): string[] | undefined {
  if (value === undefined || value === null) return undefined;
  if (!Array.isArray(value)) throw invalid('SupportedMessagingContentTypes', 'must be a list');
  const asked = new Set<unknown>([...(value as readonly unknown[]), 'text/plain']);
  return messagingContentTypes.filter((type) => asked.has(type));
}

/** Half of a persistent chat is none: a page that has no past contact yet sends only the type. */
function readPersistentChat(value: unknown): StartChatContactCommandInput['PersistentChat'] {
  if (value === undefined || value === null) return undefined;
  const { SourceContactId, RehydrationType } = record(value, 'PersistentChat');
  if (!present(SourceContactId) || !present(RehydrationType)) return undefined;
  const type = rehydrationTypes.find((known) => known === RehydrationType);
  if (!type) throw invalid('PersistentChat.RehydrationType', `must be one of ${rehydrationTypes.join(', ')}`);
  return {
    SourceContactId: text(SourceContactId, 'PersistentChat.SourceContactId', 256),
    RehydrationType: type,
  };
}

function readDuration(value: unknown, fallback: number): number {
  if (value === undefined || value === null) return fallback;
  const { min, max } = chatDurationBounds;
  if (typeof value !== 'number' || !Number.isInteger(value) || value < min || value > max) {
    throw invalid('ChatDurationInMinutes', `must be a whole number from ${String(min)} to ${String(max)}`);
  }
  return value;
}

function optionalText(value: unknown, field: string, maxLength: number): string | undefined {
  return present(value) ? text(value, field, maxLength) : undefined;
}

function text(value: unknown, field: string, maxLength: number): string {
  if (typeof value !== 'string' || value.trim() === '') throw invalid(field, 'is required');
  if (value.length > maxLength) throw invalid(field, `must be at most ${String(maxLength)} characters`);
  return value;
}

function present(value: unknown): boolean {
  return value !== undefined && value !== null && value !== '';
}

function record(value: unknown, field: string): Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw invalid(field, 'must be an object');
  return value as Readonly<Record<string, unknown>>;
}

function invalid(field: string, problem: string): Refusal {
  return new Refusal('invalid-request', `${field} ${problem}.`);
}
