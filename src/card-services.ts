import type { CardServices } from '../components/card-host.js';
import type { Ask } from './engine/types.js';
import { attachmentUrl } from './transport/attachment-url.js';
import { fetchAttachment } from './transport/fetch-attachment.js';
import { authenticationUrl, cancelAuthentication } from './transport/sign-in.js';
import { describeView } from './transport/describe-view.js';

/** What the cards of one chat can ask of the service. */
export function createCardServices(
  ask: Ask,
  fetcher: typeof fetch = (input, init) => fetch(input, init),
): CardServices {
  return {
    describeView: (viewToken) => describeView(ask, viewToken),
    attachmentUrl: (attachmentId) => attachmentUrl(ask, attachmentId),
    attachment: (attachmentId, signal) => fetchAttachment(ask, fetcher, attachmentId, signal),
    authenticationUrl: (sessionId, redirectUri) => authenticationUrl(ask, sessionId, redirectUri),
    cancelAuthentication: (sessionId) => cancelAuthentication(ask, sessionId),
  };
}
