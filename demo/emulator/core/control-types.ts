import type { Attachment, ScanStatus } from './attachments.js';
import type { Change } from './changes.js';
import type { Contact, Participant } from './contact.js';
import type { AgentRequest } from './control-agent.js';
import type { InteractiveRequest, SignInRequest, ViewRequest } from './control-content.js';
import type { Fault, FaultType } from './fault-table.js';
import type { ActiveFault } from './faults.js';
import type { RehydrationType } from './rehydration.js';
import type { SignIn } from './sign-in/sign-ins.js';
import type { Item } from './wire.js';

/** A request's members as a caller writes them: what may be absent may be left out. */
type Given<T> = {
  readonly [K in keyof T as undefined extends T[K] ? never : K]: T[K];
} & {
  readonly [K in keyof T as undefined extends T[K] ? K : never]?: T[K];
};

/** A fault as a caller asks for it. */
export type FaultRequest = { [T in FaultType]: Given<Fault<T>> }[FaultType];

/** What adding a fault answers: its id if it is kept, and all that are in force. */
export interface FaultsAnswer {
  readonly id?: string | undefined;
  readonly faults: readonly ActiveFault[];
}

/** What a contact is started with through the control API. */
export interface StartRequest {
  readonly displayName?: string | undefined;
  readonly attributes?: Readonly<Record<string, string>> | undefined;
  readonly supportedMessagingContentTypes?: readonly string[] | undefined;
  /** Whether the scripted flow answers. Default: false. */
  readonly flow?: boolean | undefined;
  /** `['AGENT']`: the customer who ends the chat goes through the disconnect flow. */
  readonly disconnectOnCustomerExit?: readonly 'AGENT'[] | undefined;
  /** An ended contact whose chat this one goes on from. */
  readonly sourceContactId?: string | undefined;
  /** Default: ENTIRE_PAST_SESSION. */
  readonly rehydrationType?: RehydrationType | undefined;
}

/** A contact that has just begun. */
export interface StartAnswer {
  readonly ContactId: string;
  readonly ParticipantId: string;
  readonly ParticipantToken: string;
}

/** A contact in a list. */
export interface ContactSummary {
  readonly contactId: string;
  readonly initialContactId: string;
  readonly status: Contact['status'];
  readonly queue: Contact['queue'];
  readonly displayName: string;
  readonly agentName: string | null;
  readonly startedAt: string;
  readonly endedAt: string | null;
  readonly lastMessage: { readonly text: unknown; readonly role: unknown; readonly time: string } | null;
}

/** Someone in a contact. */
export interface ParticipantView {
  readonly participantId: string;
  readonly role: Participant['role'];
  readonly displayName: string;
  readonly state: Participant['state'];
  readonly lastTypingAt: string | null;
}

/** What one participant confirmed of one message. */
export interface ReceiptView {
  readonly messageId: string;
  readonly participantId: string;
  readonly deliveredAt: string | null;
  readonly readAt: string | null;
}

/** An open socket. */
export interface SocketView {
  readonly id: string;
  readonly participantId: string;
  readonly subscribed: boolean;
  readonly halfOpen: boolean;
  readonly openedAt: string;
  readonly closesAt: string;
}

/** One received request. */
export interface RequestView {
  readonly operation: string;
  readonly body: unknown;
  /** 0: the connection was reset; null: under way. */
  readonly status: number | null;
  readonly time: string;
  readonly contactId: string | null;
}

/** Everything about one contact except its credentials. */
export interface ContactDetail extends ContactSummary {
  readonly attributes: Readonly<Record<string, string>>;
  readonly supportedMessagingContentTypes: readonly string[];
  /** The contact whose chat this one goes on from. */
  readonly sourceContactId: string | null;
  readonly participants: readonly ParticipantView[];
  /** Items of past chats, oldest first. */
  readonly history: readonly Item[];
  /** Items of this chat, oldest first. */
  readonly transcript: readonly Item[];
  readonly receipts: readonly ReceiptView[];
  readonly sockets: readonly SocketView[];
  readonly requests: readonly RequestView[];
  readonly attachments: readonly AttachmentView[];
  readonly views: readonly SentViewView[];
  readonly signIns: readonly SignInView[];
}

/** A file of a contact. */
export interface AttachmentView {
  readonly attachmentId: string;
  readonly name: string;
  readonly contentType: string;
  readonly sizeInBytes: number;
  readonly participantId: string;
  readonly role: Participant['role'];
  /** Until then its upload may begin. */
  readonly uploadUntil: string;
  /** What arrived; null before. */
  readonly uploadedBytes: number | null;
  /** The item that carries it; null before the upload is complete. */
  readonly itemId: string | null;
  readonly status: ScanStatus | null;
}

/** A view that was sent. */
export interface SentViewView {
  readonly viewId: string;
  readonly expiresAt: string;
}

/** One request to sign in. */
export interface SignInView {
  readonly sessionId: string;
  readonly status: SignIn['status'];
  readonly startedAt: string;
  /** Where the customer returns to; null before the URL was fetched. */
  readonly redirectUri: string | null;
}

/** A file that somebody sends without an upload. */
export interface FileRequest {
  readonly name: string;
  /** Default: by the name's extension. */
  readonly contentType?: string | undefined;
  /** Default: AGENT. */
  readonly participant?: Participant['role'] | undefined;
  readonly content: Blob | string | Uint8Array<ArrayBuffer>;
}

/** What the scanner finds. */
export type Verdict = NonNullable<Attachment['status']>;

/** An interactive message, as a caller writes it. */
export type InteractiveMessage = Given<InteractiveRequest>;

/** A view to be sent, as a caller writes it. */
export type ViewMessage = Given<Omit<ViewRequest, 'view'>> & {
  /** A view that is not in the library. */
  readonly view?: Given<NonNullable<ViewRequest['view']>> | undefined;
};

/** How a sign-in shall end, as a caller writes it. */
export type SignInEnd = Given<SignInRequest>;

/** What can be made to lapse before its time. */
export type Expirable = 'urls' | 'connection-tokens' | 'sockets' | 'file-urls' | 'view-tokens';

/** What an agent or a supervisor is asked to do, as a caller writes it. */
export type AgentAction = Given<AgentRequest>;

/** What the emulator's clock says. */
export interface ClockView {
  /** The service's time, skewed as a fault may ask. */
  readonly now: string;
  readonly skewMs: number;
  /** Whether the clock can be moved. */
  readonly manual: boolean;
}

/** A change of a contact. */
export interface ChangeView {
  /** The initial contact id. */
  readonly contactId: string;
  readonly change: Change;
}
