import type { Changes } from './changes.js';
import type { Contact, Participant } from './contact.js';
import { ServiceError } from './errors.js';
import type { Faults } from './faults.js';
import type { Clock, Random } from './ports.js';
import { ChatSocket, type EmulatorSocket } from './socket.js';
import type { Timers } from './timers.js';
import type { EmulatorTimings } from './timings.js';
import type { Tokens } from './tokens.js';

/** What a socket upgrade is answered with. */
export type SocketAnswer =
  | { readonly accepted: true; readonly socket: EmulatorSocket }
  /** Without a status the connection is reset. */
  | { readonly accepted: false; readonly status?: number };

const maxSocketsPerParticipant = 5;
/** "Going away": the lifetime of the connection is over. */
const expiredCode = 1001;

interface SocketsInit {
  readonly origin: string;
  readonly clock: Clock;
  readonly random: Random;
  readonly timings: EmulatorTimings;
  readonly timers: Timers;
  readonly tokens: Tokens;
  readonly faults: Faults;
  readonly changes: Changes;
}

/** All open sockets: hands out their URLs, lets them in, and fans items out to them. */
export class Sockets {
  readonly #init: SocketsInit;
  readonly #open = new Map<ChatSocket, Contact>();
  readonly #closesMs = new Map<string, number>();

  constructor(init: SocketsInit) {
    this.#init = init;
  }

  /** A new socket URL for a participant. It carries its own authorisation. */
  issueUrl(contact: Contact, participant: Participant): { readonly url: string; readonly closesMs: number } {
    const { clock, timings, tokens, origin } = this.#init;
    const token = tokens.issue('socket', contact, participant, timings.urlValidMs);
    const closesMs = clock.now() + timings.socketLifeMs;
    this.#closesMs.set(token, closesMs);
    return { url: `${origin.replace(/^http/, 'ws')}/socket/${token}`, closesMs };
  }

  /** Answers an upgrade request for a URL from `issueUrl`. */
  open(url: string): SocketAnswer {
    const token = /\/socket\/([^/?#]*)/.exec(url)?.[1] ?? '';
    const { faults, tokens } = this.#init;
    if (faults.strike('outage', { contact: tokens.find(token)?.contact })) return { accepted: false };
    try {
      return { accepted: true, socket: this.#accept(token) };
    } catch (error) {
      if (error instanceof ServiceError) return { accepted: false, status: error.status };
      throw error;
    }
  }

  /** The open sockets of a contact. */
  of(contact: Contact): readonly ChatSocket[] {
    return [...this.#open].filter(([, owner]) => owner === contact).map(([socket]) => socket);
  }

  /** Delivers an item to every subscribed socket of its contact, the sender's included. */
  deliver(contact: Contact, item: Readonly<Record<string, unknown>>): void {
    const content = JSON.stringify(item);
    for (const socket of this.of(contact)) socket.deliver(content);
  }

  /** Ends the sockets of one contact, or all; without a code they are cut. */
  drop(contact?: Contact, code?: number): void {
    for (const [socket, owner] of [...this.#open]) {
      if (!contact || owner === contact) socket.end(code);
    }
  }

  /** Closes the sockets of one contact, or all, as at the end of their lifetime. The answer is how many. */
  expire(contact?: Contact): number {
    const before = this.#open.size;
    this.drop(contact, expiredCode);
    return before - this.#open.size;
  }

  /** Lets the sockets of one contact, or all, go dead while they stay open. */
  die(contact?: Contact): void {
    for (const [socket, owner] of [...this.#open]) {
      if (!contact || owner === contact) socket.die();
    }
  }

  #accept(token: string): ChatSocket {
    const { clock, random, timers, tokens, faults, changes } = this.#init;
    const refusal = faults.strike('refuse-sockets', { contact: tokens.find(token)?.contact });
    if (refusal) throw new RefusedSocket(refusal.status ?? 503);
    const { contact, participant } = tokens.authorise(token, 'socket');
    // A dead connection is no longer counted: its client has gone, as far as anyone can tell.
    const own = this.of(contact).filter((socket) => socket.participant === participant && !socket.isHalfOpen);
    if (own.length >= maxSocketsPerParticipant)
      throw new ServiceError('LimitExceededException', 'Too many sockets.');

    const closesMs = this.#closesMs.get(token) ?? clock.now();
    const announce = (): void => {
      changes.announce(contact.initialId, 'sockets');
    };
    const socket = new ChatSocket(
      {
        contact,
        participant,
        openedMs: clock.now(),
        closesMs,
        subscribed: announce,
        gone: () => {
          cancelExpiry();
          this.#open.delete(socket);
          announce();
        },
      },
      random,
      faults,
    );
    const cancelExpiry = timers.after(closesMs - clock.now(), () => {
      socket.end(expiredCode);
    });
    this.#open.set(socket, contact);
    if (faults.strike('half-open', { contact })) socket.die();
    announce();
    return socket;
  }
}

/** A refusal with whatever status a fault asked for. */
class RefusedSocket extends ServiceError {
  readonly #status: number;

  constructor(status: number) {
    super('ServiceUnavailableException', 'Sockets are refused by a fault.');
    this.#status = status;
  }

  override get status(): number {
    return this.#status;
  }
}
