import { LitElement, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { Sanitizer } from '../src/content/sanitize.js';
import { submit, type Values } from '../src/content/views/answers.js';
import { readView } from '../src/content/views/read-view.js';
import type { FieldProblem } from '../src/content/views/validation.js';
import type { ViewMessage } from '../src/content/views/view-message.js';
import { readNote, restore, writeNote } from '../src/content/views/view-notes.js';
import type { Field, FieldValue, Press, View as ViewTree } from '../src/content/views/view-tree.js';
import { scheduleWithTimeout, type Schedule } from '../src/controllers/schedule.js';
import { define } from '../src/define.js';
import type { Failure } from '../src/engine/types.js';
import { plural } from '../src/i18n/format.js';
import foundation from './foundation.styles.js';
import { icon, type IconName } from './more-icons.js';
import type { MessageFormats } from './message-formats.js';
import { ViewAnswerEvent, ViewKeepEvent, ViewShowEvent } from './view-events.js';
import { cellsTemplate } from './view/node-templates.js';
import { controlId, type Drawing, type ViewWords } from './view/drawing.js';
import styles from './view.styles.js';

/** How long after a key what is filled in is kept, in ms. */
const KEEP_MS = 300;
/** A second press within this time is a double click, in ms. */
const AGAIN_MS = 1_000;

/** Where a view stands. `left-to-page`: a listener of the page shows it. */
type Stage = 'waiting' | 'shown' | 'left-to-page' | 'failed' | 'expired' | 'unreadable';

/**
 * A view (step-by-step guide): fetches what it looks like, shows it, holds what is filled in, and says what was pressed. Folded it
 * is a line.
 *
 * @fires {ViewShowEvent} view-show - It is about to be drawn; cancelable.
 * @fires {ViewAnswerEvent} view-answer - The customer has answered.
 * @fires {ViewKeepEvent} view-keep - What is filled in should be kept with the chat.
 *
 * @csspart card - The card.
 */
export class View extends LitElement {
  static override styles = [foundation, styles];

  @property({ attribute: false }) message!: ViewMessage;
  @property({ attribute: false }) words!: ViewWords;
  @property({ attribute: false }) formats!: MessageFormats;
  /** BCP 47 tag for numbers. */
  @property() locale = 'en';
  /** What was kept; read once. */
  @property({ attribute: false }) note = '';
  /** What the customer answered, in words; `''` for a view that was left behind. Absent while it can be answered. */
  @property({ attribute: false }) folded: string | undefined;
  /** Fetches the description of the view; absent when there is none to be had. */
  @property({ attribute: false }) load: (() => Promise<unknown>) | undefined;
  /** Timers; a test passes its own. */
  @property({ attribute: false }) schedule: Schedule = scheduleWithTimeout;

  @state() private stage: Stage = 'waiting';
  @state() private view: ViewTree | undefined;
  @state() private values: Values = {};
  @state() private problems: ReadonlyMap<string, FieldProblem> = new Map();
  @state() private opened: Readonly<Record<string, number>> = {};
  @state() private copied: string | undefined;
  @state() private sanitizer: Sanitizer | undefined;

  #form: typeof import('./view-form.js') | undefined;
  #loading = false;
  #cancelKeep: (() => void) | undefined;
  #pressed = Number.NEGATIVE_INFINITY;
  #hadFocus = false;

  override connectedCallback(): void {
    super.connectedCallback();
    addEventListener('pagehide', this.#flush);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener('pagehide', this.#flush);
    this.#flush();
  }

  /** Goes to the first thing that can be pressed or filled in. */
  override focus(options?: FocusOptions): void {
    this.renderRoot.querySelector<HTMLElement>('button, input, select, textarea, a, summary')?.focus(options);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const folded = this.folded !== undefined;
    if (!folded && this.stage === 'waiting' && !this.#loading) void this.#fetch();
    if (changed.has('folded')) this.#hadFocus = folded && this.shadowRoot?.activeElement != null;
    // Read by the message's accessible name, in place of everything in the card.
    this.role = 'group';
    this.ariaLabel = [this.#title, this.folded].filter(Boolean).join(', ');
    this.toggleAttribute('wide', !folded && this.stage === 'shown');
  }

  protected override updated(changed: PropertyValues<this>): void {
    // What was filled in is the flow's now; a failed answer brings the form back, with all that is in it.
    if (changed.has('folded') && this.view) this.#keep();
    // What had the focus has gone with the form.
    if (this.#hadFocus) this.#focusMessage();
    this.#hadFocus = false;
  }

  protected override render(): TemplateResult {
    const { words, stage, view } = this;
    if (this.folded !== undefined)
      return this.#line(
        this.folded === '' ? 'clock' : 'check',
        this.#title,
        this.folded || words.viewUnanswered,
      );
    switch (stage) {
      case 'waiting':
        return this.#line(
          undefined,
          this.#title,
          html`<span class="loading"><span class="spinner"></span>${words.viewLoading}</span>`,
        );
      case 'failed':
        return this.#line(
          'alert',
          this.#title,
          html`${words.viewFailed}
            <button type="button" class="link-button" @click=${this.#handleAgainClick}>
              ${words.tryAgain}
            </button>`,
        );
      case 'expired':
        return this.#line('clock', words.viewExpiredTitle, words.viewExpiredText);
      case 'unreadable':
        return this.#line('info', this.#title, words.notShown);
      default:
        return stage === 'left-to-page' || !view
          ? this.#line('info', this.#title, nothing)
          : this.#draw(view);
    }
  }

  get #title(): string {
    return this.view?.title ?? readNote(this.note).title ?? this.message.title ?? this.words.viewTitle;
  }

  #line(name: IconName | undefined, title: string, words: unknown): TemplateResult {
    return html`<div class="card card--line" part="card">
      ${name === undefined ? nothing : icon(name)}
      <div class="line">
        <p class="line-title" dir="auto">${title}</p>
        <p class="line-words">${typeof words === 'string' ? html`<bdi>${words}</bdi>` : words}</p>
      </div>
    </div>`;
  }

  #draw(view: ViewTree): TemplateResult {
    const { problems, words, locale } = this;
    const drawing: Drawing = {
      words,
      formats: this.formats,
      values: this.values,
      problems,
      opened: this.opened,
      copied: this.copied,
      sanitizer: this.sanitizer,
      tellsOptional: view.fields.some(({ required }) => required),
      field: this.#form?.fieldTemplate,
      press: this.#handlePress,
      change: this.#handleChange,
      open: this.#handleOpen,
      copy: this.#handleCopy,
    };
    return html`<div class="card" part="card" @keydown=${this.#handleKeydown}>
      <h3 class="title" dir="auto">${this.#title}</h3>
      <div role="alert">
        ${
          problems.size === 0
            ? nothing
            : html`<p class="alert alert--danger">
                ${icon('alert', 16)}<span>${plural(words.viewProblems, problems.size, locale)}</span>
              </p>`
        }
      </div>
      ${cellsTemplate(view.cells, drawing)}
    </div>`;
  }

  async #fetch(): Promise<void> {
    this.#loading = true;
    try {
      const described = await this.load?.();
      const view = described ? readView(described, this.message.data) : undefined;
      if (view?.fields.length) await this.#loadForm();
      if (view) this.values = restore(view, readNote(this.note));
      this.view = view;
      this.stage = view ? this.#show(view, described) : 'unreadable';
    } catch (error) {
      const { kind, status } = (error ?? {}) as Partial<Failure>;
      if (kind === 'forbidden' || status === 404) this.stage = 'expired';
      else this.stage = kind === 'refused' || kind === 'invalid' ? 'unreadable' : 'failed';
    } finally {
      this.#loading = false;
    }
  }

  async #loadForm(): Promise<void> {
    if (this.#form) return;
    this.#form = await import('./view-form.js');
    const { styleSheet } = this.#form.styles;
    if (styleSheet) (this.renderRoot as ShadowRoot).adoptedStyleSheets.push(styleSheet);
  }

  #show(view: ViewTree, described: unknown): Stage {
    if (!this.dispatchEvent(new ViewShowEvent(view.name, described))) return 'left-to-page';
    void this.#loadSanitizer();
    return 'shown';
  }

  /** Views without markup do without; where it cannot be had, markup is shown as its words. */
  async #loadSanitizer(): Promise<void> {
    if (!JSON.stringify(this.view?.cells).includes('"kind":"html"')) return;
    const sanitize = await import('../src/content/sanitize.js').catch(() => undefined);
    this.sanitizer = sanitize?.createSanitizer();
  }

  readonly #handleAgainClick = (): void => {
    this.stage = 'waiting';
    this.#focusMessage();
  };

  readonly #handleChange = (field: Field, value: FieldValue, settled: boolean): void => {
    this.values = { ...this.values, [field.id]: value };
    if (this.problems.has(field.id))
      this.problems = new Map([...this.problems].filter(([id]) => id !== field.id));
    if (settled) this.#keep();
    else this.#cancelKeep ??= this.schedule(this.#keep, KEEP_MS);
  };

  readonly #handlePress = (press: Press): void => {
    const { view } = this;
    const now = performance.now();
    if (!view || now - this.#pressed < AGAIN_MS) return;
    const submission = submit(view, press, this.values, this.#form?.problemOf);
    this.problems = 'problems' in submission ? submission.problems : new Map();
    if ('problems' in submission) {
      void this.#focusProblem();
      return;
    }
    this.#pressed = now;
    this.#flush();
    this.dispatchEvent(new ViewAnswerEvent(submission.answer, press, view.name));
  };

  async #focusProblem(): Promise<void> {
    await this.updateComplete;
    const field = this.view?.fields.find(({ id }) => this.problems.has(id));
    if (field) this.renderRoot.querySelector<HTMLElement>(`#${controlId(field)}`)?.focus();
  }

  readonly #handleOpen = (id: string, index: number | undefined): void => {
    const { [id]: before, ...rest } = this.opened;
    this.opened = index === undefined ? rest : { ...rest, [id]: index };
    void this.updateComplete.then(() => {
      // What was pressed has gone: the focus goes to where it led, or back to where it came from.
      const target = index === undefined ? `[data-row="${id}-${before ?? 0}"]` : `[data-back="${id}"]`;
      this.renderRoot.querySelector<HTMLElement>(target)?.focus();
    });
  };

  readonly #handleCopy = (text: string): void => {
    const copied = (navigator.clipboard as Clipboard | undefined)?.writeText(text);
    void copied?.then(
      () => (this.copied = text),
      () => undefined,
    );
  };

  #handleKeydown(event: KeyboardEvent): void {
    this.#form?.handleFieldKey(event, this.renderRoot);
    if (event.key !== 'Escape') return;
    // Out of the form; only from there out of the log.
    event.stopPropagation();
    this.#focusMessage();
  }

  #focusMessage(): void {
    this.closest<HTMLElement>('[role="article"]')?.focus({ preventScroll: true });
  }

  readonly #keep = (): void => {
    this.#cancelKeep?.();
    this.#cancelKeep = undefined;
    if (!this.view) return;
    const values = this.folded === undefined ? this.values : {};
    this.dispatchEvent(new ViewKeepEvent(writeNote(this.view, values)));
  };

  readonly #flush = (): void => {
    if (this.#cancelKeep) this.#keep();
  };
}

define('connect-chat-view', View);

declare global {
  interface HTMLElementTagNameMap {
    'connect-chat-view': View;
  }
}
