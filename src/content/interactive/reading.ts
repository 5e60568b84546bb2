import { parseLooseJson } from '../loose-json.js';

/** A JSON object of which nothing is known. */
export type Json = Readonly<Record<string, unknown>>;

/** More than this is not a choice any more but an attack. */
const MAX_ITEMS = 200;

/** `value` as an object, also where it is the JSON of one. */
export function record(value: unknown): Json | undefined {
  const parsed = typeof value === 'string' ? parseLooseJson(value) : value;
  return typeof parsed === 'object' && parsed !== null && !Array.isArray(parsed)
    ? (parsed as Json)
    : undefined;
}

/** The items of an array, or of the JSON of one; none for anything else. */
export function list(value: unknown): readonly unknown[] {
  const parsed = typeof value === 'string' ? parseLooseJson(value) : value;
  return Array.isArray(parsed) ? (parsed as readonly unknown[]).slice(0, MAX_ITEMS) : [];
}

/** Text as it was sent, or a number or a truth value in figures; `''` for whatever cannot be read. */
export function words(value: unknown): string {
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  return typeof value === 'string' && /[^\s\p{Cc}\p{Cf}]/u.test(value) ? value : '';
}

/** A finite number, also where it is text. */
export function number(value: unknown): number | undefined {
  const parsed = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
  return typeof parsed === 'number' && Number.isFinite(parsed) ? parsed : undefined;
}

/** Whether something was switched on. */
export function flag(value: unknown): boolean {
  return value === true || value === 1 || (typeof value === 'string' && /^(?:true|1|yes)$/i.test(value));
}

/** An address that a link may lead to: `http:`, `https:`, `mailto:` or `tel:`. */
export function linkAddress(value: unknown): string | undefined {
  return address(value, ({ protocol }) => /^(?:https?|mailto|tel):$/.test(protocol));
}

/** An address that a picture may be fetched from: `https:`, or the page's own origin, written out. */
export function pictureAddress(value: unknown): string | undefined {
  return address(value, ({ protocol, origin }) => protocol === 'https:' || origin === location.origin);
}

function address(value: unknown, isSafe: (url: URL) => boolean): string | undefined {
  if (typeof value !== 'string') return undefined;
  try {
    const url = new URL(value.trim());
    return isSafe(url) ? url.href : undefined;
  } catch {
    return undefined;
  }
}
