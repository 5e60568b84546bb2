import type { Transport } from '../../src/engine/types.js';
import { Link } from './link.js';
import type { Network } from './network.js';
import type { Page } from './page.js';
import type { GivenReceipt } from './service.js';

/** Told before a call in the customer's name leaves a page. */
export type PostWatcher = (page: Page, clientToken: string) => void;

/** The service as a page reaches it: over the network, as a session's transport. */
export function createPageTransport(network: Network, page: Page, posting: PostWatcher): Transport {
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
      posting(page, message.clientToken);
      return network.call(page, 'sendMessage', signal, () => service.sendMessage(token, message));
    },
    sendTyping: (token, signal) => network.call(page, 'sendTyping', signal, () => service.sendTyping(token)),
    sendReceipt(token, receipt: GivenReceipt, signal) {
      posting(page, receipt.clientToken);
      return network.call(page, 'sendReceipt', signal, () => service.sendReceipt(token, receipt));
    },
    disconnect(token, clientToken, signal) {
      posting(page, clientToken);
      return network.call(page, 'disconnect', signal, () => service.disconnect(token));
    },
    leave() {
      // No schedule leaves this way: the contact would end with the page, and there would be nothing left to judge.
    },
  };
}
