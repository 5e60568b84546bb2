import type { Schedule } from '../src/controllers/schedule.js';
import type { Entry } from '../src/engine/types.js';

/** How long the reader must have stayed, in ms. */
const REST_MS = 300;

/** Knows where in the log the reader rests, and where they rested when the page went. */
export class MessagePlace {
  readonly #tell: (key: string | undefined) => void;
  #cancel: (() => void) | undefined;

  /** Where the reader is still to be brought back to. */
  awaited: string | undefined;

  /** @param tell - Takes the entry at the top of the log; `undefined` for the end. */
  constructor(tell: (key: string | undefined) => void) {
    this.#tell = tell;
  }

  /** The reader moves. `find` is asked once they rest; `null` stands for nowhere in particular. */
  move(find: () => string | undefined | null, schedule: Schedule): void {
    this.awaited = undefined;
    this.#cancel?.();
    this.#cancel = schedule(() => {
      const key = find();
      if (key !== null) this.#tell(key);
    }, REST_MS);
  }
}

/**
 * The entry that `element`, a child of a chunk, is or stands above. It goes by the service's id where it has one: the key
 * of an own message is another once the page has been loaded again.
 */
export function placeOf(element: Element | undefined, entries: readonly Entry[]): string | null {
  let row = element ?? null;
  while (row && !(row as HTMLElement).dataset.key) row = row.nextElementSibling;
  const entry = row && entries.find(({ key }) => key === (row as HTMLElement).dataset.key);
  return entry ? (entry.id ?? entry.key) : null;
}
