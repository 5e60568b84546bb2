import { html, nothing, type TemplateResult } from 'lit';
import { format, isFormatted, type FormatCommand } from '../src/content/format/format.js';
import { formatWords } from '../src/i18n/format-strings.js';
import type { FormatHost } from './composer-format.js';
import { formatIcon } from './format-icons.js';
import styles from './format.styles.js';
import { rewrite } from './rewrite.js';

const tools: readonly (readonly [command: FormatCommand, key?: string])[] = [
  ['bold', 'B'],
  ['italic', 'I'],
  ['bullets'],
  ['numbers'],
  ['link', 'K'],
];

/** The tools for formatting what a composer holds. It shows them in the composer's own tree, and writes into its field. */
export class Formatter {
  readonly #host: FormatHost;
  readonly #field: HTMLTextAreaElement;
  #open = false;
  /** The tool that Tab leads to. */
  #current = 0;

  constructor(host: FormatHost, field: HTMLTextAreaElement) {
    this.#host = host;
    this.#field = field;
    field.addEventListener('keydown', this.#handleShortcut);
    if (styles.styleSheet) (host.renderRoot as ShadowRoot).adoptedStyleSheets.push(styles.styleSheet);
  }

  get open(): boolean {
    return this.#open;
  }

  /** Whether any of `text` is formatted still: what was done may have been undone. */
  formats(text: string): boolean {
    return isFormatted(text);
  }

  /** Shows or hides the tools. */
  toggle(): void {
    this.#open = !this.#open;
    this.#host.requestUpdate();
  }

  template(): TemplateResult {
    const { strings, disabled } = this.#host;
    const words = formatWords(strings);
    return html`<div
      class="format"
      role="toolbar"
      aria-label=${strings.formatting}
      aria-controls="input"
      @keydown=${this.#handleKeydown}
    >
      ${tools.map(
        ([command, key], index) =>
          html`<button
            type="button"
            class="icon-button"
            part="format-tool"
            tabindex=${index === this.#current ? 0 : -1}
            aria-label=${words[command]}
            aria-keyshortcuts=${key ? `${isApple() ? 'Meta' : 'Control'}+${key}` : nothing}
            aria-disabled=${disabled ? 'true' : nothing}
            title=${words[command]}
            @mousedown=${keepFocus}
            @focus=${() => this.#stand(index)}
            @click=${() => this.#format(command)}
          >
            ${formatIcon(command)}
          </button>`,
      )}
    </div>`;
  }

  /** The words go on in the field, so the focus does too. */
  #format(command: FormatCommand): void {
    if (this.#host.disabled) return;
    const { value: text, selectionStart: start, selectionEnd: end } = this.#field;
    const edit = format({ text, start, end }, command);
    // Before the field says that its words are others.
    if (edit.text !== text) this.#host.formatted = true;
    this.#field.focus();
    rewrite(this.#field, edit);
  }

  #stand(index: number): void {
    this.#current = index;
    this.#host.requestUpdate();
  }

  /** With Control, an Apple keyboard moves the cursor. */
  readonly #handleShortcut = (event: KeyboardEvent): void => {
    const { altKey, shiftKey, ctrlKey, metaKey } = event;
    const [held, other] = isApple() ? [metaKey, ctrlKey] : [ctrlKey, metaKey];
    const [command] = tools.find(([, key]) => key === event.key.toUpperCase()) ?? [];
    if (!command || !held || other || altKey || shiftKey || !this.#host.formatting) return;
    event.preventDefault();
    this.#format(command);
  };

  readonly #handleKeydown = (event: KeyboardEvent): void => {
    const bar = event.currentTarget as HTMLElement;
    if (event.key === 'Escape') {
      // Before the tools are gone with the focus. The button that shows them stands before them.
      this.#host.renderRoot.querySelector<HTMLElement>('[part=format]')?.focus();
      this.toggle();
    } else {
      const at = place(event.key, this.#current, bar.matches(':dir(rtl)'));
      if (at === undefined) return;
      bar.querySelectorAll('button')[at]?.focus();
    }
    // The panel would close with the same key.
    event.preventDefault();
    event.stopPropagation();
  };
}

const isApple = (): boolean => /Mac|iP/.test(navigator.userAgent);

/** Where a key leads to from the tool at `current`; round at both ends. */
function place(key: string, current: number, rtl: boolean): number | undefined {
  switch (key) {
    case 'Home':
      return 0;
    case 'End':
      return tools.length - 1;
    case rtl ? 'ArrowLeft' : 'ArrowRight':
      return (current + 1) % tools.length;
    case rtl ? 'ArrowRight' : 'ArrowLeft':
      return (current + tools.length - 1) % tools.length;
    default:
      return undefined;
  }
}

/** A press leaves the cursor where it is, so that the on-screen keyboard stays. */
const keepFocus = (event: MouseEvent): void => event.preventDefault();
