import { html, type TemplateResult } from 'lit';
import '../components/panel.js';
import type { CardHost } from '../components/card-host.js';
import type { Panel } from '../components/panel.js';
import type { PanelRefuseEvent, PanelSendEvent } from '../components/panel-events.js';
import { panelParts } from '../components/parts.js';
import type { ConnectChat } from './connect-chat.js';
import frame from './connect-chat.frame.styles.js';
import type { ChatSession } from './controllers/select-controller.js';
import { createSession } from './create-session.js';
import { isOutboxFull } from './engine/outbox.js';
import type { Session } from './engine/session.js';
import { initialState, toSnapshot } from './engine/state.js';
import type { Snapshot } from './engine/types.js';
import { errorCodes } from './error-codes.js';
import { ConnectChatError } from './errors.js';
import type { PublicState } from './events.js';
import { filesOf } from './files-of.js';
import { plural } from './i18n/format.js';
import { english, type Strings } from './i18n/strings.js';
import { announcements, toPublicState } from './public-events.js';
import { contentTypesOf, MARKDOWN } from './transport-options.js';
import type { Uploads } from './uploads/uploads.js';
import { RESPONSE, typedAnswer } from './view-answer.js';

/** Everything behind the launcher: one session and its panel, for one `<connect-chat>`. */
export class Chat {
  readonly element: ConnectChat;
  #session: Session;
  /** The session as the panel and the page see it: with what is being uploaded, once something is. */
  #shown!: ChatSession;
  #unwatch: (() => void) | undefined;
  #uploads: Uploads | undefined;
  readonly #consent = deferred();
  #cards: CardHost = {
    send: (text, contentType) => void this.#trySend(text, contentType),
    note: (name) => this.#session.snapshot.notes[name] ?? '',
    keep: (name, text) => void this.#session.send({ type: 'note', name, text }),
    tell: (name, detail) => this.element.tell(name, detail, name === 'view'),
    show: () => this.element.show(),
    services: async () => {
      const { createCardServices } = await import('./card-services.js');
      return createCardServices((operation, input) => this.#session.ask(operation, input), this.element);
    },
  };
  /** Every word of the chat, in the page's version where it has one. */
  strings: Strings = english;

  #closed = false;
  #overrides: Partial<Strings> | undefined;
  #told: { readonly snapshot: Snapshot; readonly state: PublicState } | undefined;

  constructor(element: ConnectChat) {
    this.element = element;
    this.#session = this.#createSession();
  }

  get session(): Session {
    return this.#session;
  }

