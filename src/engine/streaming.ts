import type { Entry, ReceivedEntry } from './types.js';

/** No answer is written in so many pieces. */
const MAX_JOINED = 10_000;

/** What has arrived of a streamed answer. */
export interface Pieces {
  readonly chunks: ReadonlyMap<number, string>;
  /** The earliest time of any piece: the answer stands where it began. */
  readonly time: number | undefined;
}

export interface Stitched {
  /** What can be shown; undefined while the beginning is missing. */
  readonly text: string | undefined;
  readonly time: number | undefined;
  readonly streaming: boolean;
  readonly pieces: ReadonlyMap<string, Pieces>;
}

/**
 * Puts a streamed answer together. Pieces share the answer's id and are numbered from 1; the last one carries the whole text and replaces them.
 * They may arrive in any order and more than once; nothing after a gap is shown before the gap has closed.
 */
export function stitch(
  item: ReceivedEntry,
  before: Entry | undefined,
  all: ReadonlyMap<string, Pieces>,
): Stitched {
  const known = all.get(item.id);
  const time = earliest(item.time, known?.time ?? before?.time);
  if (item.chunk?.complete === false) return addPiece(item, item.chunk, before, all, time);
  // A transcript page that was taken while the answer was being written holds only its beginning, and does not say so.
  if (!item.chunk && before && before.text.length > item.text.length && before.text.startsWith(item.text)) {
    return { text: before.text, time, streaming: before.streaming === true, pieces: all };
  }
  // The whole is the last word, and keeps the place where the answer began.
  return { text: item.text, time, streaming: false, pieces: known ? without(all, item.id) : all };
}

function addPiece(
  item: ReceivedEntry,
  chunk: NonNullable<ReceivedEntry['chunk']>,
  before: Entry | undefined,
  all: ReadonlyMap<string, Pieces>,
  time: number | undefined,
): Stitched {
  if (before && !before.streaming) {
    // A piece that comes after the whole says nothing new, except perhaps that the answer began earlier.
    return { text: before.text, time, streaming: false, pieces: all };
  }
  const chunks = withPiece(all.get(item.id)?.chunks, chunk, item.text, before?.text ?? '');
  let text = '';
  let shown = 0;
  for (let piece = chunks.get(1); piece !== undefined; piece = chunks.get(shown + 1)) {
    text += piece;
    shown += 1;
  }
  return {
    text: shown > 0 ? text : undefined,
    time,
    streaming: true,
    pieces: new Map(all).set(item.id, { chunks, time }),
  };
}

/** All that was written so far counts as the first piece and leaves nothing for the others, unless it contradicts what is shown. */
function withPiece(
  known: Pieces['chunks'] | undefined,
  { number, joined }: NonNullable<ReceivedEntry['chunk']>,
  text: string,
  shown: string,
): Pieces['chunks'] {
  const chunks = new Map(known);
  if (!joined || number > MAX_JOINED || !(text.startsWith(shown) || shown.startsWith(text)))
    // A piece that comes again says nothing new, and nothing at all when it is in what was joined.
    return chunks.has(number) ? chunks : chunks.set(number, text);
  for (let piece = 2; piece <= number; piece += 1) chunks.set(piece, '');
  return chunks.set(1, text);
}

const earliest = (a: number | undefined, b: number | undefined) =>
  a === undefined || b === undefined ? (a ?? b) : Math.min(a, b);

function without(all: ReadonlyMap<string, Pieces>, id: string): ReadonlyMap<string, Pieces> {
  const rest = new Map(all);
  rest.delete(id);
  return rest;
}
