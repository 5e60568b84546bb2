import { LitElement, html, nothing } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { SlotController } from '../src/controllers/slot-controller.js';
import { define } from '../src/define.js';
import type { Problem } from '../src/engine/types.js';
import { english, type Strings } from '../src/i18n/strings.js';
import foundation from './foundation.styles.js';
import { icon } from './icons.js';
import { problemSentence } from './problem-sentence.js';
import screen from './screen.styles.js';
import styles from './start-error.styles.js';

/** Asks the parent to start the chat again. */
export class StartErrorRetryEvent extends Event {
  constructor() {
    super('start-error-retry');
  }
}

/** Asks the parent to close the panel. */
export class StartErrorCloseEvent extends Event {
  constructor() {
    super('start-error-close');
  }
}

/**
 * Why the chat could not be started, in a plain sentence, and what can be done. The code is for whoever is asked for help.
 *
 * @fires {StartErrorRetryEvent} start-error-retry - "Try again" was pressed.
 * @fires {StartErrorCloseEvent} start-error-close - "Close" was pressed.
 *
 * @slot unavailable - Replaces all of it while the chat is closed (`start-chat/unavailable`).
 * @csspart start-error - The screen.
 * @csspart error-code - The code.
 */
export class StartError extends LitElement {
  static override styles = [foundation, screen, styles];

  @property({ attribute: false }) strings: Strings = english;

  @property({ attribute: false }) problem: Problem = { code: '', recoverable: true };

  /** Level of the heading in the outline of the page. */
  @property({ type: Number }) headingLevel = 3;

  /** Set if the panel can be closed. */
  @property({ type: Boolean }) closable = false;

  @state() private copied = false;

  @query('.screen') private readonly screen!: HTMLElement;
  @query('code') private readonly code!: HTMLElement;

  readonly #slots = new SlotController(this);

  /** Puts the focus on the screen, so that it is read from its beginning. */
  override focus(options?: FocusOptions): void {
    this.screen.focus(options);
  }

  protected override willUpdate(changed: Map<PropertyKey, unknown>): void {
    if (changed.has('problem')) this.copied = false;
  }

  protected override render() {
    const { strings } = this;
    const closed = this.problem.code === 'start-chat/unavailable';
    const replaced = closed && this.#slots.has('unavailable');
    return html`
      <div
        class="screen"
        part="start-error"
        role="group"
        aria-label=${closed ? strings.unavailableTitle : strings.startErrorTitle}
        tabindex="-1"
      >
        <slot name="unavailable" ?hidden=${!closed}></slot>
        ${replaced ? nothing : this.#explanation(closed)}
      </div>
    `;
  }

  #explanation(closed: boolean) {
    const { problem, strings } = this;
    return html`
      <div class="explanation">
        <span class="mark ${closed ? '' : 'mark--danger'}">${icon(closed ? 'clock' : 'alert', 24)}</span>
        <div class="screen-title" role="heading" aria-level=${this.headingLevel}>
          ${closed ? strings.unavailableTitle : strings.startErrorTitle}
        </div>
        <p class="screen-text" dir="auto">${problemSentence(problem, strings)}</p>
        <div class="actions">
          ${
            this.#canRetry()
              ? html`<button type="button" class="button button--primary" @click=${this.#handleRetryClick}>
                  ${strings.tryAgain}
                </button>`
              : nothing
          }
          ${
            this.closable
              ? html`<button type="button" class="button button--secondary" @click=${this.#handleCloseClick}>
                  ${strings.close}
                </button>`
              : nothing
          }
        </div>
        <p class="code" part="error-code">
          <span>${strings.code}</span><code dir="ltr">${problem.code}</code
          ><button type="button" class="button button--ghost button--small" @click=${this.#handleCopyClick}>
            <span aria-live="polite">${this.copied ? strings.copied : strings.copy}</span>
          </button>
        </p>
      </div>
    `;
  }

  /** Trying again is worth a button unless the page itself is set up wrong: that will not mend by itself. */
  #canRetry(): boolean {
    return !this.problem.code.startsWith('configuration/');
  }

  #handleRetryClick(): void {
    this.dispatchEvent(new StartErrorRetryEvent());
  }

  #handleCloseClick(): void {
    this.dispatchEvent(new StartErrorCloseEvent());
  }

  async #handleCopyClick(): Promise<void> {
    try {
      await navigator.clipboard.writeText(this.problem.code);
      this.copied = true;
    } catch {
      // No clipboard on plain http, or the page forbids it: the code is selected, ready for the customer's own copying.
      getSelection()?.selectAllChildren(this.code);
    }
  }
}

define('connect-chat-start-error', StartError);

declare global {
  interface HTMLElementTagNameMap {
    'connect-chat-start-error': StartError;
  }
}
