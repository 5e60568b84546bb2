/** What of a contact changed. */
export type Change =
  'started' | 'item' | 'typing' | 'receipt' | 'participants' | 'queue' | 'sockets' | 'ended';

/** Tells whoever listens that a contact changed. */
export type ChangeListener = (contactId: string, change: Change) => void;

/** The one place where changes are announced. */
export class Changes {
  readonly #listeners = new Set<ChangeListener>();

  /** Listens until the returned function is called. */
  subscribe(listener: ChangeListener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  announce(contactId: string, change: Change): void {
    for (const listener of [...this.#listeners]) listener(contactId, change);
  }
}
