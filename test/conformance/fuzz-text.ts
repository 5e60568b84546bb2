import fc from 'fast-check';

const hostile = [
  '\u0000',
  '\ud800',
  '\u202e',
  '\ufeff',
  '\u2028',
  '𝕳',
  '"',
  '\\',
  '\\u0000',
  '{',
  ']',
  ',',
  '1e999',
  '-0',
  'null',
  '"__proto__":',
  '['.repeat(3_000),
];

/** `text` after a few pieces of it were cut out, doubled or overwritten with what breaks readers. */
export function mutatedText(text: string): fc.Arbitrary<string> {
  const change = fc.record({
    at: fc.nat({ max: text.length }),
    length: fc.nat({ max: 12 }),
    piece: fc.option(fc.constantFrom(...hostile), { nil: undefined }),
  });
  return fc.array(change, { minLength: 1, maxLength: 4 }).map((changes) =>
    changes.reduce((now, { at, length, piece }) => {
      const cut = now.slice(at, at + length);
      return now.slice(0, at) + (piece ?? cut + cut) + now.slice(at + (piece === undefined ? 2 : 1) * length);
    }, text),
  );
}

/** JSON text of anything; empty for what JSON has no word for. */
export function asJson(value: unknown): string {
  try {
    const json: unknown = JSON.stringify(value);
    return typeof json === 'string' ? json : '';
  } catch {
    return '';
  }
}
