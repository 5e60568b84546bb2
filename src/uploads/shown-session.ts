import type { SnapshotListener } from '../engine/session.js';
import type { ChatSession } from '../controllers/select-controller.js';
import type { Command, Snapshot } from '../engine/types.js';
import type { UploadQueue, UploadSession } from './upload-queue.js';
import { UploadsInChat } from './uploads-in-chat.js';

/** A session as it is shown once files are sent: with their uploads among its entries, and with what is asked of an upload done to it. */
export class ShownSession implements ChatSession {
  readonly #session: UploadSession;
  readonly #queue: UploadQueue;
  readonly #listeners = new Set<SnapshotListener>();
  readonly #merged = new UploadsInChat();
  #basis: { readonly snapshot: Snapshot; readonly list: UploadQueue['list'] };
  #snapshot: Snapshot;

  constructor(session: UploadSession, queue: UploadQueue) {
    this.#session = session;
    this.#queue = queue;
    this.#basis = { snapshot: session.snapshot, list: queue.list };
    this.#snapshot = session.snapshot;
  }

  get snapshot(): Snapshot {
    return this.#snapshot;
  }

  subscribe(listener: SnapshotListener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  send(command: Command): string {
    switch (command.type) {
      case 'retry-message':
      case 'discard-message':
        if (!this.#queue.has(command.key)) break;
        if (command.type === 'retry-message') this.#queue.retry(command.key);
        else this.#queue.remove(command.key);
        return command.key;
      case 'place': {
        // What is kept must mean something after a refresh, when there is no upload any more.
        const id = this.#snapshot.entries.find(({ key }) => key === command.key)?.id;
        if (command.key !== undefined && id !== undefined && this.#isOurs(command.key))
          return this.#session.send({ type: 'place', key: id });
        break;
      }
      default:
    }
    return this.#session.send(command);
  }

  /** Shows what session and queue are now. */
  update(): void {
    const basis = { snapshot: this.#session.snapshot, list: this.#queue.list };
    if (basis.snapshot === this.#basis.snapshot && basis.list === this.#basis.list) return;
    this.#basis = basis;
    const previous = this.#snapshot;
    this.#snapshot = this.#merged.add(basis.snapshot, basis.list);
    for (const listener of [...this.#listeners]) {
      try {
        listener(this.#snapshot, previous);
      } catch (error) {
        // One bad listener must not stop an upload.
        reportError(error);
      }
    }
  }

  #isOurs(key: string): boolean {
    return this.#queue.list.some((upload) => upload.key === key);
  }
}
