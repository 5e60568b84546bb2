import { LitElement, html, nothing } from 'lit';
import { property, query } from 'lit/decorators.js';
import { define } from '../src/define.js';
import { endWords } from '../src/i18n/end-strings.js';
import { english, type Strings } from '../src/i18n/strings.js';
import styles from './ended.styles.js';
import foundation from './foundation.styles.js';

/** Asks the parent to start a new chat. */
export class EndedStartEvent extends Event {
  constructor() {
    super('ended-start');
  }
}

/**
 * What stands in place of the composer once the chat is over.
 *
 * @fires {EndedStartEvent} ended-start - "Start a new chat" was pressed.
 *
 * @slot ended - Shown above the button.
 * @csspart ended - The block.
 * @csspart new-chat - The button.
 */
export class Ended extends LitElement {
  static override styles = [foundation, styles];

  @property({ attribute: false }) strings: Strings = english;

  /** Set if the log says already that the chat is over. */
  @property({ type: Boolean }) told = false;

  @query('.ended') private readonly block!: HTMLElement;

  /**
   * Puts the focus on the block rather than on its button: whoever was typing when the chat ended must not press it
   * with the next key.
   */
  override focus(options?: FocusOptions): void {
    this.block.focus(options);
  }

  protected override render() {
    const strings = endWords(this.strings);
    return html`
      <div class="ended" part="ended" role="group" aria-label=${strings.endedTitle} tabindex="-1">
        ${this.told ? nothing : html`<p class="title">${strings.endedTitle}</p>`}
        <slot name="ended"></slot>
        <button
          type="button"
          class="button button--primary button--block"
          part="new-chat"
          @click=${this.#handleStartClick}
        >
          ${strings.startNewChat}
        </button>
      </div>
    `;
  }

  #handleStartClick(): void {
    this.dispatchEvent(new EndedStartEvent());
  }
}

define('connect-chat-ended', Ended);

declare global {
  interface HTMLElementTagNameMap {
    'connect-chat-ended': Ended;
  }
}
