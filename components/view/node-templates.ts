import { html, nothing, svg, type TemplateResult } from 'lit';
import { guard } from 'lit/directives/guard.js';
import { htmlText, withKnownTags } from '../../src/content/views/html-text.js';
import { asText, member } from '../../src/content/views/json.js';
import type { Button, Cell, Choice, Fact, Table, ViewNode } from '../../src/content/views/view-tree.js';
import { format } from '../../src/i18n/format.js';
import { icon } from '../more-icons.js';
import type { Drawing } from './drawing.js';

type Of<Kind extends ViewNode['kind']> = Extract<ViewNode, { kind: Kind }>;

/** Cells on a grid of twelve columns. */
export function cellsTemplate(cells: readonly Cell[], drawing: Drawing): TemplateResult {
  return html`<div class="grid">
    ${cells.map(({ span, node }) => html`<div class="cell" .style=${`--_span:${span}`}>${nodeTemplate(node, drawing)}</div>`)}
  </div>`;
}

function nodeTemplate(node: ViewNode, drawing: Drawing): unknown {
  switch (node.kind) {
    case 'text':
      return html`<p class="text ${node.quiet ? 'quiet' : ''}" dir="auto">${node.text}</p>`;
    case 'inline':
      return html`<p class="text" dir="auto">
        ${node.nodes.map((one) => (one.kind === 'text' ? one.text : nodeTemplate(one, drawing)))}
      </p>`;
    case 'heading':
      return headingTemplate(node.text, node.level);
    case 'html':
      return htmlTemplate(node, drawing);
    case 'alert':
      return alertTemplate(node);
    case 'facts':
      return html`<dl class="facts">${node.facts.map((fact) => factTemplate(fact, drawing))}</dl>`;
    case 'link':
      return linkTemplate(node.text, node.href, drawing);
    case 'image':
      return imageTemplate(node);
    case 'tick':
      return html`<span class="tick">${icon('check', 24)}</span>`;
    case 'loader':
      return html`<p class="loading"><span class="spinner"></span>${drawing.words.viewLoading}</p>`;
    case 'buttons':
      return html`<div class="actions">
        ${node.buttons.map((button) => buttonTemplate(button, drawing))}
      </div>`;
    case 'choices':
      return choicesTemplate(node, drawing);
    case 'field':
      return drawing.field?.(node.field, drawing);
    case 'group':
      return html`${node.heading === undefined ? nothing : headingTemplate(node.heading, 2)}
      ${cellsTemplate(node.cells, drawing)}`;
    case 'details':
      return html`<details ?open=${node.open}>
        <summary><span dir="auto">${node.heading}</span>${icon('down', 16)}</summary>
        ${cellsTemplate(node.cells, drawing)}
      </details>`;
    case 'table':
      return tableTemplate(node, drawing);
    case 'steps':
      return stepsTemplate(node, drawing);
  }
}

/** The title of the card is a heading of the third level; what is in it goes below. */
function headingTemplate(words: string, level: 1 | 2 | 3): TemplateResult {
  if (level === 1) return html`<h4 class="heading" dir="auto">${words}</h4>`;
  return level === 2
    ? html`<h4 class="heading heading--2" dir="auto">${words}</h4>`
    : html`<h5 class="heading heading--3" dir="auto">${words}</h5>`;
}

function htmlTemplate({ html: markup }: Of<'html'>, { sanitizer }: Drawing): TemplateResult {
  const content = guard([markup, sanitizer], () => sanitizer?.(withKnownTags(markup)) ?? htmlText(markup));
  return html`<div class="markup" dir="auto">${content}</div>`;
}

function alertTemplate({ tone, heading, text }: Of<'alert'>): TemplateResult {
  return html`<div class="alert alert--${tone}">
    ${icon(tone === 'success' ? 'check' : tone === 'info' ? 'info' : 'alert', 16)}
    <div dir="auto">
      ${heading === undefined ? nothing : html`<p class="alert-heading">${heading}</p>`}
      ${text === undefined ? nothing : html`<p>${text}</p>`}
    </div>
  </div>`;
}

