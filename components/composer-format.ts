import { html, nothing, type LitElement, type TemplateResult } from 'lit';
import type { Strings } from '../src/i18n/strings.js';
import type { Formatter } from './formatter.js';
import { icon } from './icons.js';

/** The composer, as far as formatting its words goes. */
export interface FormatHost extends LitElement {
  readonly strings: Strings;
  readonly disabled: boolean;
  /** Words can be formatted here. */
  readonly formatting: boolean;
  /** These words have been. */
  formatted: boolean;
}

/** The composer's way to the tools for formatting: their code comes when they are first asked for. Where it cannot be had, nothing happens. */
export class ComposerFormat {
  readonly #host: FormatHost;
  readonly #field: () => HTMLTextAreaElement;
  #tools: Formatter | undefined;

  constructor(host: FormatHost, field: () => HTMLTextAreaElement) {
    this.#host = host;
    this.#field = field;
  }

  /** Whether the tools are shown. */
  get open(): boolean {
    return this.#host.formatting && this.#tools?.open === true;
  }

  /** The button that shows and hides them. */
  button(keepFocus: (event: MouseEvent) => void): TemplateResult | typeof nothing {
    return this.#host.formatting
      ? html`<button
          type="button"
          class="icon-button"
          part="format"
          aria-label=${this.#host.strings.formatting}
          aria-pressed=${this.open}
          @mousedown=${keepFocus}
          @click=${() => this.#toggle()}
        >
          ${icon('format')}
        </button>`
      : nothing;
  }

  tools(): TemplateResult | undefined {
    return this.open ? this.#tools?.template() : undefined;
  }

  /** Whether `text` is formatted still, now that it is other than it was. */
  follow(text: string): boolean {
    return this.#host.formatted && (this.#tools ? this.#tools.formats(text) : text !== '');
  }

  #toggle(): void {
    if (this.#tools) return this.#tools.toggle();
    import('./format-kit.js').then(
      ({ Formatter }) => (this.#tools ??= new Formatter(this.#host, this.#field())).toggle(),
      () => undefined,
    );
  }
}
