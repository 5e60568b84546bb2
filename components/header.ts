import { LitElement, html, nothing } from 'lit';
import { property, query } from 'lit/decorators.js';
import { SlotController } from '../src/controllers/slot-controller.js';
import { define } from '../src/define.js';
import type { Participant } from '../src/engine/types.js';
import { english, type Strings } from '../src/i18n/strings.js';
import { avatarTemplate, nameOf, type Avatars, type ParticipantNames } from './avatar.js';
import foundation from './foundation.styles.js';
import styles from './header.styles.js';
import { icon } from './icons.js';

/** Asks the parent to open or close the options. */
export class HeaderMenuEvent extends Event {
  constructor() {
    super('header-menu');
  }
}

/** Asks the parent to close the panel. */
export class HeaderMinimiseEvent extends Event {
  constructor() {
    super('header-minimise');
  }
}

/**
 * Who is on the other side: the brand, or the person or bot that is here now.
 *
 * @fires {HeaderMenuEvent} header-menu - The options button was pressed.
 * @fires {HeaderMinimiseEvent} header-minimise - The minimise button was pressed.
 *
 * @slot header - Replaces picture, title and status.
 * @slot header-actions - Buttons before the options.
 * @csspart header - The whole bar.
 * @csspart avatar - Picture of who is here, or the brand's.
 * @csspart header-title - The heading.
 * @csspart header-status - The line under it.
 * @csspart options - The options button.
 * @csspart minimise - The minimise button.
 */
export class Header extends LitElement {
  static override styles = [foundation, styles];

  @property({ attribute: false }) strings: Strings = english;

  /** Title while nobody in particular is here; the second line otherwise. */
  @property() heading = '';

  /** Level of the heading in the outline of the page, 1 to 6. */
  @property({ type: Number }) headingLevel = 2;

  /** Address of the brand's picture. */
  @property() logo = '';

  /** What the picture shows; empty if the heading says as much. */
  @property() logoAlt = '';

  /** The person or bot to show instead of the brand. */
  @property({ attribute: false }) counterpart: Participant | undefined;

  @property({ attribute: false }) avatars: Avatars = {};

  @property({ attribute: false }) participantNames: ParticipantNames = {};

  /** Set while this device is offline: whether anybody is there cannot be known then. */
  @property({ type: Boolean }) offline = false;

  /** Set once the chat is over. */
  @property({ type: Boolean }) ended = false;

  /** Set if there is anything in the options. */
  @property({ type: Boolean }) hasOptions = false;

  /** Set while the options are open. */
  @property({ type: Boolean }) optionsOpen = false;

  /** Set if the panel can be closed. */
  @property({ type: Boolean }) closable = false;

  /** Set above a full-panel screen: there is no line between the two. */
  @property({ type: Boolean, reflect: true }) plain = false;

  @query('.options') private readonly options!: HTMLButtonElement | null;

  readonly #slots = new SlotController(this);

  /** Puts the focus on the options button. */
  focusOptions(): void {
    this.options?.focus();
  }

  protected override render() {
    const { strings } = this;
    return html`
      <header class="header" part="header">
        <slot name="header"></slot>
        ${this.#slots.has('header') ? nothing : this.#identity()}
        <div class="header-actions">
          <slot name="header-actions"></slot>
          ${
            this.hasOptions
              ? html`<button
                  type="button"
                  class="icon-button options"
                  part="options"
                  aria-label=${strings.options}
                  aria-haspopup="dialog"
                  aria-expanded=${this.optionsOpen ? 'true' : 'false'}
                  @click=${this.#handleOptionsClick}
                >
                  ${icon('more')}
                </button>`
              : nothing
          }
          ${
            this.closable
              ? html`<button
                  type="button"
                  class="icon-button"
                  part="minimise"
                  aria-label=${strings.minimise}
                  @click=${this.#handleMinimiseClick}
                >
                  ${icon('down')}
                </button>`
              : nothing
          }
        </div>
      </header>
    `;
  }

  #identity() {
    const { counterpart, strings } = this;
    const brand = this.heading || strings.heading;
    const name = counterpart === undefined ? brand : nameOf(counterpart, this.participantNames, strings);
    return html`
      ${counterpart === undefined ? this.#brandMark() : avatarTemplate(counterpart.role, name, this.avatars, true)}
      <div class="header-text">
        <div class="header-title" part="header-title" role="heading" aria-level=${this.headingLevel}>
          <bdi>${name}</bdi>
        </div>
        <p class="header-status" part="header-status">${this.#status()}</p>
      </div>
    `;
  }

  #brandMark() {
    return html`<span class="avatar avatar--large avatar--brand" part="avatar">
      ${this.logo === '' ? icon('chat') : html`<img src=${this.logo} alt=${this.logoAlt} />`}
    </span>`;
  }

  #status() {
    const { counterpart, strings } = this;
    if (this.ended) return html`<span>${strings.endedStatus}</span>`;
    if (counterpart === undefined) return html`<span>${strings.subtitle}</span>`;
    const team = html`<span><bdi>${this.heading || strings.subtitle}</bdi></span>`;
    if (counterpart.role === 'bot') return html`<span class="chip">${strings.bot}</span> ${team}`;
    const away = this.offline || counterpart.presence !== 'here';
    return html`<span class="presence ${away ? 'presence--away' : ''}"></span>
      <span class="visually-hidden">${away ? strings.presenceIdle : strings.presenceHere}</span> ${team}`;
  }

  #handleOptionsClick(): void {
    this.dispatchEvent(new HeaderMenuEvent());
  }

  #handleMinimiseClick(): void {
    this.dispatchEvent(new HeaderMinimiseEvent());
  }
}

define('connect-chat-header', Header);

declare global {
  interface HTMLElementTagNameMap {
    'connect-chat-header': Header;
  }
}
