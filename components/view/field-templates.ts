import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { valueOf } from '../../src/content/views/answers.js';
import type { FieldProblem } from '../../src/content/views/validation.js';
import type { Field } from '../../src/content/views/view-tree.js';
import { format } from '../../src/i18n/format.js';
import { icon } from '../icons.js';
import { controlId, type Drawing } from './drawing.js';

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

const described = (field: Field, drawing: Drawing): string | typeof nothing =>
  [field.hint && `${controlId(field)}-hint`, drawing.problems.has(field.id) && `${controlId(field)}-error`]
    .filter(Boolean)
    .join(' ') || nothing;

const invalid = (field: Field, { problems }: Drawing): 'true' | typeof nothing =>
  problems.has(field.id) ? 'true' : nothing;

function notesTemplate(field: Field, drawing: Drawing): readonly unknown[] {
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

function labelledTemplate(field: Field, drawing: Drawing): TemplateResult {
  return html`<div class="field">
    <label class="label" for=${controlId(field)}>${labelWords(field, drawing)}</label>
    ${controlTemplate(field, drawing)} ${notesTemplate(field, drawing)}
  </div>`;
}

function labelWords(field: Field, { words, tellsOptional }: Drawing): unknown {
  const optional = tellsOptional && !field.required && !field.disabled;
  return html`<bdi>${field.label}</bdi>
    ${optional ? html`<span class="optional">${words.viewOptional}</span>` : nothing}`;
}

function controlTemplate(field: Field, drawing: Drawing): TemplateResult {
  const value = valueOf(field, drawing.values);
  const words = typeof value === 'string' ? value : '';
  const input = (event: Event) => drawing.change(field, (event.target as HTMLInputElement).value, false);
  const change = (event: Event) => drawing.change(field, (event.target as HTMLInputElement).value, true);
  if (field.control === 'select') return selectTemplate(field, drawing);
  if (field.control === 'textarea')
    return html`<textarea
      class="input"
      id=${controlId(field)}
      rows="3"
      dir="auto"
      placeholder=${field.placeholder ?? nothing}
      aria-required=${field.required ? 'true' : nothing}
      aria-invalid=${invalid(field, drawing)}
      aria-describedby=${described(field, drawing)}
      ?disabled=${field.disabled}
      .value=${live(words)}
      @input=${input}
      @change=${change}
    ></textarea>`;
  const { type, mode, autocomplete } = inputKind(field);
  const isMoment = type === 'date' || type === 'time';
  return html`<input
    class="input"
    id=${controlId(field)}
    type=${type}
    data-form=${field.form}
    dir=${type === 'text' ? 'auto' : nothing}
    inputmode=${mode ?? nothing}
    autocomplete=${autocomplete ?? nothing}
    min=${(isMoment && field.min) || nothing}
    max=${(isMoment && field.max) || nothing}
    placeholder=${field.placeholder ?? nothing}
    aria-required=${field.required ? 'true' : nothing}
    aria-invalid=${invalid(field, drawing)}
    aria-describedby=${described(field, drawing)}
    ?disabled=${field.disabled}
    .value=${live(words)}
    @input=${input}
    @change=${change}
  />`;
}

/** A number is text with a keypad: the browsers' own number field hides from us what it does not like. */
function inputKind({ control, inputType, secret }: Field): {
  readonly type: string;
  readonly mode?: string;
  readonly autocomplete?: string;
} {
  if (control === 'date' || control === 'time') return { type: control };
  if (inputType === 'number') return { type: 'text', mode: 'decimal' };
  if (inputType === 'text') return secret ? { type: 'text', autocomplete: 'off' } : { type: 'text' };
  if (inputType === 'password') return { type: 'password', autocomplete: 'off' };
  return { type: inputType, ...(secret ? { autocomplete: 'off' } : { autocomplete: inputType }) };
}

function selectTemplate(field: Field, drawing: Drawing): TemplateResult {
  const value = valueOf(field, drawing.values);
  const chosen = Array.isArray(value) ? (value as readonly string[])[0] : undefined;
  const change = (event: Event) => {
    const { value: picked } = event.target as HTMLSelectElement;
    drawing.change(field, picked === '' ? [] : [picked], true);
  };
  return html`<span class="select"
    ><select
      class="input"
      id=${controlId(field)}
      aria-required=${field.required ? 'true' : nothing}
      aria-invalid=${invalid(field, drawing)}
      aria-describedby=${described(field, drawing)}
      ?disabled=${field.disabled}
      @change=${change}
    >
      <option value="" .selected=${live(chosen === undefined)}>
        ${field.placeholder ?? drawing.words.viewChoose}
      </option>
      ${field.options.map(
        (option) =>
          html`<option value=${option.value} .selected=${live(option.value === chosen)}>
            ${option.label}
          </option>`,
      )}</select
    >${icon('down', 16)}</span
  >`;
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
    aria-invalid=${single ? invalid(field, drawing) : nothing}
    aria-describedby=${described(field, drawing)}
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
        id=${controlId(field)}
        type="checkbox"
        role=${isSwitch ? 'switch' : nothing}
        aria-required=${field.required ? 'true' : nothing}
        aria-invalid=${invalid(field, drawing)}
        aria-describedby=${described(field, drawing)}
        ?disabled=${field.disabled}
        .checked=${live(valueOf(field, drawing.values) === true)}
        @change=${(event: Event) => drawing.change(field, (event.target as HTMLInputElement).checked, true)}
      /><span dir="auto">${field.label}</span></label
    >
    ${notesTemplate(field, drawing)}
  </div>`;
}

/** What is wrong, in the author's words where there are any. */
function sentence(field: Field, { code, limit = '' }: FieldProblem, { words, formats }: Drawing): string {
  if (field.message !== undefined && !code.endsWith('Required')) return field.message;
  const day = field.control === 'date' ? formats.day(Date.parse(`${limit}T12:00`)) : '';
  return format(words[code], { limit: day || limit });
}
