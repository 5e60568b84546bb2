import { createRequire } from 'node:module';
import { WebSocket } from 'ws';
import type { Item } from '../../demo/emulator/core/wire.js';
import { until } from '../demo/emulator/until.js';
import type { StartedContact } from './emulator.js';

/** One page of history as ChatJS hands it out. */
interface TranscriptPage {
  readonly data: {
    readonly InitialContactId: string;
    readonly Transcript: readonly Item[];
    readonly NextToken?: string;
  };
}

interface Sent {
  readonly data: { readonly Id: string; readonly AbsoluteTime: string };
}

interface DescribedView {
  readonly View: {
    readonly Id: string;
    readonly Name: string;
    readonly Content: {
      readonly InputSchema: string;
      readonly Template: string;
      readonly Actions: readonly string[];
    };
  };
}

/** The part of a ChatJS customer session that these tests use. */
interface ChatJsSession {
  connect(): Promise<{ readonly connectSuccess: boolean }>;
  sendMessage(message: { readonly contentType: string; readonly message: string }): Promise<Sent>;
  sendEvent(event: { readonly contentType: string; readonly content?: string }): Promise<Sent>;
  getTranscript(request: object): Promise<TranscriptPage>;
  disconnectParticipant(): Promise<unknown>;
  sendAttachment(request: { readonly attachment: File }): Promise<unknown>;
  downloadAttachment(request: { readonly attachmentId: string }): Promise<Blob>;
  describeView(request: { readonly viewToken: string }): Promise<{ readonly data: DescribedView }>;
  getAuthenticationUrl(request: {
    readonly sessionId: string;
    readonly redirectUri: string;
  }): Promise<{ readonly data: { readonly AuthenticationUrl: string } }>;
  cancelParticipantAuthentication(request: { readonly sessionId: string }): Promise<unknown>;
  [listen: `on${string}`]: (handler: (event: { readonly data?: unknown }) => void) => void;
}

interface ChatJs {
  readonly ChatSession: {
    setGlobalConfig(config: object): void;
    create(init: object): ChatJsSession;
  };
}

const heard = [
  'Message',
  'Typing',
  'ReadReceipt',
  'DeliveredReceipt',
  'ConnectionEstablished',
  'ConnectionLost',
  'ConnectionBroken',
  'Ended',
  'ParticipantIdle',
  'ParticipantReturned',
  'AutoDisconnection',
  'DeepHeartbeatSuccess',
  'DeepHeartbeatFailure',
  'AuthenticationInitiated',
  'AuthenticationSuccessful',
  'AuthenticationFailed',
  'AuthenticationTimeout',
  'AuthenticationExpired',
  'AuthenticationCanceled',
  'ParticipantDisplayNameUpdated',
] as const;

let loaded: ChatJs | undefined;

/** Loads the published ChatJS into this process, which it takes for a browser. Its API client keeps the first endpoint. */
function load(endpoint: string): ChatJs {
  if (loaded) return loaded;
  Object.assign(globalThis, { window: globalThis, self: globalThis, document: {}, WebSocket });
  Object.defineProperty(globalThis, 'navigator', {
    value: { onLine: true, userAgent: 'node' },
    configurable: true,
  });
  createRequire(import.meta.url)('amazon-connect-chatjs');
  const { connect } = globalThis as unknown as { readonly connect: ChatJs };
  connect.ChatSession.setGlobalConfig({
    region: 'us-east-1',
    endpoint,
    loggerConfig: { useDefaultLogger: false },
    features: { messageReceipts: { shouldSendMessageReceipts: true, throttleTime: 20 } },
  });
  return (loaded = connect);
}

/** A customer whose page runs the published ChatJS, and all it was told. */
export class ChatJsCustomer {
  readonly session: ChatJsSession;
  /** Every callback in order: its name without `on`, and its data. */
  readonly log: { readonly name: string; readonly data: unknown }[] = [];

  constructor(endpoint: string, { ContactId, ParticipantId, ParticipantToken }: StartedContact) {
    const chatDetails = {
      contactId: ContactId,
      participantId: ParticipantId,
      participantToken: ParticipantToken,
    };
    this.session = load(endpoint).ChatSession.create({ chatDetails, type: 'CUSTOMER', disableCSM: true });
  }

  /** Connects, and waits until the socket is open and subscribed. */
  async connect(): Promise<this> {
    const { connectSuccess } = await this.session.connect();
    if (!connectSuccess) throw new Error('ChatJS did not connect.');
    for (const name of heard) this.session[`on${name}`]?.(({ data }) => this.log.push({ name, data }));
    await this.until('ConnectionEstablished', (data) => data !== undefined);
    return this;
  }

  /** The data of every callback of one name. */
  all(name: (typeof heard)[number]): readonly unknown[] {
    return this.log.filter((entry) => entry.name === name).map(({ data }) => data);
  }

  /** The messages and events that `onMessage` gave. */
  get items(): readonly Item[] {
    return this.all('Message') as readonly Item[];
  }

  /** Waits for a callback of this name whose data fits. */
  async until(name: (typeof heard)[number], fits: (data: unknown) => boolean = () => true): Promise<unknown> {
    await until(`on${name}`, () => this.all(name).some(fits));
    return this.all(name).find(fits);
  }

  /** Waits for an item of `onMessage` that fits. */
  async item(fits: (item: Item) => boolean): Promise<Item> {
    return (await this.until('Message', (data) => fits(data as Item))) as Item;
  }
}