function factTemplate({ label, value, href, copy }: Fact, drawing: Drawing): TemplateResult {
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

function linkTemplate(words: string, href: string, { words: { viewLinkOpens } }: Drawing): TemplateResult {
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
function imageTemplate({ src, alt }: Of<'image'>): TemplateResult {
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

function buttonTemplate({ press, primary, disabled, href }: Button, drawing: Drawing): TemplateResult {
  const look = `button button--${primary ? 'primary' : 'secondary'}`;
  const words = press.label || drawing.words.viewNext;
  if (href !== undefined)
    return html`<a class=${look} href=${href} target="_blank" rel="noopener noreferrer"
      ><bdi>${words}</bdi></a
    >`;
  return html`<button
    type="button"
    class=${look}
    data-form=${press.form}
    ?data-submits=${press.submits !== false}
    ?disabled=${disabled}
    @click=${() => drawing.press(press)}
  >
    <bdi>${words}</bdi>
  </button>`;
}

function choicesTemplate({ id, choices }: Of<'choices'>, drawing: Drawing): TemplateResult {
  const open = drawing.opened[id];
  const shown = open === undefined ? undefined : choices[open];
  if (shown?.cells) {
    return html`<button
        type="button"
        class="link-button"
        data-back=${id}
        @click=${() => drawing.open(id, undefined)}
      >
        ${drawing.words.viewBack}
      </button>
      ${cellsTemplate(shown.cells, drawing)}`;
  }
  return html`<ul class="rows">
    ${choices.map((choice, index) => html`<li>${choiceTemplate(choice, id, index, drawing)}</li>`)}
  </ul>`;
}

function choiceTemplate(choice: Choice, id: string, index: number, drawing: Drawing): TemplateResult {
  const { title, text, status, press, cells } = choice;
  const words = html`<span class="row-words" dir="auto">
    <span class="row-title">${title}</span>
    ${status === undefined ? nothing : html`<span class="row-text">${status}</span>`}
    ${text === undefined ? nothing : html`<span class="row-text">${text}</span>`}
  </span>`;
  if (!press && !cells) return html`<div class="row row--plain">${words}</div>`;
  return html`<button
    type="button"
    class="row"
    data-row="${id}-${index}"
    @click=${() => (press ? drawing.press(press) : drawing.open(id, index))}
  >
    ${words} ${chevron}
  </button>`;
}

const chevron = html`<svg class="icon icon--16 icon--directional" viewBox="0 0 20 20" aria-hidden="true">
  ${svg`<path d="m7.75 5 5 5-5 5"/>`}
</svg>`;

function stepsTemplate({ steps, current }: Of<'steps'>, { words }: Drawing): TemplateResult {
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

function tableTemplate(table: Table, drawing: Drawing): TemplateResult {
  const { id, heading, text, columns, rows, pageSize } = table;
  const shown = pageSize * ((drawing.opened[id] ?? 0) + 1);
  return html`${heading === undefined ? nothing : headingTemplate(heading, 2)}
    ${text === undefined ? nothing : html`<p class="text quiet" dir="auto">${text}</p>`}
    <div
      class="table"
      role="region"
      tabindex="0"
      aria-label=${heading ?? columns.map(({ label }) => label).join(', ')}
    >
      <table>
        <thead>
          <tr>
            ${columns.map(({ label }) => html`<th scope="col" dir="auto">${label}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${rows.slice(0, shown).map(
            ({ cells, press }) =>
              html`<tr>
                ${columns.map(({ key, pressed }) => {
                  const words = asText(member(cells, key)) ?? '';
                  return html`<td dir="auto">
                    ${
                      pressed && press && words !== ''
                        ? html`<button type="button" class="link-button" @click=${() => drawing.press(press)}>
                            ${words}
                          </button>`
                        : words
                    }
                  </td>`;
                })}
              </tr>`,
          )}
        </tbody>
      </table>
    </div>
    ${
      shown < rows.length
        ? html`<button
            type="button"
            class="button button--ghost"
            @click=${() => drawing.open(id, (drawing.opened[id] ?? 0) + 1)}
          >
            ${drawing.words.viewMore}
          </button>`
        : nothing
    }`;
}
