import { signInSource } from '../../src/content/sign-in-source.js';

/** A window in which the customer signs in. */
export interface SignInWindow {
  readonly closed: boolean;
  go(url: string): void;
  close(): void;
}

/** What a sign-in needs of the browser. */
export interface SignInBrowser {
  /** Epoch milliseconds. */
  now(): number;
  /** Query of the page's address. */
  readonly search: string;
  /** Opens the one window for signing in, or takes it again; `undefined` when the browser does not allow it. */
  open(url: string): SignInWindow | undefined;
  /**
   * Leaves the page.
   *
   * @param returned - Called when the browser has kept the page as it was and brings it back.
   */
  leave(url: string, returned: () => void): void;
  /** Puts another address in place of the page's own, without loading it. */
  rewrite(change: (address: string) => string): void;
  /**
   * Listens until the returned function is called for what comes back from the identity provider: from windows of `origin`, and from pages of this origin.
   *
   * @param heard - Gets the query of the address that the customer was sent back to, and says whether it was expected.
   */
  listen(origin: string, heard: (search: string) => boolean): () => void;
}

const FEATURES = 'popup,width=480,height=720';

/** The browser itself. */
export const signInBrowser: SignInBrowser = {
  now: () => Date.now(),
  get search() {
    return location.search;
  },
  open(url) {
    const opened = window.open(url, signInSource, FEATURES);
    if (!opened) return undefined;
    opened.focus();
    return {
      get closed() {
        return opened.closed;
      },
      go: (next) => opened.location.replace(next),
      close: () => opened.close(),
    };
  },
  leave(url, returned) {
    window.addEventListener('pageshow', returned, { once: true });
    location.assign(url);
  },
  rewrite: (change) => history.replaceState(history.state, '', change(location.href)),
  listen(origin, heard) {
    const stopped = new AbortController();
    const { signal } = stopped;
    // Where a policy of either page has cut the tie between the windows, the channel still reaches.
    const channel = new BroadcastChannel(signInSource);
    const take = (data: unknown) => {
      const search = searchOf(data);
      if (search === undefined || !heard(search)) return;
      // What is expected is listened for no longer: the channel may be closed.
      const reply = new BroadcastChannel(signInSource);
      reply.postMessage({ source: signInSource, taken: search });
      reply.close();
    };
    channel.addEventListener('message', ({ data }) => take(data), { signal });
    window.addEventListener(
      'message',
      (event) => {
        if (event.origin === origin) take(event.data);
      },
      { signal },
    );
    return () => {
      stopped.abort();
      channel.close();
    };
  },
};

function searchOf(data: unknown): string | undefined {
  if (typeof data !== 'object' || data === null) return undefined;
  const { source, search } = data as { readonly source?: unknown; readonly search?: unknown };
  return source === signInSource && typeof search === 'string' ? search : undefined;
}
