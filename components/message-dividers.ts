import type { Divider } from './message-rows.js';

/** What the session says of the news. */
export interface News {
  readonly unread: number;
  readonly firstUnread: string | undefined;
  readonly firstMissed: string | undefined;
}

/**
 * Where the dividers of the log stand. They stay until the log is out of sight, although what is under them has been
 * read.
 */
export class MessageDividers {
  #new: string | undefined;
  #missed: string | undefined;
  #firstMissed: string | undefined;
  #unseen = false;

  /** Takes what the session says now. */
  update({ unread, firstUnread, firstMissed }: News): void {
    if (unread > 0) this.#new = firstUnread;
    if (firstMissed === this.#firstMissed) return;
    this.#firstMissed = this.#missed = firstMissed;
    this.#unseen = firstMissed !== undefined;
  }

  /** The divider above the entry with `key`. One message has one divider. */
  above(key: string): Divider | undefined {
    return key === this.#new ? 'new' : key === this.#missed ? 'missed' : undefined;
  }

  /** Key of the entry whose divider somebody who comes to look should see first. */
  mark(unread: number): string | undefined {
    return unread > 0 ? this.#new : this.#unseen ? this.#missed : undefined;
  }

  /** The reader has come to the end. */
  see(): void {
    this.#unseen = false;
  }

  /** The log is out of sight, and nothing is unread. */
  forget(): void {
    this.#new = this.#missed = undefined;
    this.#unseen = false;
  }
}
