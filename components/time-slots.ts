import { LitElement, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { SlotWords } from '../src/content/interactive/slot-words.js';
import { pagesOf, type SlotDay } from '../src/content/interactive/slots.js';
import type { Slot, TimePicker } from '../src/content/interactive/template.js';
import { define } from '../src/define.js';
import { format } from '../src/i18n/format.js';
import { interactiveEnglish } from '../src/i18n/interactive-strings.js';
import { english } from '../src/i18n/strings.js';
import foundation from './foundation.styles.js';
import { icon } from './more-icons.js';
import { cardIcon } from './interactive-icons.js';
import type { CardStrings } from './interactive-view.js';
import styles from './time-slots.styles.js';

/** The customer has confirmed a time. */
export class SlotConfirmEvent extends CustomEvent<{ readonly date: string }> {
  constructor(date: string) {
    super('slot-confirm', { detail: { date } });
  }
}

/** How far each key goes among the times; left and right are those of left-to-right text. */
const STEPS: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 };

/**
 * Times to choose from, by day, and a button to confirm the choice.
 *
 * @fires {SlotConfirmEvent} slot-confirm - The customer has confirmed a time.
 *
 * @csspart time-slot - A time.
 */
export class TimeSlots extends LitElement {
  static override styles = [foundation, styles];

  @property({ attribute: false }) picker: TimePicker | undefined;
  @property({ attribute: false }) strings: CardStrings = { ...english, ...interactiveEnglish };
  /** BCP 47 tag. */
  @property() locale = 'en';
  /** What is being chosen. */
  @property() label = '';

  @state() private page = 0;
  @state() private chosen: Slot | undefined;

  #words = new SlotWords('en', undefined, 0);
  /** How long all of them take, if they take as long. */
  #each: string | undefined;
  #pages: readonly (readonly SlotDay[])[] = [];

  /** Goes to the time that is chosen, else to the first. */
  override focus(options?: FocusOptions): void {
    this.renderRoot.querySelector<HTMLElement>('[tabindex="0"], button')?.focus(options);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const { picker, locale } = this;
    if (!picker || !(changed.has('picker') || changed.has('locale'))) return;
    const words = new SlotWords(locale, picker.offsetMinutes, Date.now());
    this.#words = words;
    this.#pages = pagesOf(picker.slots, (slot) => words.day(slot));
    const durations = new Set(picker.slots.map((slot) => words.duration(slot)));
    const [each = ''] = durations;
    this.#each = durations.size === 1 && each !== '' ? each : undefined;
    this.page = Math.min(this.page, this.#pages.length - 1);
    if (!picker.slots.some(({ date }) => date === this.chosen?.date)) this.chosen = undefined;
  }

  protected override render(): TemplateResult | typeof nothing {
    const { picker, strings, chosen } = this;
    if (!picker) return nothing;
    const days = this.#pages[this.page] ?? [];
    return html`<div class="body">
        ${picker.place === '' ? nothing : html`<p class="fact" dir="auto">${cardIcon('pin')}<span>${picker.place}</span></p>`}
        ${this.#each === undefined ? nothing : html`<p class="fact">${icon('clock', 16)}<span>${this.#each}</span></p>`}
        ${picker.slots.length === 0 ? nothing : this.#slotsTemplate(picker, days)}
      </div>
      ${
        picker.slots.length === 0
          ? nothing
          : html`<div class="body">
              <button
                type="button"
                class="button button--primary button--block"
                aria-disabled=${chosen ? nothing : 'true'}
                @click=${this.#handleConfirm}
              >
                ${chosen ? format(strings.confirmTime, { time: this.#words.short(chosen) }) : strings.chooseTime}
              </button>
            </div>`
      }
      ${this.#pages.length > 1 ? this.#footTemplate(days) : nothing}`;
  }

  #slotsTemplate(picker: TimePicker, days: readonly SlotDay[]): TemplateResult {
    const shown = days.flatMap(({ slots }) => slots);
    const stop = this.chosen && shown.includes(this.chosen) ? this.chosen : shown[0];
    return html`<div class="slots" role="radiogroup" aria-label=${this.label} @keydown=${this.#handleKeydown}>
        ${days.map(
          ({ label, slots }) =>
            html`<div class="day">
              ${label === '' ? nothing : html`<p class="day-label">${label}</p>`}
              <div class="grid">${slots.map((slot) => this.#slotTemplate(slot, label, slot === stop))}</div>
            </div>`,
        )}
      </div>
      ${this.#zoneTemplate(picker)}`;
  }

  #slotTemplate(slot: Slot, day: string, stop: boolean): TemplateResult {
    const checked = slot === this.chosen;
    const time = this.#words.time(slot);
    const duration = this.#words.duration(slot);
    return html`<button
      type="button"
      class="slot"
      part="time-slot"
      role="radio"
      aria-checked=${checked}
      tabindex=${stop ? 0 : -1}
      aria-label=${[time, day, duration].filter(Boolean).join(', ')}
      @click=${() => (this.chosen = slot)}
    >
      <span class="slot-time">${checked ? icon('check', 14) : nothing}${time}</span>
      ${duration === '' || this.#each !== undefined ? nothing : html`<span class="slot-length">${duration}</span>`}
    </button>`;
  }

  #zoneTemplate({ slots, offsetMinutes, place }: TimePicker): TemplateResult | typeof nothing {
    const { strings } = this;
    const [first] = slots;
    if (first?.time === undefined) return nothing;
    const template =
      offsetMinutes === undefined
        ? strings.timesAreYours
        : place === ''
          ? strings.timesAreIn
          : strings.timesAreAt;
    const zone = this.#words.zone(first);
    return html`<p class="fact">${icon('info', 16)}<span>${format(template, { zone, place })}</span></p>`;
  }

  /** Both ways stay where they are, so that neither takes the focus away with it. */
  #footTemplate(days: readonly SlotDay[]): TemplateResult {
    const { strings, page } = this;
    const shown = days.flatMap(({ slots }) => slots);
    const dates = [...new Set([shown[0], shown.at(-1)].map((slot) => (slot ? this.#words.date(slot) : '')))];
    const turn = (to: number, label: string) =>
      html`<button
        type="button"
        class="button button--ghost"
        aria-disabled=${to in this.#pages ? nothing : 'true'}
        @click=${() => (this.page = to in this.#pages ? to : page)}
      >
        ${label}
      </button>`;
    return html`<div class="foot">
      ${turn(page - 1, strings.earlierTimes)}
      <span class="note" aria-live="polite">${dates.filter(Boolean).join(' – ')}</span>
      ${turn(page + 1, strings.laterTimes)}
    </div>`;
  }

  #handleKeydown(event: KeyboardEvent): void {
    const step = STEPS[event.key];
    if (step === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    const radios = [...this.renderRoot.querySelectorAll<HTMLElement>('[role="radio"]')];
    const at = radios.indexOf(event.target as HTMLElement);
    const turned = /Left|Right/.test(event.key) && this.matches(':dir(rtl)') ? -step : step;
    const next = radios[(at + turned + radios.length) % radios.length];
    next?.focus();
    next?.click();
  }

  #handleConfirm(): void {
    if (this.chosen) this.dispatchEvent(new SlotConfirmEvent(this.chosen.date));
  }
}

define('connect-chat-time-slots', TimeSlots);

declare global {
  interface HTMLElementTagNameMap {
    'connect-chat-time-slots': TimeSlots;
  }
}
