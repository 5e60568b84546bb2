import type { Clock, Credentials, Timings, Transport } from '../engine/types.js';
import { ChatSocket, type SocketConstructor } from './chat-socket.js';
import { classify } from './classify.js';
import { connectionGrant } from './connection-grant.js';
import { withDeadline } from './deadline.js';
import { decodeAccepted } from './decode-accepted.js';
import { decodeTranscript } from './decode.js';
import { failure, isFailure } from './failure.js';
import { ParticipantClient } from './participant-client.js';
import {
  answeredEndpoint,
  chooseEndpoint,
  givenEndpoint,
  keptEndpoint,
  type EndpointOptions,
} from './service-endpoint.js';
import type { StartChatOptions } from './start-chat-options.js';
import { receiptContentTypes, typingContentType } from './wire.js';

// The most that the service gives at once: what was missed is fetched in the fewest calls, which are throttled per instance.
const transcriptPageSize = 100;

/** What may change between two starts. */
export interface ConnectOptions extends StartChatOptions, EndpointOptions {}

/** What a transport to Amazon Connect needs. */
export interface ConnectTransportOptions {
  /** Read anew at every start. */
  readonly options: () => ConnectOptions;
  readonly timings: Timings;
  readonly clock: Clock;
  /** Default: the browser's. */
  readonly fetch?: typeof fetch | undefined;
  /** Default: the browser's. */
  readonly WebSocket?: SocketConstructor | undefined;
  /** Added to our own name in `x-amz-user-agent`. */
  readonly userAgentSuffix?: string | undefined;
}

/** Amazon Connect over its public APIs: a start-chat endpoint, the Participant Service and its WebSocket. */
export function createConnectTransport({
  options: read,
  timings,
  clock,
  fetch: fetcher = (input, init) => fetch(input, init),
  WebSocket: Socket = WebSocket,
  userAgentSuffix,
}: ConnectTransportOptions): Transport {
  let known: { readonly client: ParticipantClient; readonly participantToken?: string } | undefined;

  const createClient = (endpoint: URL) =>
    new ParticipantClient({ endpoint, fetch: fetcher, userAgentSuffix });
  const client = () => (known ??= { client: createClient(chooseEndpoint(read(), {})) }).client;
  const clientOf = ({ participantToken, participantEndpoint }: Credentials) => {
    if (known?.participantToken !== participantToken)
      known = { client: createClient(keptEndpoint(read(), participantEndpoint)), participantToken };
    return known.client;
  };
  const call = <T>(signal: AbortSignal, work: (signal: AbortSignal) => Promise<T>) =>
    withDeadline(clock, timings.requestTimeoutMs, signal, work).catch((error: unknown) => {
      throw classify(error);
    });

  return {
    async startContact(clientToken, signal) {
      try {
        return await call(signal, async (abortSignal) => {
          const options = read();
          // A mistake in the page's own settings is told before a contact is started for nothing.
          givenEndpoint(options);
          // A chat that is resumed is not started, so this is not in the first load.
          const { startChat } = await import('./start-chat.js');
          const answer = await startChat(options, clientToken, fetcher, abortSignal);
          const { contact, features } = answer;
          const { participantToken } = answer.credentials;
          const endpoint = chooseEndpoint(options, answer);
          const participantEndpoint = answeredEndpoint(options, answer);
          known = { client: createClient(endpoint), participantToken };
          const credentials = { participantToken, ...(participantEndpoint && { participantEndpoint }) };
          return { contact, credentials, features };
        });
      } catch (error) {
        throw isFailure(error) && error.kind === 'timeout' ? { ...error, code: 'start-chat/timeout' } : error;
      }
    },

    createConnection(credentials, signal) {
      return call(signal, async (abortSignal) => {
        let date: string | undefined;
        const answer = await clientOf(credentials).createParticipantConnection(
          { ParticipantToken: credentials.participantToken, Type: ['WEBSOCKET', 'CONNECTION_CREDENTIALS'] },
          abortSignal,
          (header) => (date = header),
        );
        return connectionGrant(answer, date, clock.now());
      });
    },

    openSocket(url, listener, signal) {
      return new ChatSocket(url, listener, signal, { WebSocket: Socket, clock, timings }).check;
    },

    fetchTranscript(connectionToken, nextToken, signal) {
      return call(signal, async (abortSignal) => {
        const answer = await client().getTranscript(
          {
            ConnectionToken: connectionToken,
            MaxResults: transcriptPageSize,
            ScanDirection: 'BACKWARD',
            SortOrder: 'ASCENDING',
            NextToken: nextToken,
          },
          abortSignal,
        );
        const page = decodeTranscript(answer);
        if (!page) throw failure('invalid');
        return page;
      });
    },

    sendMessage(connectionToken, { text, contentType, clientToken }, signal) {
      return call(signal, async (abortSignal) => {
        const answer = await client().sendMessage(
          {
            ConnectionToken: connectionToken,
            ContentType: contentType,
            Content: text,
            ClientToken: clientToken,
          },
          abortSignal,
        );
        const accepted = decodeAccepted(answer);
        if (!accepted) throw failure('invalid');
        return accepted;
      });
    },

    sendTyping(connectionToken, signal) {
      return call(signal, async (abortSignal) => {
        await client().sendEvent(
          { ConnectionToken: connectionToken, ContentType: typingContentType },
          abortSignal,
        );
      });
    },

    sendReceipt(connectionToken, { messageId, kind, clientToken }, signal) {
      return call(signal, async (abortSignal) => {
        await client().sendEvent(
          {
            ConnectionToken: connectionToken,
            ContentType: receiptContentTypes[kind],
            // The service wants JSON text, not an object.
            Content: JSON.stringify({ messageId }),
            ClientToken: clientToken,
          },
          abortSignal,
        );
      });
    },

    disconnect(connectionToken, clientToken, signal) {
      return call(signal, async (abortSignal) => {
        await client().disconnectParticipant(
          { ConnectionToken: connectionToken, ClientToken: clientToken },
          abortSignal,
        );
      });
    },

    ask(operation, connectionToken, input, signal) {
      return call<unknown>(signal, (abortSignal) =>
        client()[operation]({ ConnectionToken: connectionToken, ...input } as never, abortSignal),
      );
    },

    leave(connectionToken, clientToken) {
      const input = { ConnectionToken: connectionToken, ClientToken: clientToken };
      // The page goes: nobody is there to hear how it ended, and nothing may stop it.
      const work = async () => client().disconnectParticipant(input, new AbortController().signal, true);
      work().catch(() => undefined);
    },
  };
}
