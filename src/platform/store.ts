import type { Store } from '../engine/types.js';

/** Well below the 5 MB that browsers grant an origin, which the page and its other chats share. */
const defaultMaxBytes = 1_500_000;

/** What {@link createStore} needs. */
export interface StoreOptions {
  readonly storage: Storage;
  /** Chats with different keys do not know each other. */
  readonly key: string;
  /** Longest record in UTF-8 bytes; 1,500,000 by default. */
  readonly maxBytes?: number;
  /** Told once that records can no longer be kept: the storage is full or disabled, or the record too long. */
  readonly report?: (error: unknown) => void;
}

/**
 * Keeps a chat in the browser's storage, under `connect-chat:` and its key. A record that cannot be written leaves the last good one in its place; one
 * that cannot be read is removed. Never throws, whatever the browser or another script does to the storage.
 */
export function createStore({
  storage,
  key,
  maxBytes = defaultMaxBytes,
  report = () => undefined,
}: StoreOptions): Store {
  const name = `connect-chat:${key}`;
  let reported = false;
  const clear = () => {
    attempt(() => storage.removeItem(name));
  };
  return {
    read() {
      const json = attempt(() => storage.getItem(name));
      if (typeof json !== 'string') return undefined;
      const record = isLonger(json, maxBytes) ? undefined : attempt(() => JSON.parse(json) as unknown);
      if (record === undefined) clear();
      return record;
    },
    write(chat) {
      try {
        const json = JSON.stringify(chat);
        if (isLonger(json, maxBytes)) throw new RangeError('The chat is too long to keep.');
        storage.setItem(name, json);
      } catch (error) {
        if (reported) return;
        reported = true;
        report(error);
      }
    },
    clear,
  };
}

/** The page's storage for this tab or for the whole browser; undefined where the browser grants none. */
export function storageOf(
  kind: 'session' | 'local',
  source: { readonly sessionStorage?: Storage; readonly localStorage?: Storage } = globalThis,
): Storage | undefined {
  // With cookies blocked, in a sandboxed frame or on a data: page, the mere mention of it throws.
  return attempt(() => (kind === 'session' ? source.sessionStorage : source.localStorage) ?? undefined);
}

function attempt<T>(work: () => T): T | undefined {
  try {
    return work();
  } catch {
    return undefined;
  }
}

function isLonger(text: string, maxBytes: number): boolean {
  if (text.length > maxBytes) return true;
  // A UTF-16 unit takes at most three bytes, so only the long ones have to be counted.
  return text.length * 3 > maxBytes && new TextEncoder().encode(text).length > maxBytes;
}