  get state(): PublicState {
    const { snapshot } = this.#shown;
    if (this.#told?.snapshot !== snapshot) this.#told = { snapshot, state: toPublicState(snapshot) };
    return this.#told.state;
  }

  /** Language of the chat's own words. */
  get language(): string {
    return 'en';
  }

  /** BCP 47 tag for times and numbers: the page's, else the browser's. */
  get locale(): string {
    for (
      let node: Node | null = this.element;
      node;
      node = node.parentNode ?? (node as Partial<ShadowRoot>).host ?? null
    ) {
      if (node instanceof HTMLElement && node.lang && isLocale(node.lang)) return node.lang;
    }
    return navigator.language;
  }

  /** How many messages are unread, in words. */
  get unreadLabel(): string {
    return plural(this.strings.unread, this.#session.snapshot.unread, this.locale);
  }

  /** Takes over what the page has set on the element. */
  update(): void {
    const { strings, autoStart, renderers } = this.element;
    // A new object, so that what is shown already is shown again.
    if (this.#cards.renderers !== renderers) this.#cards = { ...this.#cards, renderers };
    // Not in the middle of a rendering: listeners may change the element.
    if (autoStart && this.#isIdle && this.#consented) queueMicrotask(() => this.#isIdle && this.begin());
    if (this.#consented) this.#consent.resolve();
    if (strings === this.#overrides) return;
    this.#overrides = strings;
    // Frameworks clear a property with `undefined`.
    const errors = (strings as Partial<Strings> | undefined)?.errors;
    this.strings = { ...english, ...strings, errors: { ...english.errors, ...errors } };
  }

  render(): TemplateResult {
    this.#adoptFrame();
    const { heading, headingLevel, placeholder, logo, logoAlt, floating } = this.element;
    const { confirmEndDisabled, markdownDisabled, attachmentsDisabled, avatars, participantNames } =
      this.element;
    return html`<connect-chat-panel
      exportparts=${panelParts}
      .session=${this.#shown}
      .strings=${this.strings}
      .heading=${heading ?? ''}
      .headingLevel=${headingLevel || 2}
      .placeholder=${placeholder ?? ''}
      .logo=${logo ?? ''}
      .logoAlt=${logoAlt ?? ''}
      .floating=${floating}
      .maxMessageBytes=${this.#maxMessageBytes}
      .confirmEndDisabled=${confirmEndDisabled}
      .consent=${!this.#consented}
      .markdown=${!markdownDisabled}
      .formatting=${contentTypesOf(this.element).includes(MARKDOWN)}
      .files=${attachmentsDisabled ? undefined : (this.#uploads?.ready ?? 0)}
      .cards=${this.#cards}
      .locale=${this.locale}
      .avatars=${avatars}
      .participantNames=${participantNames}
      @panel-send=${this.#handlePanelSend}
      @panel-start=${this.#handlePanelStart}
      @panel-end=${this.#handlePanelEnd}
      @panel-close=${this.#handlePanelClose}
      @panel-consent=${this.#handlePanelConsent}
      @panel-refuse=${this.#handlePanelRefuse}
      @input=${this.#handleFiles}
      @paste=${this.#handleFiles}
      @dragover=${this.#handleFiles}
      @dragleave=${this.#handleFiles}
      @drop=${this.#handleFiles}
    >
      ${this.#uploads?.render()}
      ${[
        'header',
        'header-actions',
        'empty',
        'unavailable',
        'composer-start',
        'composer-end',
        'ended',
        'footer',
      ].map((name) => html`<slot name=${name} slot=${name}></slot>`)}
    </connect-chat-panel>`;
  }

  /** The shell does not know how the panel stands: that comes with it. */
  #adoptFrame(): void {
    const root = this.element.renderRoot as ShadowRoot;
    const sheet = frame.styleSheet;
    if (sheet && !root.adoptedStyleSheets.includes(sheet)) root.adoptedStyleSheets.push(sheet);
  }

  async focus(options?: FocusOptions): Promise<void> {
    const panel = this.element.renderRoot.querySelector<Panel>('connect-chat-panel');
    await panel?.updateComplete;
    panel?.focus(options);
  }

  /** The panel was opened or closed. */
  show(open: boolean): void {
    // Opening tells the message list by itself: it knows whether the reader is at the end.
    if (!open) this.#session.send({ type: 'attend', attending: false });
  }

  /** Begins again after {@link close}. */
  open(): void {
    if (!this.#closed) return;
    this.#closed = false;
    this.#uploads = undefined;
    this.#session = this.#createSession();
    this.element.requestUpdate();
  }

  /** Releases the socket, the timers and every call. */
  close(): void {
    this.#closed = true;
    this.#session.close();
  }

  /** Erases everything of this chat on this device. The contact goes on at the service. */
  forget(): void {
    this.#session.forget();
  }

  /** Starts without anybody waiting for the outcome; what goes wrong is told as an event. */
  begin(): void {
    this.#session.send({ type: 'start' });
  }

  async start(): Promise<void> {
    await this.#consent.promise;
    this.begin();
    const { session } = await this.#until(
      ({ session }) => session.phase !== 'starting' && session.phase !== 'idle',
    );
    if (session.phase === 'failed') throw this.#error(session.problem.code, session.problem.detail);
  }

  async send(
    text: string,
    contentType = 'text/plain',
  ): Promise<{ readonly key: string; readonly id: string }> {
    await this.#consent.promise;
    const key = this.#send(text, contentType);
    const find = ({ entries }: Snapshot) => entries.find((entry) => entry.key === key);
    // In a tab that follows another, the message shows when that one has taken it.
    await this.#until((snapshot) => find(snapshot) !== undefined);
    const settled = await this.#until((snapshot) => {
      const entry = find(snapshot);
      return (
        !entry || entry.id !== undefined || entry.delivery === 'failed' || snapshot.session.phase === 'failed'
      );
    });
    const entry = find(settled);
    if (entry?.id !== undefined) return { key, id: entry.id };
    if (!entry) throw this.#error('message/discarded');
    const problem = settled.session.phase === 'failed' ? settled.session.problem : entry.problem;
    throw this.#error(problem?.code ?? 'message/failed', problem?.detail);
  }

  async sendFiles(files: readonly File[]): Promise<readonly { readonly key: string; readonly id: string }[]> {
    await this.#consent.promise;
    return (await this.#loadUploads()).send(files);
  }

  async end(): Promise<void> {
    const ends = this.#end();
    if (ends === undefined) return;
    if (!ends) throw this.#error('chat/end-canceled');
    await this.#until(
      ({ session }) => session.phase === 'ended' || session.phase === 'idle' || session.phase === 'failed',
    );
  }

  /** Puts a message into the outbox after the page has had its say, and returns its key; throws what stands in the way. */
  #send(text: string, contentType: string): string {
    const { phase } = this.#session.snapshot.session;
    if (phase === 'ended') throw this.#error('chat/ended');
    const detail = { text, contentType };
    if (!this.element.tell('before-send', detail, true)) throw this.#error('message/canceled');
    if (detail.text.trim() === '') throw this.#error('message/empty');
    const { entries, outbox } = this.#session.snapshot;
    const negotiated = contentTypesOf(this.element);
    const answer =
      detail.contentType.startsWith('text/') &&
      negotiated.includes(RESPONSE) &&
      typedAnswer(entries, detail.text);
    if (answer) Object.assign(detail, { text: answer, contentType: RESPONSE });
    if (new TextEncoder().encode(detail.text).length > this.#maxMessageBytes)
      throw this.#error('message/too-long');
    if (isOutboxFull(outbox, detail.text.length)) throw this.#error('message/queue-full');
    return this.#session.send({
      type: 'send-message',
      text: detail.text,
      contentType: negotiated.includes(detail.contentType) ? detail.contentType : 'text/plain',
    });
  }

  /** Asks for the end, unless the page objects; undefined when there is nothing to end. */
  #end(): boolean | undefined {
    const { phase } = this.#session.snapshot.session;
    if (phase === 'idle' || phase === 'failed' || phase === 'ended') return undefined;
    if (!this.element.tell('before-end', {}, true)) return false;
    this.#session.send({ type: 'end' });
    return true;
  }

