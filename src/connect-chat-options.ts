import { LitElement, type PropertyDeclaration, type PropertyDeclarations } from 'lit';
import type { Role, Timings } from './engine/types.js';
import type { AttachmentStrings } from './i18n/attachment-strings.js';
import type { EndStrings } from './i18n/end-strings.js';
import type { FormatStrings } from './i18n/format-strings.js';
import type { InteractiveStrings } from './i18n/interactive-strings.js';
import type { SpokenStrings } from './i18n/spoken-strings.js';
import type { SignInStrings } from './i18n/sign-in-strings.js';
import type { ViewStrings } from './i18n/view-strings.js';
import type { StartChatRequest } from './transport/wire.js';

/** What `transport` may replace: a proxy, an emulator inside the page, a test. */
export interface TransportOverrides {
  readonly fetch?: typeof globalThis.fetch;
  readonly WebSocket?: typeof globalThis.WebSocket;
  /** Replaces protocol times, for tests. */
  readonly timings?: Partial<Timings>;
}

const flags =
  'fips consentRequired receiptsDisabled autoStart attachmentsDisabled markdownDisabled confirmEndDisabled';

const declare = (declaration: PropertyDeclaration, names: string): PropertyDeclarations =>
  Object.fromEntries(names.split(' ').map((name) => [name, declaration]));

/**
 * Everything that a page can set on `<connect-chat>`. It does nothing by itself. Properties are declared in a table rather than by decorators: this is
 * part of the first load, where every byte counts.
 */
export abstract class ConnectChatOptions extends LitElement {
  static override properties: PropertyDeclarations = {
    ...declare(
      {},
      'startChatEndpoint startChatContentType region participantEndpoint instanceId contactFlowId customerName initialMessage ' +
        'supportedMessagingContentTypes sourceContactId rehydrationType storage storageKey leavePolicy heading placeholder logo logoAlt ' +
        'authMode authRedirectUri authIdentityProvider authEndpoint',
    ),
    ...declare({ reflect: true }, 'colorScheme'),
    ...declare({ type: Number }, 'chatDurationMinutes headingLevel maxMessageBytes'),
    ...declare({ type: Boolean }, flags),
    ...declare({ type: Boolean, reflect: true }, 'floating open'),
    ...declare(
      { attribute: false },
      'contactAttributes startChatHeaders startChat chatDetails strings avatars participantNames transport',
    ),
  };

  /** Attributes are the kebab-case of their properties. */
  static override createProperty(name: PropertyKey, options?: PropertyDeclaration): void {
    const attribute = String(name).replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
    super.createProperty(name, { attribute, ...options });
  }

  /** Where a chat is started: POST with the body of StartChatContact. */
  declare startChatEndpoint: string | undefined;
  /** `text/plain` avoids the CORS preflight. */
  declare startChatContentType: 'application/json' | 'text/plain';
  /** Amazon Connect region, such as `eu-west-2`. There is no default. */
  declare region: string | undefined;
  /** Replaces the regional Participant Service URL (emulator, proxy). */
  declare participantEndpoint: string | undefined;
  /** Sent to the endpoint when given; safer set on the server. */
  declare instanceId: string | undefined;
  /** Sent to the endpoint when given; safer set on the server. */
  declare contactFlowId: string | undefined;
  /** The customer's display name. */
  declare customerName: string;
  /** Sent in the customer's name when the chat starts. */
  declare initialMessage: string | undefined;
  /** 60 to 10080; the service's default is 25 hours. */
  declare chatDurationMinutes: number | undefined;
  /** Content types that both sides may send, separated by spaces or commas; all five by default. */
  declare supportedMessagingContentTypes: string | undefined;
  /** The past contact that a persistent chat continues. */
  declare sourceContactId: string | undefined;
  declare rehydrationType: string | undefined;
  /** Use the region's FIPS endpoint. */
  declare fips: boolean;
  /** Where the resumable chat lives; `local` shares it between tabs. */
  declare storage: 'session' | 'local' | 'none';
  /** Which stored chat is this element's; default the element's `id`, else a hash of endpoint and ids. */
  declare storageKey: string | undefined;
  /** What happens to the chat when the page goes away for good. */
  declare leavePolicy: 'keep' | 'disconnect';
  /** Nothing is requested or stored until `grantConsent()` or the visitor's click. */
  declare consentRequired: boolean;
  /** Do not tell agents what has arrived or been read. */
  declare receiptsDisabled: boolean;
  /** A launcher button and a panel; without it the chat fills its own box. */
  declare floating: boolean;
  /** Open or closed; no effect without `floating`. */
  declare open: boolean;
  /** Starts without waiting for the visitor's first action. */
  declare autoStart: boolean;
  declare colorScheme: 'auto' | 'light' | 'dark';
  /** Title of the chat. */
  declare heading: string | undefined;
  declare headingLevel: number;
  declare placeholder: string | undefined;
  declare logo: string | undefined;
  declare logoAlt: string | undefined;
  /** Longest message in UTF-8 bytes. */
  declare maxMessageBytes: number;
  /** Files cannot be sent; those that arrive are still shown. */
  declare attachmentsDisabled: boolean;
  declare markdownDisabled: boolean;
  declare confirmEndDisabled: boolean;

  /** How the customer signs in during the chat: in a window of its own, or by leaving the page and coming back. */
  declare authMode: 'popup' | 'redirect';
  /** Where the identity provider sends the customer back to; default the page itself, without its query. */
  declare authRedirectUri: string | undefined;
  /** Sent to the sign-in page as `identity_provider`. */
  declare authIdentityProvider: string | undefined;
  /** Takes `{code, state}` of a finished sign-in and tells Amazon Connect (UpdateParticipantAuthentication). */
  declare authEndpoint: string | undefined;

  /** Contact attributes for the flow. */
  declare contactAttributes: Readonly<Record<string, string>> | undefined;
  /** Extra headers for the start-chat request, such as a JWT; a function may fetch them. */
  declare startChatHeaders:
    | Readonly<Record<string, string>>
    | (() => Readonly<Record<string, string>> | Promise<Readonly<Record<string, string>>>)
    | undefined;
  /** Replaces the call to the endpoint. */
  declare startChat: ((request: StartChatRequest) => Promise<unknown>) | undefined;
  /** A chat that was already started elsewhere, in any shape that an endpoint may answer. */
  declare chatDetails: unknown;
  /** Replaces any of the chat's words. */
  declare strings: Partial<
    SpokenStrings &
      AttachmentStrings &
      EndStrings &
      FormatStrings &
      InteractiveStrings &
      SignInStrings &
      ViewStrings
  >;
  /** Picture URL by role. */
  declare avatars: Readonly<Partial<Record<Role, string>>>;
  /** Name by role, where the service gives none. */
  declare participantNames: Readonly<Partial<Record<Role, string>>>;
  /** Used instead of the browser's own. */
  declare transport: TransportOverrides | undefined;

  constructor() {
    super();
    this.startChatContentType = 'application/json';
    this.customerName = 'Customer';
    this.colorScheme = 'auto';
    this.storage = 'session';
    this.leavePolicy = 'keep';
    this.headingLevel = 2;
    this.maxMessageBytes = 16_384;
    this.strings = {};
    this.avatars = {};
    this.participantNames = {};
    this.authMode = 'popup';
    for (const name of `${flags} floating open`.split(' ')) (this as Record<string, unknown>)[name] = false;
  }
}
