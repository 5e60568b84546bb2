import type { SignInAnswer } from '../src/content/sign-in.js';
import type { ConnectChatEventDetails, ConnectChatEventName } from '../src/events.js';
import type { Renderers } from '../src/message-renderer.js';

/** What a card can do besides showing itself: its way to the chat, the service and the page. */
export interface CardHost {
  /** Sends the customer's answer: `text` is what goes over the wire. */
  send(text: string, contentType: string): void;
  /** What a card left here before, also before a refresh; `''` when there is nothing. */
  note(name: string): string;
  /** Leaves something, a half-filled form say. `''` takes it away. */
  keep(name: string, text: string): void;
  /** Tells the page. `false` when a listener objected. */
  tell<Name extends ConnectChatEventName>(name: Name, detail: ConnectChatEventDetails[Name]): boolean;
  /** Brings the chat before the customer's eyes. */
  show(): void;
  /** What can be asked of the service; its code is fetched at the first use. */
  services(): Promise<CardServices>;
  /** The page's own ways to show messages; absent while there are none. */
  readonly renderers?: Renderers | undefined;
}

/** The operations of the Participant Service that cards need. Each rejects with a `Failure`, or an `AbortError` once the chat is gone. */
export interface CardServices {
  /** The view behind a token, as the service describes it: the card reads it with suspicion. */
  describeView(viewToken: string): Promise<unknown>;
  /** The bytes of a file. What the storage says instead of them is a failure. */
  attachment(attachmentId: string, signal?: AbortSignal): Promise<Blob>;
  /** Where the customer signs in. It is good for about a minute, and a session gives it once. */
  authenticationUrl(sessionId: string): Promise<string>;
  /** Signs in no more. */
  cancelAuthentication(sessionId: string): Promise<void>;
  /** How the page wants customers to sign in. */
  readonly signIn: SignInSettings;
}

/** How the page wants customers to sign in. */
export interface SignInSettings {
  readonly mode: 'popup' | 'redirect';
  /** Where the customer comes back to. */
  readonly redirectUri: string;
  readonly identityProvider: string | undefined;
  /** Hands the result to the page's back end; absent where the page does that itself. */
  readonly hand: ((answer: SignInAnswer) => Promise<void>) | undefined;
}
