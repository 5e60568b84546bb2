import type { ConnectChatOptions } from './connect-chat-options.js';
import type { ConnectOptions } from './transport/connect-transport.js';

/** What formatted words are sent as. */
export const MARKDOWN = 'text/markdown';

const allContentTypes = [
  'text/plain',
  MARKDOWN,
  'application/json',
  'application/vnd.amazonaws.connect.message.interactive',
  'application/vnd.amazonaws.connect.message.interactive.response',
];

/** The content types that both sides may send. `text/plain` always belongs to them. */
export function contentTypesOf({ supportedMessagingContentTypes }: ConnectChatOptions): readonly string[] {
  const listed = supportedMessagingContentTypes?.split(/[\s,]+/).filter(Boolean);
  return listed?.length ? [...new Set(['text/plain', ...listed])] : allContentTypes;
}

/** What the transport needs to know, read from the element at the moment of starting. */
export function transportOptions(element: ConnectChatOptions): ConnectOptions {
  return {
    contentType: element.startChatContentType === 'text/plain' ? 'text/plain' : 'application/json',
    // The service refuses a contact without a name, and an attribute may go away.
    customerName: (element.customerName as string | null)?.trim() || 'Customer',
    contentTypes: contentTypesOf(element),
    ...given({
      endpoint: element.startChatEndpoint,
      region: element.region,
      fips: element.fips || undefined,
      participantEndpoint: element.participantEndpoint,
      headers: element.startChatHeaders,
      startChat: element.startChat,
      chatDetails: element.chatDetails,
      attributes: element.contactAttributes,
      instanceId: element.instanceId,
      contactFlowId: element.contactFlowId,
      initialMessage: element.initialMessage,
      durationMinutes: element.chatDurationMinutes || undefined,
      sourceContactId: element.sourceContactId,
      rehydrationType: element.rehydrationType,
    }),
  };
}

/** Drops what the page has not set. */
function given<T extends object>(options: T): { [Name in keyof T]?: NonNullable<T[Name]> } {
  return Object.fromEntries(
    Object.entries(options).filter(([, value]) => value !== undefined && value !== null && value !== ''),
  ) as {
    [Name in keyof T]?: NonNullable<T[Name]>;
  };
}
