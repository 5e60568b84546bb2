import { html, nothing, type TemplateResult } from 'lit';
import { inlineRuns } from '../src/content/interactive/inline.js';
import type { Heading, Picture } from '../src/content/interactive/template.js';
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

/** Class of a text that is shown in part. */
export function clampOf({ expanded }: CardView, text: string, name: string): string {
  return isLong(text) && !expanded.has(name) ? 'clamped' : '';
}

/** The button that shows all of a long text. */
export function moreTemplate({ strings, expanded, expand }: CardView, text: string, name: string): Shown {
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
export function thumbnailTemplate({ broken, breakPicture }: CardView, { src, alt }: Picture): TemplateResult {
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
