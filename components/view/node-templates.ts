import { html, nothing, svg, type TemplateResult } from 'lit';
import type { Button, Cell, Choice, NodeOf, ViewNode } from '../../src/content/views/view-tree.js';
import { icon } from '../more-icons.js';
import type { Drawing } from './drawing.js';
import {
  alertTemplate,
  factTemplate,
  headingTemplate,
  htmlTemplate,
  imageTemplate,
  linkTemplate,
  stepsTemplate,
} from './reading-templates.js';
import { tableTemplate } from './table-template.js';

/** Cells on a grid of twelve columns; where it is narrow, of two. */
export function cellsTemplate(cells: readonly Cell[], drawing: Drawing): TemplateResult {
  return html`<div class="grid">
    ${cells.map(({ span, node }) => html`<div class="cell" .style=${`--_span:${span};--_half:${span === 6 ? 6 : 12}`}>${nodeTemplate(node, drawing)}</div>`)}
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

function choicesTemplate({ id, choices }: NodeOf<'choices'>, drawing: Drawing): TemplateResult {
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
