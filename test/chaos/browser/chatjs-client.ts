import type { Client } from './client.js';
import { SPEED } from './schedule.js';
import type { Stage } from './stage.js';

/** The part of the published ChatJS that a chat page needs. */
interface ChatJsSession {
  connect(): Promise<unknown> | undefined;
  sendMessage(message: {
    readonly contentType: string;
    readonly message: string;
    readonly clientToken: string;
  }): Promise<unknown>;
  onTranscriptUpdated(
    handler: (event: { readonly data: { readonly transcript: readonly ChatJsItem[] } }) => void,
  ): void;
  onConnectionBroken(handler: () => void): void;
}

interface ChatJsItem {
  readonly Type: string;
  readonly Content?: string;
  readonly MessageMetadata?: { readonly Status?: string };
}

declare global {
  interface Window {
    connect: {
      readonly ChatSession: {
        setGlobalConfig(config: object): void;
        create(init: object): ChatJsSession;
      };
    };
    chatJs: { readonly session: ChatJsSession; items: readonly ChatJsItem[] };
  }
}

/**
 * A page around the published ChatJS that does all that its documentation offers, and goes on with it for as long as it takes: it shows the transcript that
 * ChatJS itself keeps and fetches again with each connection, sends again under the same client token what was said to have failed, and connects anew when
 * the connection is called broken. ChatJS's own timers run as much faster as everything else.
 */
export async function openChatJs({ context, emulator }: Stage): Promise<Client> {
  const { ContactId, ParticipantId, ParticipantToken } = await emulator.control.startContact({
    displayName: 'Sam',
  });
  const page = await context.newPage();
  await page.addInitScript(hurry, SPEED);
  await page.goto(`${emulator.origin}/test/chatjs`);
  await page.evaluate(begin, {
    endpoint: emulator.origin,
    chatDetails: { contactId: ContactId, participantId: ParticipantId, participantToken: ParticipantToken },
  });
  return {
    contactId: ContactId,
    say: (text) => page.evaluate(say, text),
    view: () => page.evaluate(view),
  };
}

/** Makes the page's timers elapse `speed` times sooner. */
function hurry(speed: number): void {
  for (const name of ['setTimeout', 'setInterval'] as const) {
    const timer = window[name];
    const faster = new Proxy(timer, {
      apply: (_, __, [handler, ms = 0, ...rest]: [TimerHandler, number?, ...unknown[]]) =>
        Reflect.apply(timer, window, [handler, ms / speed, ...rest]) as number,
    });
    Object.defineProperty(window, name, { value: faster });
  }
}

async function begin({
  endpoint,
  chatDetails,
}: {
  readonly endpoint: string;
  readonly chatDetails: object;
}): Promise<void> {
  const { ChatSession } = window.connect;
  ChatSession.setGlobalConfig({
    region: 'us-east-1',
    endpoint,
    loggerConfig: { useDefaultLogger: false },
  });
  const session = ChatSession.create({ chatDetails, type: 'CUSTOMER', disableCSM: true });
  window.chatJs = { session, items: [] };
  session.onTranscriptUpdated(({ data }) => (window.chatJs.items = data.transcript));
  // As its documentation says, though every call after the first is ignored.
  session.onConnectionBroken(() => void session.connect());
  await session.connect();
}

/** Sends `text`, and again every two seconds of life while it is said to have failed. Does not wait for the outcome. */
function say(text: string): void {
  const clientToken = crypto.randomUUID();
  const send = () => {
    window.chatJs.session
      .sendMessage({ contentType: 'text/plain', message: text, clientToken })
      .catch(() => setTimeout(send, 2_000));
  };
  send();
}

/** The messages that ChatJS's transcript holds, but for tries that it calls failed: a page offers to send those again. */
function view(): readonly string[] {
  return window.chatJs.items
    .filter(({ Type, MessageMetadata }) => Type === 'MESSAGE' && MessageMetadata?.Status !== 'FAILED')
    .map(({ Content = '' }) => Content);
}
