import { LitElement, html, nothing } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { MultilineController } from '../src/controllers/multiline-controller.js';
import { SlotController } from '../src/controllers/slot-controller.js';
import { define } from '../src/define.js';
import { plural } from '../src/i18n/format.js';
import { english, type Strings } from '../src/i18n/strings.js';
import { attachTemplate } from './composer-attach.js';
import styles from './composer.styles.js';
import { ComposerSubmitEvent, ComposerTypeEvent } from './composer-events.js';
import { ComposerFormat } from './composer-format.js';
import foundation from './foundation.styles.js';
import { icon } from './icons.js';

/** Part of the limit from which the rest is counted down. */
const COUNTED_FROM = 0.9;

const encoder = new TextEncoder();

/**
 * Whether a key belongs to an input method: Enter then picks a candidate and must not send. Safari ends the composition
 * just before that key, so that only the old key code tells.
 */
function isComposing(event: { readonly isComposing: boolean; readonly keyCode: number }): boolean {
  return event.isComposing || event.keyCode === 229;
}

/**
 * Where the customer writes. Enter sends and Shift+Enter makes a new line; where there is no real keyboard, Enter makes
 * a new line. Too long a text is refused and kept, never cut.
 *
 * @fires {ComposerSubmitEvent} composer-submit - The customer asked to send a message.
 * @fires {ComposerTypeEvent} composer-type - The customer has changed the words.
 *
 * @slot composer-start - Controls before the field.
 * @slot tray - Files that go with the words.
 * @slot composer-end - Controls between the field and Send.
 * @csspart composer - The whole bar.
 * @csspart composer-field - The field with its tools.
 * @csspart input - The text area.
 * @csspart attach - The button that chooses files.
 * @csspart format - The button that shows the tools for formatting.
 * @csspart format-tool - Each of these tools.
 * @csspart send - The send button.
 * @csspart counter - Bytes left or over.
 * @csspart composer-note - The sentence under the field.
 */
export class Composer extends LitElement {
  static override styles = [foundation, styles];

  @property({ attribute: false }) strings: Strings = english;

  /** What stands in the field. It changes with every key. */
  @property({ attribute: false }) text = '';

  /** Why the words could not be sent; said under the field. */
  @property() error = '';

  /** Replaces the usual placeholder. */
  @property() placeholder = '';

  /** Set while the session cannot take a message; the placeholder should then say why. */
  @property({ type: Boolean }) disabled = false;

  /** Longest message in UTF-8 bytes. */
  @property({ type: Number }) maxBytes = 16_384;

  /** What Enter does without Shift. `auto` sends, except where the main pointer is a finger. */
  @property() enter: 'auto' | 'send' | 'newline' = 'auto';

  /** BCP 47 tag for numbers and plurals. */
  @property() locale = 'en';

  /**
   * How many files go with the words; undefined where none can be sent. Those that are chosen are read from the `input` event, which leaves every
   * shadow root by itself.
   */
  @property({ attribute: false }) files: number | undefined;

  /** Set if words can be formatted here. */
  @property({ type: Boolean }) formatting = false;

  /** Set if these words have been formatted, and so are to be sent as markdown. It changes with every key. */
  @property({ attribute: false }) formatted = false;

  /** Attach has been pressed, and nothing written or sent since: what may be attached is shown. */
  @state() private attaching = false;

  @query('textarea') private readonly input!: HTMLTextAreaElement;
  @query('.composer-field') private readonly field!: HTMLElement;

