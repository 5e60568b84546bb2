import { LitElement, html, type PropertyValues, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { define } from '../src/define.js';
import { format } from '../src/i18n/format.js';
import { interactiveEnglish } from '../src/i18n/interactive-strings.js';
import { english } from '../src/i18n/strings.js';
import styles from './carousel.styles.js';
import foundation from './foundation.styles.js';
import { cardIcon } from './interactive-icons.js';
import type { CardStrings } from './interactive-view.js';

/**
 * Cards side by side, of which the next one peeks, or one above the other, of which one is seen. It knows nothing of
 * what is on them.
 *
 * @slot - The cards.
 * @slot heading - What stands above them.
 */
export class CardCarousel extends LitElement {
  static override styles = [foundation, styles];

  @property({ type: Boolean, reflect: true }) vertical = false;
  @property({ attribute: false }) strings: CardStrings = { ...english, ...interactiveEnglish };
  /** BCP 47 tag. */
  @property() locale = 'en';
  /** Accessible name. */
  @property() label = '';

  @state() private index = 0;
  @state() private count = 0;

  @query('.track') private readonly track!: HTMLElement;
  @query('.track slot') private readonly slotted!: HTMLSlotElement;

  /** Where a button has sent the track, in px, until it is there. */
  #target: number | undefined;

  protected override render(): TemplateResult {
    const { strings, vertical, index, count } = this;
    const figures = new Intl.NumberFormat(this.locale);
    const position = { position: figures.format(Math.min(index + 1, count)), count: figures.format(count) };
    return html`<div
      class="carousel"
      role="group"
      aria-roledescription=${strings.carousel}
      aria-label=${this.label}
    >
      <div class="head">
        <div class="heading"><slot name="heading"></slot></div>
        <span class="count" aria-live="polite">${format(strings.cardPosition, position)}</span>
        ${this.#buttonTemplate(-1, strings.previousCard, vertical ? 'up' : 'back')}
        ${this.#buttonTemplate(1, strings.nextCard, vertical ? 'down' : 'next')}
      </div>
      <div
        class="track"
        @scroll=${this.#handleScroll}
        @wheel=${this.#handleHand}
        @pointerdown=${this.#handleHand}
        @focusin=${this.#handleHand}
      >
        <slot @slotchange=${this.#handleSlotChange}></slot>
      </div>
    </div>`;
  }

  protected override updated(changed: PropertyValues): void {
    if (!changed.has('index') && !changed.has('count') && !changed.has('vertical')) return;
    for (const [index, card] of this.#cards.entries()) card.hidden = this.vertical && index !== this.index;
  }

  /** At either end the button stays, so that it does not take the focus away with it. */
  #buttonTemplate(step: 1 | -1, label: string, sign: 'up' | 'down' | 'back' | 'next'): TemplateResult {
    const to = this.index + step;
    const possible = to >= 0 && to < this.count;
    return html`<button
      type="button"
      class="icon-button"
      aria-label=${label}
      aria-disabled=${possible ? 'false' : 'true'}
      @click=${() => possible && this.#show(to)}
    >
      ${cardIcon(sign)}
    </button>`;
  }

  #show(index: number): void {
    this.index = index;
    if (this.vertical) return;
    const cards = this.#cards;
    const [first] = cards;
    const card = cards[index];
    if (!first || !card) return;
    const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
    this.#target = card.offsetLeft - first.offsetLeft;
    this.track.scrollTo({ left: this.#target, behavior: still ? 'instant' : 'smooth' });
  }

  /** A finger, or the focus in a card that was not in sight, moves the cards too. */
  #handleScroll(): void {
    const { track } = this;
    const cards = this.#cards;
    const [first] = cards;
    if (this.vertical || !first) return;
    const atEnd = Math.abs(track.scrollLeft) + track.clientWidth >= track.scrollWidth - 1;
    if (this.#target !== undefined) {
      // On the way there the cards between are not where the customer is. The last ones may not reach the beginning.
      if (atEnd || Math.abs(track.scrollLeft - this.#target) < 2) this.#target = undefined;
      return;
    }
    const away = cards.map((card) => Math.abs(card.offsetLeft - first.offsetLeft - track.scrollLeft));
    const nearest = away.indexOf(Math.min(...away));
    if (!atEnd || nearest > this.index) this.index = nearest;
  }

  readonly #handleHand = (): void => {
    this.#target = undefined;
  };

  get #cards(): HTMLElement[] {
    return this.slotted.assignedElements() as HTMLElement[];
  }

  #handleSlotChange(): void {
    this.count = this.#cards.length;
    this.index = Math.min(this.index, Math.max(0, this.count - 1));
  }
}

define('connect-chat-carousel', CardCarousel);

declare global {
  interface HTMLElementTagNameMap {
    'connect-chat-carousel': CardCarousel;
  }
}
