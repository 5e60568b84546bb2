import { LitElement, html } from 'lit';
import { property, query } from 'lit/decorators.js';
import { define } from '../src/define.js';
import { english, type Strings } from '../src/i18n/strings.js';
import foundation from './foundation.styles.js';
import { icon } from './more-icons.js';
import styles from './menu.styles.js';

/** Asks the parent to end the chat. */
export class MenuEndEvent extends Event {
  constructor() {
    super('menu-end');
  }
}

/** Asks the parent to close the options: the customer has gone elsewhere. */
export class MenuCloseEvent extends Event {
  constructor() {
    super('menu-close');
  }
}

/**
 * The chat's options. A labelled dialog of ordinary controls and not an ARIA menu, because it is to hold switches too.
 * The parent opens it by rendering it, moves the focus with `focus()`, and closes it on Escape.
 *
 * @fires {MenuEndEvent} menu-end - "End chat" was chosen.
 * @fires {MenuCloseEvent} menu-close - The focus has left, or something else was pressed.
 *
 * @csspart menu - The popover.
 * @csspart menu-item - Each row.
 */
export class Menu extends LitElement {
  static override styles = [foundation, styles];

  @property({ attribute: false }) strings: Strings = english;

  @query('button') private readonly first!: HTMLButtonElement;

  override connectedCallback(): void {
    super.connectedCallback();
    document.addEventListener('pointerdown', this.#handlePress);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    document.removeEventListener('pointerdown', this.#handlePress);
  }

  /** Puts the focus on the first control. */
  override focus(options?: FocusOptions): void {
    this.first.focus(options);
  }

  protected override render() {
    const { strings } = this;
    return html`
      <div
        class="menu"
        part="menu"
        role="dialog"
        aria-label=${strings.options}
        @focusout=${this.#handleFocusout}
      >
        <button
          type="button"
          class="menu-item menu-item--danger"
          part="menu-item"
          @click=${this.#handleEndClick}
        >
          ${icon('end')}<span>${strings.endChat}</span>
        </button>
      </div>
    `;
  }

  readonly #handlePress = (event: PointerEvent): void => {
    if (!event.composedPath().includes(this)) this.dispatchEvent(new MenuCloseEvent());
  };

  #handleEndClick(): void {
    this.dispatchEvent(new MenuEndEvent());
  }

  #handleFocusout({ relatedTarget }: FocusEvent): void {
    // Without a new place the window itself has lost the focus, or nothing focusable was pressed: see the presses below.
    if (relatedTarget === null) return;
    if (relatedTarget instanceof Node && this.shadowRoot?.contains(relatedTarget)) return;
    this.dispatchEvent(new MenuCloseEvent());
  }
}

define('connect-chat-menu', Menu);

declare global {
  interface HTMLElementTagNameMap {
    'connect-chat-menu': Menu;
  }
}
