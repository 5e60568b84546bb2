import type { Clock, Timings, Transport } from '../engine/types.js';
import { ChatSocket, type SocketConstructor } from './chat-socket.js';
import { classify } from './classify.js';
import { connectionGrant } from './connection-grant.js';
import { withDeadline } from './deadline.js';
import { decodeTranscript } from './decode.js';
import { failure, isFailure } from './failure.js';
import { ParticipantClient } from './participant-client.js';
import { epoch } from './reading.js';
import { chooseEndpoint, givenEndpoint, type EndpointOptions } from './service-endpoint.js';
import { startChat } from './start-chat.js';
import type { StartChatOptions } from './start-chat-options.js';
import { typingContentType } from './wire.js';

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
  let known: ParticipantClient | undefined;

  const createClient = (endpoint: URL) =>
    new ParticipantClient({ endpoint, fetch: fetcher, userAgentSuffix });
  // A contact that was not started here (a resumed one) has only the page's settings to go by.
  const client = () => (known ??= createClient(chooseEndpoint(read(), {})));
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
          const answer = await startChat(options, clientToken, fetcher, abortSignal);
          known = createClient(chooseEndpoint(options, answer));
          const { contact, credentials, features } = answer;
          return { contact, credentials, features };
        });
      } catch (error) {
        throw isFailure(error) && error.kind === 'timeout' ? { ...error, code: 'start-chat/timeout' } : error;
      }
    },

    createConnection({ participantToken }, signal) {
      return call(signal, async (abortSignal) => {
        let date: string | undefined;
        const answer = await client().createParticipantConnection(
          { ParticipantToken: participantToken, Type: ['WEBSOCKET', 'CONNECTION_CREDENTIALS'] },
          abortSignal,
          (header) => (date = header),
        );
        return connectionGrant(answer, date, clock.now());
      });
    },

    openSocket(url, listener, signal) {
      new ChatSocket(url, listener, signal, { WebSocket: Socket, clock, timings });
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
        const { Id: id, AbsoluteTime } = await client().sendMessage(
          {
            ConnectionToken: connectionToken,
            ContentType: contentType,
            Content: text,
            ClientToken: clientToken,
          },
          abortSignal,
        );
        if (id === undefined || id === '') throw failure('invalid');
        const time = epoch(AbsoluteTime);
        return time === undefined ? { id } : { id, time };
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

    disconnect(connectionToken, clientToken, signal) {
      return call(signal, async (abortSignal) => {
        await client().disconnectParticipant(
          { ConnectionToken: connectionToken, ClientToken: clientToken },
          abortSignal,
        );
      });
    },
  };
}
