/**
 * The engine's vocabulary: what is known (Snapshot), what is asked (commands), what happened (facts), what is to be done (effects),
 * and the ports through which it is done. Nothing here knows a wire name, a browser API or a credential.
 */

// ---------------------------------------------------------------- Domain

/** The ids of a chat. Never its tokens. */
export interface Contact {
  readonly contactId: string;
  readonly participantId: string;
  /** The past contact that a persistent chat continues. */
  readonly continuedFromContactId?: string;
}

/** What the start-chat answer allows. A feature that is absent here is allowed. */
export interface Features {
  readonly markdown?: boolean;
  readonly attachments?: boolean;
}

/** `bot` is a custom bot or a flow that speaks as one; `system` is the flow itself. */
export type Role = 'customer' | 'agent' | 'supervisor' | 'bot' | 'system';

/** Where a sign-in during the chat stands: asked for, or over. */
export type AuthenticationState = 'initiated' | 'succeeded' | 'failed' | 'timeout' | 'expired' | 'cancelled';

/** Events of the conversation. Most leave a line in the transcript. */
export type SystemEvent =
  | `authentication-${AuthenticationState}`
  | 'joined'
  | 'left'
  | 'invited'
  | 'idle'
  | 'returned'
  | 'auto-disconnected'
  | 'transfer-succeeded'
  | 'transfer-failed'
  | 'name-updated'
  | 'ended';

/** Where an own message stands. It only ever moves forward, except `failed`, which a retry leaves. */
export type Delivery = 'queued' | 'sending' | 'sent' | 'delivered' | 'read' | 'failed';

/** The service is still at work on a message, or has let it through to nobody. */
export type Processing = 'processing' | 'failed' | 'rejected';

/** A failure in the engine's words. `code` is one of `src/errors.ts`. */
export interface Problem {
  readonly code: string;
  readonly recoverable: boolean;
  /** What the service or the start-chat endpoint said, if it said something fit for people. */
  readonly detail?: string;
}

/** A file that belongs to an entry. */
export interface Attachment {
  /** `''` until the service has given one. */
  readonly id: string;
  readonly name: string;
  /** MIME type. */
  readonly type: string;
  /** Bytes, where known. */
  readonly size?: number;
  /** The last three are the service's; the others are those of an own file on its way there. */
  readonly status: 'waiting' | 'uploading' | 'finishing' | 'failed' | 'checking' | 'approved' | 'rejected';
  /** How much of an own file has been uploaded, from 0 to 1; absent for all others. */
  readonly progress?: number;
}

/** One item of the transcript as the reader sees it. */
export interface Entry {
  /** Stable for the life of the entry, so that its DOM node stays. */
  readonly key: string;
  /** The service's id; absent until the service has accepted an own message. */
  readonly id?: string;
  readonly kind: 'message' | 'attachment' | 'event';
  /** Only for `kind: 'event'`. */
  readonly event?: SystemEvent;
  readonly role: Role;
  /** Written by the customer of this chat. */
  readonly own: boolean;
  readonly participantId?: string;
  readonly displayName?: string;
  /** MIME type of `text`. */
  readonly contentType: string;
  readonly text: string;
  /** Epoch milliseconds: the service's time, or for an unaccepted own message the device's; for one that failed, that of what was said before it. */
  readonly time: number;
  readonly delivery?: Delivery;
  /** Id of the participant whose receipt `delivery` is. */
  readonly receiptFrom?: string;
  readonly problem?: Problem;
  /** A streamed answer of which more is to come. */
  readonly streaming?: boolean;
  /** What the service's own processing (redaction, say) makes of an accepted message, where it is on. */
  readonly processing?: Processing;
  readonly attachment?: Attachment;
  readonly contactId?: string;
  /** Set when the entry belongs to an earlier contact of a persistent chat. */
  readonly past?: boolean;
}

