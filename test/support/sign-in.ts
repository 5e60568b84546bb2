import type { CardHost, CardServices, SignInSettings } from '../../components/card-host.js';
import type { SignInBrowser } from '../../components/sign-in/sign-in-browser.js';

/** A browser in the hands of the test: its windows, its address, what comes back to it. */
export class FakeBrowser implements SignInBrowser {
  time = 1_000_000;
  search = '';
  blocks = false;
  /** Addresses to which the page was left. */
  readonly left: string[] = [];
  /** Every address that the window was opened with or sent to. */
  readonly visited: string[] = [];
  windowOpen = false;
  rewritten: string | undefined;
  #heard: ((search: string) => boolean) | undefined;
  listeningTo: string | undefined;

  now(): number {
    return this.time;
  }

  open(url: string) {
    if (this.blocks) return undefined;
    this.visited.push(url);
    this.windowOpen = true;
    const isOpen = () => this.windowOpen;
    return {
      get closed() {
        return !isOpen();
      },
      go: (next: string) => void this.visited.push(next),
      close: () => (this.windowOpen = false),
    };
  }

  /** Brings back the page that was left, as it was. */
  returnToPage: () => void = () => undefined;

  leave(url: string, returned: () => void): void {
    this.left.push(url);
    this.returnToPage = returned;
  }

  rewrite(change: (address: string) => string): void {
    this.rewritten = change(`https://shop.example/help?order=7&${this.search.slice(1)}`);
  }

  listen(origin: string, heard: (search: string) => boolean): () => void {
    this.listeningTo = origin;
    this.#heard = heard;
    return () => {
      this.#heard = undefined;
      this.listeningTo = undefined;
    };
  }

  /** Something comes back from the identity provider. Returns whether it was taken. */
  comesBack(search: string): boolean {
    return this.#heard?.(search) ?? false;
  }
}

/** A chat as a sign-in card sees it; what it asks for is noted, and answered well unless `fail` says otherwise. */
export class FakeSignInHost implements CardHost {
  readonly asked: string[] = [];
  readonly notes: Record<string, string> = {};
  /** What the next call of that name rejects with. */
  readonly fail: Record<string, unknown> = {};
  settings: SignInSettings;
  #urls = 0;

  constructor(settings: Partial<SignInSettings> = {}) {
    this.settings = {
      mode: 'popup',
      redirectUri: 'https://shop.example/back',
      identityProvider: undefined,
      hand: (answer) => this.#ask('hand', `hand ${JSON.stringify(answer)}`, undefined),
      ...settings,
    };
  }

  send(): void {
    throw new Error('A sign-in sends no message.');
  }

  note(name: string): string {
    return this.notes[name] ?? '';
  }

  keep(name: string, text: string): void {
    if (text === '') Reflect.deleteProperty(this.notes, name);
    else this.notes[name] = text;
  }

  shown = false;

  show(): void {
    this.shown = true;
  }

  tell(): boolean {
    return true;
  }

  services(): Promise<CardServices> {
    const none = () => Promise.reject(new Error('Not for a sign-in.'));
    return Promise.resolve({
      describeView: none,
      attachment: none,
      authenticationUrl: (sessionId: string) => {
        this.#urls += 1;
        return this.#ask('url', `url ${sessionId}`, `https://idp.example/login?state=s1&n=${this.#urls}`);
      },
      cancelAuthentication: (sessionId: string) => this.#ask('cancel', `cancel ${sessionId}`, undefined),
      signIn: this.settings,
    });
  }

  #ask<T>(name: string, what: string, answer: T): Promise<T> {
    this.asked.push(what);
    const failure = this.fail[name];
    Reflect.deleteProperty(this.fail, name);
    return failure === undefined ? Promise.resolve(answer) : Promise.reject(failure);
  }
}
