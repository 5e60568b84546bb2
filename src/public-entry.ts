import type { Entry } from './engine/types.js';
import type { PublicEntry } from './events.js';

/** A transcript item in the page's words. The text of an event is the service's business. */
export function toPublicEntry(entry: Entry): PublicEntry {
  const { key, id, kind, role, displayName, contentType, text, time, delivery, contactId } = entry;
  return Object.freeze({
    key,
    ...(id !== undefined && { id }),
    kind,
    role,
    ...(displayName !== undefined && { displayName }),
    contentType,
    text: kind === 'event' ? '' : text,
    time,
    ...(delivery !== undefined && { delivery }),
    ...(contactId !== undefined && { contactId }),
  });
}
