import { LitElement, html, nothing, type PropertyValues } from 'lit';
import { property, state } from 'lit/decorators.js';
import { define } from '../src/define.js';
import type { Attachment as FileOfEntry } from '../src/engine/types.js';
import { attachmentWords } from '../src/i18n/attachment-strings.js';
import { formatBytes } from '../src/i18n/bytes.js';
import { format } from '../src/i18n/format.js';
import { english, type Strings } from '../src/i18n/strings.js';
import card from './attachment-card.styles.js';
import { fileIcon } from './attachment-icons.js';
import styles from './attachment.styles.js';
import type { CardHost } from './card-host.js';
import { fileNameTemplate, kindOfFile } from './file-name.js';
import foundation from './foundation.styles.js';
import { icon } from './more-icons.js';
import { PictureController } from './picture-controller.js';
import { openPicture, saveFile } from './save-file.js';

/**
 * One file of the conversation. Where it comes from it asks only when somebody wants it, or, for a picture, when it is nearly in view; and what it
 * fetches it draws itself, so that no address of a file ever stands in the page.
 *
 * @slot actions - Buttons for an upload that is under way or has failed.
 * @csspart attachment - The card.
 * @csspart picture - The picture in its place.
 */
export class Attachment extends LitElement {
  static override styles = [foundation, card, styles];

  @property({ attribute: false }) file!: FileOfEntry;
  @property({ attribute: false }) strings: Strings = english;

  /** BCP 47 tag for numbers. */
  @property() locale = 'en';

  /** Why the upload failed. */
  @property() problem = '';

  /** Where files come from; absent while they cannot be fetched. */
  @property({ attribute: false }) services: CardHost['services'] | undefined;

  @state() private download: 'ready' | 'loading' | 'failed' = 'ready';

  readonly #picture = new PictureController(this, async (signal) => {
    const { id } = this.file;
    return (await this.services?.())?.attachment(id, signal);
  });

  protected override willUpdate(changed: PropertyValues<this>): void {
    // The name that the message gets from it: a picture has no words of its own.
    this.ariaLabel = [this.file.name, this.#meta()].filter(Boolean).join(', ');
    if (changed.has('file') || changed.has('services'))
      this.#picture.want(this.#isFetchable && isPicture(this.file));
    this.toggleAttribute('data-picture', this.#picture.canvas !== undefined);
  }

  protected override render() {
    return this.#picture.canvas ? this.#pictureTemplate(this.#picture.canvas) : this.#cardTemplate();
  }

  get #isFetchable(): boolean {
    return this.services !== undefined && this.file.status === 'approved';
  }

  #cardTemplate() {
    const { name, status, progress = 0 } = this.file;
    const bad = status === 'failed' || status === 'rejected' || this.download === 'failed';
    const spins = status === 'checking' || status === 'finishing' || this.download === 'loading';
    const words = attachmentWords(this.strings);
    return html`<div class="attachment${bad ? ' attachment--failed' : ''}" part="attachment">
      <span class="attachment-icon"
        >${status === 'rejected' ? fileIcon('blocked') : icon(bad ? 'alert' : 'file')}</span
      >
      <div class="attachment-text">
        ${fileNameTemplate(name)}
        <p class="attachment-meta">
          ${spins ? html`<span class="spinner"></span>` : nothing}<bdi>${this.#meta()}</bdi>
        </p>
        ${
          status === 'uploading'
            ? html`<progress
                class="progress"
                max="1"
                .value=${progress}
                aria-label=${format(words.progressLabel, { file: name })}
              ></progress>`
            : nothing
        }
      </div>
      <div class="attachment-actions">
        <slot name="actions"></slot>
        ${this.#isFetchable ? this.#downloadTemplate() : nothing}
      </div>
    </div>`;
  }

  #pictureTemplate(canvas: HTMLCanvasElement) {
    const { name } = this.file;
    const label = format(attachmentWords(this.strings).openImage, { file: name });
    return html`<button
        type="button"
        class="picture"
        part="picture"
        aria-label=${label}
        @click=${this.#handleOpen}
      >
        ${canvas}
      </button>
      <p class="caption">
        <span><bdi>${name}</bdi>, ${this.#meta()}</span
        >${this.#isFetchable ? this.#downloadTemplate() : nothing}
      </p>`;
  }

  #downloadTemplate() {
    const label = format(attachmentWords(this.strings).downloadFile, { file: this.file.name });
    return html`<button
      type="button"
      class="icon-button icon-button--small"
      aria-label=${label}
      aria-disabled=${this.download === 'loading' ? 'true' : nothing}
      @click=${this.#handleDownload}
    >
      ${fileIcon('download', 16)}
    </button>`;
  }

  #meta(): string {
    const words = attachmentWords(this.strings);
    const { status, size: bytes, progress = 0 } = this.file;
    const size = bytes === undefined ? '' : formatBytes(bytes, this.locale);
    if (this.download === 'loading') return words.downloading;
    if (this.download === 'failed') return words.downloadFailed;
    switch (status) {
      case 'waiting':
        return format(words.uploadWaiting, { size });
      case 'uploading': {
        const percent = new Intl.NumberFormat(this.locale, { style: 'percent' }).format(progress);
        return format(words.uploadProgress, { percent, size });
      }
      case 'finishing':
        return words.uploadFinishing;
      case 'failed':
        return this.problem;
      case 'checking':
        return words.fileChecking;
      case 'rejected':
        return words.fileBlocked;
      case 'approved':
        return [kindOfFile(this.file), size].filter(Boolean).join(', ');
    }
  }

  readonly #handleDownload = (): void => void this.#fetch((blob) => saveFile(blob, this.file.name));

  readonly #handleOpen = (): void => void this.#fetch((blob) => openPicture(blob, this.file.type));

  async #fetch(use: (blob: Blob) => void): Promise<void> {
    if (this.download === 'loading' || !this.services) return;
    this.download = 'loading';
    try {
      use(await (await this.services()).attachment(this.file.id));
      this.download = 'ready';
    } catch {
      this.download = 'failed';
    }
  }
}

/** What browsers can draw of what the service lets through. */
function isPicture({ type, name }: FileOfEntry): boolean {
  return /^image\/(png|jpeg|gif|webp|heic)$/.test(type) || /\.(png|jpe?g|jfif)$/i.test(name);
}

define('connect-chat-attachment', Attachment);

declare global {
  interface HTMLElementTagNameMap {
    'connect-chat-attachment': Attachment;
  }
}
