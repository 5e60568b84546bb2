import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { valueOf } from '../../src/content/views/answers.js';
import type { Field } from '../../src/content/views/view-tree.js';
import { icon } from '../icons.js';
import { control } from './control-directive.js';
import type { Drawing } from './drawing.js';

/** What a labelled field is written into, or chosen from. */
export function controlTemplate(field: Field, drawing: Drawing): TemplateResult {
  return field.control === 'select' ? selectTemplate(field, drawing) : writtenTemplate(field, drawing);
}

function writtenTemplate(field: Field, drawing: Drawing): TemplateResult {
  const value = valueOf(field, drawing.values);
  const words = live(typeof value === 'string' ? value : '');
  const change = ({ target, type }: Event) =>
    drawing.change(field, (target as HTMLInputElement).value, type === 'change');
  const placeholder = field.placeholder ?? nothing;
  if (field.control === 'textarea')
    return html`<textarea
      class="input"
      rows="3"
      dir="auto"
      placeholder=${placeholder}
      ${control(field, drawing)}
      .value=${words}
      @input=${change}
      @change=${change}
    ></textarea>`;
  const { type, mode, autocomplete } = inputKind(field);
  const isMoment = type === 'date' || type === 'time';
  return html`<input
    class="input"
    type=${type}
    data-form=${field.form}
    dir=${isMoment ? nothing : 'auto'}
    inputmode=${mode ?? nothing}
    autocomplete=${autocomplete ?? nothing}
    min=${(isMoment && field.min) || nothing}
    max=${(isMoment && field.max) || nothing}
    placeholder=${placeholder}
    ${control(field, drawing)}
    .value=${words}
    @input=${change}
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
    ><select class="input" ${control(field, drawing)} @change=${change}>
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
