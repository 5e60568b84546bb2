import { noteName, readSignInAnswer, readSignInNote, signInSource } from './content/sign-in.js';
import type { ConnectChatOptions } from './connect-chat-options.js';
import { storageKeyOf } from './storage-key.js';

/** What is asked of the element on whose page the customer has arrived. */
export interface LandingElement extends ConnectChatOptions {
  show(): void;
}

/**
 * The customer comes back from signing in, to this very page: to the chat that they left for it, which is shown again, or in a window of its own,
 * which hands on what it was given and closes once somebody has taken it. A page may have a sign-in of its own that looks the same; nothing happens then.
 */
export function land(element: LandingElement): void {
  const { search } = location;
  const answer = readSignInAnswer(search);
  if (!answer) return;
  if (isAwaited(element, answer.state)) return element.show();
  const channel = new BroadcastChannel(signInSource);
  channel.addEventListener('message', ({ data }) => {
    if ((data as { readonly taken?: unknown } | null)?.taken === search) close();
  });
  channel.postMessage({ source: signInSource, search });
  // A channel does not reach a chat in a frame of another site.
  (opener as Window | null)?.postMessage({ source: signInSource, search }, location.origin);
}

/** Whether the chat that is kept here was left for this sign-in. */
function isAwaited(element: ConnectChatOptions, state: string): boolean {
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
