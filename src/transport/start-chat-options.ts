import type { StartChatRequest } from './wire.js';

/** How a chat is started. Read anew at every start. */
export interface StartChatOptions {
  /** A contact that somebody has started already, in any shape that a start-chat endpoint may answer. Comes first. */
  readonly chatDetails?: unknown;
  /** Starts the contact in the page's own way; what it resolves with, a `Response` included, is read like an endpoint's answer. Comes second. */
  readonly startChat?: ((request: StartChatRequest) => Promise<unknown>) | undefined;
  /** URL of the start-chat endpoint. Comes last. */
  readonly endpoint?: string | undefined;
  /** `text/plain` spares a cross-origin page the preflight request. */
  readonly contentType: 'application/json' | 'text/plain';
  /** Added to the request to `endpoint`. */
  readonly headers?: HeaderValues | (() => HeaderValues | Promise<HeaderValues>) | undefined;
  readonly instanceId?: string | undefined;
  readonly contactFlowId?: string | undefined;
  readonly customerName: string;
  /** The first message, sent in the customer's name. */
  readonly initialMessage?: string | undefined;
  /** 60 to 10,080; the service's own default is 25 hours. */
  readonly durationMinutes?: number | undefined;
  /** MIME types that both sides may send. */
  readonly contentTypes: readonly string[];
  /** The past contact that a persistent chat continues. */
  readonly sourceContactId?: string | undefined;
  /** `ENTIRE_PAST_SESSION` (default) or `FROM_SEGMENT`. */
  readonly rehydrationType?: string | undefined;
  /** Contact attributes. The customer can alter them: a flow must not trust them. */
  readonly attributes?: Readonly<Record<string, string>> | undefined;
}

/** Header names and values. */
export type HeaderValues = Readonly<Record<string, string>>;

// The service takes no longer names.
const maxNameLength = 256;

/** The body for a start-chat endpoint. */
export function startChatRequest(options: StartChatOptions, clientToken: string): StartChatRequest {
  const { instanceId, contactFlowId, attributes, initialMessage, durationMinutes, sourceContactId } = options;
  const name = options.customerName.trim().slice(0, maxNameLength);
  return {
    ...(instanceId && { InstanceId: instanceId }),
    ...(contactFlowId && { ContactFlowId: contactFlowId }),
    ParticipantDetails: { DisplayName: name },
    Username: name,
    ...(attributes && Object.keys(attributes).length > 0 && { Attributes: attributes }),
    ...(initialMessage && { InitialMessage: { ContentType: 'text/plain', Content: initialMessage } }),
    ...(durationMinutes !== undefined && { ChatDurationInMinutes: durationMinutes }),
    SupportedMessagingContentTypes: options.contentTypes,
    ...(sourceContactId && {
      PersistentChat: {
        SourceContactId: sourceContactId,
        RehydrationType: options.rehydrationType ?? 'ENTIRE_PAST_SESSION',
      },
    }),
    ClientToken: clientToken,
  };
}
