import { LitElement, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { carouselAnswer, pageAnswer, RESPONSE } from '../src/content/interactive/answers.js';
import { inlineText } from '../src/content/interactive/inline.js';
import type {
  Carousel,
  PageAction,
  Picker,
  Template,
  TimePicker,
} from '../src/content/interactive/template.js';
import { scheduleWithTimeout, type Schedule } from '../src/controllers/schedule.js';
import { define } from '../src/define.js';
import { interactiveEnglish } from '../src/i18n/interactive-strings.js';
import { english } from '../src/i18n/strings.js';
import foundation from './foundation.styles.js';
import styles from './interactive-card.styles.js';
import {
  carouselTemplate,
  foldedTemplate,
  quickReplyTemplate,
  timesTemplate,
  type CardOutcome,
} from './interactive-bodies.js';
import { rowsTemplate } from './interactive-options.js';
import { headTemplate } from './interactive-texts.js';
import { CardAnswerEvent, type CardStrings, type CardView } from './interactive-view.js';
import type { SlotConfirmEvent } from './time-slots.js';

/** A second press this soon, in ms, is the same press: the answer may be on its way through another tab. */
const PRESS_MS = 1_000;
/** How long, in ms, the flow has for other options before they can be asked for again. */
const TURN_MS = 10_000;

/**
 * An interactive message: a list, times, a carousel or quick replies. It shows, and says what the answer is; whether it
 * can still be answered it is told. Folds to one line when it cannot.
 *
 * @fires {CardAnswerEvent} card-answer - The customer has chosen, or wants other options.
 *
 * @csspart card - The box.
 * @csspart bubble - The question above quick replies.
 * @csspart card-option - One line of a list.
 * @csspart quick-reply - A quick reply.
 * @csspart time-slot - A time.
 */
export class InteractiveCard extends LitElement implements CardView, CardOutcome {
  static override styles = [foundation, styles];

  @property({ attribute: false }) template: Template | undefined;

  /** Whether the customer can answer, has answered, or can no longer. */
  @property() state: CardOutcome['state'] = 'open';

  /** The answer in words, if it was one of the choices. */
  @property() choice: string | undefined;

  /** Set if no person speaks. */
  @property({ type: Boolean }) machine = false;

  @property({ attribute: false }) strings: CardStrings = { ...english, ...interactiveEnglish };

  /** BCP 47 tag. */
  @property() locale = 'en';

  /** Timers; a test passes its own. */
  @property({ attribute: false }) schedule: Schedule = scheduleWithTimeout;

  @state() broken: ReadonlySet<string> = new Set();
  @state() expanded: ReadonlySet<string> = new Set();
  @state() loading: PageAction | undefined;

  @state() private unloaded = false;

  #pressedAt = Number.NEGATIVE_INFINITY;
  #hadFocus = false;
  #stopWaiting: (() => void) | undefined;

  constructor() {
    super();
    this.addEventListener('keydown', this.#handleKeydown);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#stopWaiting?.();
  }

  /** Goes to the first control. */
  override focus(options?: FocusOptions): void {
    this.renderRoot.querySelector<HTMLElement>('button, a, connect-chat-time-slots')?.focus(options);
  }

  readonly choose = (picker: Picker, title: string, event: Event): void => {
    const { template } = this;
    const card = template?.type === 'Carousel' ? template.cards.find((one) => one === picker) : undefined;
    this.#answer(card ? carouselAnswer(card, title) : title, 'text/plain', event);
  };

  readonly turn = (picker: Picker, action: PageAction, event: Event): void => {
    if (this.loading !== undefined || !this.#answer(pageAnswer(picker, action), RESPONSE, event)) return;
    this.loading = action;
    this.#stopWaiting = this.schedule(() => (this.loading = undefined), TURN_MS);
  };

  readonly expand = (name: string): void => {
    const expanded = new Set(this.expanded);
    if (!expanded.delete(name)) expanded.add(name);
    this.expanded = expanded;
  };

  readonly breakPicture = (src: string): void => {
    this.broken = new Set([...this.broken, src]);
  };

  protected override willUpdate(changed: PropertyValues<this>): void {
    this.#hadFocus = this.matches(':focus-within');
    if (!changed.has('template') && !changed.has('state')) return;
    this.#pressedAt = Number.NEGATIVE_INFINITY;
    this.#stopWaiting?.();
    this.loading = undefined;
  }

  protected override updated(): void {
    // What had the focus may have gone with the answer; the focus must not fall out of the chat.
    if (!this.#hadFocus || this.matches(':focus-within')) return;
    if (this.state === 'open') this.focus({ preventScroll: true });
    else this.#message?.focus({ preventScroll: true });
  }

  protected override render(): TemplateResult | typeof nothing {
    const { template } = this;
    if (!template) return nothing;
    if (template.type === 'QuickReply') return quickReplyTemplate(this, template, this, this.machine);
    if (this.state !== 'open') return foldedTemplate(this, template, this);
    if (template.type === 'Carousel') return this.#carousel(template);
    return html`<div class="card" part="card">
      ${headTemplate(this, template, 'card')}
      ${template.type === 'TimePicker' ? this.#times(template) : rowsTemplate(this, template, 'card')}
    </div>`;
  }

  /** The code for times comes with the first of them. Should it not come, they can be read at least. */
  #times(picker: TimePicker): TemplateResult {
    const label = inlineText(picker.title) || this.strings.chooseTime;
    import('./time-slots.js').catch(() => (this.unloaded = true));
    return html`<connect-chat-time-slots
      exportparts="time-slot"
      .picker=${picker}
      .strings=${this.strings}
      .locale=${this.locale}
      .label=${label}
      @slot-confirm=${this.#handleConfirm}
      >${this.unloaded ? timesTemplate(this, picker) : nothing}</connect-chat-time-slots
    >`;
  }

  /** The code for turning cards comes with the first of them. Without it they stand one below the other. */
  #carousel(carousel: Carousel): TemplateResult {
    import('./carousel.js').catch(() => undefined);
    return html`<connect-chat-carousel
      .strings=${this.strings}
      .locale=${this.locale}
      .vertical=${carousel.vertical}
      .label=${inlineText(carousel.title) || this.strings.question}
    >
      ${carouselTemplate(this, carousel)}
    </connect-chat-carousel>`;
  }

  /** Returns whether this was a press of its own. */
  #answer(text: string, contentType: string, { timeStamp }: Event): boolean {
    if (timeStamp - this.#pressedAt < PRESS_MS) return false;
    this.#pressedAt = timeStamp;
    this.dispatchEvent(new CardAnswerEvent(text, contentType));
    return true;
  }

  #handleConfirm(event: SlotConfirmEvent): void {
    this.#answer(event.detail.date, 'text/plain', event);
  }

  /** Escape leads from the controls of a message back to the message. */
  readonly #handleKeydown = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || event.defaultPrevented || !this.#message) return;
    event.preventDefault();
    this.#message.focus();
  };

  get #message(): HTMLElement | null {
    return this.closest('[role="article"]');
  }
}

define('connect-chat-interactive', InteractiveCard);

declare global {
  interface HTMLElementTagNameMap {
    'connect-chat-interactive': InteractiveCard;
  }
}
