/** Safe access to values of which nothing is known. None of these throws. */

/** An object whose members nobody has checked. */
export type UnknownRecord = Readonly<Record<string, unknown>>;

/** `value` as a record, or undefined when it is a primitive, an array or null. */
export function asRecord(value: unknown): UnknownRecord | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as UnknownRecord)
    : undefined;
}

/** An own member only: `constructor` or `toString` of the prototype is not something the service has said. */
export function member(record: UnknownRecord, name: string): unknown {
  return Object.hasOwn(record, name) ? record[name] : undefined;
}

/** A string member, or undefined when it is missing, empty, longer than `maxLength` or not a string. */
export function text(record: UnknownRecord, name: string, maxLength = 2_000): string | undefined {
  const value = member(record, name);
  return typeof value === 'string' && value !== '' && value.length <= maxLength ? value : undefined;
}

/** An array member cut to `maxLength` items; an empty array when there is none. */
export function list(record: UnknownRecord, name: string, maxLength: number): readonly unknown[] {
  const value = member(record, name);
  return Array.isArray(value) ? (value as readonly unknown[]).slice(0, maxLength) : [];
}

/** What JSON text holds, or undefined when it is not JSON or nested beyond reason. */
export function parseJson(json: string): unknown {
  try {
    return JSON.parse(json) as unknown;
  } catch {
    return undefined;
  }
}

// A time without a zone would silently be read in the device's zone.
const instant = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,9})?)?(Z|[+-]\d\d:?\d\d)$/;

/** Epoch milliseconds of an ISO 8601 instant with a zone, or undefined. */
export function epoch(value: string | undefined): number | undefined {
  if (value === undefined || !instant.test(value)) return undefined;
  const time = Date.parse(value);
  return Number.isNaN(time) ? undefined : time;
}

/** Drops the members that are undefined, so that "absent" has one form only. */
export function compact<T extends object>(value: { [K in keyof T]: T[K] | undefined }): T {
  return Object.fromEntries(Object.entries(value).filter(([, part]) => part !== undefined)) as T;
}

/** A look-up in a table of ours by a name that came from outside. */
export function valueOf<T>(table: Readonly<Record<string, T>>, name: string): T | undefined {
  return Object.hasOwn(table, name) ? table[name] : undefined;
}
