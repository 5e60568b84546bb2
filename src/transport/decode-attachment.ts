import type { Attachment } from '../engine/types.js';
import { asRecord, compact, member, text } from './reading.js';
import type { WireAttachment } from './wire.js';

/** The file of an ATTACHMENT item; undefined when it has no id, without which nothing can be done with it. Never throws. */
export function decodeAttachment(value: unknown): Attachment | undefined {
  const wire = asRecord(value);
  const id = wire && text(wire, 'AttachmentId' satisfies keyof WireAttachment);
  if (!wire || id === undefined) return undefined;
  const size = member(wire, 'AttachmentSizeInBytes');
  return compact<Attachment>({
    id,
    name: text(wire, 'AttachmentName' satisfies keyof WireAttachment)?.slice(0, 256) ?? '',
    type: text(wire, 'ContentType' satisfies keyof WireAttachment) ?? 'application/octet-stream',
    size: typeof size === 'number' && Number.isSafeInteger(size) && size >= 0 ? size : undefined,
    status: statusOf(member(wire, 'Status' satisfies keyof WireAttachment)),
  });
}

/** Instances without a scanner approve everything and may leave the status out; one that is new to us is not yet an approval. */
function statusOf(status: unknown): Attachment['status'] {
  if (status === undefined || status === null || status === 'APPROVED') return 'approved';
  return status === 'REJECTED' ? 'rejected' : 'checking';
}
