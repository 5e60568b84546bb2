import { pictureHost, templates } from '../fixtures/interactive-templates.js';

/** Numbers from 0 up to 1, the same for the same seed (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** What stands in the place of a value: other types, and what somebody with bad intentions would write. */
const values: readonly unknown[] = [
  null,
  true,
  -1,
  1e308,
  '',
  ' \u200b\u202e',
  [],
  {},
  [[[[]]]],
  'x'.repeat(5_001),
  '<img src=https://evil.example/a.png onerror="pwned()">',
  '<script>pwned()</script>',
  'javascript:pwned()',
  '[x](javascript:pwned())',
  '[x](https://evil.example/)<!--rehype:target="><script>pwned()</script>-->',
  'https://evil.example/tracker.gif',
  'http://evil.example/plain.gif',
  'data:text/html,<script>parent.pwned()</script>',
  '//evil.example/x.png',
  '${pwned()}',
  { toString: 'x', valueOf: 'y' },
  { __proto__: null, constructor: 'x', length: 5 },
  '{"templateType":"Carousel","data":{"content":{"title":"in","elements":[]}}}',
  '2026-99-99T99:99+99:99',
];

/** Names of fields that fetch: only what stands in one of these may ever be asked for. */
const PICTURE = 'imageData';

type Mutable = Record<string, unknown> | unknown[];

/** One of a thousand variants of the valid templates: the text of the message, and the pictures that it declares. */
export interface Variant {
  readonly text: string;
  readonly pictures: ReadonlySet<string>;
}

/** The variant with this number. */
export function variant(seed: number): Variant {
  const random = seeded(seed);
  const one = <T>(items: readonly T[]): T => items[Math.floor(random() * items.length)] as T;
  const message = structuredClone(one(Object.values(templates))) as Record<string, unknown>;
  for (let count = 1 + Math.floor(random() * 4); count > 0; count -= 1) change(message, random, one);
  const pictures = picturesIn(message);
  let text = JSON.stringify(message);
  if (random() < 0.05) text = text.slice(0, Math.floor(random() * text.length));
  else if (random() < 0.1)
    text = text
      .replaceAll("'", '’')
      .replaceAll('"', "'")
      .replaceAll('true', 'True')
      .replaceAll('null', 'None');
  else if (random() < 0.05) text = JSON.stringify({ ...message, data: JSON.stringify(message.data) });
  return { text, pictures };
}

function change(message: Mutable, random: () => number, one: <T>(items: readonly T[]) => T): void {
  const places = placesIn(message);
  const [holder, key] = one(places);
  const at = holder as Record<string, unknown>;
  switch (Math.floor(random() * 5)) {
    case 0:
      Reflect.deleteProperty(at, key);
      break;
    case 1:
      at[key] = structuredClone(one(places)[0]);
      break;
    case 2:
      if (Array.isArray(at[key]))
        at[key] = Array.from({ length: 60 }, () => structuredClone((at[key] as unknown[])[0]));
      else at[`${key}2`] = at[key];
      break;
    default:
      at[key] = structuredClone(one(values));
  }
}

function placesIn(value: unknown): (readonly [Mutable, string])[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => [
    [value as Mutable, key] as const,
    ...placesIn(inner),
  ]);
}

function picturesIn(value: unknown): ReadonlySet<string> {
  const found = placesIn(value).flatMap(([holder, key]) =>
    key === PICTURE ? [(holder as Record<string, unknown>)[key]] : [],
  );
  return new Set([...found.filter((one) => typeof one === 'string'), `${pictureHost}/all.jpg`]);
}
