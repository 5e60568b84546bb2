import type { Timings } from '../../../src/engine/types.js';
import type { ConnectChat } from '../../../src/connect-chat.js';
import type { Held } from './page-ledger.js';

/** How the chat of a page is set up. */
export interface ChatSetup {
  readonly storage: 'session' | 'local';
  readonly timings: Timings;
}

/** What a page shows, as the checks need it. */
export interface Shown {
  readonly connection: string;
  readonly messages: readonly {
    readonly id: string | undefined;
    readonly text: string;
    readonly own: boolean;
  }[];
  /** Keys of messages that were called failed. */
  readonly failed: readonly string[];
  readonly waiting: number;
  readonly history: string;
  /** How many sockets the page holds. */
  readonly sockets: number;
  /** What else it holds. */
  readonly held: Held;
}

declare global {
  interface Window {
    /** Makes the page believe that another one covers it, or no longer. */
    hidePage: (hidden: boolean) => void;
    sockets: readonly WebSocket[];
  }
}

/** Runs in each page before anything else of it: puts a chat there, and notes what must never happen. */
export function prepareChat({ storage, timings }: ChatSetup): void {
  let hidden = false;
  // An automated browser calls every page visible.
  Object.defineProperty(document, 'visibilityState', { get: () => (hidden ? 'hidden' : 'visible') });
  window.hidePage = (now) => {
    hidden = now;
    document.dispatchEvent(new Event('visibilitychange'));
  };
  const sockets: WebSocket[] = [];
  window.sockets = sockets;
  window.WebSocket = class extends WebSocket {
    constructor(url: string | URL) {
      super(url);
      sockets.push(this);
    }
  };
  const told = new Set<string>();
  document.addEventListener('connect-chat-ended', () => console.error('given up: the chat was called over'));
  document.addEventListener('connect-chat-message', (event) => {
    const { id, key } = event.detail.entry;
    const name = id ?? key;
    if (told.has(name))
      console.error(`told twice: a message was news two times (${event.detail.entry.text})`);
    told.add(name);
  });
  document.addEventListener('DOMContentLoaded', () => {
    const chat = document.createElement('connect-chat');
    const attributes = {
      'start-chat-endpoint': '/test/start',
      'participant-endpoint': location.origin,
      'storage-key': 'chaos',
      heading: 'Chaos',
      storage,
    };
    for (const [name, value] of Object.entries(attributes)) chat.setAttribute(name, value);
    chat.transport = { timings };
    document.querySelector('main')?.append(chat);
  });
}

/** What the element says of itself. */
export function look(chat: ConnectChat): Shown {
  const { connection, entries } = chat.state;
  const snapshot = chat.session?.snapshot;
  const messages = entries.filter(({ kind }) => kind === 'message');
  return {
    connection,
    messages: messages.map(({ id, text, role }) => ({ id, text, own: role === 'customer' })),
    failed: messages.filter(({ delivery }) => delivery === 'failed').map(({ key }) => key),
    waiting: snapshot?.outbox.filter(({ type }) => type === 'message').length ?? 0,
    history: snapshot?.history ?? 'unknown',
    sockets: window.sockets.filter(({ readyState }) => readyState <= WebSocket.OPEN).length,
    held: window.held(),
  };
}

/** The words of the log as they are rendered, in order. */
export function readLog(chat: ConnectChat): readonly string[] {
  const bubbles: string[] = [];
  const walk = (root: ParentNode) => {
    for (const element of root.querySelectorAll('*')) {
      if (element.matches('[role=article] [part~=bubble]')) bubbles.push(element.textContent.trim());
      if (element.shadowRoot) walk(element.shadowRoot);
    }
  };
  if (chat.shadowRoot) walk(chat.shadowRoot);
  return bubbles;
}

/** Sends `text` if `send` says so, and waits a moment for the chat to show it as its own; false if it has not. */
export async function sendAndSee(
  chat: ConnectChat,
  [text, send]: readonly [text: string, send: boolean],
): Promise<boolean> {
  if (send) chat.send(text).catch(() => undefined);
  const shows = () => chat.state.entries.some((entry) => entry.text === text);
  const end = performance.now() + 250;
  while (!shows() && performance.now() < end) await new Promise((resolve) => setTimeout(resolve, 10));
  return shows();
}
