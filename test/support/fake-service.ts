import { FakeSocket } from '../src/transport/fake-socket.js';
import type { TransportOverrides } from '../../src/connect-chat-options.js';

/** Secrets that must not come up anywhere but in requests to the service. */
export const secrets = ['participant-secret', 'connection-secret', 'socket-secret'];

/** Where the files are. */
const storageUrl = 'https://storage.example/';

/** Answers one call; undefined leaves it to the service. */
export type Reply = (body: Readonly<Record<string, unknown>>) => Response | Promise<Response> | undefined;

/** One call that the element made. */
export interface ServiceCall {
  /** `start`, the operation's path without `/participant/`, or for the storage of files `put` and `get`. */
  readonly name: string;
  readonly body: Readonly<Record<string, unknown>>;
  /** `X-Amz-Bearer`. */
  readonly bearer: string | null;
}

const json = (value: unknown) => new Response(JSON.stringify(value));

/**
 * A start-chat endpoint, the Participant Service and its sockets in the hands of the test, as small as the element can tell. Give `transport` to the
 * element. It answers everything well unless `replies` says otherwise.
 */
export class FakeService {
  readonly calls: ServiceCall[] = [];
  readonly sockets: FakeSocket[] = [];
  /** By the name of the call. */
  readonly replies: Record<string, Reply> = {};
  readonly transport: TransportOverrides;
  #contacts = 0;
  #ids = 0;

  constructor() {
    const { sockets } = this;
    class LiveSocket extends FakeSocket {
      constructor(url: string) {
        super(url);
        sockets.push(this);
        queueMicrotask(() => this.open());
      }

      override send(frame: string): void {
        super.send(frame);
        if (frame.includes('aws/subscribe')) {
          this.receive({ topic: 'aws/subscribe', content: { status: 'success', topics: ['aws/chat'] } });
        }
      }
    }
    this.transport = {
      fetch: (input, init) => this.#answer(new Request(input, init)),
      WebSocket: LiveSocket as unknown as typeof WebSocket,
    };
  }

  /** How often a call was made. */
  count(name: string): number {
    return this.calls.filter((call) => call.name === name).length;
  }

  /** Sockets that nobody has closed. */
  get openSockets(): number {
    return this.sockets.filter(({ closedWith }) => closedWith === undefined).length;
  }

  /** Delivers an item over the newest socket; a message of an agent unless told otherwise. */
  deliver(item: Readonly<Record<string, unknown>> = {}): void {
    this.#ids += 1;
    const content = {
      Id: `item-${this.#ids}`,
      Type: 'MESSAGE',
      ContentType: 'text/plain',
      Content: 'Hello from Maya',
      ParticipantId: 'agent-1',
      ParticipantRole: 'AGENT',
      DisplayName: 'Maya',
      AbsoluteTime: new Date().toISOString(),
      ContactId: `contact-${this.#contacts}`,
      ...item,
    };
    this.sockets
      .at(-1)
      ?.receive({ topic: 'aws/chat', contentType: 'application/json', content: JSON.stringify(content) });
  }

  /** Ends the chat from the service's side. */
  end(): void {
    this.deliver({ Type: 'EVENT', ContentType: 'application/vnd.amazonaws.connect.event.chat.ended' });
  }

  async #answer(request: Request): Promise<Response> {
    const { pathname } = new URL(request.url);
    if (request.url.startsWith(storageUrl)) return this.#store(request);
    const name = pathname.startsWith('/participant/') ? pathname.slice('/participant/'.length) : 'start';
    const body = JSON.parse((await request.text()) || '{}') as Record<string, unknown>;
    this.calls.push({ name, body, bearer: request.headers.get('x-amz-bearer') });
    return this.replies[name]?.(body) ?? this.#usual(name);
  }

  async #store(request: Request): Promise<Response> {
    const name = request.method.toLowerCase();
    const body = {
      headers: Object.fromEntries(request.headers),
      bytes: (await request.arrayBuffer()).byteLength,
    };
    this.calls.push({ name, body, bearer: request.headers.get('x-amz-bearer') });
    return this.replies[name]?.(body) ?? new Response(name === 'get' ? 'bytes' : null);
  }

  #usual(name: string): Response {
    const AbsoluteTime = new Date().toISOString();
    switch (name) {
      case 'start': {
        this.#contacts += 1;
        const ContactId = `contact-${this.#contacts}`;
        return json({ ContactId, ParticipantId: 'customer-1', ParticipantToken: 'participant-secret' });
      }
      case 'connection': {
        const Expiry = new Date(Date.now() + 3_600_000).toISOString();
        return json({
          ConnectionCredentials: { ConnectionToken: 'connection-secret', Expiry },
          Websocket: { Url: 'wss://socket.example/?X-Amz-Signature=socket-secret', ConnectionExpiry: Expiry },
        });
      }
      case 'transcript':
        return json({ InitialContactId: `contact-${this.#contacts}`, Transcript: [] });
      case 'start-attachment-upload': {
        this.#ids += 1;
        const HeadersToInclude = { 'Content-Type': 'application/pdf', 'X-Amz-Meta-Signed': 'as given' };
        const UploadMetadata = { Url: `${storageUrl}${this.#ids}`, HeadersToInclude };
        return json({ AttachmentId: `file-${this.#ids}`, UploadMetadata });
      }
      case 'attachment':
        return json({ Url: `${storageUrl}get`, AttachmentSizeInBytes: 5 });
      case 'message':
        this.#ids += 1;
        return json({ Id: `sent-${this.#ids}`, AbsoluteTime });
      default:
        return json(name === 'event' ? { Id: 'event-1', AbsoluteTime } : {});
    }
  }
}
