import {
  expectedState,
  noteName,
  readSignInAnswer,
  readSignInNote,
  withIdentityProvider,
  withoutSignInAnswer,
  type SignInAnswer,
  type SignInNote,
  type SignInRequest,
} from '../../src/content/sign-in.js';
import type { Schedule } from '../../src/controllers/schedule.js';
import type { CardHost, CardServices } from '../card-host.js';
import type { SignInBrowser, SignInWindow } from './sign-in-browser.js';
import { isHopeless, type SignInStep } from './sign-in-step.js';

/** The service gives an address for a minute; one that is about to expire is of no use either. */
const FRESH_MS = 55_000;
/** Between two looks at whether the window is still open. */
const WATCH_MS = 500;

/** What one sign-in needs. */
export interface SignInFlowOptions {
  readonly request: SignInRequest;
  readonly cards: CardHost;
  readonly browser: SignInBrowser;
  readonly schedule: Schedule;
  /** Told of each step. */
  readonly moved: (step: SignInStep) => void;
}

/**
 * One sign-in, from the address of the sign-in page to the hand-over of what came back. What comes of it is said by the service and not known here. It
 * owns the window, its listeners and timers; {@link stop} releases them.
 */
export class SignInFlow {
  readonly #options: SignInFlowOptions;
  readonly #name: string;
  #step: SignInStep = { phase: 'prompt' };
  #services: CardServices | undefined;
  #fetching: Promise<SignInNote> | undefined;
  #window: SignInWindow | undefined;
  #release: (() => void) | undefined;
  #cancelWatch: (() => void) | undefined;
  #unhanded: SignInAnswer | undefined;
  #stopped = false;

  constructor(options: SignInFlowOptions) {
    this.#options = options;
    this.#name = noteName(options.request.sessionId);
  }

  /** Takes up a sign-in for which the customer left the page, else fetches the address at once: it is given for a minute only. */
  async begin(): Promise<void> {
    const { browser } = this.#options;
    const note = this.#note();
    if (!note?.away) {
      if (!note) await this.#fetch().catch(() => undefined);
      return;
    }
    this.#options.cards.show();
    const answer = readSignInAnswer(browser.search);
    if (answer?.state !== note.state) {
      this.#returned(note);
      return;
    }
    this.#keep({ ...note, away: false });
    browser.rewrite(withoutSignInAnswer);
    await this.#hand(answer);
  }

