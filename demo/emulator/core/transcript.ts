import { isWireTime } from './time.js';
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

// An item with an unreadable time (sent on purpose) is later than none: it stays where it arrived.
function isLater(stored: Item | undefined, item: Item): boolean {
  const times = [stored?.AbsoluteTime ?? '', item.AbsoluteTime] as const;
  return times.every(isWireTime) && times[0] > times[1];
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
    let place = this.#items.length;
    while (place > 0 && isLater(this.#items[place - 1], item)) place -= 1;
    this.#items.splice(place, 0, item);
  }

  /** The item with this id, if it was kept. */
  find(id: string): Item | undefined {
    return this.#items.find(({ Id }) => Id === id);
  }
}
