/**
 * Fetches the code behind the launcher. Some browsers remember a module that they could not fetch and would never ask for it again; it is asked for
 * under another fragment then, which the server does not see.
 *
 * @param failure - What came of the last attempt. Chromium and Firefox name the module in it.
 */
export async function loadChat(failure: unknown): Promise<typeof import('./chat.js')> {
  const [, url] = /imported module: (\S+)$/.exec(String(failure)) ?? [];
  if (url === undefined) return import('./chat.js');
  return (await import(/* webpackIgnore: true */ /* @vite-ignore */ `${url}#`)) as typeof import('./chat.js');
}
