import { html, nothing, type TemplateResult } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import { inlineRuns, inlineText } from '../src/content/interactive/inline.js';
import type { Choice, Heading, LinkOption, Picker, Picture } from '../src/content/interactive/template.js';
import { icon } from './icons.js';
import { cardIcon } from './interactive-icons.js';
import type { CardView } from './interactive-view.js';

type Shown = TemplateResult | typeof nothing;

/** Longer texts are shown in part at first. */
const LONG_CHARACTERS = 240;
const LONG_LINES = 5;

/** Whether `text` is shown in part at first. */
function isLong(text: string): boolean {
  return text.length > LONG_CHARACTERS || text.split('\n', LONG_LINES + 1).length > LONG_LINES;
}

/**
 * Picture, title and subtitle.
 *
 * @param name - Tells this heading from the others of the card.
 */
export function headTemplate(view: CardView, heading: Heading, name: string): Shown {
  const { title, subtitle, picture } = heading;
  const hasText = title !== '' || subtitle !== '';
  return html`${picture ? pictureTemplate(view, picture) : nothing}
  ${
    hasText
      ? html`<div class="card-head">
          ${titleTemplate(view, title, `${name}-title`, 'card-title')}
          ${titleTemplate(view, subtitle, `${name}-subtitle`, 'card-text')}
        </div>`
      : nothing
  }`;
}

/** A text that may be long, and may have bold, italic and links. */
export function titleTemplate(view: CardView, text: string, name: string, className: string): Shown {
  if (text === '') return nothing;
  return html`<p class="${className} ${clampOf(view, text, name)}" dir="auto">${runsTemplate(text)}</p>
    ${moreTemplate(view, text, name)}`;
}

function runsTemplate(text: string): unknown {
  return inlineRuns(text).map((run) => {
    if (run.href !== undefined)
      return html`<a href=${run.href} target=${run.target ?? '_blank'} rel="noopener noreferrer"
        >${run.text}</a
      >`;
    if (run.style === 'strong') return html`<strong>${run.text}</strong>`;
    return run.style === 'em' ? html`<em>${run.text}</em>` : run.text;
  });
}

function clampOf({ expanded }: CardView, text: string, name: string): string {
  return isLong(text) && !expanded.has(name) ? 'clamped' : '';
}

function moreTemplate({ strings, expanded, expand }: CardView, text: string, name: string): Shown {
  if (!isLong(text)) return nothing;
  const open = expanded.has(name);
  return html`<button
    type="button"
    class="link-button more"
    aria-expanded=${open}
    @click=${() => expand(name)}
  >
    ${open ? strings.readLess : strings.readMore}
  </button>`;
}

/** The picture above a card; where it cannot be shown, what was said of it. */
function pictureTemplate({ broken, breakPicture }: CardView, { src, alt }: Picture): Shown {
  if (!broken.has(src)) return imageTemplate('card-image', src, alt, breakPicture);
  return alt === ''
    ? nothing
    : html`<p class="fact card-image--broken">${cardIcon('picture')}<span>${alt}</span></p>`;
}

/** A small picture; where it cannot be shown, the sign of one. */
function thumbnailTemplate({ broken, breakPicture }: CardView, { src, alt }: Picture): TemplateResult {
  return html`<span class="row-image">
    ${
      broken.has(src)
        ? html`${cardIcon('picture')}<span class="visually-hidden">${alt}</span>`
        : imageTemplate('', src, alt, breakPicture)
    }
  </span>`;
}

function imageTemplate(
  className: string,
  src: string,
  alt: string,
  broke: (src: string) => void,
): TemplateResult {
  return html`<img
    class=${className}
    src=${src}
    alt=${alt}
    loading="lazy"
    decoding="async"
    referrerpolicy="no-referrer"
    @error=${() => broke(src)}
  />`;
}

/** The options of a picker as rows, and the ways to others in a foot. */
export function rowsTemplate(view: CardView, picker: Picker, name: string): TemplateResult {
  const { options, pages } = picker;
  return html`${
    options.length === 0
      ? nothing
      : html`<ul class="rows">
          ${options.map((option, index) => html`<li>${rowTemplate(view, picker, option, `${name}-${index}`)}</li>`)}
        </ul>`
  }
  ${pages.length === 0 ? nothing : html`<div class="card-foot">${pagesTemplate(view, picker)}</div>`}`;
}