/** Somebody in the chat, the customer included. */
export interface Participant {
  readonly id: string;
  readonly role: Role;
  readonly displayName?: string;
  readonly presence: 'here' | 'idle' | 'left';
  readonly typing: boolean;
}

// ---------------------------------------------------------------- Snapshot

/** Who ended the chat. */
export type EndedBy = 'customer' | 'agent' | 'system' | 'timeout';

/** Where the session stands. Each phase carries exactly the data that is true in it. */
export type SessionState =
  | { readonly phase: 'idle' }
  /** `clientToken` makes a start that is repeated after a refresh the same start. */
  | { readonly phase: 'starting'; readonly clientToken: string }
  /** The chat could not be started. */
  | { readonly phase: 'failed'; readonly problem: Problem }
  /** `attempt` 0 is the first connection of this contact; later ones count up until connected. */
  | {
      readonly phase: 'connecting';
      readonly contact: Contact;
      readonly attempt: number;
      readonly connection: number;
    }
  | {
      readonly phase: 'connected';
      readonly contact: Contact;
      readonly connection: number;
      readonly renewing?: number;
    }
  | { readonly phase: 'waiting-to-retry'; readonly contact: Contact; readonly attempt: number }
  | { readonly phase: 'offline'; readonly contact: Contact; readonly attempt: number }
  | { readonly phase: 'ended'; readonly contact: Contact; readonly by: EndedBy };

/** Something the customer wrote, asked for or has seen that the service has not accepted yet. */
export interface OutboxItem {
  /** Key of the entry that shows it; an end request or a receipt has none. */
  readonly key: string;
  readonly type: 'message' | 'end' | 'receipt';
  /** One per intent, kept across retries and refreshes, so that the service accepts it once. */
  readonly clientToken: string;
  readonly text: string;
  readonly contentType: string;
  /** `held` receipts wait a moment: a `read` that comes meanwhile makes a `delivered` needless. */
  readonly status: 'held' | 'queued' | 'sending' | 'failed';
  /** Tries in a row that ended as the last one did, in `failure`: two different troubles do not add up to a refusal. */
  readonly attempts: number;
  readonly failure?: Failure['kind'];
  /** Only for `type: 'receipt'`. */
  readonly receipt?: { readonly messageId: string; readonly kind: Receipt['kind'] };
}

/** Text by name: see {@link Snapshot.notes}. */
export type Notes = Readonly<Record<string, string>>;

/** What the page and the components may know. It holds ids, never credentials. */
export interface Snapshot {
  readonly session: SessionState;
  readonly entries: readonly Entry[];
  readonly participants: readonly Participant[];
  readonly outbox: readonly OutboxItem[];
  readonly features: Features;
  /** Entries of others that arrived while the reader was not looking. */
  readonly unread: number;
  /** Key of the first entry that the reader has not seen. */
  readonly firstUnread?: string;
  /** Key of the first entry that was missed while the connection was away. */
  readonly firstMissed?: string;
  /** True once the customer has asked to end the chat; messages may still follow until it is over. */
  readonly ending: boolean;
  /** Whether there is more to be read above the first entry. */
  readonly history: 'unknown' | 'more' | 'loading' | 'complete';
  /** What stands in the composer. */
  readonly draft: string;
  /** Key of the entry at the top of the log; undefined while the reader is at its end. */
  readonly place?: string;
  /** What a card has to remember, a half-filled form say, by a name that the card chooses. */
  readonly notes: Notes;
  /** Key of the last message that was written in this tab, not in another that shares the chat. */
  readonly sent?: string | undefined;
  /** The chat was begun earlier, on another page or before a refresh. */
  readonly resumed: boolean;
  /** What was said in the past contacts of a persistent chat can be read. */
  readonly rehydrated: boolean;
}

// ---------------------------------------------------------------- Timings

