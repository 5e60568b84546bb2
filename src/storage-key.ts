import type { ConnectChatOptions } from './connect-chat-options.js';

/** The key under which an element keeps its chat; undefined when it keeps none. */
export function storageKeyOf(element: ConnectChatOptions): string | undefined {
  const { storage, storageKey, id, startChatEndpoint, instanceId, contactFlowId } = element;
  if (storage === 'none') return undefined;
  return storageKey || id || hash([startChatEndpoint, instanceId, contactFlowId].join(' '));
}

/** Whether there may be a chat to go on with. The shell asks before it loads any code for it. */
export function mayResume(element: ConnectChatOptions): boolean {
  const key = storageKeyOf(element);
  try {
    const storage = element.storage === 'local' ? localStorage : sessionStorage;
    return key !== undefined && storage.getItem(`connect-chat:${key}`) !== null;
  } catch {
    return false; // Storage is switched off.
  }
}

/** Removes what an element keeps, whether or not its code has been loaded. */
export function erase(element: ConnectChatOptions): void {
  const key = storageKeyOf(element);
  try {
    sessionStorage.removeItem(`connect-chat:${key ?? ''}`);
    localStorage.removeItem(`connect-chat:${key ?? ''}`);
  } catch {
    // Storage is switched off: there is nothing to erase.
  }
}

/** Short, stable and no secret. */
function hash(text: string): string {
  let sum = 7;
  for (const letter of text) sum = (Math.imul(sum, 31) + letter.charCodeAt(0)) >>> 0;
  return sum.toString(36);
}
