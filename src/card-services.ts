import type { CardServices, SignInSettings } from '../components/card-host.js';
import type { ConnectChatOptions } from './connect-chat-options.js';
import { defaultTimings, type Ask } from './engine/types.js';
import { fetchAttachment } from './transport/fetch-attachment.js';
import { describeView } from './transport/describe-view.js';
import { handSignIn } from './transport/hand-sign-in.js';
import { authenticationUrl, cancelAuthentication } from './transport/sign-in.js';

/** What the cards of one chat can ask of the service, and of the page's own back end. */
export function createCardServices(ask: Ask, element: ConnectChatOptions): CardServices {
  return {
    describeView: (viewToken) => describeView(ask, viewToken),
    attachment: (attachmentId, signal) => fetchAttachment(ask, fetcherOf(element), attachmentId, signal),
    authenticationUrl: (sessionId) => authenticationUrl(ask, sessionId, redirectUriOf(element)),
    cancelAuthentication: (sessionId) => cancelAuthentication(ask, sessionId),
    signIn: signInSettings(element),
  };
}

function signInSettings(element: ConnectChatOptions): SignInSettings {
  const { authMode, authEndpoint, authIdentityProvider, storage, leavePolicy, transport } = element;
  // Nobody comes back to a chat that is not kept, or that ends when the page is left.
  const canLeave = storage !== 'none' && leavePolicy !== 'disconnect';
  return {
    mode: authMode === 'redirect' && canLeave ? 'redirect' : 'popup',
    redirectUri: redirectUriOf(element),
    identityProvider: authIdentityProvider,
    hand: authEndpoint
      ? (answer) =>
          handSignIn(
            {
              endpoint: authEndpoint,
              contentType: element.startChatContentType === 'text/plain' ? 'text/plain' : 'application/json',
              headers: element.startChatHeaders,
              fetch: fetcherOf(element),
              timeoutMs: transport?.timings?.requestTimeoutMs ?? defaultTimings.requestTimeoutMs,
            },
            answer,
          )
      : undefined,
  };
}

/** The page's own choice, else the page itself without whatever its address asks or points to. */
function redirectUriOf({ authRedirectUri }: ConnectChatOptions): string {
  return new URL(authRedirectUri || location.pathname, location.href).href;
}

/** Looked up at each use: the page may set it at any time. */
function fetcherOf(element: ConnectChatOptions): typeof fetch {
  return (input, init) => (element.transport?.fetch ?? fetch)(input, init);
}
