import { html, nothing, type PropertyDeclarations } from 'lit';
import { launcherTemplate } from '../components/launcher.js';
import type { Chat } from './chat.js';
import layout from './connect-chat.layout.styles.js';
import { ConnectChatOptions } from './connect-chat-options.js';
import tokens from './connect-chat.styles.js';
import { ConnectChatError } from './errors.js';
import {
  ConnectChatEvent,
  type ConnectChatEventDetails,
  type ConnectChatEventName,
  type OpenReason,
  type PublicState,
} from './events.js';
import { launcherEnglish } from './i18n/launcher-strings.js';

const internal = { state: true };

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
    motion: { state: true },
  };

  declare private chat: Chat | undefined;
  declare private loadFailed: boolean;
  declare private motion: '' | 'opening' | 'closing';

  #loading: Promise<Chat> | undefined;
  #reason: OpenReason = 'property';
  #opener: HTMLElement | undefined;

  constructor() {
    super();
    this.motion = '';
    this.loadFailed = false;
  }

  /** The live engine; `undefined` until the chat's code has arrived. */
  get session(): Chat['session'] | undefined {
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

  /** Ends the chat. Resolves when it is over, at once if there is none. */
  async end(): Promise<void> {
    return (await this.#load()).end();
  }

  /** Opens the panel, unless a listener of `connect-chat-before-open` objects. */
  show(): void {
    this.#setOpen(true, 'method');
  }

  /** Closes the panel, unless a listener of `connect-chat-before-close` objects. The chat goes on. */
  hide(): void {
    this.#setOpen(false, 'method');
  }

  /** Opens the panel when it is closed, closes it when it is open. */
  toggle(): void {
    this.#setOpen(!this.open, 'method');
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
    return this.dispatchEvent(new ConnectChatEvent(name, detail, cancelable));
  }

  /** Closes the panel as the visitor asked. Not for pages. */
  dismiss(): void {
    this.#setOpen(false, 'user');
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.chat?.open();
    if (this.autoStart) void this.#load().then((chat) => chat.begin(), ignore);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    // A move in the DOM disconnects and connects in one task; only a real removal releases the chat.
    queueMicrotask(() => {
      if (!this.isConnected) this.chat?.close();
    });
  }

  protected override willUpdate(changed: Map<PropertyKey, unknown>): void {
    if ((!this.floating || this.open) && !this.loadFailed) this.#intend();
    if (changed.has('open') && this.hasUpdated && this.floating)
      this.motion = this.open ? 'opening' : 'closing';
    this.chat?.update();
  }

  protected override render() {
    const shown = !this.floating || this.open || this.motion === 'closing';
    const content = this.chat?.render() ?? (this.loadFailed ? this.#renderTrouble() : undefined);
    return html`<div class="root" lang=${this.chat?.language ?? nothing}>
      <div
        class="frame ${this.motion}"
        ?hidden=${!shown || !content}
        ?inert=${this.motion === 'closing'}
        @animationend=${this.#handleAnimationEnd}
      >
        ${content}
      </div>
      ${this.floating ? this.#renderLauncher() : nothing}
    </div>`;
  }

  protected override firstUpdated(): void {
    this.tell('ready', {});
  }

  protected override updated(changed: Map<PropertyKey, unknown>): void {
    // Reduced motion leaves nothing to wait for.
    if (this.motion && !this.#frame?.getAnimations().length) this.motion = '';
    if (!changed.has('open') || !this.floating) return;
    this.chat?.show(this.open);
    if (changed.get('open') === undefined) return; // The first render is nobody's opening.
    const { open } = this;
    const reason = this.#reason;
    this.#reason = 'property';
    if (open && reason === 'user') void this.#focusPanel();
    if (!open && reason === 'user') (this.#opener?.isConnected ? this.#opener : this.#launcher)?.focus();
    requestAnimationFrame(() => this.tell(open ? 'open' : 'close', { reason }));
  }

  get #words() {
    return { ...launcherEnglish, ...this.strings };
  }

  get #frame(): HTMLElement | null {
    return this.renderRoot.querySelector('.frame');
  }

  get #launcher(): HTMLElement | undefined {
    const own = this.renderRoot.querySelector<HTMLElement>('.launcher') ?? undefined;
    const slot = this.renderRoot.querySelector<HTMLSlotElement>('slot[name=launcher]');
    return (slot?.assignedElements()[0] as HTMLElement | undefined) ?? own;
  }

  #renderLauncher() {
    const words = this.#words;
    const unread = this.open ? 0 : this.state.unread;
    const news = (unread > 0 && this.chat?.unreadLabel) || '';
    const label = (this.open ? words.closeChat : words.openChat) + (news && `, ${news}`);
    const state = { open: this.open, unread, label, onToggle: this.#handleLauncher, onIntent: this.#intend };
    return html`${launcherTemplate(state)}<span class="news" role="status">${news}</span>`;
  }

  #renderTrouble() {
    const words = this.#words;
    return html`<div class="trouble" role="alert">
      ${words.notLoaded} <button type="button" @click=${this.#intend}>${words.loadAgain}</button>
    </div>`;
  }

  /** Fetches the code behind the launcher, once. A failed fetch may be tried again. */
  #load(): Promise<Chat> {
    this.#loading ??= import('./chat.js').then(
      ({ Chat }) => {
        this.loadFailed = false;
        return (this.chat = new Chat(this));
      },
      (cause: unknown) => {
        this.#loading = undefined;
        this.loadFailed = true;
        const error = new ConnectChatError('widget/not-loaded', this.#words.notLoaded, true, { cause });
        const { code, message, recoverable } = error;
        this.tell('error', { code, message, recoverable, cause });
        throw error;
      },
    );
    return this.#loading;
  }

  readonly #intend = (): void => {
    if (!this.chat) this.#load().catch(ignore);
  };

  async #focusPanel(options?: FocusOptions): Promise<void> {
    const chat = await this.#load().catch(ignore);
    await this.updateComplete;
    await chat?.focus(options);
  }

  #setOpen(open: boolean, reason: OpenReason): void {
    if (open === this.open || !this.floating) return;
    if (!this.tell(open ? 'before-open' : 'before-close', { reason }, true)) return;
    this.#reason = reason;
    if (open) this.#opener = reason === 'user' ? undefined : (focusedElement() ?? undefined);
    this.open = open;
  }

  readonly #handleLauncher = (): void => {
    this.#setOpen(!this.open, 'user');
  };

  #handleAnimationEnd(event: AnimationEvent): void {
    if (event.target === this.#frame) this.motion = '';
  }
}

/** The error was told where it happened. */
const ignore = (): undefined => undefined;

const focusedElement = () => (document.activeElement instanceof HTMLElement ? document.activeElement : null);

declare global {
  interface HTMLElementTagNameMap {
    'connect-chat': ConnectChat;
  }
}
