import type { Contact } from './contact.js';
import type { Fault } from './fault-table.js';
import type { Faults, FaultTarget } from './faults.js';
import type { Random } from './ports.js';
import type { Sockets } from './sockets.js';
import type { Timers } from './timers.js';
import type { EmulatorTimings } from './timings.js';
import type { Item } from './wire.js';

interface DeliveryInit {
  readonly sockets: Sockets;
  readonly faults: Faults;
  readonly timers: Timers;
  readonly timings: EmulatorTimings;
  readonly random: Random;
}

/** Items held back until there are enough of them to be delivered in another order. */
interface Batch {
  readonly fault: Fault<'reorder-items'>;
  readonly items: Item[];
  readonly cancelFlush: () => void;
}

/**
 * The way of an item from the transcript to the sockets, where it can be lost, late, doubled or overtaken. It reaches
 * the sockets that are open when it arrives, not those that were open when it set out.
 */
export class Delivery {
  readonly #init: DeliveryInit;
  readonly #batches = new Map<Contact, Batch>();

  constructor(init: DeliveryInit) {
    this.#init = init;
  }

  /** Sends an item on its way. */
  deliver(contact: Contact, item: Item): void {
    const { faults, timers } = this.#init;
    const target = targetOf(contact, item);
    if (faults.strike('drop-items', target)) return;
    const batch = this.#batches.get(contact) ?? this.#openBatch(contact, target);
    if (batch) {
      batch.items.push(item);
      if (batch.items.length >= batch.fault.count) this.#flush(contact, batch);
      return;
    }
    const delay = faults.strike('delay-items', target);
    if (!delay) this.#arrive(contact, item);
    else
      timers.after(delay.ms, () => {
        this.#arrive(contact, item);
      });
  }

  #openBatch(contact: Contact, target: FaultTarget): Batch | undefined {
    const { faults, timers, timings } = this.#init;
    const fault = faults.strike('reorder-items', target);
    if (!fault) return undefined;
    const cancelFlush = timers.after(fault.ms ?? timings.reorderHoldMs, () => {
      this.#flush(contact, batch);
    });
    const batch: Batch = { fault, items: [], cancelFlush };
    this.#batches.set(contact, batch);
    return batch;
  }

  #flush(contact: Contact, batch: Batch): void {
    batch.cancelFlush();
    this.#batches.delete(contact);
    const items =
      batch.fault.order === 'shuffle' ? shuffled(batch.items, this.#init.random) : batch.items.reverse();
    for (const item of items) this.#arrive(contact, item);
  }

  #arrive(contact: Contact, item: Item): void {
    const { sockets, faults, timers } = this.#init;
    sockets.deliver(contact, item);
    const twin = faults.strike('duplicate-items', targetOf(contact, item));
    if (!twin) return;
    for (let copy = 0; copy < (twin.copies ?? 1); copy += 1) {
      if (twin.ms === undefined) sockets.deliver(contact, item);
      else
        timers.after(twin.ms, () => {
          sockets.deliver(contact, item);
        });
    }
  }
}

function targetOf(contact: Contact, { ContentType }: Item): FaultTarget {
  return { contact, contentType: typeof ContentType === 'string' ? ContentType : undefined };
}

/** Each item changes places with one at or before it, so that all orders are equally likely. */
function shuffled(items: Item[], random: Random): readonly Item[] {
  for (const [index, item] of items.entries()) {
    const other = Math.floor(random.next() * (index + 1));
    const swapped = items[other];
    if (swapped === undefined) continue;
    items[index] = swapped;
    items[other] = item;
  }
  return items;
}