/** Every protocol time, in milliseconds. Tests run the same code with smaller ones. */
export interface Timings {
  /** Time for one REST call. */
  readonly requestTimeoutMs: number;
  /** Time from `new WebSocket` to open. */
  readonly socketOpenTimeoutMs: number;
  readonly subscribeRetryMs: number;
  /** Subscribe frames sent before the socket is given up. */
  readonly subscribeTries: number;
  readonly heartbeatMs: number;
  /** Our own ceiling for the age of a socket. */
  readonly socketLifetimeMs: number;
  /** How long before its expiry a socket is replaced. */
  readonly renewBeforeExpiryMs: number;
  /** Upper bound of the random wait before the first attempt after a lost socket. */
  readonly firstRetryMs: number;
  /** Base and ceiling of the exponential wait after that. */
  readonly retryBaseMs: number;
  readonly retryMaxMs: number;
  /** Least time between two typing events that we send. */
  readonly typingThrottleMs: number;
  /** How long somebody else's typing is shown. */
  readonly typingShownMs: number;
  /** How long past contacts are given to become readable after the service has said that they are. */
  readonly rehydrationMs: number;
  /** How long a receipt waits for a better one. */
  readonly receiptDelayMs: number;
  /** Time in which a socket that is asked for a sign of life must give one. */
  readonly socketCheckMs: number;
  /** How long an accepted end may be without effect until it is asked whether the chat goes on. */
  readonly endCheckMs: number;
  /** Between two signs of life of the tab that owns the socket. */
  readonly tabBeatMs: number;
  /** Silence of the owner after which a visible tab takes its place. */
  readonly tabSilenceMs: number;
}

export const defaultTimings: Timings = {
  requestTimeoutMs: 15_000,
  socketOpenTimeoutMs: 10_000,
  subscribeRetryMs: 1_000,
  subscribeTries: 4,
  heartbeatMs: 10_000,
  socketLifetimeMs: 59 * 60_000,
  renewBeforeExpiryMs: 60_000,
  firstRetryMs: 3_000,
  retryBaseMs: 1_000,
  retryMaxMs: 30_000,
  typingThrottleMs: 10_000,
  typingShownMs: 12_000,
  rehydrationMs: 1_000,
  receiptDelayMs: 300,
  socketCheckMs: 2_000,
  endCheckMs: 10_000,
  tabBeatMs: 1_000,
  tabSilenceMs: 3_000,
};

// ---------------------------------------------------------------- Commands, facts

/** What the customer or the page asks for: imperative. `now` and `clientToken` are stamped by the runner. */
export type Command =
  | { readonly type: 'start' }
  | { readonly type: 'send-message'; readonly text: string; readonly contentType: string }
  | { readonly type: 'retry-message'; readonly key: string }
  | { readonly type: 'discard-message'; readonly key: string }
  | { readonly type: 'type' }
  | { readonly type: 'end' }
  /** The reader can see the end of the transcript, or can no longer. */
  | { readonly type: 'attend'; readonly attending: boolean }
  /** Fetches what was said before the first entry. */
  | { readonly type: 'load-older' }
  | { readonly type: 'draft'; readonly text: string }
  /** Remembers something for a card; `''` forgets it. */
  | { readonly type: 'note'; readonly name: string; readonly text: string }
  /** Where the reader has scrolled to; without a key, to the end. */
  | { readonly type: 'place'; readonly key?: string };

/** What arrived from the service about one item, from whichever source. */
export interface ReceivedEntry {
  readonly id: string;
  readonly kind: Entry['kind'];
  readonly event?: SystemEvent;
  readonly role: Role;
  readonly participantId?: string;
  readonly displayName?: string;
  readonly contentType: string;
  readonly text: string;
  /** Epoch milliseconds of the service; absent in items that carry none. */
  readonly time?: number;
  /** Streamed answers: 1-based number of this piece; `complete` means that `text` is the whole, `joined` that it holds every piece so far. */
  readonly chunk?: { readonly number: number; readonly complete: boolean; readonly joined?: boolean };
  readonly attachment?: Attachment;
  readonly receipts?: readonly Receipt[];
  readonly processing?: Processing;
  readonly contactId?: string;
  readonly initialContactId?: string;
  readonly relatedContactId?: string;
}

