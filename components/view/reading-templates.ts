import { html, nothing, type TemplateResult } from 'lit';
import { guard } from 'lit/directives/guard.js';
import { htmlText, withKnownTags } from '../../src/content/views/html-text.js';
import type { Fact, NodeOf } from '../../src/content/views/view-tree.js';
import { format } from '../../src/i18n/format.js';
import { icon } from '../more-icons.js';
import type { Drawing } from './drawing.js';

/** The title of the card is a heading of the third level; what is in it goes below. */
export function headingTemplate(words: string, level: 1 | 2 | 3): TemplateResult {
  if (level === 1) return html`<h4 class="heading" dir="auto">${words}</h4>`;
  return level === 2
    ? html`<h4 class="heading heading--2" dir="auto">${words}</h4>`
    : html`<h5 class="heading heading--3" dir="auto">${words}</h5>`;
}

/** Markup as the sanitizer leaves it; as its words while there is none. */
export function htmlTemplate({ html: markup }: NodeOf<'html'>, { sanitizer }: Drawing): TemplateResult {
  const content = guard([markup, sanitizer], () => sanitizer?.(withKnownTags(markup)) ?? htmlText(markup));
  return html`<div class="markup" dir="auto">${content}</div>`;
}

/** A box that stands out, in one of four tones. */
export function alertTemplate({ tone, heading, text }: NodeOf<'alert'>): TemplateResult {
  return html`<div class="alert alert--${tone}">
    ${icon(tone === 'success' ? 'check' : tone === 'info' ? 'info' : 'alert', 16)}
    <div dir="auto">
      ${heading === undefined ? nothing : html`<p class="alert-heading">${heading}</p>`}
      ${text === undefined ? nothing : html`<p>${text}</p>`}
    </div>
  </div>`;
}

/** A name and what belongs to it, which may be copied. */
export function factTemplate({ label, value, href, copy }: Fact, drawing: Drawing): TemplateResult {
  const { words, copied } = drawing;
  return html`<div class="fact">
    <dt dir="auto">${label}</dt>
    <dd>
      ${href === undefined ? html`<bdi>${value}</bdi>` : linkTemplate(value, href, drawing)}
      ${
        copy === undefined
          ? nothing
          : html`<button
              type="button"
              class="link-button"
              aria-label=${`${copied === copy ? words.copied : words.copy}: ${label}`}
              @click=${() => drawing.copy(copy)}
            >
              ${copied === copy ? words.copied : words.copy}
            </button>`
      }
    </dd>
  </div>`;
}

/** A link, which says when it leads out of the page. */
export function linkTemplate(
  words: string,
  href: string,
  { words: { viewLinkOpens } }: Drawing,
): TemplateResult {
  const elsewhere = /^https?:/.test(href);
  return html`<a href=${href} target=${elsewhere ? '_blank' : nothing} rel="noopener noreferrer"
    ><bdi>${words}</bdi>${
      elsewhere
        ? html`${icon('external', 14)}<span class="visually-hidden">(${viewLinkOpens})</span>`
        : nothing
    }</a
  >`;
}

/** A picture that does not come is its description. */
export function imageTemplate({ src, alt }: NodeOf<'image'>): TemplateResult {
  if (src === undefined) return html`<p class="text quiet" dir="auto">${alt}</p>`;
  const fail = ({ target }: Event) => {
    const image = target as HTMLElement;
    image.hidden = true;
    image.nextElementSibling?.removeAttribute('hidden');
  };
  return html`<img
      class="image"
      src=${src}
      alt=${alt}
      loading="lazy"
      decoding="async"
      referrerpolicy="no-referrer"
      @error=${fail}
    />
    <p class="text quiet" dir="auto" hidden>${alt}</p>`;
}

/** How far the customer has come, in words and as a list. */
export function stepsTemplate({ steps, current }: NodeOf<'steps'>, { words }: Drawing): TemplateResult {
  const values = { current: String(current + 1), total: String(steps.length) };
  return html`<div class="steps">
    ${steps.length > 1 ? html`<p class="quiet">${format(words.viewStep, values)}</p>` : nothing}
    <ol class="steps-list">
      ${steps.map(
        (step, index) =>
          html`<li
            aria-current=${index === current ? 'step' : nothing}
            class=${index < current ? 'done' : ''}
          >
            ${index < current ? icon('check', 14) : nothing}<bdi>${step}</bdi>
          </li>`,
      )}
    </ol>
  </div>`;
}
