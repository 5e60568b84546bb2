import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { valueOf } from '../../src/content/views/answers.js';
import type { Field } from '../../src/content/views/view-tree.js';
import { control } from './control-directive.js';
import { controlTemplate } from './control-templates.js';
import { controlId, type Drawing } from './drawing.js';
import { describedBy, labelWords, notesTemplate } from './field-notes.js';

/** A field with its label, its hint and what is wrong with it. */
export function fieldTemplate(field: Field, drawing: Drawing): TemplateResult {
  switch (field.control) {
    case 'radios':
    case 'checkboxes':
      return groupTemplate(field, drawing);
    case 'checkbox':
    case 'switch':
      return tickTemplate(field, drawing);
    default:
      return labelledTemplate(field, drawing);
  }
}

function labelledTemplate(field: Field, drawing: Drawing): TemplateResult {
  return html`<div class="field">
    <label class="label" for=${controlId(field)}>${labelWords(field, drawing)}</label>
    ${controlTemplate(field, drawing)} ${notesTemplate(field, drawing)}
  </div>`;
}

/** Radio buttons, or boxes to tick. */
function groupTemplate(field: Field, drawing: Drawing): TemplateResult {
  const id = controlId(field);
  const value = valueOf(field, drawing.values);
  const single = field.control === 'radios';
  const ticked = Array.isArray(value) ? (value as readonly string[]) : [];
  const change = (event: Event) => {
    const { value: option, checked } = event.target as HTMLInputElement;
    // In the order of the options, whichever was ticked first.
    const all = field.options
      .map((one) => one.value)
      .filter((one) => (one === option ? checked : ticked.includes(one)));
    drawing.change(field, single ? option : all, true);
  };
  return html`<fieldset
    class="field"
    role=${single ? 'radiogroup' : nothing}
    aria-labelledby="${id}-label"
    aria-required=${single && field.required ? 'true' : nothing}
    aria-invalid=${single && drawing.problems.has(field.id) ? 'true' : nothing}
    aria-describedby=${describedBy(field, drawing) || nothing}
  >
    <legend class="label" id="${id}-label">${labelWords(field, drawing)}</legend>
    ${field.options.map(
      (option, index) =>
        html`<label class="check"
          ><input
            id=${index === 0 ? id : `${id}-${index}`}
            type=${single ? 'radio' : 'checkbox'}
            name=${id}
            value=${option.value}
            ?disabled=${field.disabled}
            .checked=${live(single ? value === option.value : ticked.includes(option.value))}
            @change=${change}
          /><span dir="auto"
            >${option.label}${
              option.text === undefined ? nothing : html`<span class="hint check-hint">${option.text}</span>`
            }</span
          ></label
        >`,
    )}
    ${notesTemplate(field, drawing)}
  </fieldset>`;
}

function tickTemplate(field: Field, drawing: Drawing): TemplateResult {
  const isSwitch = field.control === 'switch';
  return html`<div class="field">
    <label class="check ${isSwitch ? 'check--switch' : ''}"
      ><input
        class=${isSwitch ? 'switch' : nothing}
        type="checkbox"
        role=${isSwitch ? 'switch' : nothing}
        ${control(field, drawing)}
        .checked=${live(valueOf(field, drawing.values) === true)}
        @change=${(event: Event) => drawing.change(field, (event.target as HTMLInputElement).checked, true)}
      /><span dir="auto">${field.label}</span></label
    >
    ${notesTemplate(field, drawing)}
  </div>`;
}
