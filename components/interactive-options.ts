import { html, nothing, type TemplateResult } from 'lit';
import { inlineText } from '../src/content/interactive/inline.js';
import type { Choice, LinkOption, Picker } from '../src/content/interactive/template.js';
import { icon } from './more-icons.js';
import { cardIcon } from './interactive-icons.js';
import { clampOf, moreTemplate, thumbnailTemplate } from './interactive-texts.js';
import type { CardView } from './interactive-view.js';

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
      aria-disabled=${loading === undefined ? nothing : 'true'}
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
