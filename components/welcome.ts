import { LitElement, html, nothing } from 'lit';
import { property, query } from 'lit/decorators.js';
import { SlotController } from '../src/controllers/slot-controller.js';
import { define } from '../src/define.js';
import type { Role } from '../src/engine/types.js';
import { english, type Strings } from '../src/i18n/strings.js';
import { avatarTemplate, nameOf, type Avatars, type ParticipantNames } from './avatar.js';
import foundation from './foundation.styles.js';
import screen from './screen.styles.js';
import styles from './welcome.styles.js';

/** Says that the customer agrees to what the page asks consent for. */
export class WelcomeConsentEvent extends Event {
  constructor() {
    super('welcome-consent');
  }
}

/** Who may answer, in the order in which they are shown. */
const answering: readonly Role[] = ['bot', 'agent', 'supervisor'];

/**
 * What stands where the conversation will be, until there is one.
 *
 * @fires {WelcomeConsentEvent} welcome-consent - "Start chat" was pressed.
 *
 * @slot empty - Replaces all of it, except the question for consent.
 * @csspart welcome - The screen.
 * @csspart consent - What the customer agrees to, and the button.
 */
export class Welcome extends LitElement {
  static override styles = [foundation, screen, styles];

  @property({ attribute: false }) strings: Strings = english;

  /** Level of the heading in the outline of the page. */
  @property({ type: Number }) headingLevel = 3;

  @property({ attribute: false }) avatars: Avatars = {};

  @property({ attribute: false }) participantNames: ParticipantNames = {};

  /** Set while the customer has still to agree. */
  @property({ type: Boolean }) consent = false;

  @query('.consent') private readonly question!: HTMLElement | null;

  readonly #slots = new SlotController(this);

  /** Puts the focus on the question, so that it is read before it is answered; does nothing without one. */
  override focus(options?: FocusOptions): void {
    this.question?.focus(options);
  }

  protected override render() {
    return html`
      <div class="screen" part="welcome">
        <slot name="empty"></slot>
        ${this.#slots.has('empty') ? nothing : this.#greeting()} ${this.consent ? this.#consent() : nothing}
      </div>
    `;
  }

  #greeting() {
    const { avatars, participantNames, strings } = this;
    const known = answering.filter(
      (role) => avatars[role] !== undefined || participantNames[role] !== undefined,
    );
    return html`
      ${
        known.length === 0
          ? nothing
          : html`<div class="avatars">
              ${known.map((role) => avatarTemplate(role, nameOf({ role }, participantNames, strings), avatars, true))}
            </div>`
      }
      <div class="screen-title" role="heading" aria-level=${this.headingLevel}>${strings.welcomeTitle}</div>
      ${this.consent ? nothing : html`<p class="screen-text">${strings.welcomeText}</p>`}
    `;
  }

  #consent() {
    const { strings } = this;
    return html`
      <div class="consent" part="consent" role="group" aria-labelledby="consent" tabindex="-1">
        <p id="consent">${strings.consentText}</p>
        <button type="button" class="button button--primary button--block" @click=${this.#handleConsentClick}>
          ${strings.consentAgree}
        </button>
      </div>
    `;
  }

  #handleConsentClick(): void {
    this.dispatchEvent(new WelcomeConsentEvent());
  }
}

define('connect-chat-welcome', Welcome);

declare global {
  interface HTMLElementTagNameMap {
    'connect-chat-welcome': Welcome;
  }
}
