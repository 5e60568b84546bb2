import { parseLooseJson } from '../loose-json.js';

/** An object of which nothing is known. */
export type Json = Readonly<Record<string, unknown>>;

/** The longest text that is shown of one value, in characters. */
const MAX_TEXT = 10_000;
/** The most items that are read of one list. */
export const MAX_ITEMS = 300;

export function isRecord(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** JSON that came as text, parsed; everything else as it is. A number in quotes stays text: `"007"` is no seven. */
export function nested(value: unknown): unknown {
  if (typeof value !== 'string' || !/^\s*[[{]/.test(value)) return value;
  return parseLooseJson(value) ?? value;
}

/** An object, also one that came as text. */
export function asRecord(value: unknown): Json {
  const parsed = nested(value);
  return isRecord(parsed) ? parsed : {};
}

/** A list, also one that came as text; a single thing is a list of one. */
export function asList(value: unknown): readonly unknown[] {
  const parsed = nested(value);
  if (Array.isArray(parsed)) return (parsed as readonly unknown[]).slice(0, MAX_ITEMS);
  return parsed === undefined || parsed === null || parsed === '' ? [] : [parsed];
}

/** Something to read: text that is not blank, a number, yes or no, or a list of those. */
export function asText(value: unknown): string | undefined {
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (Array.isArray(value)) {
    const parts = (value as readonly unknown[]).slice(0, MAX_ITEMS).map((item) => asText(item) ?? '');
    return asText(parts.join(''));
  }
  if (typeof value !== 'string' || value.trim() === '') return undefined;
  return value.length > MAX_TEXT ? `${value.slice(0, MAX_TEXT)}…` : value;
}

/** `true`, and what flows make of it on the way. */
export function asFlag(value: unknown): boolean {
  return value === true || (typeof value === 'string' && /^(?:true|yes|1)$/i.test(value)) || value === 1;
}

/** The first of `names` that `record` has something under. Own members only; the first letter may be of either case. */
export function member(record: Json, ...names: readonly string[]): unknown {
  for (const name of names) {
    for (const key of [name, otherCase(name)]) {
      const value = Object.hasOwn(record, key) ? record[key] : undefined;
      if (value !== undefined && value !== null) return value;
    }
  }
  return undefined;
}

/** {@link member} as something to read. */
export function text(record: Json, ...names: readonly string[]): string | undefined {
  for (const name of names) {
    const words = asText(member(record, name));
    if (words !== undefined) return words;
  }
  return undefined;
}

function otherCase(name: string): string {
  const first = name.charAt(0);
  return (first === first.toUpperCase() ? first.toLowerCase() : first.toUpperCase()) + name.slice(1);
}
