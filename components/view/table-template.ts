import { html, nothing, type TemplateResult } from 'lit';
import { asText, member } from '../../src/content/views/json.js';
import type { Table } from '../../src/content/views/view-tree.js';
import type { Drawing } from './drawing.js';
import { headingTemplate } from './reading-templates.js';

/** A table, page by page: it scrolls by itself where it is wider than the card. */
export function tableTemplate(table: Table, drawing: Drawing): TemplateResult {
  const { id, heading, text, columns, rows, pageSize } = table;
  const shown = pageSize * ((drawing.opened[id] ?? 0) + 1);
  return html`${heading === undefined ? nothing : headingTemplate(heading, 2)}
    ${text === undefined ? nothing : html`<p class="text quiet" dir="auto">${text}</p>`}
    <div
      class="table"
      role="region"
      tabindex="0"
      data-back=${shown < rows.length ? nothing : id}
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
