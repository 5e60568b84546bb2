import type { Processing } from '../engine/types.js';
import { asRecord, member, text, valueOf, type UnknownRecord } from './reading.js';
import type { WireMetadata } from './wire.js';

const standings: Readonly<Record<string, Processing>> = {
  PROCESSING: 'processing',
  FAILED: 'failed',
  REJECTED: 'rejected',
};

/** What the service's own processing makes of a message, from the metadata of an item or of SendMessage's answer. Never throws. */
export function decodeProcessing(carrier: UnknownRecord): Processing | undefined {
  const metadata = asRecord(member(carrier, 'MessageMetadata'));
  return (
    metadata &&
    valueOf(standings, text(metadata, 'MessageProcessingStatus' satisfies keyof WireMetadata) ?? '')
  );
}
