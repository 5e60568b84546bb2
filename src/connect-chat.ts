import { html, nothing, type TemplateResult } from 'lit';
import { launcherTemplate, troubleTemplate } from '../components/launcher.js';
import type { Chat } from './chat.js';
import layout from './connect-chat.layout.styles.js';
import { ConnectChatOptions } from './connect-chat-options.js';
import { signInSource } from './content/sign-in-source.js';
import tokens from './connect-chat.styles.js';
import { OpeningController } from './controllers/opening-controller.js';
import type { Session } from './engine/session.js';
import { ConnectChatError } from './errors.js';
import {
  ConnectChatEvent,
  type ConnectChatEventDetails,
  type ConnectChatEventName,
  type PublicState,
} from './events.js';
import { launcherEnglish } from './i18n/launcher-strings.js';
import { loadChat } from './load-chat.js';
import type { MessageRenderer, Renderers } from './message-renderer.js';
import { erase, mayResume } from './storage-key.js';

const nothingYet: PublicState = Object.freeze({
  contactId: undefined,
  participantId: undefined,
  connection: 'idle',
  participants: [],
  unread: 0,
  entries: [],
});

/**
 * An Amazon Connect customer chat. Give it `start-chat-endpoint` and `region`; everything else is optional.
 *
 * It is the shell: attributes in, public events out, and the launcher. Everything behind the launcher is loaded when it is first needed.
 *
 * @slot launcher - Your own launcher button.
 * @slot header - Replaces the header's picture and title.
 * @slot header-actions - Buttons beside the header's own.
 * @slot empty - Replaces the welcome before the first message.
 * @slot unavailable - Shown when the start-chat endpoint says that the chat is closed.
 * @slot composer-start - Before the text field.
 * @slot composer-end - After the text field.
 * @slot ended - Above "Start a new chat" when the chat is over.
 * @slot footer - Below everything.
 */
export class ConnectChat extends ConnectChatOptions {
  static override styles = [tokens, layout];

  static override properties = {
    chat: { state: true },
    loadFailed: { state: true },
    consented: { state: true },
    renderers: { state: true },
  };

  declare private chat: Chat | undefined;
  declare private loadFailed: boolean;
  /** Not for pages: they call `grantConsent()`. */
  declare consented: boolean;
  /** Not for pages: they call `registerRenderer()`. */
  declare renderers: Renderers | undefined;

