import type { Contact } from '../contact.js';
import type { Conversations } from '../conversations.js';
import { ServiceError } from '../errors.js';
import type { Clock, Random } from '../ports.js';
import type { Timers } from '../timers.js';
import type { EmulatorTimings } from '../timings.js';

/** How a sign-in can end, as the suffix of its event. */
export type SignInOutcome = 'succeeded' | 'failed' | 'timeout' | 'expired' | 'cancelled';

/** One run of the block that asks a customer to sign in. */
export interface SignIn {
  readonly sessionId: string;
  readonly contact: Contact;
  /** What the identity provider hands back beside its code, so that the answer finds its question. */
  readonly state: string;
  readonly startedMs: number;
  status: 'initiated' | SignInOutcome;
  /** Where the customer returns to; known once the URL was fetched. */
  redirectUri?: string;
  /** What the identity provider gave out, and for whom; a stale code opens nothing. */
  code?: { readonly value: string; readonly name: string; readonly stale: boolean };
}

interface SignInsInit {
  readonly origin: string;
  readonly clock: Clock;
  readonly random: Random;
  readonly timers: Timers;
  readonly timings: EmulatorTimings;
  readonly conversations: Conversations;
}

/** The client id of the emulated user pool. */
const clientId = 'halden-demo';

/** The sign-ins of all contacts, as the block Authenticate Customer runs them. */
export class SignIns {
  readonly #init: SignInsInit;
  readonly #signIns: SignIn[] = [];

  constructor(init: SignInsInit) {
    this.#init = init;
  }

  /** A contact's sign-ins, oldest first. */
  of(contact: Contact): readonly SignIn[] {
    return this.#signIns.filter((signIn) => signIn.contact === contact);
  }

  /** The sign-in that an identity provider's answer belongs to. */
  byState(state: string): SignIn | undefined {
    return this.#signIns.find((signIn) => signIn.state === state);
  }

  /** Asks the customer to sign in. */
  begin(contact: Contact): SignIn {
    const { clock, random, timers, timings, conversations } = this.#init;
    const signIn: SignIn = {
      sessionId: random.id(),
      contact,
      state: random.id(),
      startedMs: clock.now(),
      status: 'initiated',
    };
    this.#signIns.push(signIn);
    const event = conversations.composeEvent(contact, 'authentication.initiated');
    const Content = JSON.stringify({ SessionId: signIn.sessionId, state: signIn.state });
    conversations.publish(contact, { ...event, Content });
    // A session whose URL nobody fetched in time is of no use any more.
    timers.after(timings.signInUrlMs, () => {
      if (signIn.redirectUri === undefined) this.settle(signIn, 'expired');
    });
    timers.after(timings.signInMs, () => {
      this.settle(signIn, 'timeout');
    });
    return signIn;
  }

  /**
   * Where the customer signs in. A session gives it once.
   *
   * @throws {ServiceError} ValidationException
   */
  url(contact: Contact, sessionId: string, redirectUri: string): string {
    const signIn = this.#open(contact, sessionId);
    if (signIn.redirectUri !== undefined) {
      throw new ServiceError('ValidationException', 'SessionId has been used already.');
    }
    if (!URL.canParse(redirectUri))
      throw new ServiceError('ValidationException', 'RedirectUri must be a URL.');
    signIn.redirectUri = redirectUri;
    const query = new URLSearchParams({
      response_type: 'code',
      client_id: clientId,
      redirect_uri: redirectUri,
      scope: 'openid profile',
      state: signIn.state,
    });
    return `${this.#init.origin}/idp/authorize?${query.toString()}`;
  }

  /**
   * The customer goes on without signing in. The event is not sent yet: the caller decides when.
   *
   * @throws {ServiceError} ValidationException
   */
  cancel(contact: Contact, sessionId: string): () => void {
    const signIn = this.#open(contact, sessionId);
    return () => {
      this.settle(signIn, 'cancelled');
    };
  }

  /** A new code for whoever has signed in under `name`. */
  issueCode(signIn: SignIn, name: string, stale: boolean): string {
    const value = this.#init.random.id();
    signIn.code = { value, name, stale };
    return value;
  }

  /** Ends a sign-in, once. After a success the customer has the name of their profile. */
  settle(signIn: SignIn, outcome: SignInOutcome, displayName = signIn.code?.name): void {
    const { contact } = signIn;
    if (signIn.status !== 'initiated' || contact.status === 'ended') return;
    signIn.status = outcome;
    const { conversations } = this.#init;
    conversations.publish(contact, conversations.composeEvent(contact, `authentication.${outcome}`));
    if (outcome === 'succeeded' && displayName !== undefined && displayName !== '') {
      conversations.rename(contact, contact.customer, displayName);
    }
    contact.flow?.signInSettled(outcome);
  }

  #open(contact: Contact, sessionId: string): SignIn {
    const signIn = this.of(contact).find((one) => one.sessionId === sessionId);
    if (signIn?.status !== 'initiated') {
      throw new ServiceError('ValidationException', 'SessionId names no sign-in that is under way.');
    }
    return signIn;
  }
}
