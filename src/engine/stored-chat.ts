import type { State } from './state.js';
import { contactOf } from './state.js';
import type { Contact, Credentials, Features, Notes, OutboxItem, StoredChat } from './types.js';

/** Changes whenever a record of an older kind could be misread. */
const VERSION = 1;
const MAX_ITEMS = 1_000;
const MAX_TEXT = 1_000_000;

/** A record as it lies in the store. */
export interface StoredRecord extends StoredChat {
  readonly version: typeof VERSION;
}

/** What is worth keeping of `state`; nothing when there is nothing to go on with. */
export function toStoredChat(state: State, credentials: Credentials | undefined): StoredRecord | undefined {
  const { session, features, outbox, ending, draft, place, notes, seenUntil, startToken } = state;
  const contact = contactOf(session);
  const over = session.phase === 'ended';
  if (over && draft === '') return undefined;
  if (!contact && startToken === undefined && outbox.length === 0 && draft === '') return undefined;
  return {
    version: VERSION,
    ...(contact && !over && { contact, ...(credentials && { credentials }) }),
    ...(startToken !== undefined && { startToken }),
    features,
    outbox: over ? [] : outbox,
    ending: ending && !over,
    draft,
    ...(place !== undefined && !over && { place }),
    notes: over ? {} : notes,
    seenUntil: over ? 0 : seenUntil,
  };
}

/** Reads a record that may come from anybody: an older version, another site's script, a half-written value. Never throws. */
export function readStoredChat(value: unknown): StoredChat | undefined {
  const record = asRecord(value);
  if (record?.version !== VERSION) return undefined;
  const contact = readContact(record.contact);
  const credentials = readCredentials(record.credentials);
  // A contact without its token cannot be reached, nor a token without its contact.
  const reachable = contact && credentials ? { contact, credentials } : undefined;
  const startToken = readText(record.startToken);
  const place = readText(record.place);
  const { seenUntil } = record;
  return {
    ...reachable,
    ...(startToken && !reachable && { startToken }),
    features: readFeatures(record.features),
    outbox: (Array.isArray(record.outbox) ? (record.outbox as unknown[]) : [])
      .slice(0, MAX_ITEMS)
      .flatMap((item) => readItem(item) ?? []),
    ending: record.ending === true && reachable !== undefined,
    draft: readText(record.draft) ?? '',
    ...(place && { place }),
    notes: readNotes(record.notes),
    seenUntil: typeof seenUntil === 'number' && Number.isFinite(seenUntil) ? seenUntil : 0,
  };
}

type Unknowns = Readonly<Record<string, unknown>>;

const asRecord = (value: unknown): Unknowns | undefined =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Unknowns) : undefined;

const readText = (value: unknown): string | undefined =>
  typeof value === 'string' && value.length <= MAX_TEXT ? value : undefined;

function readContact(value: unknown): Contact | undefined {
  const record = asRecord(value);
  const contactId = readText(record?.contactId);
  const participantId = readText(record?.participantId);
  const continuedFromContactId = readText(record?.continuedFromContactId);
  if (!contactId || participantId === undefined) return undefined;
  return { contactId, participantId, ...(continuedFromContactId && { continuedFromContactId }) };
}

function readCredentials(value: unknown): Credentials | undefined {
  const record = asRecord(value);
  const participantToken = readText(record?.participantToken);
  const participantEndpoint = readText(record?.participantEndpoint);
  return participantToken
    ? { participantToken, ...(participantEndpoint && { participantEndpoint }) }
    : undefined;
}

function readFeatures(value: unknown): Features {
  const { markdown, attachments } = asRecord(value) ?? {};
  return {
    ...(typeof markdown === 'boolean' && { markdown }),
    ...(typeof attachments === 'boolean' && { attachments }),
  };
}

/** Only text; a name of the prototype is one like any other. */
function readNotes(value: unknown): Notes {
  const notes = Object.entries(asRecord(value) ?? {}).slice(0, MAX_ITEMS);
  return Object.fromEntries(
    notes.filter((note): note is [string, string] => readText(note[1]) !== undefined),
  );
}

function readItem(value: unknown): OutboxItem | undefined {
  const record = asRecord(value);
  const key = readText(record?.key);
  const clientToken = readText(record?.clientToken);
  const text = readText(record?.text);
  const contentType = readText(record?.contentType);
  if (!key || !clientToken || text === undefined || contentType === undefined) return undefined;
  const { type, status, attempts } = record ?? {};
  if (status !== 'held' && status !== 'queued' && status !== 'sending' && status !== 'failed')
    return undefined;
  const item = {
    key,
    clientToken,
    text,
    contentType,
    status,
    attempts: typeof attempts === 'number' ? attempts : 0,
  } as const;
  if (type === 'message' || type === 'end') return { ...item, type };
  const receipt = asRecord(record?.receipt);
  const messageId = readText(receipt?.messageId);
  const kind = receipt?.kind;
  if (type !== 'receipt' || !messageId || (kind !== 'delivered' && kind !== 'read')) return undefined;
  return { ...item, type, receipt: { messageId, kind } };
}
