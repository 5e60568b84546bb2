import { asFlag, asList, asRecord, asText, isRecord, member, nested, text, type Json } from './json.js';
import { nextId, type Component } from './reading.js';
import type { Field, FieldValue, ViewNode } from './view-tree.js';

type Control = Field['control'];

/** The components that can be filled in, in lower case. */
const CONTROLS: Readonly<Record<string, Control>> = {
  forminput: 'text',
  input: 'text',
  creditcard: 'text',
  address: 'textarea',
  textarea: 'textarea',
  datepicker: 'date',
  timepicker: 'time',
  dropdown: 'select',
  select: 'select',
  radiogroup: 'radios',
  checkboxgroup: 'checkboxes',
  checkbox: 'checkbox',
  toggle: 'switch',
};
const INPUT_TYPES: ReadonlySet<string> = new Set(['number', 'email', 'tel', 'url', 'password']);

/** Names of what nobody would want to find on a shared computer. */
const SECRET =
  /pass(?:word|wd|phrase|code)|\bpin\b|secret|cvv|cvc|security ?code|card ?(?:number|no)|credit ?card|\bssn\b|social ?security|iban|account ?number/i;

/** A component that can be filled in; `undefined` for any other. */
export function readField(component: Component): ViewNode | undefined {
  const { type, props, reading } = component;
  const asked = (text(props, 'InputType', 'Type') ?? '').toLowerCase();
  const known = Object.hasOwn(CONTROLS, type) ? CONTROLS[type] : undefined;
  if (known === undefined) return undefined;
  const control = refine(known, asked, asFlag(member(props, 'MultiSelect', 'Multiple')));
  const id = nextId(reading);
  const label = text(props, 'Label', 'Heading', 'Placeholder', 'Name') ?? '';
  const name = text(props, 'Name', '_id') ?? label;
  const options = asList(member(props, 'Options', 'Items')).flatMap(readOption);
  const field: Field = {
    id,
    name,
    label,
    form: reading.form,
    control,
    inputType: INPUT_TYPES.has(asked) ? (asked as Field['inputType']) : 'text',
    initial: initialValue(control, member(props, 'DefaultValue', 'Value'), options),
    options,
    required: asFlag(member(props, 'Required')),
    disabled: asFlag(member(props, 'Disabled', 'ReadOnly')),
    hint: text(props, 'HelperText', 'Description', 'Hint'),
    placeholder: text(props, 'Placeholder'),
    message: text(props, 'ErrorText', 'ErrorMessage', 'ValidationMessage'),
    min: limit(props, 'Min', 'MinValue', 'MinDate', 'MinTime'),
    max: limit(props, 'Max', 'MaxValue', 'MaxDate', 'MaxTime'),
    minLength: count(limit(props, 'MinLength')),
    maxLength: count(limit(props, 'MaxLength')),
    pattern: limit(props, 'Pattern', 'Regex'),
    secret: asked === 'password' || type === 'creditcard' || SECRET.test(spaced(`${name} ${label}`)),
  };
  reading.found.fields.push(field);
  return { kind: 'field', field };
}

/** Several options of many are easier to tick than to select. */
function refine(control: Control, asked: string, multiple: boolean): Control {
  if (control === 'select' && multiple) return 'checkboxes';
  return control === 'text' && (asked === 'date' || asked === 'time') ? asked : control;
}

/** `cardNumber` as "card Number". */
function spaced(words: string): string {
  return words.replace(/([a-z])([A-Z])/g, '$1 $2').replace(/[_-]+/g, ' ');
}

/** Limits stand beside the other properties or under `Validation`. */
function limit(props: Json, ...names: readonly string[]): string | undefined {
  return text(props, ...names) ?? text(asRecord(member(props, 'Validation')), ...names);
}

function count(words: string | undefined): number | undefined {
  const value = Number(words);
  return words !== undefined && Number.isInteger(value) && value >= 0 ? value : undefined;
}

function readOption(item: unknown): Field['options'] {
  if (!isRecord(item)) {
    const words = asText(item);
    return words === undefined ? [] : [{ label: words, value: words, text: undefined }];
  }
  const label = text(item, 'Label', 'Heading', 'Text') ?? text(item, 'Value', 'Id');
  if (label === undefined) return [];
  return [{ label, value: text(item, 'Value', 'Id') ?? label, text: text(item, 'Description') }];
}

/** What a field holds at first: never anything that it could not hold by itself. */
function initialValue(control: Control, value: unknown, options: Field['options']): FieldValue {
  const chosen = asList(nested(value)).map((item) =>
    isRecord(item) ? text(item, 'Value', 'Label') : asText(item),
  );
  const known = options.map((option) => option.value).filter((option) => chosen.includes(option));
  const words = chosen[0] ?? '';
  switch (control) {
    case 'checkbox':
    case 'switch':
      return asFlag(value);
    case 'checkboxes':
    case 'select':
      return known;
    case 'radios':
      return known[0] ?? '';
    case 'date':
      return /^\d{4}-\d{2}-\d{2}/.exec(words)?.[0] ?? '';
    case 'time':
      return /^\d{2}:\d{2}/.exec(words)?.[0] ?? '';
    default:
      return asText(value) ?? '';
  }
}
