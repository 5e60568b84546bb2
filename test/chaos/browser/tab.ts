import { errors, type CDPSession, type Locator, type Page, type Request } from 'playwright-core';
import type { ConnectChat } from '../../../src/connect-chat.js';
import { look, readLog, sendAndSee, type Shown } from './page-script.js';

/** Patience with a composer that is not there. */
const WRITE_WITHIN_MS = 2_000;
const CRASH_WITHIN_MS = 1_000;

/** One tab of the visitor. What the person does in it happens one thing after the other. */
export class Tab {
  readonly page: Page;
  /** Counts the pages that have been in this tab. */
  life = 0;
  frozen = false;
  hidden = false;
  gone = false;
  /** The page is there; offline it cannot be fetched. */
  loaded = false;
  /** Since when the person could see it work, by the machine's clock. */
  awakeSince = Date.now();
  #cdp: CDPSession | undefined;
  #work: Promise<unknown> = Promise.resolve();

  constructor(page: Page) {
    this.page = page;
    page.on('crash', () => (this.gone = true));
    page.on('close', () => (this.gone = true));
  }

  /** Whether a person could use it. */
  get usable(): boolean {
    return this.loaded && !this.gone && !this.frozen && !this.hidden;
  }

  /** Does `work` after what was begun before. What fails because its page has gone or has become another is over. */
  do(work: () => Promise<void>): void {
    this.#work = this.#work.then(work).catch(this.#forgive);
    // It is looked at in `idle`.
    this.#work.catch(() => undefined);
  }

  /** Waits for everything that was begun. */
  async idle(): Promise<void> {
    await this.#work;
  }

  /** Loads the page, or loads it anew. */
  async load(url: string): Promise<void> {
    this.life += 1;
    this.loaded = false;
    const ofChat = (request: Request) => request.url().endsWith('/dist/connect-chat.js');
    const unreachable = this.page.waitForEvent('requestfailed', ofChat).then((request) => {
      throw new Error(request.failure()?.errorText);
    });
    unreachable.catch(() => undefined);
    await this.page.goto(url, { waitUntil: 'domcontentloaded' });
    const defined = this.page.waitForFunction(
      () => customElements.get('connect-chat') !== undefined,
      undefined,
      { polling: 10 },
    );
    await Promise.race([defined, unreachable]);
    this.awakeSince = Date.now();
    this.loaded = true;
  }

  async freeze(frozen: boolean): Promise<void> {
    if (this.gone || this.frozen === frozen) return;
    this.frozen = frozen;
    this.awakeSince = Date.now();
    try {
      this.#cdp ??= await this.page.context().newCDPSession(this.page);
      await this.#cdp.send('Page.setWebLifecycleState', { state: frozen ? 'frozen' : 'active' });
    } catch (error) {
      this.#forgive(error);
    }
  }

  async hide(hidden: boolean): Promise<void> {
    if (this.gone || this.hidden === hidden) return;
    this.hidden = hidden;
    this.awakeSince = Date.now();
    await this.page.evaluate((now) => window.hidePage(now), hidden).catch(this.#forgive);
  }

  /** The renderer dies: no event tells the page. A browser that does not say so in time is told to close what is left. */
  async crash(): Promise<void> {
    const crashed = this.page.waitForEvent('crash', { timeout: CRASH_WITHIN_MS }).catch(() => undefined);
    const cdp = await this.page.context().newCDPSession(this.page);
    // It never answers.
    cdp.send('Page.crash').catch(() => undefined);
    await crashed;
    await this.page.close();
  }

  /** Sends `text`. False if the chat has not shown it as its own within a moment; undefined if there was nowhere to write it. */
  async send(text: string, by: 'composer' | 'method'): Promise<boolean | undefined> {
    if (by === 'composer') {
      await this.#loadAgain();
      const composer = this.#chat.getByRole('textbox', { name: 'Write a message' });
      try {
        await composer.fill(text, { timeout: WRITE_WITHIN_MS });
      } catch (error) {
        if (error instanceof errors.TimeoutError) return undefined;
        throw error;
      }
      await composer.press('Enter');
    }
    return this.#chat.evaluate(sendAndSee, [text, by === 'method'] as const);
  }

  look(): Promise<Shown> {
    return this.#chat.evaluate(look);
  }

  readLog(): Promise<readonly string[]> {
    return this.#chat.evaluate(readLog);
  }

  /**
   * Loads the chat again where it could not be loaded, sends again what has failed, and reads on where the log goes on above. The answer is what was sent
   * again.
   */
  async care(): Promise<readonly string[]> {
    await this.#loadAgain();
    return this.#chat.evaluate((chat: ConnectChat) => {
      const { session } = chat;
      const failed = session?.snapshot.entries.filter(({ delivery }) => delivery === 'failed') ?? [];
      for (const { key } of failed) session?.send({ type: 'retry-message', key });
      if (session?.snapshot.history === 'more') session.send({ type: 'load-older' });
      return failed.map(({ text }) => text);
    });
  }

  get #chat(): Locator {
    return this.page.locator('connect-chat');
  }

  /** What is to be pressed where the chat's code could not be fetched. */
  async #loadAgain(): Promise<void> {
    await this.#chat.evaluate((chat: ConnectChat) => {
      chat.shadowRoot?.querySelector<HTMLElement>('.trouble button')?.click();
    });
  }

  readonly #forgive = (error: unknown): void => {
    if (!this.gone && !isOfNavigation(error)) throw error;
  };
}

const isOfNavigation = (error: unknown) =>
  /Execution context was destroyed|closed|crashed|navigat|net::ERR_|detached|Not attached/i.test(
    String(error),
  );