/** Somebody has received or read a message. */
export interface Receipt {
  readonly messageId: string;
  readonly participantId?: string;
  readonly kind: 'delivered' | 'read';
}

/** Why a call or a connection failed, already classified by the transport. */
export interface Failure {
  /**
   * `network`: no answer. `timeout`: none in time. `throttled`: 429. `server`: 5xx. `forbidden`: 401 or 403.
   * `refused`: any other 4xx, or a start-chat answer that is an error. `invalid`: an answer that cannot be read.
   * `configuration`: our own settings make the call impossible.
   */
  readonly kind:
    'network' | 'timeout' | 'throttled' | 'server' | 'forbidden' | 'refused' | 'invalid' | 'configuration';
  /** HTTP status, where there was one. */
  readonly status?: number;
  /** A code of `src/errors.ts`, where the transport knows better than the kind. */
  readonly code?: string;
  /** What the other side said, fit to show to people. */
  readonly detail?: string;
}

/** What the service sent over a connection. */
export type ReceivedFact =
  | { readonly type: 'entry-received'; readonly entry: ReceivedEntry }
  | { readonly type: 'receipts-received'; readonly receipts: readonly Receipt[] }
  /** The past contacts of a persistent chat have become readable. */
  | { readonly type: 'rehydrated' }
  | {
      readonly type: 'typing-received';
      readonly participantId: string;
      readonly role: Role;
      readonly displayName?: string;
    };

/** What the transport or the clock reports: past tense. */
export type Fact =
  | { readonly type: 'contact-started'; readonly contact: Contact; readonly features: Features }
  /** A chat that was kept on this device is there to go on with. */
  | { readonly type: 'chat-restored'; readonly chat: StoredChat }
  /** This tab now owns the socket, in place of one that has gone. `kept` is what waited when that one last wrote it down. */
  | { readonly type: 'tab-took-over'; readonly kept: readonly OutboxItem[] }
  | { readonly type: 'tab-left'; readonly tab: string }
  | { readonly type: 'start-failed'; readonly failure: Failure }
  /** The socket is open and subscribed. `lifetimeMs` is how long it may be used. */
  | { readonly type: 'connection-opened'; readonly connection: number; readonly lifetimeMs: number }
  | { readonly type: 'connection-failed'; readonly connection: number; readonly failure: Failure }
  | { readonly type: 'connection-lost'; readonly connection: number }
  | { readonly type: 'received'; readonly connection: number; readonly fact: ReceivedFact }
  | { readonly type: 'transcript-received'; readonly page: TranscriptPage; readonly newest?: number }
  | { readonly type: 'transcript-failed'; readonly failure: Failure }
  | { readonly type: 'older-received'; readonly page: TranscriptPage }
  | { readonly type: 'older-failed'; readonly failure: Failure }
  | {
      readonly type: 'message-accepted';
      readonly key: string;
      readonly id: string;
      readonly time?: number;
      readonly processing?: Processing;
    }
  | { readonly type: 'message-rejected'; readonly key: string; readonly failure: Failure }
  | { readonly type: 'receipt-accepted'; readonly key: string }
  | { readonly type: 'receipt-rejected'; readonly key: string; readonly failure: Failure }
  | { readonly type: 'end-accepted' }
  | { readonly type: 'end-rejected'; readonly failure: Failure }
  | { readonly type: 'went-online' }
  | { readonly type: 'went-offline' }
  /** The page is visible again, or the device woke: whatever waits should be tried now. */
  | { readonly type: 'woke' }
  | { readonly type: 'timer-elapsed'; readonly timer: string };

