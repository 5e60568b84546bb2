/** Whether `value` has every part of `example`, each of the same kind, however deep. What a list or a map of it holds is not looked at. */
export function fits(example: unknown, value: unknown): boolean {
  const kind = kindOf(example);
  if (kindOf(value) !== kind) return false;
  if (kind !== '[object Object]') return true;
  return Object.entries(example as object).every(([name, part]) =>
    fits(part, (value as Readonly<Record<string, unknown>>)[name]),
  );
}

const kindOf = (value: unknown): string => Object.prototype.toString.call(value);
