import type { Delivery, Entry, Problem, Processing, Receipt, ReceivedEntry } from './types.js';
import { stitch, type Pieces } from './streaming.js';

/**
 * What has been said, in the service's order, whatever order it arrived in. Own messages that the service has not accepted yet come last.
 * Every function returns the same object when nothing changed.
 */
export interface Transcript {
  readonly entries: readonly Entry[];
  /**
   * Own messages seen on the wire while one of ours is unsettled. The wire does not say whose client token they answer, so they wait for the
   * reply that does; without that, an echo that overtakes its reply would stand twice.
   */
  readonly held: readonly ReceivedEntry[];
  /** Streamed answers of which pieces are missing, by entry id. */
  readonly pieces: ReadonlyMap<string, Pieces>;
  /** Receipts that arrived before the message they are about, by message id. */
  readonly receipts: ReadonlyMap<string, Receipt>;
}

export const emptyTranscript: Transcript = { entries: [], held: [], pieces: new Map(), receipts: new Map() };

/** Receipts kept for messages that have not arrived; the oldest go first. */
const MAX_EARLY_RECEIPTS = 500;

/**
 * Merges items from the socket or from a transcript page.
 *
 * @param awaitingReply - whether an own message is unsettled
 * @param now - stands in for the time of an item that has none
 */
export function mergeEntries(
  transcript: Transcript,
  received: readonly ReceivedEntry[],
  awaitingReply: boolean,
  now: number,
): Transcript {
  if (received.length === 0) return transcript;
  const known = new Map<string, Entry>();
  const wanted = new Set(received.map(({ id }) => id));
  for (const entry of transcript.entries)
    if (entry.id !== undefined && wanted.has(entry.id)) known.set(entry.id, entry);
  const files = received.some(({ attachment }) => attachment)
    ? attachmentEntries(transcript.entries)
    : new Map<string, Entry>();

  let next = transcript;
  for (const item of received) {
    const before = known.get(item.id) ?? (item.attachment && files.get(item.attachment.id));
    if (!before && awaitingReply && item.role === 'customer' && item.kind === 'message' && !isPast(item)) {
      if (!next.held.some(({ id }) => id === item.id)) next = { ...next, held: [...next.held, item] };
      continue;
    }
    const [entry, pieces] = build(item, before, next, now);
    if (pieces !== next.pieces) next = { ...next, pieces };
    if (!entry || entry === before) continue;
    next = {
      ...next,
      entries: before ? replaceEntry(next.entries, before, entry) : insert(next.entries, entry),
    };
    known.set(item.id, entry);
    if (entry.attachment) files.set(entry.attachment.id, entry);
  }
  return applyReceipts(
    next,
    received.flatMap(({ receipts }) => receipts ?? []),
  );
}

/** Shows an own message before the service knows it. */
export function addOwn(transcript: Transcript, entry: Entry): Transcript {
  return { ...transcript, entries: [...transcript.entries, entry] };
}

/** Moves an own message on. */
export function setDelivery(
  transcript: Transcript,
  key: string,
  delivery: Delivery,
  problem?: Problem,
): Transcript {
  const { entries } = transcript;
  const at = entries.findIndex((one) => one.key === key);
  const entry = entries[at];
  if (!entry || (entry.delivery === delivery && entry.problem === problem)) return transcript;
  const { problem: _, ...rest } = entry;
  // It keeps the place at which it failed: behind what the service had by then, whatever the device's clock says.
  const time =
    delivery === 'failed' ? (entries.slice(0, at).findLast(isAccepted)?.time ?? entry.time) : entry.time;
  return {
    ...transcript,
    entries: entries.with(at, { ...rest, time, delivery, ...(problem && { problem }) }),
  };
}

/** Takes an own message back that was never accepted. */
export function removeOwn(transcript: Transcript, key: string): Transcript {
  return {
    ...transcript,
    entries: transcript.entries.filter((entry) => entry.key !== key || entry.id !== undefined),
  };
}

/** The service accepted an own message: it gets its id, its place and whatever is already known about it. */
export function acceptOwn(
  transcript: Transcript,
  key: string,
  id: string,
  time: number | undefined,
  processing?: Processing,
): Transcript {
  const own = transcript.entries.find((entry) => entry.key === key);
  if (!own || own.id !== undefined) return transcript;
  const echo = transcript.held.find((item) => item.id === id);
  const shown = transcript.entries.find((entry) => entry.id === id);
  const { problem: _, ...rest } = own;
  const accepted: Entry = {
    ...rest,
    id,
    delivery: 'sent',
    ...(processing && !echo && !shown && { processing }),
    // The service may have changed the words (redaction); its version is the one that stands.
    text: echo?.text ?? shown?.text ?? own.text,
    time: time ?? echo?.time ?? shown?.time ?? own.time,
    ...((echo?.displayName ?? shown?.displayName) !== undefined && {
      displayName: (echo?.displayName ?? shown?.displayName) as string,
    }),
  };
  const others = transcript.entries.filter((entry) => entry !== own && entry !== shown);
  const early = transcript.receipts.get(id);
  const receipts = new Map(transcript.receipts);
  receipts.delete(id);
  return applyReceipts(
    {
      ...transcript,
      entries: insert(others, accepted),
      held: transcript.held.filter((item) => item !== echo),
      receipts,
    },
    [...(early ? [early] : []), ...(echo?.receipts ?? [])],
  );
}

