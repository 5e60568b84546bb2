import {
  noteName,
  readSignInAnswer,
  readSignInNote,
  withoutSignInAnswer,
  type SignInAnswer,
} from './content/sign-in.js';
import { signInSource } from './content/sign-in-source.js';
import type { ConnectChatOptions } from './connect-chat-options.js';
import type { Schedule } from './controllers/schedule.js';
import { storageKeyOf } from './storage-key.js';

/** What a landing needs of the window that it happens in. */
export interface LandingWindow {
  readonly address: string;
  /** It was opened for signing in. */
  readonly own: boolean;
  close(): void;
  /** Makes it a window like any other, at `address`. */
  release(address: string): void;
  readonly schedule: Schedule;
}

/** A page that is there and wakes from being frozen answers within this; nobody watches a window do nothing for longer. */
const PATIENCE_MS = 10_000;

/**
 * The customer comes back from signing in, to this very page: to the chat that they left for it, which goes on by itself, or in a window of its own,
 * which hands on what it was given and closes once somebody has taken it. Where nobody does, it becomes a page like any other, without what it was
 * given in its address. A page may have a sign-in of its own that looks the same; nothing happens then.
 */
export function land(element: ConnectChatOptions, place: LandingWindow = landingWindow): void {
  const { address, own } = place;
  const { search } = new URL(address);
  const answer = readSignInAnswer(search);
  if (!answer) {
    if (own) place.release(address);
    return;
  }
  if (isAwaited(element, answer)) return;
  const channel = new BroadcastChannel(signInSource);
  const forget = place.schedule(() => {
    channel.close();
    if (own) place.release(withoutSignInAnswer(address));
  }, PATIENCE_MS);
  channel.addEventListener('message', ({ data }) => {
    if ((data as { readonly taken?: unknown } | null)?.taken !== search) return;
    forget();
    channel.close();
    place.close();
  });
  channel.postMessage({ source: signInSource, search });
  // A channel does not reach a chat in a frame of another site.
  (opener as Window | null)?.postMessage({ source: signInSource, search }, location.origin);
}

/** Whether the chat that is kept here was left for this sign-in. */
function isAwaited(element: ConnectChatOptions, { state }: SignInAnswer): boolean {
  try {
    const storage = element.storage === 'local' ? localStorage : sessionStorage;
    const kept = storage.getItem(`connect-chat:${storageKeyOf(element) ?? ''}`) ?? '{}';
    const { notes = {} } = JSON.parse(kept) as { readonly notes?: Readonly<Record<string, unknown>> };
    return Object.entries(notes).some(([name, text]) => {
      const note = name.startsWith(noteName('')) ? readSignInNote(String(text)) : undefined;
      return note?.away === true && note.state === state;
    });
  } catch {
    // Storage is switched off, or holds something else.
    return false;
  }
}

const landingWindow: LandingWindow = {
  get address() {
    return location.href;
  },
  get own() {
    return window.name === signInSource;
  },
  close: () => close(),
  schedule(callback, delayMs) {
    const timer = setTimeout(callback, delayMs);
    return () => clearTimeout(timer);
  },
  release(address) {
    window.name = '';
    if (address === location.href) location.reload();
    else location.replace(address);
  },
};
