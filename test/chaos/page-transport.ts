import type { Transport } from '../../src/engine/types.js';
import { Link } from './link.js';
import type { Network } from './network.js';
import type { Page } from './page.js';
import type { GivenReceipt } from './service.js';

/** Sees what is done in the customer's name. */
export interface PostWatcher {
  /** A call is about to leave a page. */
  posting(page: Page): void;
  receiptPosted(receipt: GivenReceipt): void;
  receiptAnswered(receipt: GivenReceipt): void;
}

/** The service as a page reaches it: over the network, as a session's transport. */
export function createPageTransport(network: Network, page: Page, watcher: PostWatcher): Transport {
  const { service } = network;
  return {
    startContact: (clientToken, signal) =>
      network.call(page, 'startContact', signal, () => {
        const { contactId, participantId } = service.startContact(clientToken);
        return {
          contact: { contactId, participantId },
          credentials: { participantToken: contactId },
          features: {},
        };
      }),
    createConnection: ({ participantToken }, signal) =>
      network.call(page, 'createConnection', signal, () => service.createConnection(participantToken)),
    openSocket(url, listener, signal) {
      const link = new Link(network, page, url, listener, signal);
      return () => link.check();
    },
    fetchTranscript: (token, nextToken, signal) =>
      network.call(page, 'fetchTranscript', signal, () => service.transcript(token, nextToken)),
    sendMessage(token, message, signal) {
      watcher.posting(page);
      return network.call(page, 'sendMessage', signal, () => service.sendMessage(token, message));
    },
    // A card's calls change nothing of the conversation, which is what this is about.
    ask: () => Promise.resolve({}),
    sendTyping: (token, signal) => network.call(page, 'sendTyping', signal, () => service.sendTyping(token)),
    sendReceipt(token, receipt: GivenReceipt, signal) {
      watcher.posting(page);
      watcher.receiptPosted(receipt);
      const call = network.call(page, 'sendReceipt', signal, () => service.sendReceipt(token, receipt));
      return call.then(() => watcher.receiptAnswered(receipt));
    },
    disconnect(token, _, signal) {
      watcher.posting(page);
      return network.call(page, 'disconnect', signal, () => service.disconnect(token));
    },
    leave() {
      // No schedule leaves this way: the contact would end with the page, and there would be nothing left to judge.
    },
  };
}
