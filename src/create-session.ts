import type { ConnectChat } from './connect-chat.js';
import { Session } from './engine/session.js';
import { defaultTimings, type Store } from './engine/types.js';
import { createClock } from './platform/clock.js';
import { createOnline } from './platform/online.js';
import { createRandom } from './platform/random.js';
import { createStore, storageOf } from './platform/store.js';
import { lazyTabs } from './platform/lazy-tabs.js';
import { storageKeyOf } from './storage-key.js';
import { transportOptions } from './transport-options.js';
import { createConnectTransport } from './transport/connect-transport.js';

/**
 * The session of one `<connect-chat>`, on the browser's own network, clock and storage.
 *
 * @param duplicate - Told when another element of the page keeps its chat under the same key; this one then keeps nothing.
 */
export function createSession(element: ConnectChat, duplicate: () => void): Session {
  const clock = createClock();
  const random = createRandom();
  const timings = { ...defaultTimings, ...element.transport?.timings };
  const transport = createConnectTransport({
    // Looked up at each use: the page may set them after this code has arrived.
    fetch: (input, init) => (element.transport?.fetch ?? fetch)(input, init),
    WebSocket: new Proxy(WebSocket, {
      construct: (_, [url]: [string]) => new (element.transport?.WebSocket ?? WebSocket)(url),
    }),
    options: () => transportOptions(element),
    timings,
    clock,
  });
  const key = storageKeyOf(element);
  const released = new AbortController();
  const claimed = key !== undefined && claim(key, released.signal);
  if (key !== undefined && !claimed) queueMicrotask(duplicate);
  const store = claimed ? keepIn(element, key) : undefined;
  // Heard before anything else lets go of the socket.
  addEventListener(
    'pagehide',
    ({ persisted }) => {
      // A page in the back/forward cache may come back, and so may the chat.
      if (element.leavePolicy === 'disconnect' && !persisted) session.leave();
    },
    { signal: released.signal, capture: true },
  );
  const session = new Session({
    transport,
    clock,
    random,
    online: createOnline(),
    timings,
    store,
    tabs:
      store && element.storage === 'local' ? lazyTabs({ key: key ?? '', clock, timings, random }) : undefined,
    receiptsDisabled: element.receiptsDisabled,
    report: (error) => reportError(error),
  });
  session.closed.addEventListener('abort', () => released.abort());
  return session;
}

const keepIn = (element: ConnectChat, key: string): Store | undefined => {
  const storage = storageOf(element.storage === 'local' ? 'local' : 'session');
  return storage && createStore({ storage, key });
};

const CLAIM = 'connect-chat:claim';

/** Takes the key for one element. Whoever has it already objects. */
function claim(key: string, signal: AbortSignal): boolean {
  const free = document.dispatchEvent(new CustomEvent(CLAIM, { detail: key, cancelable: true }));
  if (!free) return false;
  const object = (event: Event) => {
    if ((event as CustomEvent<unknown>).detail === key) event.preventDefault();
  };
  document.addEventListener(CLAIM, object, { signal });
  return true;
}
