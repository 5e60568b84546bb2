import type { ReceivedEntry, ReceivedFact, Receipt, TranscriptPage } from '../engine/types.js';
import { displayName, role } from './decode-author.js';
import { decodeAttachment } from './decode-attachment.js';
import { eventName, systemEvent } from './decode-event.js';
import { decodeProcessing } from './decode-processing.js';
import { decodeReceipts } from './decode-receipts.js';
import { asRecord, compact, epoch, list, member, text, type UnknownRecord } from './reading.js';
import type { WireItem } from './wire.js';

// The service caps a message at 16,384 bytes; this leaves room for what it may allow one day.
const maxTextLength = 1_000_000;
const maxPageItems = 1_000;

/** A chat item as a fact; undefined when it is unknown to us or cannot be read. Never throws. */
export function decodeItem(value: unknown): ReceivedFact | undefined {
  const item = asRecord(value);
  if (!item) return undefined;
  const type = itemText(item, 'Type');
  if (type === 'MESSAGE') return messageFact(item);
  if (type === 'ATTACHMENT') return attachmentFact(item);
  const name = eventName(item, type);
  if (name === 'typing') return typingFact(item);
  if (name === 'chat.rehydrated') return { type: 'rehydrated' };
  if (name === 'message.metadata' || name === 'message.read' || name === 'message.delivered') {
    return receiptsFact(decodeReceipts(item));
  }
  const event = systemEvent(name);
  return event && entryFact({ ...common(item), kind: 'event', event, text: itemText(item, 'Content') ?? '' });
}

/**
 * A page of the transcript, in the order of the service; undefined when it is none. Items that cannot be read are left out.
 * Never throws.
 */
export function decodeTranscript(value: unknown): TranscriptPage | undefined {
  const page = asRecord(value);
  if (!page) return undefined;
  const initialContactId = text(page, 'InitialContactId');
  const facts = list(page, 'Transcript', maxPageItems).map(decodeItem);
  return compact<TranscriptPage>({
    entries: facts.flatMap((fact) =>
      fact?.type === 'entry-received'
        ? [ofPage({ ...(initialContactId && { initialContactId }), ...fact.entry })]
        : [],
    ),
    receipts: facts.flatMap((fact) => (fact?.type === 'receipts-received' ? fact.receipts : [])),
    nextToken: text(page, 'NextToken'),
    rehydrated: facts.some((fact) => fact?.type === 'rehydrated') || undefined,
  });
}

/** The transcript holds an answer that is still being written as one item that grows: under the number of its latest piece, all so far. */
function ofPage(entry: ReceivedEntry): ReceivedEntry {
  return entry.chunk?.complete === false ? { ...entry, chunk: { ...entry.chunk, joined: true } } : entry;
}

function messageFact(item: UnknownRecord): ReceivedFact | undefined {
  const content = member(item, 'Content');
  const receipts = decodeReceipts(item);
  if (typeof content !== 'string' || content.length > maxTextLength) return receiptsFact(receipts);
  return entryFact({
    ...common(item),
    kind: 'message',
    text: content,
    chunk: chunk(item),
    processing: decodeProcessing(item),
    receipts: receipts.length > 0 ? receipts : undefined,
  });
}

function attachmentFact(item: UnknownRecord): ReceivedFact | undefined {
  // The service puts exactly one file in an item.
  const attachment = decodeAttachment(list(item, 'Attachments' satisfies keyof WireItem, 1)[0]);
  if (!attachment) return undefined;
  const receipts = decodeReceipts(item);
  return entryFact({
    ...common(item),
    kind: 'attachment',
    text: '',
    attachment,
    processing: decodeProcessing(item),
    receipts: receipts.length > 0 ? receipts : undefined,
  });
}

function typingFact(item: UnknownRecord): ReceivedFact | undefined {
  const participantId = itemText(item, 'ParticipantId');
  if (participantId === undefined) return undefined;
  const fact = {
    type: 'typing-received',
    participantId,
    role: role(item),
    displayName: displayName(item),
  } as const;
  return compact<Extract<ReceivedFact, { type: 'typing-received' }>>(fact);
}

function receiptsFact(receipts: readonly Receipt[]): ReceivedFact | undefined {
  return receipts.length > 0 ? { type: 'receipts-received', receipts } : undefined;
}

function entryFact(entry: { [K in keyof ReceivedEntry]: ReceivedEntry[K] | undefined }): ReceivedFact {
  return { type: 'entry-received', entry: compact<ReceivedEntry>(entry) };
}

/** What every kind of entry has. */
function common(item: UnknownRecord) {
  const contentType = itemText(item, 'ContentType') ?? 'text/plain';
  const participantId = itemText(item, 'ParticipantId');
  const time = itemText(item, 'AbsoluteTime');
  return {
    // Without an id, an item still has to be the same one on the socket and in the transcript.
    id:
      itemText(item, 'Id') ??
      [contentType, time, participantId, itemText(item, 'Content', maxTextLength)?.slice(0, 64)].join('|'),
    role: role(item),
    participantId,
    displayName: displayName(item),
    contentType,
    time: epoch(time),
    contactId: itemText(item, 'ContactId'),
    initialContactId: itemText(item, 'InitialContactId'),
    relatedContactId: itemText(item, 'RelatedContactId'),
  };
}

function chunk(item: UnknownRecord): ReceivedEntry['chunk'] {
  const metadata = asRecord(member(item, 'MessageMetadata'));
  const complete = metadata && member(metadata, 'MessageCompleted');
  if (!metadata || typeof complete !== 'boolean') return undefined;
  const number = member(metadata, 'ChunkNumber');
  const counted = typeof number === 'number' && Number.isSafeInteger(number) && number >= 1;
  return { number: counted ? number : 1, complete };
}

function itemText(item: UnknownRecord, name: keyof WireItem, maxLength?: number): string | undefined {
  return text(item, name, maxLength);
}
