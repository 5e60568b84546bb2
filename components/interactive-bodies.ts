import { html, nothing, type TemplateResult } from 'lit';
import { inlineText } from '../src/content/interactive/inline.js';
import { SlotWords } from '../src/content/interactive/slot-words.js';
import type { Carousel, Heading, Picker, TimePicker } from '../src/content/interactive/template.js';
import { format } from '../src/i18n/format.js';
import { icon } from './icons.js';
import { repliesTemplate, rowsTemplate } from './interactive-options.js';
import { headTemplate, thumbnailTemplate, titleTemplate } from './interactive-texts.js';
import type { CardView } from './interactive-view.js';

/** Where a card stands, and what was chosen on it if it was one of its choices. */
export interface CardOutcome {
  readonly state: 'open' | 'answered' | 'closed';
  readonly choice: string | undefined;
}

/** A question with its answers on the customer's side; only the question, once it cannot be answered. */
export function quickReplyTemplate(
  view: CardView,
  picker: Picker,
  { state, choice }: CardOutcome,
  machine: boolean,
): TemplateResult {
  const { reply, title, subtitle, picture } = picker;
  const blank = title === '' && subtitle === '' && !picture;
  return html`${
    blank && state === 'open'
      ? nothing
      : html`<div class="bubble ${machine ? 'bubble--machine' : ''}" part="bubble">
          ${headTemplate(view, { ...picker, title: '', subtitle: '' }, 'question')}
          ${titleTemplate(view, blank ? view.strings.question : title, 'question-title', 'bubble-text')}
          ${titleTemplate(view, subtitle, 'question-subtitle', 'bubble-text')}
          ${reply && choice !== undefined ? replyTemplate(view, reply) : nothing}
        </div>`
  }
  ${state === 'open' ? repliesTemplate(view, picker) : nothing}`;
}

/** The times of a picker in words, where nothing better can be shown. */
export function timesTemplate(
  { strings, locale }: CardView,
  { slots, offsetMinutes }: TimePicker,
): TemplateResult {
  const words = new SlotWords(locale, offsetMinutes, Date.now());
  return html`<div class="card-head card-text">
    ${slots.map((slot) => html`<p>${words.full(slot)}</p>`)}
    <p>${strings.notShown}</p>
  </div>`;
}

/** What stands above the cards of a carousel, and the cards, for the slots of a `<connect-chat-carousel>`. */
export function carouselTemplate(view: CardView, carousel: Carousel): TemplateResult {
  const { strings } = view;
  const figures = new Intl.NumberFormat(view.locale);
  const count = figures.format(carousel.cards.length);
  return html`<div slot="heading">${headTemplate(view, carousel, 'carousel')}</div>
    ${carousel.cards.map((card, index) => {
      const position = format(strings.cardPosition, { position: figures.format(index + 1), count });
      const title = inlineText(card.title);
      return html`<div
        class="card"
        part="card"
        role="group"
        aria-roledescription=${strings.carouselCard}
        aria-label=${title === '' ? position : `${position}: ${title}`}
      >
        ${headTemplate(view, card, `card-${index}`)} ${rowsTemplate(view, card, `card-${index}`)}
      </div>`;
    })}`;
}

/** A card in one line: its title, and what became of it. */
export function foldedTemplate(
  view: CardView,
  { title, subtitle, reply }: Heading,
  { state, choice }: CardOutcome,
): TemplateResult {
  const { strings } = view;
  const answered = state === 'answered';
  const outcome =
    choice === undefined
      ? html`${answered ? strings.answered : strings.notAnswered}`
      : html`<span class="visually-hidden">${strings.youChose} </span>${choice}`;
  return html`<div class="card card--folded ${answered ? '' : 'card--expired'}" part="card">
    ${icon(answered ? 'check' : 'clock')}
    <div>
      <p class="card-title" dir="auto">${inlineText(title) || inlineText(subtitle) || strings.question}</p>
      <p class="card-text" dir="auto">${outcome}</p>
      ${reply && choice !== undefined ? replyTemplate(view, reply) : nothing}
    </div>
  </div>`;
}

/** What the flow says to an answer. */
function replyTemplate(
  view: CardView,
  { title, subtitle, picture }: NonNullable<Heading['reply']>,
): TemplateResult {
  return html`<div class="card-reply">
    ${picture ? thumbnailTemplate(view, picture) : nothing}
    <div>
      ${titleTemplate(view, title, 'reply-title', 'card-text')}
      ${titleTemplate(view, subtitle, 'reply-subtitle', 'card-text')}
    </div>
  </div>`;
}
