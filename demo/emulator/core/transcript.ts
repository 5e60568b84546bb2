import type { Item } from './wire.js';

interface Chunk {
  readonly MessageCompleted: boolean;
}

function chunkOf(item: Item): Chunk | undefined {
  const metadata = item.MessageMetadata as Partial<Chunk> | null | undefined;
  return typeof metadata?.MessageCompleted === 'boolean' ? (metadata as Chunk) : undefined;
}

/** Folds a newer version of an item into the stored one: chunks append until the completed text replaces them. */
function merge(stored: Item, next: Item): Item {
  const chunk = chunkOf(next);
  if (!chunk) return next;
  const Content = chunk.MessageCompleted ? next.Content : String(stored.Content) + String(next.Content);
  return { ...next, Content, AbsoluteTime: stored.AbsoluteTime };
}

/** The kept items of one contact chain, oldest first. */
export class Transcript {
  readonly #items: Item[] = [];

  /** All items, oldest first. */
  get items(): readonly Item[] {
    return this.#items;
  }

  /** Stores an item at its place in time; an item with a known id updates that one where it stands. */
  add(item: Item): void {
    const known = this.#items.findIndex(({ Id }) => Id === item.Id);
    const stored = this.#items[known];
    if (stored) {
      this.#items[known] = merge(stored, item);
      return;
    }
    // An item with an unreadable time (sent on purpose) stays where it arrived: no comparison with NaN is true.
    const time = Date.parse(item.AbsoluteTime);
    let place = this.#items.length;
    while (place > 0 && Date.parse(this.#items[place - 1]?.AbsoluteTime ?? '') > time) place -= 1;
    this.#items.splice(place, 0, item);
  }

  /** The item with this id, if it was kept. */
  find(id: string): Item | undefined {
    return this.#items.find(({ Id }) => Id === id);
  }
}
