import type { ChatSession } from '../../src/controllers/select-controller.js';
import type { Command, Snapshot } from '../../src/engine/types.js';

/** A session in which nothing has happened. */
export const blankSnapshot: Snapshot = {
  session: { phase: 'idle' },
  entries: [],
  participants: [],
  outbox: [],
  features: {},
  unread: 0,
  ending: false,
  history: 'unknown',
  draft: '',
  notes: {},
  resumed: false,
  rehydrated: false,
};

/** A session whose snapshot the test sets and whose commands it reads. */
export class FakeSession implements ChatSession {
  /** Every command so far, oldest first. */
  readonly sent: Command[] = [];
  readonly #listeners = new Set<(snapshot: Snapshot, previous: Snapshot) => void>();
  #snapshot: Snapshot;

  constructor(snapshot: Partial<Snapshot> = {}) {
    this.#snapshot = { ...blankSnapshot, ...snapshot };
  }

  get snapshot(): Snapshot {
    return this.#snapshot;
  }

  /** How many subscribers are listening. */
  get listenerCount(): number {
    return this.#listeners.size;
  }

  subscribe(listener: (snapshot: Snapshot, previous: Snapshot) => void): () => void {
    this.#listeners.add(listener);
    return () => {
      this.#listeners.delete(listener);
    };
  }

  send(command: Command): string {
    this.sent.push(command);
    return `command-${this.sent.length}`;
  }

  /** Changes the given parts of the snapshot and tells the subscribers. */
  set(changes: Partial<Snapshot>): void {
    const previous = this.#snapshot;
    this.#snapshot = { ...previous, ...changes };
    for (const listener of [...this.#listeners]) listener(this.#snapshot, previous);
  }
}
