import { nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';

/**
 * `repeat`, except that nothing stays behind once the last item has gone: `repeat` itself leaves an empty comment for each item it takes away, and
 * somebody may begin and stop to write hundreds of times in one chat.
 */
export const each = <Item>(
  items: readonly Item[],
  key: (item: Item) => string,
  show: (item: Item, index: number) => unknown,
): unknown => (items.length > 0 ? repeat(items, key, show) : nothing);
