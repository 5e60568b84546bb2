/**
 * Fetches the code behind the launcher. Some browsers remember a module that they could not fetch and would never ask for it again; it is asked for
 * under another fragment then, which the server does not see.
 *
 * @param failure - What came of the last attempt. Chromium and Firefox name the module in it.
 */
export async function loadChat(failure: unknown): Promise<typeof import('./chat.js')> {
  const [, url] = /imported module: (\S+)$/.exec(String(failure)) ?? [];
  if (url === undefined) return import('./chat.js');
  const loaded = (await import(/* webpackIgnore: true */ /* @vite-ignore */ `${url}#`)) as Record<
    string,
    unknown
  >;
  // A bundler that lets other chunks share this one hands the module on under a name of its own.
  return Object.values(loaded).find(isChatModule) ?? (loaded as typeof import('./chat.js'));
}

const isChatModule = (value: unknown): value is typeof import('./chat.js') =>
  typeof value === 'object' && value !== null && 'Chat' in value;
