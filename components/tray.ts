import { LitElement, html, nothing, type PropertyValues } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { define } from '../src/define.js';
import { attachmentSentence, attachmentWords } from '../src/i18n/attachment-strings.js';
import { formatBytes } from '../src/i18n/bytes.js';
import { format, plural } from '../src/i18n/format.js';
import { english, type Strings } from '../src/i18n/strings.js';
import card from './attachment-card.styles.js';
import { fileIcon } from './attachment-icons.js';
import { fileNameTemplate } from './file-name.js';
import foundation from './foundation.styles.js';
import { icon } from './more-icons.js';
import styles from './tray.styles.js';

/** A file that goes with the next message. */
export interface TrayFile {
  readonly key: string;
  readonly name: string;
  /** Bytes. */
  readonly size: number;
  /** Code of why it cannot be sent, if it cannot. */
  readonly refusal?: string;
}

/** The customer does not want to send a file after all. */
export class TrayRemoveEvent extends CustomEvent<{ readonly key: string }> {
  constructor(key: string) {
    super('tray-remove', { detail: { key } });
  }
}

/**
 * The files that wait inside the composer, and, while files are dragged over the panel, where to drop them. One that cannot be sent says why and
 * stays until it is removed.
 *
 * @fires {TrayRemoveEvent} tray-remove - A file should be taken away.
 */
export class Tray extends LitElement {
  static override styles = [foundation, card, styles];

  @property({ attribute: false }) strings: Strings = english;

  /** BCP 47 tag for numbers and plurals. */
  @property() locale = 'en';

  @property({ attribute: false }) files: readonly TrayFile[] = [];

  /** Set while files are dragged over the panel. */
  @property({ type: Boolean }) dragging = false;

  @state() private spoken = '';

  @query('.tray') private readonly list!: HTMLElement | null;

  protected override render() {
    const words = attachmentWords(this.strings);
    return html`
      ${
        this.files.length === 0
          ? nothing
          : html`<ul class="tray" aria-label=${words.trayLabel}>
              ${repeat(
                this.files,
                ({ key }) => key,
                (file) => this.#fileTemplate(file),
              )}
            </ul>`
      }
      ${
        this.dragging
          ? html`<div class="drop">
              <span class="drop-mark">${fileIcon('image', 24)}</span>
              <p class="drop-title">${words.dropTitle}</p>
              <p class="drop-text">${words.attachLimits}</p>
            </div>`
          : nothing
      }
      <p class="visually-hidden" role="status">${this.spoken}</p>
    `;
  }

  protected override updated(changed: PropertyValues<this>): void {
    const before = new Set((changed.get('files') ?? []).map(({ key }) => key));
    const added = changed.has('files') ? this.files.filter(({ key }) => !before.has(key)) : [];
    // In the next frame: what stands in a live region from its beginning is not read out.
    if (added.length > 0) requestAnimationFrame(() => (this.spoken = this.#news(added)));
  }

  #fileTemplate({ key, name, size, refusal }: TrayFile) {
    const { strings, locale } = this;
    const words = attachmentWords(strings);
    const meta =
      refusal === undefined
        ? format(words.trayReady, { size: formatBytes(size, locale) })
        : attachmentSentence(refusal, size, strings, locale);
    return html`<li class="attachment${refusal === undefined ? '' : ' attachment--failed'}">
      <span class="attachment-icon">${icon(refusal === undefined ? 'file' : 'alert')}</span>
      <div class="attachment-text">
        ${fileNameTemplate(name)}
        <p class="attachment-meta"><bdi>${meta}</bdi></p>
      </div>
      <button
        type="button"
        class="icon-button icon-button--small"
        aria-label=${format(words.removeFile, { file: name })}
        @click=${() => void this.#remove(key)}
      >
        ${icon('close', 16)}
      </button>
    </li>`;
  }

  #news(added: readonly TrayFile[]): string {
    const { strings, locale } = this;
    const ready = added.filter(({ refusal }) => refusal === undefined).length;
    const refused = added.flatMap(({ name, size, refusal }) =>
      refusal === undefined ? [] : [`${name}: ${attachmentSentence(refusal, size, strings, locale)}`],
    );
    const words = attachmentWords(strings);
    return [...(ready > 0 ? [plural(words.spokenTrayReady, ready, locale)] : []), ...refused].join(' ');
  }

  /** The focus goes to the next file: it must not fall out of the chat with its button. */
  async #remove(key: string): Promise<void> {
    const at = this.files.findIndex((file) => file.key === key);
    this.dispatchEvent(new TrayRemoveEvent(key));
    await this.updateComplete;
    const buttons = this.list?.querySelectorAll('button') ?? [];
    buttons[Math.min(at, buttons.length - 1)]?.focus();
  }
}

define('connect-chat-tray', Tray);

declare global {
  interface HTMLElementTagNameMap {
    'connect-chat-tray': Tray;
  }
}
