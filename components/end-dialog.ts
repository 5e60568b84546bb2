import { LitElement, html } from 'lit';
import { property, query } from 'lit/decorators.js';
import { define } from '../src/define.js';
import { endWords } from '../src/i18n/end-strings.js';
import { format } from '../src/i18n/format.js';
import { english, type Strings } from '../src/i18n/strings.js';
import styles from './end-dialog.styles.js';
import foundation from './foundation.styles.js';

/** The customer wants to go on chatting. */
export class DialogCancelEvent extends Event {
  constructor() {
    super('dialog-cancel');
  }
}

/** The customer wants the chat to end. */
export class DialogConfirmEvent extends Event {
  constructor() {
    super('dialog-confirm');
  }
}

/**
 * Asks whether to end the chat. The safe answer comes first and takes the focus. The parent opens the dialog by
 * rendering it, makes the rest of the panel inert, closes it on Escape and puts the focus back.
 *
 * @fires {DialogCancelEvent} dialog-cancel - "Keep chatting" was chosen, or the scrim was pressed.
 * @fires {DialogConfirmEvent} dialog-confirm - "End chat" was chosen.
 *
 * @csspart scrim - What dims the panel.
 * @csspart dialog - The dialog.
 */
export class EndDialog extends LitElement {
  static override styles = [foundation, styles];

  @property({ attribute: false }) strings: Strings = english;

  /** Who will notice; empty while nobody is there. */
  @property() name = '';

  /** Level of the heading in the outline of the page. */
  @property({ type: Number }) headingLevel = 3;

  @query('.keep') private readonly keep!: HTMLButtonElement;
  @query('.end') private readonly end!: HTMLButtonElement;

  /** Puts the focus on the safe answer. */
  override focus(options?: FocusOptions): void {
    this.keep.focus(options);
  }

  protected override render() {
    const strings = endWords(this.strings);
    return html`
      <div class="scrim" part="scrim" @click=${this.#handleScrimClick} @keydown=${this.#handleKeydown}>
        <div
          class="dialog"
          part="dialog"
          role="alertdialog"
          aria-modal="true"
          aria-labelledby="title"
          aria-describedby="text"
        >
          <div class="title" id="title" role="heading" aria-level=${this.headingLevel}>
            ${strings.endTitle}
          </div>
          <p class="text" id="text">
            ${this.name === '' ? strings.endTextAlone : format(strings.endText, { name: this.name })}
          </p>
          <div class="actions">
            <button type="button" class="button button--secondary keep" @click=${this.#handleKeepClick}>
              ${strings.keepChatting}
            </button>
            <button type="button" class="button button--danger end" @click=${this.#handleEndClick}>
              ${strings.endChat}
            </button>
          </div>
        </div>
      </div>
    `;
  }

  #handleKeydown(event: KeyboardEvent): void {
    if (event.key !== 'Tab') return;
    // Two buttons: Tab in either direction goes to the other one.
    event.preventDefault();
    (this.shadowRoot?.activeElement === this.keep ? this.end : this.keep).focus();
  }

  #handleScrimClick(event: Event): void {
    if (event.target === event.currentTarget) this.#handleKeepClick();
  }

  #handleKeepClick(): void {
    this.dispatchEvent(new DialogCancelEvent());
  }

  #handleEndClick(): void {
    this.dispatchEvent(new DialogConfirmEvent());
  }
}

define('connect-chat-end-dialog', EndDialog);

declare global {
  interface HTMLElementTagNameMap {
    'connect-chat-end-dialog': EndDialog;
  }
}