function rowTemplate(
  view: CardView,
  picker: Picker,
  option: Choice | LinkOption,
  name: string,
): TemplateResult {
  const { title, subtitle, picture } = option;
  const className = `row ${picture ? 'row--image' : ''}`;
  const inside = (sign: unknown) =>
    html`${picture ? thumbnailTemplate(view, picture) : nothing}
      <span>
        <span class="row-title ${clampOf(view, title, name)}" dir="auto">${title}</span>
        ${
          subtitle === ''
            ? nothing
            : html`<span class="row-text ${clampOf(view, subtitle, name)}" dir="auto"
                >${inlineText(subtitle)}</span
              >`
        } </span
      >${sign}`;
  return html`${optionTemplate(view, picker, option, className, 'card-option', inside)}
  ${moreTemplate(view, title.length > subtitle.length ? title : subtitle, name)}`;
}

/** A choice is a button, a link is a link, and a link that leads nowhere is its words. */
function optionTemplate(
  view: CardView,
  picker: Picker,
  option: Choice | LinkOption,
  className: string,
  part: string,
  inside: (sign: unknown) => unknown,
): TemplateResult {
  if (option.kind === 'choice')
    return html`<button
      type="button"
      class=${className}
      part=${part}
      @click=${(event: Event) => view.choose(picker, option.title, event)}
    >
      ${inside(part === 'card-option' ? cardIcon('next') : nothing)}
    </button>`;
  if (option.href === undefined) return html`<span class="${className} plain">${inside(nothing)}</span>`;
  return html`<a
    class=${className}
    part=${part}
    href=${option.href}
    target=${picker.target}
    rel="noopener noreferrer"
    >${inside(icon('external', 16))}</a
  >`;
}

function pagesTemplate(view: CardView, picker: Picker): unknown {
  const { strings, loading } = view;
  return picker.pages.map(({ action, title }) => {
    const label = title || (action === 'SHOW_MORE' ? strings.moreOptions : strings.previousOptions);
    return html`<button
      type="button"
      class="button button--ghost ${action === 'SHOW_MORE' ? 'button--next' : ''}"
      aria-disabled=${ifDefined(loading === undefined ? undefined : 'true')}
      @click=${(event: Event) => view.turn(picker, action, event)}
    >
      ${loading === action ? html`<span class="spinner"></span>${strings.loadingOptions}` : label}
    </button>`;
  });
}

/** What the customer might say, on their side: it becomes their words. */
export function repliesTemplate(view: CardView, picker: Picker): TemplateResult {
  const label = inlineText(picker.title);
  return html`<div class="replies" role="group" aria-label=${label || view.strings.question}>
    ${picker.options.map((option, index) => {
      const name = `reply-${index}`;
      const inside = (sign: unknown) =>
        html`<span class=${clampOf(view, option.title, name)} dir="auto">${option.title}</span>${sign}`;
      return html`${optionTemplate(view, picker, option, 'reply', 'quick-reply', inside)}
      ${moreTemplate(view, option.title, name)}`;
    })}
    ${pagesTemplate(view, picker)}
  </div>`;
}

/** A card in one line: its title, and what became of it. */
export function foldedTemplate(
  view: CardView,
  { title, subtitle, reply }: Heading,
  answered: boolean,
  choice: string | undefined,
): TemplateResult {
  const { strings } = view;
  return html`<div class="card card--folded ${answered ? '' : 'card--expired'}" part="card">
    ${icon(answered ? 'check' : 'clock')}
    <div>
      <p class="card-title" dir="auto">${inlineText(title) || inlineText(subtitle) || strings.question}</p>
      <p class="card-text" dir="auto">
        ${
          choice === undefined
            ? answered
              ? strings.answered
              : strings.notAnswered
            : html`<span class="visually-hidden">${strings.youChose} </span>${choice}`
        }
      </p>
      ${reply && choice !== undefined ? replyTemplate(view, reply) : nothing}
    </div>
  </div>`;
}

/** What the flow says to an answer. */
export function replyTemplate(
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
