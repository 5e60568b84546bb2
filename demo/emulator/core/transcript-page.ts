import { ServiceError } from './errors.js';
import { toWireTime } from './time.js';
import { choice, integer, object, optional, text } from './validate.js';
import type { Item } from './wire.js';

const startPosition = object({
  Id: optional(text(1, 256)),
  AbsoluteTime: optional(text(1, 100)),
  MostRecent: optional(integer(0, 100)),
});

/** The members of a GetTranscript request. */
export const transcriptRequest = object({
  ContactId: optional(text(1, 256)),
  MaxResults: optional(integer(0, 100)),
  NextToken: optional(text(1, 1000)),
  ScanDirection: optional(choice(['FORWARD', 'BACKWARD'])),
  SortOrder: optional(choice(['ASCENDING', 'DESCENDING'])),
  StartPosition: optional(startPosition),
});

type TranscriptRequest = ReturnType<typeof transcriptRequest>;
type StartPosition = ReturnType<typeof startPosition>;

/** One page of a transcript, in the order asked for. */
export interface TranscriptPage {
  readonly items: readonly Item[];
  /** Continues in the same scan direction; absent at the end of the history. */
  readonly nextToken?: string;
}

const defaultMaxResults = 10;

/** Where a scan begins: the index of the first item it may return, and which way it goes. */
interface Scan {
  readonly direction: 'FORWARD' | 'BACKWARD';
  readonly index: number;
}

/**
 * Cuts the page a GetTranscript request asks for out of a transcript (oldest first).
 *
 * @throws {ServiceError} ValidationException for a start position or token that names nothing in this transcript.
 */
export function pageTranscript(items: readonly Item[], request: TranscriptRequest): TranscriptPage {
  const { direction, index } =
    request.NextToken === undefined ? firstScan(items, request) : continuedScan(items, request.NextToken);
  // Zero is allowed but a page of nothing with a token would never end, so it asks for the default.
  const size = request.MaxResults || defaultMaxResults;
  const from = direction === 'FORWARD' ? index : Math.max(0, index - size + 1);
  const to = direction === 'FORWARD' ? index + size : index + 1;
  const page = items.slice(from, to);
  const next = direction === 'FORWARD' ? items[to] : items[from - 1];
  return {
    items: request.SortOrder === 'ASCENDING' ? page : page.reverse(),
    ...(next && { nextToken: btoa(encodeURIComponent(JSON.stringify([direction, next.Id]))) }),
  };
}

function firstScan(items: readonly Item[], request: TranscriptRequest): Scan {
  const start = request.StartPosition;
  const given = start !== undefined && Object.values(start).some((value) => value !== undefined);
  const direction = request.ScanDirection ?? (given ? 'FORWARD' : 'BACKWARD');
  if (direction === 'FORWARD') {
    // Forward from nowhere asks for items newer than now.
    return { direction, index: given ? startIndex(items, start, 'FORWARD') : items.length };
  }
  return { direction: 'BACKWARD', index: given ? startIndex(items, start, 'BACKWARD') : items.length - 1 };
}

function startIndex(items: readonly Item[], start: StartPosition, direction: Scan['direction']): number {
  if (start.Id !== undefined) {
    const index = items.findIndex(({ Id }) => Id === start.Id);
    if (index < 0)
      throw new ServiceError('ValidationException', 'StartPosition.Id is not in this transcript.');
    return index;
  }
  if (start.AbsoluteTime !== undefined) {
    const time = toWireTime(start.AbsoluteTime);
    if (time === undefined) {
      throw new ServiceError('ValidationException', 'StartPosition.AbsoluteTime is not a time.');
    }
    if (direction === 'BACKWARD') return items.findLastIndex(({ AbsoluteTime }) => AbsoluteTime <= time);
    const index = items.findIndex(({ AbsoluteTime }) => AbsoluteTime >= time);
    return index < 0 ? items.length : index;
  }
  // The n-th most recent item; a transcript shorter than n starts at its oldest.
  return Math.max(0, items.length - Math.max(1, start.MostRecent ?? 1));
}

function continuedScan(items: readonly Item[], token: string): Scan {
  try {
    const [direction, id] = JSON.parse(decodeURIComponent(atob(token))) as readonly unknown[];
    const index = items.findIndex(({ Id }) => Id === id);
    if ((direction === 'FORWARD' || direction === 'BACKWARD') && index >= 0) return { direction, index };
  } catch {
    // Not one of ours: refused below like one that names an unknown item.
  }
  throw new ServiceError('ValidationException', 'NextToken is not valid for this transcript.');
}
