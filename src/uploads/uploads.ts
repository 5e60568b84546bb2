import { html, nothing, type TemplateResult } from 'lit';
import '../../components/tray.js';
import type { TrayRemoveEvent } from '../../components/tray.js';
import type { ConnectChat } from '../connect-chat.js';
import type { ChatSession } from '../controllers/select-controller.js';
import { errorCodes } from '../error-codes.js';
import { ConnectChatError, type ErrorCode } from '../errors.js';
import { attachmentSentence } from '../i18n/attachment-strings.js';
import type { Strings } from '../i18n/strings.js';
import { createClock } from '../platform/clock.js';
import { createRandom } from '../platform/random.js';
import { putFile } from '../transport/put-file.js';
import { arrival, type Miss } from './arrival.js';
import { ShownSession } from './shown-session.js';
import { attachmentErrorCodes } from './upload-problem.js';
import { UploadQueue, type CheckedFile, type UploadSession } from './upload-queue.js';
import { filesIn } from './uploads-in-chat.js';
import { inspect, readyAmong, withFiles, type WaitingFile } from './waiting-files.js';

/** Silence in ms after which an upload counts as lost. */
const STALL_MS = 30_000;

/** What uploads need of the chat around them. */
export interface UploadsHost {
  readonly session: UploadSession;
  readonly strings: Strings;
  /** BCP 47 tag for numbers. */
  readonly locale: string;
  readonly element: Pick<ConnectChat, 'attachmentsDisabled' | 'transport' | 'requestUpdate' | 'focus'>;
}

/** Everything about sending files in one chat: those that wait beside the words, and those that are on their way. */
export class Uploads {
  readonly #host: UploadsHost;
  readonly #queue: UploadQueue;
  readonly #shown: ShownSession;
  readonly #newKey: () => string;
  #waiting: readonly WaitingFile[] = [];
  #dragging = false;

  constructor(host: UploadsHost) {
    this.#host = host;
    const { session, element } = host;
    const clock = createClock();
    const random = createRandom();
    this.#newKey = () => random.id();
    this.#queue = new UploadQueue(
      session,
      {
        clock,
        random,
        isOnline: () => navigator.onLine,
        put: (grant, file, progressed, signal) =>
          putFile(grant, file, {
            progressed,
            signal,
            clock,
            stallMs: STALL_MS,
            fetch: element.transport?.fetch,
          }),
      },
      () => this.#shown.update(),
    );
    this.#shown = new ShownSession(session, this.#queue);
    const unsubscribe = session.subscribe((snapshot) => {
      this.#queue.follow(snapshot);
      this.#shown.update();
    });
    session.closed.addEventListener('abort', () => {
      unsubscribe();
      this.#wait([]);
    });
    element.requestUpdate();
    // What shows them is needed in a moment, and there may be no network by then.
    import('../../components/attachment-kit.js').catch(() => undefined);
  }

  /** The session with what is being sent among its entries. */
  get session(): ChatSession {
    return this.#shown;
  }

  /** How many files go with the next message. */
  get ready(): number {
    return readyAmong(this.#waiting).length;
  }

  /** The files that wait, and the place to drop more: for the composer. */
  render(): TemplateResult | typeof nothing {
    if (this.#waiting.length === 0 && !this.#dragging) return nothing;
    const { strings, locale } = this.#host;
    return html`<connect-chat-tray
      slot="tray"
      .strings=${strings}
      .locale=${locale}
      .files=${this.#waiting}
      .dragging=${this.#dragging}
      @tray-remove=${this.#handleRemove}
    ></connect-chat-tray>`;
  }

  /** Files were chosen, pasted or dropped (`files`), or are being dragged over the chat (`type` is `dragover`). */
  take(type: string, files: readonly File[]): void {
    const { session, ending } = this.#shown.snapshot;
    const isOpen = session.phase !== 'ended' && !ending;
    const isDragging = isOpen && type === 'dragover';
    // It is told again and again.
    if (isDragging && this.#dragging) return;
    this.#dragging = isDragging;
    if (!isOpen) return this.#wait([]);
    // What is dragged is nobody's before it is dropped.
    const taken = type.startsWith('drag') ? [] : files;
    this.#wait(withFiles(this.#waiting, taken, filesIn(this.#shown.snapshot), this.#newKey));
  }

  /** Sends the files that wait; refused ones stay until they are removed. */
  sendWaiting(): void {
    const files = readyAmong(this.#waiting);
    this.#wait(this.#waiting.filter(({ refusal }) => refusal));
    this.#add(files);
  }

  /**
   * Sends files at once. Resolves, in their order, when the service has them all.
   *
   * @throws {ConnectChatError} before anything is sent, if one of them may not be; later, if one of them fails
   */
  async send(files: readonly File[]): Promise<readonly { readonly key: string; readonly id: string }[]> {
    if (this.#shown.snapshot.session.phase === 'ended') throw this.#error({ code: 'chat/ended' });
    if (this.#isDisabled) throw this.#error({ code: 'attachment/disabled' });
    const others = filesIn(this.#shown.snapshot);
    const checked = files.map((file, index) => {
      const verdict = inspect(file, others + index);
      if ('refusal' in verdict) throw this.#error({ code: verdict.refusal }, file.size);
      return verdict.checked;
    });
    return Promise.all(this.#add(checked).map((key) => this.#arrival(key)));
  }

  get #isDisabled(): boolean {
    return this.#host.element.attachmentsDisabled || this.#shown.snapshot.features.attachments === false;
  }

  #add(files: readonly CheckedFile[]): readonly string[] {
    const keys = this.#queue.add(files);
    const { phase } = this.#shown.snapshot.session;
    if (keys.length > 0 && (phase === 'idle' || phase === 'failed'))
      this.#host.session.send({ type: 'start' });
    return keys;
  }

  async #arrival(key: string): Promise<{ readonly key: string; readonly id: string }> {
    try {
      return { key, id: await arrival(this.#shown, this.#host.session.closed, key) };
    } catch (miss) {
      throw this.#error(miss as Miss);
    }
  }

  #wait(files: readonly WaitingFile[]): void {
    this.#waiting = files;
    this.#host.element.requestUpdate();
  }

  readonly #handleRemove = ({ detail: { key } }: TrayRemoveEvent): void => {
    this.#wait(this.#waiting.filter((file) => file.key !== key));
    if (this.#waiting.length === 0) this.#host.element.focus();
  };

  #error(miss: Miss, size = 0): ConnectChatError {
    const code = miss.code as ErrorCode;
    const { strings, locale } = this.#host;
    const recoverable = { ...errorCodes, ...attachmentErrorCodes }[code];
    return new ConnectChatError(
      code,
      miss.detail ?? attachmentSentence(code, size, strings, locale),
      recoverable,
    );
  }
}