/** A page of the transcript, oldest first. */
export interface TranscriptPage {
  readonly entries: readonly ReceivedEntry[];
  readonly receipts: readonly Receipt[];
  /** Present when older items exist. */
  readonly nextToken?: string;
  /** The page says that past contacts have become readable. */
  readonly rehydrated?: boolean;
}

/** Every command and fact is stamped by the runner, so that `transition` needs neither clock nor randomness. */
export interface Stamp {
  /** Epoch milliseconds of the device. */
  readonly now: number;
  /** In [0, 1). */
  readonly random: number;
  /** A fresh unique id. */
  readonly id: string;
  /** The tab in which it happened. */
  readonly tab: string;
}

export type SessionEvent = Command | Fact;

// ---------------------------------------------------------------- Effects

/** Work that the pure transition asks the runner to do. Data, so that tests can compare it. */
export type Effect =
  | { readonly type: 'start-contact'; readonly clientToken: string }
  | { readonly type: 'open-connection'; readonly connection: number }
  | { readonly type: 'close-connection'; readonly connection: number }
  /** Asks a socket for a sign of life; without one it is lost. */
  | { readonly type: 'check-connection'; readonly connection: number }
  /** One step of a walk back through the transcript; all but the first know the time of the newest item that the walk has met. */
  | { readonly type: 'fetch-transcript'; readonly nextToken?: string; readonly newest?: number }
  | { readonly type: 'fetch-older'; readonly nextToken: string }
  | {
      readonly type: 'post-message';
      readonly key: string;
      readonly clientToken: string;
      readonly text: string;
      readonly contentType: string;
    }
  | {
      readonly type: 'post-receipt';
      readonly key: string;
      readonly clientToken: string;
      readonly receipt: NonNullable<OutboxItem['receipt']>;
    }
  | { readonly type: 'post-typing' }
  | { readonly type: 'post-end'; readonly clientToken: string }
  /** Stop waiting for the calls under way: their answers no longer count. */
  | { readonly type: 'abandon-calls' }
  | { readonly type: 'schedule'; readonly timer: string; readonly delayMs: number }
  | { readonly type: 'cancel'; readonly timer: string };

// ---------------------------------------------------------------- Ports

/** What keeps a contact reachable. Lives in the runner only. */
export interface Credentials {
  readonly participantToken: string;
  /** Base URL of the contact's Participant Service, where the start-chat answer named one. */
  readonly participantEndpoint?: string;
}

/** What one connection needs. Lives in the runner only. */
export interface ConnectionGrant {
  readonly connectionToken: string;
  readonly socketUrl: string;
  /** How long the socket may be used, in ms from when it was granted; measured by the server's own clock where it can be. */
  readonly socketLifetimeMs?: number;
}

/** What a started contact is: its ids for the snapshot, its credentials for the runner. */
export interface StartedContact {
  readonly contact: Contact;
  readonly credentials: Credentials;
  readonly features: Features;
}

/** What an open socket tells the runner. */
export interface SocketListener {
  /** The socket is subscribed; chat items follow. */
  readonly opened: () => void;
  readonly received: (fact: ReceivedFact) => void;
  /** Said once; nothing follows. */
  readonly lost: () => void;
}

/** The operations of the Participant Service that serve single messages and not the conversation, by the names of its API reference. */
export type CardOperation =
  | 'startAttachmentUpload'
  | 'completeAttachmentUpload'
  | 'getAttachment'
  | 'describeView'
  | 'getAuthenticationUrl'
  | 'cancelParticipantAuthentication';

/**
 * Asks the service for what a single message needs. `input`, without the connection token, and the answer are in the service's own words.
 * Rejects with a {@link Failure}, or with an `AbortError` once nobody waits any more.
 */
export type Ask = (operation: CardOperation, input: object) => Promise<unknown>;

/**
 * Amazon Connect as the engine needs it. Each call settles: it resolves, or rejects with a {@link Failure}
 * (never with anything else), or rejects with an `AbortError` when `signal` is aborted.
 */