  /** The customer wants to sign in. To be called in the same task as their press: only then may a window be opened. */
  async start(): Promise<void> {
    if (this.#unhanded) return this.#hand(this.#unhanded);
    const note = this.#freshNote();
    if (this.#services?.signIn.mode === 'redirect') return this.#leave();
    const opened = this.#options.browser.open(note?.url ?? '');
    this.#window = opened;
    this.#move({ phase: opened ? 'waiting' : 'opening' });
    try {
      const { url } = note ?? (await this.#address());
      const { signIn } = await this.#ready();
      // Given up meanwhile.
      if (this.#stopped || (this.#step.phase !== 'waiting' && this.#step.phase !== 'opening')) return;
      if (signIn.mode === 'redirect') {
        opened?.close();
        await this.#leave();
        return;
      }
      this.#listen(signIn.redirectUri);
      if (!opened) {
        this.#move({ phase: 'blocked', url });
        return;
      }
      if (!note) opened.go(url);
      this.#watch();
    } catch (error) {
      opened?.close();
      if (this.#step.phase !== 'cancelling') this.#fail(error);
    }
  }

  /** The customer has opened the page by hand. */
  follow(): void {
    this.#move({ phase: 'waiting' });
  }

  /** The customer goes on without signing in. */
  async cancel(): Promise<void> {
    this.#move({ phase: 'cancelling' });
    this.#let();
    try {
      const { cancelAuthentication } = await this.#ready();
      await cancelAuthentication(this.#options.request.sessionId);
      this.#forget();
      this.#move({ phase: 'cancelled' });
    } catch (error) {
      this.#move(isHopeless(error) ? { phase: 'expired' } : { phase: 'prompt', notice: 'not-cancelled' });
    }
  }

  /** It is over, or the card has gone. */
  stop(over: boolean): void {
    this.#stopped = true;
    if (over) {
      this.#forget();
      this.#let();
    }
    this.#quiet();
  }

  async #leave(): Promise<void> {
    this.#move({ phase: 'opening' });
    try {
      const note = await this.#address();
      if (this.#stopped) return;
      this.#keep({ ...note, away: true });
      this.#options.browser.leave(note.url, () => {
        if (this.#step.phase === 'opening' && !this.#stopped) this.#returned(note);
      });
    } catch (error) {
      this.#fail(error);
    }
  }

  /** The customer is here again without having signed in. */
  #returned(note: SignInNote): void {
    this.#keep({ ...note, away: false });
    this.#move({ phase: 'prompt', notice: 'closed' });
  }

  async #hand(answer: SignInAnswer): Promise<void> {
    this.#let();
    this.#move({ phase: 'finishing' });
    try {
      const { signIn } = await this.#ready();
      await signIn.hand?.(answer);
      this.#unhanded = undefined;
      // Without a back end of its own to tell, the page has to act; a refusal is worth another try.
      if (!signIn.hand && answer.code === undefined) this.#move({ phase: 'failed', reason: 'refused' });
    } catch (error) {
      this.#unhanded = isHopeless(error) ? undefined : answer;
      this.#move({ phase: 'failed', reason: 'not-handed' });
    }
  }

  #fail(error: unknown): void {
    this.#move(isHopeless(error) ? { phase: 'expired' } : { phase: 'failed', reason: 'no-page' });
  }

  async #ready(): Promise<CardServices> {
    return (this.#services ??= await this.#options.cards.services());
  }

  /** An address that can be opened now. One that has grown old is better than none. */
  async #address(): Promise<SignInNote> {
    const fresh = this.#freshNote();
    if (fresh) return fresh;
    try {
      return await this.#fetch();
    } catch (error) {
      // Another tab may have been quicker, and a session gives its address once.
      const note = this.#note();
      if (note) return note;
      throw error;
    }
  }

  #fetch(): Promise<SignInNote> {
    return (this.#fetching ??= this.#fetchOnce().finally(() => (this.#fetching = undefined)));
  }

  async #fetchOnce(): Promise<SignInNote> {
    const { request, browser } = this.#options;
    const services = await this.#ready();
    const given = await services.authenticationUrl(request.sessionId);
    const url = withIdentityProvider(given, services.signIn.identityProvider);
    const note = { url, state: expectedState(url, request) ?? '', at: browser.now() };
    this.#keep(note);
    return note;
  }

  #listen(redirectUri: string): void {
    this.#release ??= this.#options.browser.listen(new URL(redirectUri).origin, (search) => {
      const answer = readSignInAnswer(search);
      const expected = this.#note()?.state;
      if (!answer || answer.state !== expected) return false;
      void this.#hand(answer);
      return true;
    });
  }

  #watch(): void {
    this.#cancelWatch?.();
    this.#cancelWatch = this.#options.schedule(() => {
      if (this.#step.phase !== 'waiting' || !this.#window) return;
      if (!this.#window.closed) this.#watch();
      // It may still be open behind a policy that hides it from us: what comes back is heard all the same.
      else this.#move({ phase: 'prompt', notice: 'closed' });
    }, WATCH_MS);
  }

  #note(): SignInNote | undefined {
    return readSignInNote(this.#options.cards.note(this.#name));
  }

  #freshNote(): SignInNote | undefined {
    const note = this.#note();
    const age = note ? this.#options.browser.now() - note.at : FRESH_MS;
    return age >= 0 && age < FRESH_MS ? note : undefined;
  }

  #keep(note: SignInNote): void {
    this.#options.cards.keep(this.#name, JSON.stringify(note));
  }

  #forget(): void {
    if (this.#note()) this.#options.cards.keep(this.#name, '');
  }

  #let(): void {
    this.#window?.close();
    this.#window = undefined;
    this.#quiet();
  }

  #quiet(): void {
    this.#release?.();
    this.#release = undefined;
    this.#cancelWatch?.();
  }

  #move(step: SignInStep): void {
    this.#step = step;
    if (!this.#stopped) this.#options.moved(step);
  }
}
