import { LitElement, html, nothing, type PropertyValues } from 'lit';
import { property, query } from 'lit/decorators.js';
import tokens from '../src/connect-chat.panel.styles.js';
import { DraftController } from '../src/controllers/draft-controller.js';
import { SelectController, type ChatSession } from '../src/controllers/select-controller.js';
import { define } from '../src/define.js';
import { english, type Strings } from '../src/i18n/strings.js';
import './announcer.js';
import type { Avatars, ParticipantNames } from './avatar.js';
import type { CardHost } from './card-host.js';
import type { Composer } from './composer.js';
import { ConnectionBannerController } from './connection-banner.js';
import foundation from './foundation.styles.js';
import type { Header } from './header.js';
import { panelActions } from './panel-actions.js';
import { canEnd } from './panel-screen.js';
import { PanelLayers } from './panel-layers.js';
import { bodyTemplate, endDialogTemplate, footTemplate, headTemplate } from './panel-templates.js';
import type { PanelSettings } from './panel-view.js';
import styles from './panel.styles.js';

/**
 * The chat itself, in a box that somebody else places: it follows the session, shows the right screen, sends commands,
 * and keeps the focus inside. What the page may change or refuse goes up as an event instead (see `panel-events.ts`).
 *
 * @fires {PanelSendEvent} panel-send - The customer wants to send a message.
 * @fires {PanelEndEvent} panel-end - The customer wants the chat to end.
 * @fires {PanelConsentEvent} panel-consent - The customer agrees to what the page asks consent for.
 * @fires {PanelStartEvent} panel-start - The customer wants a chat to start.
 * @fires {PanelCloseEvent} panel-close - The customer wants the panel closed.
 * @fires {PanelRefuseEvent} panel-refuse - Formatted messages are shown as plain text.
 *
 * @slot header - Replaces picture, title and status.
 * @slot header-actions - Buttons in the header.
 * @slot empty - Replaces the welcome.
 * @slot unavailable - Replaces the error screen while the chat is closed.
 * @slot tray - Files that go with the next message.
 * @slot composer-start - Controls before the field.
 * @slot composer-end - Controls after the field.
 * @slot ended - Shown once the chat is over.
 * @slot footer - Under everything.
 * @csspart panel - The box. The parts of what is in it are in `parts.ts`.
 */
export class Panel extends LitElement implements PanelSettings {
  static override styles = [tokens, foundation, styles];

  @property({ attribute: false }) session: ChatSession | undefined;
  @property({ attribute: false }) strings: Strings = english;

  @property() heading = '';
  @property({ type: Number }) headingLevel = 2;
  @property() placeholder = '';
  @property() logo = '';
  @property() logoAlt = '';

  /** Set if the panel floats over the page: it is a dialog then, and can be closed. */
  @property({ type: Boolean, reflect: true }) floating = false;

  /** Longest message in UTF-8 bytes. */
  @property({ type: Number }) maxMessageBytes = 16_384;

  /**
   * Why the last message was not taken, to be said under the composer. Set it each time; the panel takes it away when the words
   * change.
   */
  @property() composerError = '';

  /** Set while the customer has still to agree before a chat may start; they are asked on the welcome screen. */
  @property({ type: Boolean }) consent = false;

  /** Set to end the chat without asking. */
  @property({ type: Boolean }) confirmEndDisabled = false;

  /** BCP 47 tag for dates, numbers and plurals. */
  @property() locale = 'en';

  @property({ attribute: false }) avatars: Avatars = {};
  @property({ attribute: false }) participantNames: ParticipantNames = {};

  /** Set to render markdown. */
  @property({ type: Boolean }) markdown = false;

  /** Set if the customer may send markdown. */
  @property({ type: Boolean }) formatting = false;

  /** How many files go with the next message, which are in the slot `tray`; undefined where none can be sent. */
  @property({ attribute: false }) files: number | undefined;

  /** What cards can do besides showing themselves. */
  @property({ attribute: false }) cards: CardHost | undefined;

  @query('.panel') private readonly box!: HTMLElement;
  @query('connect-chat-header') private readonly header!: Header;
  @query('connect-chat-composer') private readonly composer!: Composer;

