import type { ChatView } from './e2e-chat.js';

/** Everything that a script of the page could read: markup with shadow roots, state, events, storage, address. */
export async function exposed(chat: ChatView): Promise<string> {
  const [page, cookies] = await Promise.all([
    chat.page.evaluate(async () => {
      const markup = (root: Node): string =>
        [...root.childNodes]
          .map((node) =>
            node instanceof Element
              ? `${(node.cloneNode() as Element).outerHTML}${node.shadowRoot ? markup(node.shadowRoot) : ''}${markup(node)}`
              : (node.nodeValue ?? ''),
          )
          .join('\n');
      const element = document.querySelector('connect-chat');
      const databases = await indexedDB.databases();
      const own = Object.entries(Object.getOwnPropertyDescriptors(element ?? {})).map(([name, { value }]) => {
        try {
          return `${name}: ${JSON.stringify(value)}`;
        } catch {
          return name; // Circular: reached from elsewhere.
        }
      });
      return [
        markup(document),
        JSON.stringify(element?.state),
        JSON.stringify(element?.session),
        JSON.stringify(element?.session?.snapshot),
        own,
        JSON.stringify(window.recorded),
        JSON.stringify(Object.entries(localStorage)),
        JSON.stringify(Object.entries(sessionStorage)),
        JSON.stringify(databases),
        JSON.stringify(await caches.keys()),
        document.cookie,
        location.href,
        window.name,
        JSON.stringify(history.state),
      ].join('\n');
    }),
    chat.page.context().cookies(),
  ]);
  return page + JSON.stringify(cookies);
}
