import { LitElement, type PropertyDeclaration } from 'lit';
import { property } from 'lit/decorators.js';
import type { Role } from './engine/types.js';
import type { Strings } from './i18n/strings.js';
import type { StartChatRequest } from './transport/wire.js';

/** What `transport` may replace: a proxy, an emulator inside the page, a test. */
export interface TransportOverrides {
  readonly fetch?: typeof globalThis.fetch;
  readonly WebSocket?: typeof globalThis.WebSocket;
}

/** Everything that a page can set on `<connect-chat>`. It does nothing by itself. */
export abstract class ConnectChatOptions extends LitElement {
  /** Attributes are the kebab-case of their properties. */
  static override createProperty(name: PropertyKey, options?: PropertyDeclaration): void {
    const attribute = String(name).replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
    super.createProperty(name, options?.state ? options : { attribute, ...options });
  }

  /** Where a chat is started: POST with the body of StartChatContact. */
  @property() startChatEndpoint: string | undefined;
  /** `text/plain` avoids the CORS preflight. */
  @property() startChatContentType: 'application/json' | 'text/plain' = 'application/json';
  /** Amazon Connect region, such as `eu-west-2`. There is no default. */
  @property() region: string | undefined;
  /** Replaces the regional Participant Service URL (emulator, proxy). */
  @property() participantEndpoint: string | undefined;
  /** Sent to the endpoint when given; safer set on the server. */
  @property() instanceId: string | undefined;
  /** Sent to the endpoint when given; safer set on the server. */
  @property() contactFlowId: string | undefined;
  /** The customer's display name. */
  @property() customerName = 'Customer';
  /** Sent in the customer's name when the chat starts. */
  @property() initialMessage: string | undefined;
  /** 60 to 10080; the service's default is 25 hours. */
  @property({ type: Number }) chatDurationMinutes: number | undefined;
  /** Content types that both sides may send, separated by spaces or commas; all five by default. */
  @property() supportedMessagingContentTypes: string | undefined;
  /** The past contact that a persistent chat continues. */
  @property() sourceContactId: string | undefined;
  @property() rehydrationType: string | undefined;
  /** A launcher button and a panel; without it the chat fills its own box. */
  @property({ type: Boolean, reflect: true }) floating = false;
  /** Open or closed; no effect without `floating`. */
  @property({ type: Boolean, reflect: true }) open = false;
  /** Starts without waiting for the visitor's first action. */
  @property({ type: Boolean }) autoStart = false;
  @property({ reflect: true }) colorScheme: 'auto' | 'light' | 'dark' = 'auto';
  /** Title of the chat. */
  @property() heading: string | undefined;
  @property({ type: Number }) headingLevel = 2;
  @property() placeholder: string | undefined;
  @property() logo: string | undefined;
  @property() logoAlt: string | undefined;
  /** Longest message in UTF-8 bytes. */
  @property({ type: Number }) maxMessageBytes = 16_384;
  @property({ type: Boolean }) markdownDisabled = false;
  @property({ type: Boolean }) confirmEndDisabled = false;

  /** Contact attributes for the flow. */
  @property({ attribute: false }) contactAttributes: Readonly<Record<string, string>> | undefined;
  /** Extra headers for the start-chat request, such as a JWT; a function may fetch them. */
  @property({ attribute: false }) startChatHeaders:
    | Readonly<Record<string, string>>
    | (() => Readonly<Record<string, string>> | Promise<Readonly<Record<string, string>>>)
    | undefined;
  /** Replaces the call to the endpoint. */
  @property({ attribute: false }) startChat: ((request: StartChatRequest) => Promise<unknown>) | undefined;
  /** A chat that was already started elsewhere, in any shape that an endpoint may answer. */
  @property({ attribute: false }) chatDetails: unknown;
  /** Replaces any of the chat's words. */
  @property({ attribute: false }) strings: Partial<Strings> = {};
  /** Picture URL by role. */
  @property({ attribute: false }) avatars: Readonly<Partial<Record<Role, string>>> = {};
  /** Name by role, where the service gives none. */
  @property({ attribute: false }) participantNames: Readonly<Partial<Record<Role, string>>> = {};
  /** Used instead of the browser's own. */
  @property({ attribute: false }) transport: TransportOverrides | undefined;
}