  #loading: Promise<Chat> | undefined;
  #failure: unknown;
  readonly #opening: OpeningController = new OpeningController(this, async () =>
    this.#loading?.catch(ignore),
  );

  constructor() {
    super();
    this.loadFailed = this.consented = false;
  }

  /** The live engine; `undefined` until the chat's code has arrived. */
  get session(): Session | undefined {
    return this.chat?.session;
  }

  /** What is true now: ids, connection, participants, unread and entries. Never a credential. */
  get state(): PublicState {
    return this.chat?.state ?? nothingYet;
  }

  /** Starts the chat. Resolves once the contact exists; rejects with a {@link ConnectChatError}. */
  async start(): Promise<void> {
    return (await this.#load()).start();
  }

  /** Sends a message, starting the chat if need be. Resolves when the service has accepted it; while offline it waits. */
  async send(
    text: string,
    options: { readonly contentType?: string } = {},
  ): Promise<{ readonly key: string; readonly id: string }> {
    return (await this.#load()).send(text, options.contentType);
  }

  /**
   * Sends files, starting the chat if need be. Resolves, in their order, when the service has accepted them all; while offline they wait. Rejects
   * before anything is sent if one of them may not be.
   */
  async sendFiles(files: Iterable<File>): Promise<readonly { readonly key: string; readonly id: string }[]> {
    const list = [...files];
    return (await this.#load()).sendFiles(list);
  }

  /** Ends the chat. Resolves when it is over, at once if there is none; rejects when a listener of `connect-chat-before-end` objects. */
  async end(): Promise<void> {
    return (await this.#load()).end();
  }

  /** Erases everything of this chat on this device. The contact goes on at the service. */
  forget(): void {
    this.chat?.forget();
    erase(this);
  }

  /** The visitor agrees: what `consent-required` holds back may begin. */
  grantConsent(): void {
    this.consented = true;
  }

  /**
   * Shows messages in a way of the page's own, at any time, those that are there already too.
   *
   * @param type - A content type such as `application/json`, or a template type such as `ListPicker`, which goes first.
   * @param renderer - `undefined` gives these messages back to the chat.
   */
  registerRenderer(type: string, renderer: MessageRenderer | undefined): void {
    this.renderers = { ...this.renderers, [type]: renderer };
  }

  /** Opens the panel, unless a listener of `connect-chat-before-open` objects. */
  show(): void {
    this.#opening.ask(true, 'method');
  }

  /** Closes the panel, unless a listener of `connect-chat-before-close` objects. The chat goes on. */
  hide(): void {
    this.#opening.ask(false, 'method');
  }

  /** Opens the panel when it is closed, closes it when it is open. */
  toggle(): void {
    this.#opening.ask(!this.open, 'method');
  }

  /** Focuses the composer or the panel's first control; the launcher while the panel is closed. */
  override focus(options?: FocusOptions): void {
    if (this.floating && !this.open) this.#launcher?.focus(options);
    else void this.#focusPanel(options);
  }

  /** Dispatches a public event; false when a listener objected. Not for pages. */
  tell<Name extends ConnectChatEventName>(
    name: Name,
    detail: ConnectChatEventDetails[Name],
    cancelable = false,
  ): boolean {
    // Listeners rewrite what is about to be sent; everything else is only to be read.
    const given = name === 'before-send' ? detail : Object.freeze(detail);
    return this.dispatchEvent(new ConnectChatEvent(name, given, cancelable));
  }

  /** Closes the panel as the visitor asked. Not for pages. */
  dismiss(): void {
    this.#opening.ask(false, 'user');
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.chat?.open();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    // A move in the DOM disconnects and connects in one task; only a real removal releases the chat.
    queueMicrotask(() => {
      if (!this.isConnected) this.chat?.close();
    });
  }

  protected override willUpdate(): void {
    if ((!this.floating || this.open || this.autoStart) && !this.loadFailed) this.#intend();
    this.chat?.update();
  }

  protected override render(): TemplateResult {
    const { motion } = this.#opening;
    const shown = !this.floating || this.open || motion === 'closing';
    return html`<div class="root" lang=${this.chat?.language ?? 'en'}>
      ${shown && this.loadFailed ? troubleTemplate(this.#words, this.#loading !== undefined, this.#handleAgain) : nothing}
      <div
        id="frame"
        class="frame ${motion}"
        ?hidden=${!shown || !this.chat}
        ?inert=${motion === 'closing'}
        @animationend=${this.#handleAnimationEnd}
      >
        ${this.chat?.render()}
      </div>
      ${this.floating ? this.#renderLauncher() : nothing}
    </div>`;
  }

  protected override firstUpdated(): void {
    // Perhaps somebody comes back from signing in.
    if (isLanding()) import('./sign-in-landing.js').then(({ land }) => land(this)).catch(ignore);
    // What is kept was begun with the visitor's consent.
    if (mayResume(this)) {
      this.consented = true;
      this.#intend();
    }
    this.tell('ready', {});
  }

  protected override updated(changed: Map<PropertyKey, unknown>): void {
    if (changed.has('open') && this.floating) this.chat?.show(this.open);
  }

  get #words() {
    return { ...launcherEnglish, ...this.strings };
  }

  get #launcher(): HTMLElement | undefined {
    const own = this.renderRoot.querySelector<HTMLElement>('.launcher') ?? undefined;
    const slot = this.renderRoot.querySelector<HTMLSlotElement>('slot[name=launcher]');
    return (slot?.assignedElements()[0] as HTMLElement | undefined) ?? own;
  }

  #renderLauncher() {
    const words = this.#words;
    const unread = this.open ? 0 : (this.session?.snapshot.unread ?? 0);
    const news = (unread > 0 && this.chat?.unreadLabel) || '';
    const label = (this.open ? words.closeChat : words.openChat) + (news && `, ${news}`);
    const state = { open: this.open, unread, label, onToggle: this.#handleLauncher, onIntent: this.#intend };
    return html`${launcherTemplate(state)}<span class="news" role="status">${news}</span>`;
  }

  /** Fetches the code behind the launcher, once. A failed fetch may be tried again. */
  #load(): Promise<Chat> {
    if (!this.#loading) this.requestUpdate();
    return (this.#loading ??= loadChat(this.#failure).then(
      ({ Chat }) => {
        this.loadFailed = false;
        this.chat = new Chat(this);
        // It may have been removed in the meantime.
        if (!this.isConnected) this.chat.close();
        return this.chat;
      },
      (cause: unknown) => {
        this.#loading = undefined;
        this.#failure = cause;
        this.loadFailed = true;
        this.requestUpdate();
        const error = new ConnectChatError('widget/not-loaded', this.#words.notLoaded, true, { cause });
        const { code, message, recoverable } = error;
        this.tell('error', { code, message, recoverable, cause });
        throw error;
      },
    ));
  }

  readonly #intend = (): void => {
    // A window that was opened for signing in begins with a copy of what the chat's own window keeps, and must not go on with that chat.
    if (!this.chat && !(window.name === signInSource && isLanding())) this.#load().catch(ignore);
  };

  async #focusPanel(options?: FocusOptions): Promise<void> {
    const chat = await this.#load().catch(ignore);
    await this.updateComplete;
    await chat?.focus(options);
  }

  readonly #handleLauncher = (): void => this.#opening.press();

  readonly #handleAgain = (): void => void this.#focusPanel();

  #handleAnimationEnd(event: AnimationEvent): void {
    if (event.target === event.currentTarget) this.#opening.settle();
  }
}

/** Whether the page's address may hold what an identity provider sent the customer back with. */
const isLanding = (): boolean => /[?&]state=/.test(location.search);

/** The error was told where it happened. */
const ignore = (): undefined => undefined;

declare global {
  interface HTMLElementTagNameMap {
    'connect-chat': ConnectChat;
  }
}
