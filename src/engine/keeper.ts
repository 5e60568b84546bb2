import type { State } from './state.js';
import { readStoredChat, toStoredChat, type StoredRecord } from './stored-chat.js';
import type { Credentials, Store, StoredChat } from './types.js';

/** Keeps one chat on this device, as far as the page wants that, and finds it again. */
export class Keeper {
  readonly #store: Store | undefined;
  #kept: StoredRecord | undefined;
  #forgotten = false;

  constructor(store: Store | undefined) {
    this.#store = store;
  }

  /** What is kept, if it can be read. */
  read(): StoredChat | undefined {
    return readStoredChat(this.#store?.read());
  }

  /** The same; what cannot be read is removed. */
  restore(): StoredChat | undefined {
    const chat = this.read();
    if (!chat && this.#store?.read() !== undefined) this.#store.clear();
    return chat;
  }

  /** Keeps `next`, which follows on `state`, unless nothing in it is new to the store. */
  keep(next: State, state: State, credentials: Credentials | undefined): void {
    // The next chat is a new one.
    if (next.session.phase === 'starting' && state.session.phase !== 'starting') this.#forgotten = false;
    if (!this.#store || this.#forgotten) return;
    const chat = toStoredChat(next, credentials);
    if (chat && this.#kept && sameRecord(chat, this.#kept)) return;
    if (chat) this.#store.write(chat);
    else if (this.#kept || next.session.phase === 'ended') this.#store.clear();
    this.#kept = chat;
  }

  /** Erases what is kept, and keeps nothing more of this chat. */
  forget(): void {
    this.#store?.clear();
    this.#forgotten = true;
  }
}

function sameRecord(a: StoredRecord, b: StoredRecord): boolean {
  const names = new Set([...Object.keys(a), ...Object.keys(b)]) as Set<keyof StoredRecord>;
  return [...names].every((name) => a[name] === b[name]);
}
