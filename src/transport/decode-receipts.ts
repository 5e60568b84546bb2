import type { Receipt } from '../engine/types.js';
import { asRecord, compact, list, member, text, type UnknownRecord } from './reading.js';
import type { WireMetadata, WireReceipt } from './wire.js';

// A message has one receipt for each participant, of whom a chat has a handful.
const maxReceipts = 100;

/**
 * Every receipt in the metadata of an item: "read" where there is a time of reading, else "delivered". An empty array when there is
 * none. Metadata that does not name its message speaks of the item that carries it. Never throws.
 */
export function decodeReceipts(item: UnknownRecord): readonly Receipt[] {
  const metadata = asRecord(member(item, 'MessageMetadata'));
  if (!metadata) return [];
  const messageId = text(metadata, 'MessageId' satisfies keyof WireMetadata) ?? text(item, 'Id');
  if (messageId === undefined) return [];
  return list(metadata, 'Receipts' satisfies keyof WireMetadata, maxReceipts).flatMap((value) => {
    const receipt = asRecord(value);
    const kind = receipt && kindOf(receipt);
    if (!receipt || !kind) return [];
    const participantId = text(receipt, 'RecipientParticipantId' satisfies keyof WireReceipt);
    return [compact<Receipt>({ messageId, participantId, kind })];
  });
}

function kindOf(receipt: UnknownRecord): Receipt['kind'] | undefined {
  if (text(receipt, 'ReadTimestamp' satisfies keyof WireReceipt) !== undefined) return 'read';
  if (text(receipt, 'DeliveredTimestamp' satisfies keyof WireReceipt) !== undefined) return 'delivered';
  return undefined;
}