  readonly #handlePanelSend = (event: PanelSendEvent): void => {
    const { text, formatted } = event.detail;
    // Without words there are files.
    const error = text === '' ? undefined : this.#trySend(text, formatted ? MARKDOWN : 'text/plain');
    if (!error) return this.#uploads?.sendWaiting();
    // The words stay in the composer.
    event.preventDefault();
    if (error.code === 'message/queue-full') (event.target as Panel).composerError = error.message;
  };

  /** Sends for somebody who cannot be thrown at: what stood in the way is told to the page, and returned. */
  #trySend(text: string, contentType: string): ConnectChatError | undefined {
    try {
      this.#send(text, contentType);
    } catch (cause) {
      const error = cause as ConnectChatError;
      if (error.code !== 'message/canceled') this.#tellError(error);
      return error;
    }
  }

  readonly #handlePanelStart = (): void => this.begin();

  readonly #handlePanelEnd = (): void => void this.#end();

  readonly #handlePanelClose = (): void => this.element.dismiss();

  readonly #handlePanelConsent = (): void => {
    this.element.grantConsent();
    this.begin();
  };

  readonly #handlePanelRefuse = ({ detail: { reason } }: PanelRefuseEvent): void =>
    this.#tellError(
      this.#error(reason === 'trusted-types' ? 'content/markdown-blocked' : 'content/markdown-not-loaded'),
    );

  /** Files were chosen, pasted or dropped, or hover over the chat. What takes them comes with the first of them. */
  readonly #handleFiles = (event: Event): void => {
    const files = this.#mayAttach ? filesOf(event) : undefined;
    if (!files) return;
    // A browser would leave the page for a file that is dropped on it.
    event.preventDefault();
    const panel = event.currentTarget as Panel;
    const take = (uploads: Uploads) => uploads.take(event.type, files);
    if (this.#uploads) take(this.#uploads);
    else
      this.#loadUploads().then(take, (error: unknown) => {
        this.#tellError(error as ConnectChatError);
        panel.composerError = (error as ConnectChatError).message;
      });
  };

  get #mayAttach(): boolean {
    return !this.element.attachmentsDisabled && this.#session.snapshot.features.attachments !== false;
  }

  async #loadUploads(): Promise<Uploads> {
    const { Uploads } = await import('./uploads/uploads.js').catch(() => {
      throw this.#error('widget/not-loaded');
    });
    if (!this.#uploads) this.#watch((this.#uploads = new Uploads(this)).session);
    return this.#uploads;
  }

  get #consented(): boolean {
    return !this.element.consentRequired || this.element.consented;
  }

  get #isIdle(): boolean {
    return this.#session.snapshot.session.phase === 'idle';
  }

  /** An attribute may hold anything, and go away. */
  get #maxMessageBytes(): number {
    const { maxMessageBytes } = this.element;
    return maxMessageBytes > 0 ? maxMessageBytes : 16_384;
  }

  #createSession(): Session {
    const element = this.element;
    const session = createSession(element, () => this.#tellError(this.#error('duplicate-storage-key')));
    this.#watch(session);
    // What was kept on this device is there already. Not in the middle of a rendering: listeners may change the element.
    const before = toSnapshot(initialState);
    if (session.snapshot.session.phase !== 'idle') queueMicrotask(() => this.#tell(session.snapshot, before));
    return session;
  }

  #watch(shown: ChatSession): void {
    this.#unwatch?.();
    this.#shown = shown;
    this.#unwatch = shown.subscribe(this.#tell);
  }

  readonly #tell = (snapshot: Snapshot, previous: Snapshot): void => {
    for (const { name, detail } of announcements(previous, snapshot, (code) => this.#sentence(code)))
      this.element.tell(name, detail);
    if (snapshot.unread !== previous.unread) this.element.requestUpdate();
  };

  /** Resolves with the first snapshot that fulfils `wanted`; rejects when the element is removed before that. */
  #until(wanted: (snapshot: Snapshot) => boolean): Promise<Snapshot> {
    const session = this.#session;
    const { closed } = session;
    return new Promise((resolve, reject) => {
      const remove = () => reject(this.#error('chat/removed'));
      if (closed.aborted) return remove();
      if (wanted(session.snapshot)) return resolve(session.snapshot);
      closed.addEventListener('abort', remove);
      const unsubscribe = session.subscribe((snapshot) => {
        if (!wanted(snapshot)) return;
        unsubscribe();
        closed.removeEventListener('abort', remove);
        resolve(snapshot);
      });
    });
  }

  #tellError({ code, message, recoverable }: ConnectChatError): void {
    this.element.tell('error', { code, message, recoverable });
  }

  /** @param detail - What the other side said, if it said something fit for people. */
  #error(code: string, detail = this.#sentence(code)): ConnectChatError {
    const known = (code in errorCodes ? code : 'start-chat/server-error') as keyof typeof errorCodes;
    return new ConnectChatError(known, detail, errorCodes[known]);
  }

  #sentence(code: string): string {
    return this.strings.errors[code] ?? this.strings.errorUnknown;
  }
}

function deferred(): { readonly promise: Promise<void>; readonly resolve: () => void } {
  let resolve = (): void => undefined;
  const promise = new Promise<void>((done) => (resolve = done));
  return { promise, resolve };
}

/** `lang` may hold anything; what `Intl` does not understand is passed over. */
function isLocale(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length > 0;
  } catch {
    return false;
  }
}
