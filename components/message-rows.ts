import type { Entry } from '../src/engine/types.js';
import { isLine } from './card-kits.js';

/** `new` is above the first unread message, `missed` above the first that came while the connection was away. */
export type Divider = 'new' | 'missed';

/** One entry as it stands in the log: with what is drawn above it, and how it joins its neighbours. */
export interface Row {
  readonly entry: Entry;
  /** Words of the day separator above it. */
  readonly day: string | undefined;
  /** Which divider stands directly above it. */
  readonly divider: Divider | undefined;
  /** Goes on where the row above left off: same speaker within the same run, or one system line after another. */
  readonly follows: boolean;
  /** Says its delivery: it is the last own message of which that is true. */
  readonly tellsDelivery: boolean;
  /** What the customer said next, if the entry can be answered and they did; for a view, else the view that came after it; for a sign-in, how it went. */
  readonly answer: Entry | undefined;
  /** Arrived at the end while the reader was there, so that it may be seen arriving. */
  readonly fresh: boolean;
}

/** A stretch of rows that is laid out, or skipped, as one. */
export interface Chunk {
  /** Key of its first entry when it was begun. */
  readonly key: string;
  readonly rows: readonly Row[];
}

/** What the rows depend on besides the entries. */
export interface RowOptions {
  /** Words for the day that `time` is in; equal for all times of a day. */
  readonly day: (time: number) => string;
  /** Entries for which this is the same text are by the same speaker. */
  readonly speaker: (entry: Entry) => string;
  /** Leaves an entry out of the log. */
  readonly hidden: (entry: Entry) => boolean;
  /** What divider there is above the entry with this key, if any. */
  readonly divider: (key: string) => Divider | undefined;
  /** Whether what the customer says next may be an answer to the entry. */
  readonly answerable: (entry: Entry) => boolean;
  /** Of these only the last can be answered. */
  readonly view: (entry: Entry) => boolean;
}

/** A longer pause begins a new group. */
const RUN_MS = 3 * 60_000;
const CHUNK_ROWS = 50;
/** One speaker may go on without a pause for ever; a chunk may not. */
const CHUNK_ROWS_MAX = 200;
/** More than this at once is history being loaded, not somebody speaking. */
const FRESH_MAX = 5;

/** Lays out entries as rows, and gives the same objects again for whatever has not changed. */
export class MessageRows {
  #rows = new Map<string, Row>();
  #chunks: readonly Chunk[] = [];

  /** The chunks of `entries`, which are in the order of time. Equal input gives the very same array. */
  update(entries: readonly Entry[], options: RowOptions): readonly Chunk[] {
    const shown = entries.filter((entry) => !options.hidden(entry));
    const telling = tellingDelivery(shown);
    const answers = answersTo(entries, options);
    const fresh = this.#freshFrom(shown);
    const rows = new Map<string, Row>();
    let above: Row | undefined;
    let day = '';
    for (const [index, entry] of shown.entries()) {
      const words = options.day(entry.time);
      const divider = options.divider(entry.key);
      const row = this.#reuse({
        entry,
        day: words === day ? undefined : words,
        divider,
        follows:
          words === day &&
          divider === undefined &&
          above !== undefined &&
          joins(above, entry, options.speaker),
        tellsDelivery: telling.has(entry.key),
        answer: answers.get(entry.key),
        fresh: this.#rows.get(entry.key)?.fresh ?? index >= fresh,
      });
      rows.set(entry.key, row);
      above = row;
      day = words;
    }
    this.#rows = rows;
    return (this.#chunks = this.#chunk([...rows.values()]));
  }

  /** Index from which on entries have just arrived. The first ones ever shown are history. */
  #freshFrom(shown: readonly Entry[]): number {
    if (this.#rows.size === 0) return shown.length === 1 ? 0 : shown.length;
    const from = shown.findLastIndex(({ key }) => this.#rows.has(key)) + 1;
    return shown.length - from > FRESH_MAX ? shown.length : from;
  }

  #reuse(row: Row): Row {
    const before = this.#rows.get(row.entry.key);
    return before !== undefined && same(before, row) ? before : row;
  }

  /** A row that once began a chunk goes on beginning one, so that no node moves to another chunk when rows come above. */
  #chunk(rows: readonly Row[]): readonly Chunk[] {
    const before = new Map(this.#chunks.map((chunk) => [chunk.key, chunk]));
    const groups: Row[][] = [];
    for (const row of rows) {
      const current = groups.at(-1);
      const full = current && current.length >= (row.follows ? CHUNK_ROWS_MAX : CHUNK_ROWS);
      if (current === undefined || full || before.has(row.entry.key)) groups.push([row]);
      else current.push(row);
    }
    const chunks = groups.map((group) => {
      const key = group[0]?.entry.key ?? '';
      const known = before.get(key);
      return known && sameItems(known.rows, group) ? known : { key, rows: group };
    });
    return sameItems(this.#chunks, chunks) ? this.#chunks : chunks;
  }
}

/** Keys of the entries that say their delivery: from the end back, each that is further than all after it. */
function tellingDelivery(entries: readonly Entry[]): ReadonlySet<string> {
  const rank = { queued: 0, sending: 1, sent: 2, delivered: 3, read: 4 };
  const keys = new Set<string>();
  let furthest = -1;
  for (let index = entries.length - 1; index >= 0; index--) {
    const { own, delivery, processing, key } = entries[index] as Entry;
    if (!own || delivery === undefined) continue;
    // What went wrong with one message says nothing of those before it.
    if (delivery === 'failed' || processing) keys.add(key);
    else if (rank[delivery] > furthest) {
      furthest = rank[delivery];
      keys.add(key);
    }
  }
  return keys;
}

/** What settles each entry that can be answered, by its key: see {@link Row.answer}. */
function answersTo(entries: readonly Entry[], { answerable, view }: RowOptions): ReadonlyMap<string, Entry> {
  const answers = new Map<string, Entry>();
  let next: Entry | undefined;
  let newer: Entry | undefined;
  let outcome: Entry | undefined;
  for (let index = entries.length - 1; index >= 0; index--) {
    const entry = entries[index] as Entry;
    const answer = view(entry) ? (next ?? newer) : next;
    if (entry.kind === 'event') {
      if (!isLine(entry)) {
        if (outcome) answers.set(entry.key, outcome);
        outcome = undefined;
      } else if (entry.event?.startsWith('authentication')) outcome ??= entry;
    } else if (entry.own && entry.kind === 'message' && entry.delivery !== 'failed') next = entry;
    else if (answer && answerable(entry)) answers.set(entry.key, answer);
    if (view(entry)) newer = entry;
  }
  return answers;
}

function joins(above: Row, entry: Entry, speaker: (entry: Entry) => string): boolean {
  if (isLine(above.entry) || isLine(entry)) return isLine(above.entry) === isLine(entry);
  // A line under the message above sets the next one apart.
  if (above.tellsDelivery) return false;
  return Math.abs(entry.time - above.entry.time) < RUN_MS && speaker(above.entry) === speaker(entry);
}

function same(a: Row, b: Row): boolean {
  return (
    a.entry === b.entry &&
    a.day === b.day &&
    a.divider === b.divider &&
    a.follows === b.follows &&
    a.tellsDelivery === b.tellsDelivery &&
    a.answer === b.answer
  );
}

function sameItems<T>(a: readonly T[], b: readonly T[]): boolean {
  return a.length === b.length && a.every((item, index) => item === b[index]);
}