  readonly #slots = new SlotController(this);
  readonly #multiline = new MultilineController(this, () =>
    this.hasUpdated ? { field: this.input, layout: this.field } : undefined,
  );
  readonly #format: ComposerFormat = new ComposerFormat(this, () => this.input);

  /** Puts the cursor into the field. */
  override focus(options?: FocusOptions): void {
    this.input.focus(options);
  }

  get #isEmpty(): boolean {
    return this.text.trim() === '' && !this.files;
  }

  get #bytes(): number {
    return encoder.encode(this.text.trim()).length;
  }

  protected override render() {
    const { strings } = this;
    const bytes = this.#bytes;
    const over = bytes > this.maxBytes;
    const invalid = over || this.error !== '';
    const empty = this.#isEmpty;
    return html`
      <form class="composer" part="composer" @submit=${this.#handleSubmit}>
        <div
          class="composer-field ${invalid ? 'composer-field--invalid' : ''} ${this.disabled ? 'composer-field--disabled' : ''}"
          part="composer-field"
          ?data-formatting=${this.#format.open}
          ?data-bare=${this.files === undefined && !this.#slots.has('composer-start')}
        >
          <slot name="tray"></slot>
          <div class="start">
            ${this.files === undefined ? nothing : attachTemplate(strings, this.disabled, () => (this.attaching = true))}<slot
              name="composer-start"
            ></slot>
          </div>
          <label class="visually-hidden" for="input">${strings.composerLabel}</label>
          <textarea
            id="input"
            part="input"
            rows="1"
            dir="auto"
            enterkeyhint=${this.#entersNewline() ? 'enter' : 'send'}
            aria-describedby="counter note"
            aria-invalid=${invalid ? 'true' : nothing}
            placeholder=${this.placeholder || strings.composerLabel}
            ?readonly=${this.disabled}
            aria-disabled=${this.disabled ? 'true' : nothing}
            @input=${this.#handleInput}
            @keydown=${this.#handleKeydown}
          ></textarea>
          <div class="end"><slot name="composer-end"></slot>${this.#format.button(this.#keepFocus)}</div>
          ${this.#format.tools()}
          <span id="counter" class="counter ${over ? 'counter--over' : ''}" part="counter"
            >${this.#counter(bytes)}</span
          >
          <button
            class="send"
            part="send"
            aria-label=${strings.send}
            aria-describedby="reason"
            aria-disabled=${empty || over || this.disabled ? 'true' : nothing}
            @mousedown=${this.#keepFocus}
          >
            ${icon('send')}
          </button>
        </div>
        <p id="reason" class="visually-hidden">${empty && !this.disabled ? strings.sendEmpty : ''}</p>
        <p id="limits" class="composer-note" ?hidden=${!this.attaching}>${strings.attachLimits}</p>
        <div id="note" aria-live="polite">
          ${
            invalid
              ? html`<p class="composer-note" part="composer-note">
                  ${icon('alert', 16)}<span>${over ? strings.tooLong : this.error}</span>
                </p>`
              : nothing
          }
        </div>
      </form>
    `;
  }

  protected override updated(): void {
    this.#show();
  }

  /** By hand: a bound value would be written back on every key, which disturbs input methods. */
  #show(): void {
    if (this.input.value === this.text) return;
    this.input.value = this.text;
    this.#multiline.measure();
  }

  #counter(bytes: number): string {
    const { bytesLeft, bytesOver } = this.strings;
    if (bytes > this.maxBytes) return plural(bytesOver, bytes - this.maxBytes, this.locale);
    if (bytes >= this.maxBytes * COUNTED_FROM) return plural(bytesLeft, this.maxBytes - bytes, this.locale);
    return '';
  }

  #entersNewline(): boolean {
    return this.enter === 'auto' ? matchMedia('(pointer: coarse)').matches : this.enter === 'newline';
  }

  #handleInput(): void {
    const text = (this.text = this.input.value);
    this.attaching = false;
    this.#multiline.measure();
    this.formatted = this.#format.follow(text);
    this.dispatchEvent(new ComposerTypeEvent(text, this.formatted));
  }

  #handleKeydown(event: KeyboardEvent): void {
    if (event.key !== 'Enter' || event.shiftKey || isComposing(event) || this.#entersNewline()) return;
    this.#handleSubmit(event);
  }

  #handleSubmit(event: Event): void {
    event.preventDefault();
    const text = this.text.trim();
    if (this.disabled || this.#isEmpty || this.#bytes > this.maxBytes) return;
    if (!this.dispatchEvent(new ComposerSubmitEvent(text, this.formatting && this.formatted))) return;
    this.text = '';
    this.formatted = this.attaching = false;
    this.#show();
  }

  /** A tap on Send leaves the cursor where it is, so that the on-screen keyboard stays. */
  #keepFocus(event: MouseEvent): void {
    event.preventDefault();
  }
}

define('connect-chat-composer', Composer);

declare global {
  interface HTMLElementTagNameMap {
    'connect-chat-composer': Composer;
  }
}
