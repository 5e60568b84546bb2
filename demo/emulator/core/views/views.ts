import type { Contact } from '../contact.js';
import { ServiceError } from '../errors.js';
import type { Clock, Random } from '../ports.js';
import type { View } from './view.js';

/** A view that was sent into a chat, and until when it can be looked up. */
export interface SentView {
  readonly token: string;
  readonly contact: Contact;
  readonly view: View;
  /** In milliseconds since the epoch. */
  expiresMs: number;
}

/** The views of the instance, and the tokens under which chats may see them. */
export class Views {
  readonly #clock: Clock;
  readonly #random: Random;
  readonly #library: ReadonlyMap<string, View>;
  readonly #sent = new Map<string, SentView>();

  constructor(clock: Clock, random: Random, library: readonly View[]) {
    this.#clock = clock;
    this.#random = random;
    this.#library = new Map(library.map((view) => [view.id, view]));
  }

  /** The views that can be sent by their id. */
  get library(): readonly View[] {
    return [...this.#library.values()];
  }

  /** A view of the library. */
  named(id: string): View | undefined {
    return this.#library.get(id);
  }

  /** A new token under which `contact` may look `view` up for `lifeMs`. */
  issue(contact: Contact, view: View, lifeMs: number): SentView {
    // Slash, plus and equals sign on purpose: the token is one segment of a path, and must be encoded as one.
    const token = `view/${this.#random.id()}+${this.#random.id()}==`;
    const sent: SentView = { token, contact, view, expiresMs: this.#clock.now() + lifeMs };
    this.#sent.set(token, sent);
    return sent;
  }

  /** The views that were sent to a contact. */
  of(contact: Contact): readonly SentView[] {
    return [...this.#sent.values()].filter((sent) => sent.contact === contact);
  }

  /**
   * The view behind a token.
   *
   * @throws {ServiceError} ResourceNotFoundException if it was never issued, AccessDeniedException if it is another
   * contact's or has lapsed.
   */
  find(contact: Contact, token: string): View {
    const sent = this.#sent.get(token);
    if (!sent) throw new ServiceError('ResourceNotFoundException', 'There is no such view.');
    if (sent.contact !== contact || this.#clock.now() >= sent.expiresMs) {
      throw new ServiceError('AccessDeniedException', 'The view token is not valid any more.');
    }
    return sent.view;
  }

  /** Lets the tokens of one contact, or all, lapse now. The answer is how many. */
  expire(contact?: Contact): number {
    const nowMs = this.#clock.now();
    const living = [...this.#sent.values()].filter(
      (sent) => sent.expiresMs > nowMs && (!contact || sent.contact === contact),
    );
    for (const sent of living) sent.expiresMs = nowMs;
    return living.length;
  }
}

/** The ARN of a view. */
export function viewArn({ id, version, managed }: View): string {
  const owner = managed ? 'aws:view' : '123456789012:view';
  return `arn:aws:connect:us-east-1:${owner}/${id}:${String(version)}`;
}