  readonly #snapshot = new SelectController(this, (snapshot) => snapshot);
  readonly #draft = new DraftController(this, (text) => this.session?.send({ type: 'draft', text }));
  readonly #layers: PanelLayers = new PanelLayers(this);
  readonly #banner = new ConnectionBannerController(this);
  #focused: Element | null = null;

  readonly #actions = panelActions(this, this.#layers, this.#draft);
  /**
   * Puts the focus where the customer goes on: into the composer, or onto the screen that stands in its place. Under a
   * finger the box itself gets it, because the composer would bring up the keyboard.
   */
  override focus(options?: FocusOptions): void {
    void this.#focus(options);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    this.#snapshot.follow(this.session);
    const snapshot = this.#snapshot.value;
    if (snapshot) {
      this.#banner.follow(snapshot.session);
      if (changed.has('session')) this.#draft.adopt(snapshot.draft);
      else this.#draft.follow(snapshot.draft);
    }
    if (!snapshot || !canEnd(snapshot)) this.#layers.close();
    if (snapshot && snapshot.session.phase !== 'idle') void this.#layers.prepare();
    this.#focused = this.shadowRoot?.activeElement ?? null;
  }

  protected override updated(changed: PropertyValues<this>): void {
    // What had the focus may have gone with its screen or layer; the focus must not fall out of the panel.
    const focused = this.#focused;
    if (!(focused instanceof HTMLElement)) return;
    const agreed = changed.has('consent') && focused.localName === 'connect-chat-welcome';
    if (focused.isConnected && !focused.hidden && !agreed) return;
    if (this.#layers.current !== undefined) return; // The new layer takes it.
    const snapshot = this.#snapshot.value;
    if (PanelLayers.isLayer(focused) && snapshot && canEnd(snapshot)) this.header.focusOptions();
    else this.focus();
  }

  protected override render() {
    const snapshot = this.#snapshot.value;
    if (snapshot === undefined) return nothing;
    const { strings } = this;
    const layer = this.#layers.current;
    const { notice } = this.#banner;
    const { text } = this.#draft;
    const view = { snapshot, settings: this, strings, notice, text, layer, actions: this.#actions };
    // Named by its own text: an id cannot point into the header's shadow root.
    return html`
      <section
        class="panel"
        part="panel"
        role=${this.floating ? 'dialog' : 'region'}
        aria-label=${this.heading || strings.heading}
        tabindex="-1"
        @keydown=${this.#handleKeydown}
      >
        <div class="content" ?inert=${layer === 'end-dialog'}>
          ${headTemplate(view)} ${bodyTemplate(view)} ${footTemplate(view)}
        </div>
        ${layer === 'end-dialog' ? endDialogTemplate(view) : nothing}
        <connect-chat-announcer
          .session=${this.session}
          .strings=${strings}
          .participantNames=${this.participantNames}
          .renderers=${this.cards?.renderers}
          .locale=${this.locale}
        ></connect-chat-announcer>
      </section>
    `;
  }

  async #focus(options?: FocusOptions): Promise<void> {
    await this.updateComplete;
    const screens = `connect-chat-start-error, connect-chat-ended${this.consent ? ', connect-chat-welcome' : ''}`;
    const screen = this.renderRoot.querySelector<LitElement>(screens);
    if (screen && screen.localName !== 'connect-chat-welcome') await this.#layers.prepare();
    const target = screen ?? (matchMedia('(pointer: coarse)').matches ? undefined : this.composer);
    await target?.updateComplete;
    (target ?? this.box).focus(options);
  }

  /** Escape closes the innermost layer; in the log it leads back to the composer. It never ends the chat and never touches a draft. */
  #handleKeydown(event: KeyboardEvent): void {
    if (event.key !== 'Escape' || event.defaultPrevented || event.isComposing) return;
    if (!this.#layers.close()) {
      if ((event.target as Element).localName === 'connect-chat-message-list') this.focus();
      else if (this.floating) this.#actions.close();
      else return;
    }
    // One layer per key: the page may have a dialog of its own around the chat.
    event.preventDefault();
    event.stopPropagation();
  }
}

define('connect-chat-panel', Panel);

declare global {
  interface HTMLElementTagNameMap {
    'connect-chat-panel': Panel;
  }
}
