import { ServiceError } from './errors.js';
import type { Idempotency } from './idempotency.js';
import type { Outcome } from './operation.js';
import type { ServiceParts } from './service-parts.js';
import type { Grant } from './tokens.js';
import { integer, list, object, optional, text, validate } from './validate.js';

const startRequest = object({
  ContentType: text(1, 255),
  AttachmentSizeInBytes: integer(1, Number.MAX_SAFE_INTEGER),
  AttachmentName: text(1, 256),
  ClientToken: text(1, 500),
});

/** StartAttachmentUpload: says where a file may be put, and with which headers. */
export function startAttachmentUpload(
  { attachments, clock }: ServiceParts,
  idempotency: Idempotency<Outcome>,
  { contact, participant }: Grant,
  body: unknown,
): Outcome {
  const { ClientToken, ...file } = validate(startRequest, body);
  return idempotency.once(participant.id, 'StartAttachmentUpload', ClientToken, file, () => {
    const { attachment, url, headers } = attachments.start(contact, participant, {
      name: file.AttachmentName,
      contentType: file.ContentType,
      size: file.AttachmentSizeInBytes,
    });
    const UrlExpiry = clock.iso(attachment.uploadUntilMs);
    return {
      body: {
        AttachmentId: attachment.id,
        UploadMetadata: { Url: url, UrlExpiry, HeadersToInclude: headers },
      },
    };
  });
}

const completeRequest = object({
  AttachmentIds: list(text(1, 256), 1, 1),
  ClientToken: text(1, 500),
});

/** CompleteAttachmentUpload: sends an uploaded file into the chat. */
export function completeAttachmentUpload(
  { attachments, conversations }: ServiceParts,
  idempotency: Idempotency<Outcome>,
  { contact, participant }: Grant,
  body: unknown,
): Outcome {
  const { AttachmentIds, ClientToken } = validate(completeRequest, body);
  return idempotency.once(participant.id, 'CompleteAttachmentUpload', ClientToken, AttachmentIds, () => {
    const id = AttachmentIds[0] ?? '';
    const item = attachments.complete(contact, participant, id);
    let isEchoed = false;
    return {
      body: {},
      // A repeated request gets the same outcome, but the file goes out only once.
      echo: () => {
        if (isEchoed) return;
        isEchoed = true;
        conversations.deliver(contact, contact.transcript.find(item.Id) ?? item);
        const attachment = attachments.find(contact, id);
        if (attachment) contact.flow?.customerAttached(item, attachment);
      },
    };
  });
}

const getRequest = object({
  AttachmentId: text(1, 256),
  UrlExpiryInSeconds: optional(integer(5, 300)),
});

/** GetAttachment: a URL from which an approved file can be read for a while. */
export function getAttachment(
  { attachments, storage, clock, timings }: ServiceParts,
  { contact }: Grant,
  body: unknown,
): Outcome {
  const { AttachmentId, UrlExpiryInSeconds = 300 } = validate(getRequest, body);
  const attachment = attachments.find(contact, AttachmentId);
  if (attachment?.status === undefined) {
    throw new ServiceError(
      'ValidationException',
      'AttachmentId names no completed attachment of this contact.',
    );
  }
  if (attachment.status !== 'APPROVED') {
    throw new ServiceError('AccessDeniedException', 'The attachment has not been approved.');
  }
  const lifeMs = UrlExpiryInSeconds * timings.downloadUrlSecondMs;
  const { url, expiresMs } = storage.presign('GET', attachment.object, lifeMs);
  return {
    body: { Url: url, UrlExpiry: clock.iso(expiresMs), AttachmentSizeInBytes: attachment.size },
  };
}