/** No own message is unsettled any more: what was held back belongs to another tab or device. */
export function releaseHeld(transcript: Transcript, now: number): Transcript {
  if (transcript.held.length === 0) return transcript;
  return mergeEntries({ ...transcript, held: [] }, transcript.held, false, now);
}

const rank: Record<Delivery, number> = { queued: 0, sending: 0, failed: 0, sent: 1, delivered: 2, read: 3 };

/** Others have received or read messages. A receipt never takes back what an earlier one said. */
export function applyReceipts(transcript: Transcript, receipts: readonly Receipt[]): Transcript {
  return receipts.reduce(applyReceipt, transcript);
}

function applyReceipt(transcript: Transcript, receipt: Receipt): Transcript {
  const { messageId, kind } = receipt;
  const entry = transcript.entries.findLast(({ id }) => id === messageId);
  if (entry) {
    if (!entry.own || rank[entry.delivery ?? 'sent'] >= rank[kind]) return transcript;
    return {
      ...transcript,
      entries: replaceEntry(transcript.entries, entry, { ...entry, ...acknowledged(receipt) }),
    };
  }
  const known = transcript.receipts.get(messageId)?.kind;
  if (known === 'read' || known === kind) return transcript;
  const early = new Map(transcript.receipts).set(messageId, receipt);
  const oldest = early.size > MAX_EARLY_RECEIPTS ? early.keys().next().value : undefined;
  if (oldest !== undefined) early.delete(oldest);
  return { ...transcript, receipts: early };
}

const acknowledged = ({ kind, participantId }: Receipt): Pick<Entry, 'delivery' | 'receiptFrom'> => ({
  delivery: kind,
  ...(participantId !== undefined && { receiptFrom: participantId }),
});

/** Later news about a file may come as an item of its own; the file's id tells what it is about. */
function attachmentEntries(entries: readonly Entry[]): Map<string, Entry> {
  const files = new Map<string, Entry>();
  for (const entry of entries) if (entry.attachment) files.set(entry.attachment.id, entry);
  return files;
}

const isPast = (item: ReceivedEntry) =>
  item.relatedContactId !== undefined && item.relatedContactId !== item.contactId;

/** The entry that shows `item` after what was known as `before`; no entry while a streamed answer has nothing to show yet. */
function build(
  item: ReceivedEntry,
  before: Entry | undefined,
  transcript: Transcript,
  now: number,
): readonly [Entry | undefined, Transcript['pieces']] {
  const stitched = stitch(item, before, transcript.pieces);
  if (stitched.text === undefined) return [before, stitched.pieces];
  const own = item.role === 'customer';
  const time = stitched.time ?? before?.time ?? now;
  const early = transcript.receipts.get(item.id);
  const entry: Entry = {
    key: before?.key ?? item.id,
    id: before?.id ?? item.id,
    kind: item.kind,
    ...(item.event && { event: item.event }),
    role: item.role,
    own,
    ...optional('participantId', item.participantId ?? before?.participantId),
    ...optional('displayName', item.displayName ?? before?.displayName),
    contentType: item.contentType,
    text: stitched.text,
    time,
    ...(own &&
      item.kind !== 'event' &&
      (before ? standing(before) : early ? acknowledged(early) : { delivery: 'sent' })),
    ...(stitched.streaming && { streaming: true }),
    ...optional('processing', item.processing),
    ...optional('attachment', settled(item.attachment, before?.attachment)),
    ...optional('contactId', item.contactId),
    ...(isPast(item) && { past: true }),
  };
  return [before && same(before, entry) ? before : entry, stitched.pieces];
}

const standing = ({ delivery = 'sent', receiptFrom }: Entry) => ({
  delivery,
  ...(receiptFrom !== undefined && { receiptFrom }),
});

/** A scanner's verdict is not taken back by an older "still checking". */
const settled = (received: Entry['attachment'], before: Entry['attachment']) =>
  received?.status === 'checking' && before ? before : received;

/** A property for `exactOptionalPropertyTypes`: absent rather than undefined. */
function optional<K extends keyof Entry>(name: K, value: Entry[K] | undefined): Pick<Entry, K> | undefined {
  return value === undefined ? undefined : ({ [name]: value } as Pick<Entry, K>);
}

function same(a: Entry, b: Entry): boolean {
  const names = new Set([...Object.keys(a), ...Object.keys(b)]) as Set<keyof Entry>;
  for (const name of names) {
    if (a[name] !== b[name] && (name !== 'attachment' || JSON.stringify(a[name]) !== JSON.stringify(b[name])))
      return false;
  }
  return true;
}

/** By the service's time; what waits comes last, what has failed keeps its place; equal times stay in order of arrival. */
function insert(entries: readonly Entry[], entry: Entry): readonly Entry[] {
  // Only what the service has is in its order for certain.
  let at = entries.findLastIndex((other) => isAccepted(other) && other.time <= entry.time) + 1;
  while (hasFailed(entries[at], entry.time)) at += 1;
  return entries.toSpliced(at, 0, entry);
}

const isAccepted = ({ id }: Entry) => id !== undefined;

const hasFailed = (entry: Entry | undefined, before: number) =>
  entry?.delivery === 'failed' && !isAccepted(entry) && entry.time <= before;

function replaceEntry(entries: readonly Entry[], before: Entry, after: Entry): readonly Entry[] {
  const at = entries.lastIndexOf(before);
  return before.time === after.time ? entries.with(at, after) : insert(entries.toSpliced(at, 1), after);
}
