import { LitElement, html, nothing } from 'lit';
import { property } from 'lit/decorators.js';
import { SlotController } from '../src/controllers/slot-controller.js';
import { define } from '../src/define.js';
import type { Role } from '../src/engine/types.js';
import { english, type Strings } from '../src/i18n/strings.js';
import { avatarTemplate, nameOf, type Avatars, type ParticipantNames } from './avatar.js';
import foundation from './foundation.styles.js';
import screen from './screen.styles.js';
import styles from './welcome.styles.js';

/** Who may answer, in the order in which they are shown. */
const answering: readonly Role[] = ['bot', 'agent', 'supervisor'];

/**
 * What stands where the conversation will be, until there is one.
 *
 * @slot empty - Replaces all of it.
 * @csspart welcome - The screen.
 */
export class Welcome extends LitElement {
  static override styles = [foundation, screen, styles];

  @property({ attribute: false }) strings: Strings = english;

  /** Level of the heading in the outline of the page. */
  @property({ type: Number }) headingLevel = 3;

  @property({ attribute: false }) avatars: Avatars = {};

  @property({ attribute: false }) participantNames: ParticipantNames = {};

  readonly #slots = new SlotController(this);

  protected override render() {
    return html`
      <div class="screen" part="welcome">
        <slot name="empty"></slot>
        ${this.#slots.has('empty') ? nothing : this.#greeting()}
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
      <p class="screen-text">${strings.welcomeText}</p>
    `;
  }
}

define('connect-chat-welcome', Welcome);

declare global {
  interface HTMLElementTagNameMap {
    'connect-chat-welcome': Welcome;
  }
}
