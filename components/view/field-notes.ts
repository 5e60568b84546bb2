import { html, nothing } from 'lit';
import type { FieldProblem } from '../../src/content/views/validation.js';
import type { Field } from '../../src/content/views/view-tree.js';
import { format } from '../../src/i18n/format.js';
import { icon } from '../icons.js';
import { controlId, type Drawing } from './drawing.js';

/** Ids of what is said under a field, for its control. */
export const describedBy = (field: Field, { problems }: Drawing): string =>
  [field.hint && `${controlId(field)}-hint`, problems.has(field.id) && `${controlId(field)}-error`]
    .filter(Boolean)
    .join(' ');

/** The hint under a field, and what is wrong with it. */
export function notesTemplate(field: Field, drawing: Drawing): readonly unknown[] {
  const problem = drawing.problems.get(field.id);
  const id = controlId(field);
  return [
    field.hint === undefined ? nothing : html`<p class="hint" id="${id}-hint" dir="auto">${field.hint}</p>`,
    problem === undefined
      ? nothing
      : html`<p class="error" id="${id}-error">
          ${icon('alert', 16)}<span dir="auto">${sentence(field, problem, drawing)}</span>
        </p>`,
  ];
}

/** A field's name. */
export function labelWords(field: Field, { words, tellsOptional }: Drawing): unknown {
  const optional = tellsOptional && !field.required && !field.disabled;
  return html`<bdi>${field.label}</bdi>
    ${optional ? html`<span class="optional">${words.viewOptional}</span>` : nothing}`;
}

/** What is wrong, in the author's words where there are any. */
function sentence(field: Field, { code, limit = '' }: FieldProblem, { words, formats }: Drawing): string {
  if (field.message !== undefined && !code.endsWith('Required')) return field.message;
  const day = field.control === 'date' ? formats.day(Date.parse(`${limit}T12:00`)) : '';
  return format(words[code], { limit: day || limit });
}
