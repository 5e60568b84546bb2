import { ServiceError, type ErrorName } from './errors.js';

/** Reads one member's value or throws with the member's path. `undefined` stands for an absent member. */
export type Check<T> = (value: unknown, path: string) => T;

/** What a group of checks reads. */
export type Read<S extends Readonly<Record<string, Check<unknown>>>> = {
  readonly [K in keyof S]: ReturnType<S[K]>;
};

class Invalid extends Error {}

function refuse(path: string, must: string): never {
  throw new Invalid(`${path} must ${must}.`);
}

/** The value may be absent; `null` counts as absent, as the service's own clients treat it. */
export function optional<T>(check: Check<T>): Check<T | undefined> {
  return (value, path) => (value === undefined || value === null ? undefined : check(value, path));
}

/** A string of `min` to `max` UTF-16 units. */
export function text(min: number, max: number): Check<string> {
  return (value, path) => {
    if (typeof value !== 'string') return refuse(path, 'be a string');
    if (value.length < min) refuse(path, `be at least ${String(min)} long`);
    if (value.length > max) refuse(path, `be at most ${String(max)} long`);
    return value;
  };
}

/** One of a fixed list of strings. */
export function choice<const T extends string>(values: readonly T[]): Check<T> {
  return (value, path) =>
    values.find((known) => known === value) ?? refuse(path, `be one of ${values.join(', ')}`);
}

/** A whole number in a closed range. */
export function integer(min: number, max: number): Check<number> {
  return (value, path) => {
    if (typeof value !== 'number' || !Number.isInteger(value)) return refuse(path, 'be a whole number');
    if (value < min || value > max) refuse(path, `be from ${String(min)} to ${String(max)}`);
    return value;
  };
}

/** What passes one of two checks; what passes neither is refused by the second. */
export function either<A, B>(first: Check<A>, second: Check<B>): Check<A | B> {
  return (value, path) => {
    try {
      return first(value, path);
    } catch (error) {
      return error instanceof Invalid ? second(value, path) : rethrow(error);
    }
  };
}

/** `true` or `false`. */
export const flag: Check<boolean> = (value, path) =>
  typeof value === 'boolean' ? value : refuse(path, 'be true or false');

/** A list whose every entry passes `check`. */
export function list<T>(check: Check<T>, min: number, max = Infinity): Check<readonly T[]> {
  return (value, path) => {
    if (!Array.isArray(value)) return refuse(path, 'be a list');
    if (value.length < min || value.length > max) refuse(path, `have at least ${String(min)} entries`);
    return value.map((entry, index) => check(entry, `${path}[${String(index)}]`));
  };
}

/** An object with string keys and string values. */
export const stringMap: Check<Readonly<Record<string, string>>> = (value, path) => {
  const entries = Object.entries(record(value, path)).map(
    ([key, entry]) => [key, text(0, Infinity)(entry, `${path}.${key}`)] as const,
  );
  return Object.fromEntries(entries);
};

/** Any JSON object. */
export const record: Check<Readonly<Record<string, unknown>>> = (value, path) =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Readonly<Record<string, unknown>>)
    : refuse(path, 'be an object');

/** An object whose named members pass their checks; other members are ignored, as by the service. */
export function object<S extends Readonly<Record<string, Check<unknown>>>>(shape: S): Check<Read<S>> {
  return (value, path) => {
    const members = record(value, path);
    const prefix = path === '' ? '' : `${path}.`;
    const entries = Object.entries(shape).map(
      ([name, check]) => [name, required(check)(members[name], prefix + name)] as const,
    );
    return Object.fromEntries(entries) as Read<S>;
  };
}

// An absent member reaches its check as undefined: optional() lets it pass, every other check would name a type.
function required<T>(check: Check<T>): Check<T> {
  return (value, path) => {
    if (value !== undefined && value !== null) return check(value, path);
    try {
      return check(undefined, path);
    } catch (error) {
      return error instanceof Invalid ? refuse(path, 'be given') : rethrow(error);
    }
  };
}

function rethrow(error: unknown): never {
  throw error;
}

/**
 * Runs a check over a request body.
 *
 * @throws {ServiceError} `name` (default ValidationException) saying which member is wrong and how.
 */
export function validate<T>(check: Check<T>, body: unknown, name: ErrorName = 'ValidationException'): T {
  try {
    return check(body, '');
  } catch (error) {
    if (!(error instanceof Invalid)) throw error;
    throw new ServiceError(name, error.message.startsWith(' ') ? `The body${error.message}` : error.message);
  }
}
