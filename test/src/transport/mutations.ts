import fc from 'fast-check';

// Names that mean something to every object, and names that mean something to the decoders.
const names = fc.constantFrom(
  '__proto__',
  'constructor',
  'toString',
  'hasOwnProperty',
  'then',
  'Id',
  'Type',
  'Content',
  'ContentType',
  'Receipts',
  'MessageMetadata',
  'Attachments',
  'data',
  'body',
  'startChatResult',
  'statusCode',
  'error',
  'Error',
  'success',
);

const anything: fc.Arbitrary<unknown> = fc.oneof(
  fc.jsonValue(),
  fc.anything({
    withBigInt: true,
    withDate: true,
    withMap: true,
    withNullPrototype: true,
    withObjectString: true,
  }),
  fc.constantFrom(
    '',
    'x'.repeat(5_000),
    'x'.repeat(1_100_000),
    '<!doctype html>',
    '{"a":',
    NaN,
    Infinity,
    -1,
    2 ** 60,
  ),
  fc.nat({ max: 2_000 }).map(nested),
);

function nested(depth: number): unknown {
  let value: unknown = 'deep';
  for (let level = 0; level < depth; level += 1) value = level % 2 ? [value] : { Content: value };
  return value;
}

/** `sample` after a few random changes: members removed, replaced by anything, added under dangerous names, at any depth. */
export function mutated(sample: unknown): fc.Arbitrary<unknown> {
  const change = fc.record({
    path: fc.array(fc.nat(), { maxLength: 4 }),
    name: names,
    value: anything,
    kind: fc.nat({ max: 2 }),
  });
  return fc
    .array(change, { minLength: 1, maxLength: 4 })
    .map((changes) => changes.reduce(mutate, structuredClone(sample)));
}

interface Change {
  readonly path: readonly number[];
  readonly name: string;
  readonly value: unknown;
  readonly kind: number;
}

function mutate(value: unknown, change: Change): unknown {
  const [step, ...path] = change.path;
  if (typeof value !== 'object' || value === null || step === undefined) return change.value;
  const keys = Object.keys(value);
  const key = keys[step % Math.max(keys.length, 1)];
  const copy: Record<string, unknown> = { ...value };
  if (path.length > 0 && key !== undefined) copy[key] = mutate(copy[key], { ...change, path });
  else if (change.kind === 0 && key !== undefined) Reflect.deleteProperty(copy, key);
  else if (change.kind === 1 && key !== undefined) copy[key] = change.value;
  else
    Object.defineProperty(copy, change.name, {
      value: change.value,
      enumerable: true,
      configurable: true,
      writable: true,
    });
  return Array.isArray(value) ? Object.values(copy) : copy;
}
