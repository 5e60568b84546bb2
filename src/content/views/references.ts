import { MAX_ITEMS, isRecord, member, nested, type Json } from './json.js';

const MAX_DEPTH = 10;

/**
 * `value` with every `$.Name` in it replaced by what the flow sent under that name (Amazon Connect administrator guide,
 * "Customer managed views"). Only a whole value is a reference. One that leads nowhere leaves nothing, and what a reference
 * brings is not searched again.
 */
export function resolve(value: unknown, data: Json, depth = 0): unknown {
  if (typeof value === 'string') return isReference(value) ? lookUp(value, data) : value;
  if (depth >= MAX_DEPTH) return undefined;
  if (Array.isArray(value)) {
    return (value as readonly unknown[])
      .slice(0, MAX_ITEMS)
      .map((item) => resolve(item, data, depth + 1))
      .filter((item) => item !== undefined);
  }
  if (!isRecord(value)) return value;
  return Object.fromEntries(
    Object.entries(value)
      .slice(0, MAX_ITEMS)
      .map(([name, item]) => [name, resolve(item, data, depth + 1)]),
  );
}

/** `$.50` is a price. */
function isReference(value: string): boolean {
  return /^\$\.[^\s\d.]\S{0,300}$/.test(value);
}

function lookUp(reference: string, data: Json): unknown {
  let found: unknown = data;
  for (const [step] of reference.slice(2).matchAll(/[^.[\]'"]+/g)) {
    const inside = nested(found);
    if (Array.isArray(inside)) found = (inside as readonly unknown[])[Number(step)];
    else found = isRecord(inside) ? member(inside, step) : undefined;
  }
  return nested(found);
}
