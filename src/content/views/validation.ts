import type { Field, FieldValue } from './view-tree.js';

/** What is wrong with the value of a field: `code` is the name of the sentence that says so (`src/i18n/view-strings.ts`), `limit` is the number, date or time that it misses. */
export interface FieldProblem {
  readonly code:
    | 'fieldRequired'
    | 'fieldChoiceRequired'
    | 'fieldNumber'
    | 'fieldEmail'
    | 'fieldUrl'
    | 'fieldTel'
    | 'fieldDate'
    | 'fieldTime'
    | 'fieldMin'
    | 'fieldMax'
    | 'fieldEarliest'
    | 'fieldLatest'
    | 'fieldTooShort'
    | 'fieldTooLong'
    | 'fieldPattern';
  readonly limit?: string;
}

/** Longer values are not matched against somebody else's expression, which might never come to an end. */
const MAX_MATCHED = 1_000;
const MAX_PATTERN = 500;

/** The first thing that keeps `value` from being sent; `undefined` for a good one. An empty field is good unless it is required. */
export function problemOf(field: Field, value: FieldValue): FieldProblem | undefined {
  if (field.disabled) return undefined;
  if (isEmpty(value)) {
    if (!field.required) return undefined;
    return {
      code: typeof value === 'string' && field.control !== 'radios' ? 'fieldRequired' : 'fieldChoiceRequired',
    };
  }
  return typeof value === 'string' ? (wrongKind(field, value) ?? outOfRange(field, value)) : undefined;
}

function isEmpty(value: FieldValue): boolean {
  return typeof value === 'boolean'
    ? !value
    : typeof value === 'string'
      ? value.trim() === ''
      : value.length === 0;
}

function wrongKind({ control, inputType }: Field, value: string): FieldProblem | undefined {
  const words = value.trim();
  if (control === 'date') return isDate(words) ? undefined : { code: 'fieldDate' };
  if (control === 'time')
    return /^(?:[01]\d|2[0-3]):[0-5]\d$/.test(words) ? undefined : { code: 'fieldTime' };
  if (control !== 'text') return undefined;
  switch (inputType) {
    case 'number':
      return toNumber(words) === undefined ? { code: 'fieldNumber' } : undefined;
    case 'email':
      return /^[^\s@]{1,64}@[^\s@.]{1,63}(?:\.[^\s@.]{1,63}){1,8}$/.test(words)
        ? undefined
        : { code: 'fieldEmail' };
    case 'url':
      return URL.canParse(words) && /^https?:/i.test(words) ? undefined : { code: 'fieldUrl' };
    case 'tel':
      return /^[+\d][\d\s()./-]{2,30}$/.test(words) ? undefined : { code: 'fieldTel' };
    default:
      return undefined;
  }
}

function outOfRange(field: Field, value: string): FieldProblem | undefined {
  const { min, max, minLength, maxLength, pattern } = field;
  const isMoment = field.control !== 'text';
  const { length } = value;
  if (minLength !== undefined && length < minLength)
    return { code: 'fieldTooShort', limit: String(minLength) };
  if (maxLength !== undefined && length > maxLength)
    return { code: 'fieldTooLong', limit: String(maxLength) };
  if (min !== undefined && isBefore(field, value, min))
    return { code: isMoment ? 'fieldEarliest' : 'fieldMin', limit: min };
  if (max !== undefined && isBefore(field, max, value))
    return { code: isMoment ? 'fieldLatest' : 'fieldMax', limit: max };
  return pattern !== undefined && !matches(value, pattern) ? { code: 'fieldPattern' } : undefined;
}

/** Numbers by size; dates and times by their spelling, which has fixed width. */
function isBefore({ control, inputType }: Field, a: string, b: string): boolean {
  if (control === 'date' || control === 'time') return a.trim() < b.trim();
  if (control !== 'text' || inputType !== 'number') return false;
  const [x, y] = [toNumber(a), toNumber(b)];
  return x !== undefined && y !== undefined && x < y;
}

function matches(value: string, pattern: string): boolean {
  if (value.length > MAX_MATCHED || pattern.length > MAX_PATTERN) return true;
  try {
    return new RegExp(`^(?:${pattern})$`, 'u').test(value);
  } catch {
    // What is no expression cannot be broken.
    return true;
  }
}

/** With a point or a comma before the decimals. */
function toNumber(words: string): number | undefined {
  const plain = words.trim().replace(',', '.');
  return /^[+-]?(?:\d+\.?\d*|\.\d+)$/.test(plain) ? Number(plain) : undefined;
}

/** A day that the calendar has. */
function isDate(words: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(words)) return false;
  const day = new Date(`${words}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(words);
}
