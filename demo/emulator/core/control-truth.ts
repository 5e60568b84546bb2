import type { Contact } from './contact.js';
import type { AttachmentView, SentViewView, SignInView } from './control-types.js';
import type { ServiceParts } from './service-parts.js';

/** A contact's files, from the moment that somebody asks to upload one. */
export function attachmentViews(
  contact: Contact,
  { attachments, clock }: ServiceParts,
): readonly AttachmentView[] {
  return attachments.of(contact).map((attachment) => ({
    attachmentId: attachment.id,
    name: attachment.name,
    contentType: attachment.contentType,
    sizeInBytes: attachment.size,
    participantId: attachment.sender.id,
    role: attachment.sender.role,
    uploadUntil: clock.iso(attachment.uploadUntilMs),
    uploadedBytes: attachment.object.bytes?.byteLength ?? null,
    itemId: attachment.itemId ?? null,
    status: attachment.status ?? null,
  }));
}

/** The views that were sent to a contact. Their tokens open them, and so are not told. */
export function sentViewViews(contact: Contact, { views, clock }: ServiceParts): readonly SentViewView[] {
  return views
    .of(contact)
    .map(({ view, expiresMs }) => ({ viewId: view.id, expiresAt: clock.iso(expiresMs) }));
}

/** A contact's sign-ins. */
export function signInViews(contact: Contact, { signIns, clock }: ServiceParts): readonly SignInView[] {
  return signIns.of(contact).map(({ sessionId, status, startedMs, redirectUri }) => ({
    sessionId,
    status,
    startedAt: clock.iso(startedMs),
    redirectUri: redirectUri ?? null,
  }));
}
