import { LitElement, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { Sanitizer } from '../src/content/sanitize.js';
import { submit, type Values } from '../src/content/views/answers.js';
import { readView } from '../src/content/views/read-view.js';
import type { FieldProblem } from '../src/content/views/validation.js';
import type { ViewMessage } from '../src/content/views/view-message.js';
import { readNote, restore, writeNote } from '../src/content/views/view-notes.js';
import type { Field, FieldValue, Press, View as ViewTree } from '../src/content/views/view-tree.js';
import { define } from '../src/define.js';
import foundation from './foundation.styles.js';
import type { MessageFormats } from './message-formats.js';
import { ViewAnswerEvent, ViewKeepEvent, ViewShowEvent } from './view-events.js';
import { cardTemplate } from './view/card-template.js';
import { controlId, type Drawing, type ViewWords } from './view/drawing.js';
import { KeepController } from './view/keep-controller.js';
import { foldedTemplate, lineAfter, lineTemplate, type Line } from './view/line-templates.js';
import styles from './view.styles.js';

/** A second press within this time is a double click, in ms. */
const AGAIN_MS = 1_000;

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

  @state() private stage: Line | 'shown' = 'waiting';
  @state() private view: ViewTree | undefined;
  @state() private values: Values = {};
  @state() private problems: ReadonlyMap<string, FieldProblem> = new Map();
  @state() private opened: Readonly<Record<string, number>> = {};
  @state() private copied: string | undefined;
  @state() private sanitizer: Sanitizer | undefined;

  #form: typeof import('./view-form.js') | undefined;
  #loading = false;
  #pressed = Number.NEGATIVE_INFINITY;
  #hadFocus = false;

  readonly #keeper = new KeepController(this, () => {
    if (!this.view) return;
    const values = this.folded === undefined ? this.values : {};
    this.dispatchEvent(new ViewKeepEvent(writeNote(this.view, values)));
  });

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
    if (changed.has('folded')) this.#keeper.now();
    // What had the focus has gone with the form.
    if (this.#hadFocus) this.#focusMessage();
    this.#hadFocus = false;
  }

  protected override render(): TemplateResult {
    const { words, stage, view, folded } = this;
    if (folded !== undefined) return foldedTemplate(folded, this.#title, words);
    return view && stage === 'shown'
      ? this.#draw(view)
      : lineTemplate(stage === 'shown' ? 'waiting' : stage, this.#title, words, this.#handleAgain);
  }

  get #title(): string {
    return this.view?.title ?? readNote(this.note).title ?? this.message.title ?? this.words.viewTitle;
  }

  #draw(view: ViewTree): TemplateResult {
    const drawing: Drawing = {
      words: this.words,
      formats: this.formats,
      values: this.values,
      problems: this.problems,
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
    return cardTemplate(view, this.#title, this.locale, drawing, this.#handleKeydown);
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
      this.stage = lineAfter(error);
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

  #show(view: ViewTree, described: unknown): Line | 'shown' {
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

  readonly #handleAgain = (): void => {
    this.stage = 'waiting';
    this.#focusMessage();
  };

  readonly #handleChange = (field: Field, value: FieldValue, settled: boolean): void => {
    this.values = { ...this.values, [field.id]: value };
    if (this.problems.has(field.id))
      this.problems = new Map([...this.problems].filter(([id]) => id !== field.id));
    if (settled) this.#keeper.now();
    else this.#keeper.soon();
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
    this.#keeper.flush();
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

  readonly #handleKeydown = (event: KeyboardEvent): void => {
    this.#form?.handleFieldKey(event, this.renderRoot);
    if (event.key !== 'Escape') return;
    // Out of the form; only from there out of the log.
    event.stopPropagation();
    this.#focusMessage();
  };

  #focusMessage(): void {
    this.closest<HTMLElement>('[role="article"]')?.focus({ preventScroll: true });
  }
}

define('connect-chat-view', View);

declare global {
  interface HTMLElementTagNameMap {
    'connect-chat-view': View;
  }
}