export interface Transport {
  startContact(clientToken: string, signal: AbortSignal): Promise<StartedContact>;
  createConnection(credentials: Credentials, signal: AbortSignal): Promise<ConnectionGrant>;
  /**
   * Opens, subscribes and keeps alive one socket until `signal` is aborted (closes it with 1000) or it is lost. Never throws. The returned function
   * asks for a sign of life.
   */
  openSocket(url: string, listener: SocketListener, signal: AbortSignal): () => void;
  /** Newest first page; `nextToken` of the last page continues into the past. */
  fetchTranscript(
    connectionToken: string,
    nextToken: string | undefined,
    signal: AbortSignal,
  ): Promise<TranscriptPage>;
  sendMessage(
    connectionToken: string,
    message: { readonly text: string; readonly contentType: string; readonly clientToken: string },
    signal: AbortSignal,
  ): Promise<{ readonly id: string; readonly time?: number; readonly processing?: Processing }>;
  sendTyping(connectionToken: string, signal: AbortSignal): Promise<void>;
  sendReceipt(
    connectionToken: string,
    receipt: { readonly messageId: string; readonly kind: Receipt['kind']; readonly clientToken: string },
    signal: AbortSignal,
  ): Promise<void>;
  disconnect(connectionToken: string, clientToken: string, signal: AbortSignal): Promise<void>;
  /** `input` and the answer are in the service's own words, without the connection token. */
  ask(
    operation: CardOperation,
    connectionToken: string,
    input: object,
    signal: AbortSignal,
  ): Promise<unknown>;
  /** Disconnects while the page goes: nobody waits for an answer. Never throws. */
  leave(connectionToken: string, clientToken: string): void;
}

/** What is kept of a chat on this device. */
export interface StoredChat {
  readonly contact?: Contact;
  readonly credentials?: Credentials;
  /** Client token of a start whose answer has not come. */
  readonly startToken?: string;
  readonly features: Features;
  readonly outbox: readonly OutboxItem[];
  readonly ending: boolean;
  readonly draft: string;
  readonly place?: string;
  readonly notes: Notes;
  /** Time up to which the reader has seen the transcript, in the service's epoch milliseconds. */
  readonly seenUntil: number;
}

/** Where a chat is kept. None of these throws. */
export interface Store {
  /** Whatever is there; it may come from anybody. */
  read(): unknown;
  write(chat: StoredChat): void;
  clear(): void;
}

/** What happens between the tabs that share one chat. */
export interface TabsListener {
  /** This tab owns the socket from now on. */
  readonly owned: () => void;
  /** Another tab has taken it. */
  readonly lost: () => void;
  /** The page is being left: the last moment to say something to the other tabs. */
  readonly leaving: () => void;
  /** Another tab said something; it may be from another version of this code. */
  readonly heard: (message: unknown) => void;
}

/** The tabs that share one chat: one owns the socket, the others follow. */
export interface Tabs {
  /** Takes part until the returned function is called. */
  join(listener: TabsListener): () => void;
  post(message: unknown): void;
  /**
   * Whether this tab still owns the socket. Answers at once unless the device has slept; then it asks, because another tab may have taken over.
   */
  stillOwned(): boolean | Promise<boolean>;
}

/** Time and timers. */
export interface Clock {
  /** Epoch milliseconds. */
  now(): number;
  /** Calls back once after `delayMs`; the returned function cancels. */
  schedule(callback: () => void, delayMs: number): () => void;
}

/** Randomness. */
export interface Random {
  /** In [0, 1). */
  next(): number;
  /** A fresh unique id (UUID v4 form). */
  id(): string;
}

/** Whether the device is online and awake. */
export interface Online {
  isOnline(): boolean;
  /** Reports changes until the returned function is called. */
  watch(listener: (change: 'went-online' | 'went-offline' | 'woke') => void): () => void;
}
