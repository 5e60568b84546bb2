import type { Entry } from '../../src/engine/types.js';

/** 14:02 on a fixed day, in the zone that the tests run in. */
export const baseTime = new Date(2026, 10, 12, 14, 2).getTime();

/** An entry with everything filled in that a test does not care about. */
export function entry(changes: Partial<Entry> & { readonly key: string }): Entry {
  return {
    id: changes.key,
    kind: 'message',
    role: 'agent',
    own: false,
    displayName: 'Maya',
    participantId: 'p-maya',
    contentType: 'text/plain',
    text: `Message ${changes.key}`,
    time: baseTime,
    ...changes,
  };
}

/** A message by the customer. */
export function ownEntry(changes: Partial<Entry> & { readonly key: string }): Entry {
  return entry({
    role: 'customer',
    own: true,
    displayName: 'Sam',
    participantId: 'p-sam',
    delivery: 'sent',
    ...changes,
  });
}

/** `count` messages, a minute apart, by Maya and the customer in turn. */
export function manyEntries(count: number): readonly Entry[] {
  return Array.from({ length: count }, (_, index) => {
    const changes = { key: `e${index}`, time: baseTime + index * 60_000 };
    return index % 2 === 0 ? entry(changes) : ownEntry(changes);
  });
}
