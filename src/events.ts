import type {
  Attachment,
  AuthenticationState,
  Delivery,
  EndedBy,
  Participant,
  Role,
} from './engine/types.js';

/** A transcript item as the page sees it. */
export interface PublicEntry {
  /** Stable for the life of the item. */
  readonly key: string;
  /** The service's id, once there is one. */
  readonly id?: string;
  readonly kind: 'message' | 'attachment' | 'event';
  readonly role: Role;
  readonly displayName?: string;
  /** MIME type of `text`. */
  readonly contentType: string;
  readonly text: string;
  /** Epoch milliseconds. */
  readonly time: number;
  readonly delivery?: Delivery;
  readonly contactId?: string;
}

/** Where the connection stands, in the page's words. */
export type ConnectionState = 'connecting' | 'connected' | 'reconnecting' | 'offline' | 'failed';

/** What made the panel open or close. */
export type OpenReason = 'user' | 'method' | 'property' | 'notification';

/** The public part of a participant. */
export type PublicParticipant = Pick<Participant, 'id' | 'role' | 'displayName' | 'presence'>;

/** What the page may read at any time as `element.state`. Ids, never credentials. */
export interface PublicState {
  readonly contactId: string | undefined;
  readonly participantId: string | undefined;
  readonly connection: ConnectionState | 'idle' | 'ended';
  readonly participants: readonly PublicParticipant[];
  readonly unread: number;
  readonly entries: readonly PublicEntry[];
}

/** Detail of every public event, by its name without the `connect-chat-` prefix. */
export interface ConnectChatEventDetails {
  readonly ready: Readonly<Record<string, never>>;
  /** Cancelable. Not for assigning `open`. */
  readonly 'before-open': { readonly reason: OpenReason };
  /** Cancelable. Not for assigning `open`. */
  readonly 'before-close': { readonly reason: OpenReason };
  readonly open: { readonly reason: OpenReason };
  readonly close: { readonly reason: OpenReason };
  /** Cancelable, and writable: what listeners leave in it is what is shown and sent. */
  readonly 'before-send': { text: string; contentType: string };
  readonly started: { readonly contactId: string; readonly participantId: string };
  readonly resumed: { readonly contactId: string };
  readonly rehydrated: { readonly contactId: string };
  readonly connection: {
    readonly state: ConnectionState;
    readonly previous: ConnectionState | undefined;
    /** Failures since the last time it was connected. */
    readonly attempt: number;
    /** Error code, where there is one. */
    readonly reason?: string;
  };
  readonly message: { readonly entry: PublicEntry };
  readonly sent: { readonly entry: PublicEntry };
  readonly 'send-failed': { readonly entry: PublicEntry; readonly code: string; readonly retryable: boolean };
  readonly typing: { readonly participant: PublicParticipant; readonly typing: boolean };
  readonly 'participant-joined': { readonly participant: PublicParticipant };
  readonly 'participant-left': { readonly participant: PublicParticipant };
  readonly 'participant-idle': { readonly participant: PublicParticipant };
  readonly 'participant-returned': { readonly participant: PublicParticipant };
  readonly 'participant-updated': { readonly participant: PublicParticipant };
  /** `contactId` is what the service calls the chat from then on; `state.contactId` goes on naming the one that was started. */
  readonly transfer: { readonly succeeded: boolean; readonly contactId?: string };
  readonly receipt: {
    readonly entryId: string;
    readonly kind: 'delivered' | 'read';
    readonly participant: PublicParticipant | undefined;
  };
  readonly attachment: {
    readonly entry: PublicEntry;
    readonly attachment: Pick<Attachment, 'id' | 'name' | 'type' | 'size' | 'status'>;
  };
  readonly interactive: {
    readonly entry: PublicEntry;
    readonly templateType: string | undefined;
    /** Whether the template is shown as more than its text. */
    readonly supported: boolean;
    /** What the customer has answered, as it was sent; absent when the message has just come. */
    readonly answer?: string;
  };
  /**
   * A view (step-by-step guide) is about to be drawn, or was answered. Cancelable: the page then draws it itself and answers with
   * `send`, or the answer is not sent.
   */
  readonly view: {
    readonly entry: PublicEntry;
    readonly viewName: string;
    /** Branch of the flow that the answer takes; absent while the view is only about to be drawn. */
    readonly action?: string;
    /** What there is to draw, as the service describes it (DescribeView); absent once there is an action. */
    readonly content?: {
      readonly template: unknown;
      readonly inputSchema: unknown;
      readonly actions: unknown;
      /** What the flow fills the view with. */
      readonly data: Readonly<Record<string, unknown>>;
    };
  };
  /** The customer is asked to sign in, or the sign-in is over. */
  readonly authentication: { readonly state: AuthenticationState };
  readonly unread: { readonly count: number };
  /** Cancelable. */
  readonly 'before-end': Readonly<Record<string, never>>;
  readonly ended: { readonly contactId: string; readonly by: EndedBy };
  readonly error: {
    readonly code: string;
    readonly message: string;
    readonly recoverable: boolean;
    readonly cause?: unknown;
  };
}

export type ConnectChatEventName = keyof ConnectChatEventDetails;

/** The one class of every public event. It bubbles and is composed; no detail ever holds a token or a signed URL. */
export class ConnectChatEvent<Detail> extends CustomEvent<Detail> {
  constructor(name: ConnectChatEventName, detail: Detail, cancelable = false) {
    super(`connect-chat-${name}`, { detail, bubbles: true, composed: true, cancelable });
  }
}

/** Every public event by its full name. */
export type ConnectChatEventMap = {
  [Name in ConnectChatEventName as `connect-chat-${Name}`]: ConnectChatEvent<ConnectChatEventDetails[Name]>;
};

declare global {
  // Elements, documents and windows: the events bubble.
  interface GlobalEventHandlersEventMap extends ConnectChatEventMap {}
}
