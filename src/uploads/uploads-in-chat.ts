import type { Attachment, Entry, Snapshot } from '../engine/types.js';
import type { Upload } from './upload.js';

type PendingState = Exclude<Upload['state'], 'arrived'>;

const statuses: Readonly<Record<PendingState, Attachment['status']>> = {
  waiting: 'waiting',
  uploading: 'uploading',
  stored: 'finishing',
  sent: 'finishing',
  failed: 'failed',
};

/**
 * Shows the files that are on their way into a chat in its transcript. Once the service has a file, its own entry stands in the place of ours, under
 * our key, so that the row stays. Equal parts give the very same entries again.
 */
export class UploadsInChat {
  readonly #pending = new WeakMap<Upload, Entry>();
  readonly #arrived = new WeakMap<Entry, Entry>();

  /** The snapshot with `uploads` in it; the very same one when there are none. */
  add(snapshot: Snapshot, uploads: readonly Upload[]): Snapshot {
    if (uploads.length === 0) return snapshot;
    const arrived = new Map(
      uploads.flatMap((upload) =>
        upload.attachmentId !== undefined && upload.state === 'arrived'
          ? [[upload.attachmentId, upload]]
          : [],
      ),
    );
    const entries = [...snapshot.entries];
    // From the end, where they are: a transcript may be long.
    for (let index = entries.length - 1; index >= 0 && arrived.size > 0; index -= 1) {
      const entry = entries[index] as Entry;
      const id = entry.attachment?.id ?? '';
      const upload = arrived.get(id);
      if (upload) entries[index] = remember(this.#arrived, entry, () => arrivedEntry(entry, upload));
      arrived.delete(id);
    }
    for (const upload of uploads) {
      const { state } = upload;
      if (state !== 'arrived')
        entries.push(remember(this.#pending, upload, () => pendingEntry(upload, state)));
    }
    return { ...snapshot, entries };
  }
}

function remember<Key extends object, Value>(
  memory: WeakMap<Key, Value>,
  key: Key,
  make: () => Value,
): Value {
  let value = memory.get(key);
  if (value === undefined) memory.set(key, (value = make()));
  return value;
}

/** The service leaves the size out; we know it. */
function arrivedEntry(entry: Entry, { key, size }: Upload): Entry {
  return { ...entry, key, ...(entry.attachment && { attachment: { size, ...entry.attachment } }) };
}

function pendingEntry(upload: Upload, state: PendingState): Entry {
  const { key, name, type, size, time, sentBytes, attachmentId = '', problem } = upload;
  return {
    key,
    kind: 'attachment',
    role: 'customer',
    own: true,
    contentType: type,
    text: '',
    time,
    delivery: state === 'waiting' ? 'queued' : state === 'failed' ? 'failed' : 'sending',
    ...(problem && { problem }),
    attachment: { id: attachmentId, name, type, size, status: statuses[state], progress: sentBytes / size },
  };
}

/** Files in the chat as it stands, of everybody; those of past chats do not count. */
export function filesIn({ entries }: Pick<Snapshot, 'entries'>): number {
  return entries.filter(({ kind, past }) => kind === 'attachment' && !past).length;
}
