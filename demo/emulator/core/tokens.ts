import type { Contact, Participant } from './contact.js';
import { ServiceError } from './errors.js';
import type { Clock, Random } from './ports.js';

/** What a token opens: a participant's connection, its calls, or one of its sockets. */
export type TokenKind = 'participant' | 'connection' | 'socket';

/** Whom a token speaks for, and until when. */
export interface Grant {
  readonly kind: TokenKind;
  readonly contact: Contact;
  readonly participant: Participant;
  /** After this the token opens nothing, in milliseconds since the epoch. */
  readonly expiresMs: number;
}

/** Issues and recognises the three kinds of opaque tokens. */
export class Tokens {
  readonly #clock: Clock;
  readonly #random: Random;
  readonly #grants = new Map<string, Grant>();

  constructor(clock: Clock, random: Random) {
    this.#clock = clock;
    this.#random = random;
  }

  /** A new token; without `lifeMs` it lives as long as its contact. */
  issue(kind: TokenKind, contact: Contact, participant: Participant, lifeMs = Infinity): string {
    const token = btoa(`${kind}:${this.#random.id()}:${this.#random.id()}`).replaceAll('=', '');
    this.#grants.set(token, { kind, contact, participant, expiresMs: this.#clock.now() + lifeMs });
    return token;
  }

  /** Whom a token was issued for, valid or not. */
  find(token: string | null): Grant | undefined {
    return token === null ? undefined : this.#grants.get(token);
  }

  /** Lets every living token of a kind lapse now, of one contact or of all. The answer is how many. */
  expire(kind: TokenKind, contact?: Contact): number {
    const nowMs = this.#clock.now();
    let expired = 0;
    for (const [token, grant] of this.#grants) {
      if (grant.kind !== kind || grant.expiresMs <= nowMs || (contact && grant.contact !== contact)) continue;
      this.#grants.set(token, { ...grant, expiresMs: nowMs });
      expired += 1;
    }
    return expired;
  }

  /**
   * Whom a token speaks for.
   *
   * @throws {ServiceError} AccessDeniedException if it is unknown, of another kind, expired, or its contact has ended.
   */
  authorise(token: string | null, kind: TokenKind): Grant {
    const grant = this.find(token);
    const valid =
      grant?.kind === kind && this.#clock.now() < grant.expiresMs && grant.contact.status !== 'ended';
    if (!valid) throw new ServiceError('AccessDeniedException', 'Access denied.');
    return grant;
  }
}
