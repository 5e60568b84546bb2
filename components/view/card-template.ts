import { html, nothing, type TemplateResult } from 'lit';
import type { View } from '../../src/content/views/view-tree.js';
import { plural } from '../../src/i18n/format.js';
import { icon } from '../more-icons.js';
import type { Drawing } from './drawing.js';
import { cellsTemplate } from './node-templates.js';

/** All of a view: its title, how many fields are wrong, and what is in it. */
export function cardTemplate(
  { cells }: View,
  title: string,
  locale: string,
  drawing: Drawing,
  press: (event: KeyboardEvent) => void,
): TemplateResult {
  const { problems, words } = drawing;
  return html`<div class="card" part="card" @keydown=${press}>
    <h3 class="title" dir="auto">${title}</h3>
    <div role="alert">
      ${
        problems.size === 0
          ? nothing
          : html`<p class="alert alert--danger">
              ${icon('alert', 16)}<span>${plural(words.viewProblems, problems.size, locale)}</span>
            </p>`
      }
    </div>
    ${cellsTemplate(cells, drawing)}
  </div>`;
}
