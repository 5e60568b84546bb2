import type { Contact, Participant } from './contact.js';
import { ServiceError } from './errors.js';
import type { ServiceParts } from './service-parts.js';
import type { View } from './views/view.js';
import type { Item } from './wire.js';

/** The content type of lists, panels, views and their like. */
export const interactiveType = 'application/vnd.amazonaws.connect.message.interactive';

/** A view on its way into a chat. */
export interface ViewMessage {
  readonly view: View;
  /** What the view's references are taken from: an object, or its JSON. */
  readonly data: object | string;
  /** Whether its token is good for nothing when it arrives. */
  readonly expired?: boolean | undefined;
}

/**
 * Sends an interactive message: a template, or any text in its place.
 *
 * @throws {ServiceError} ValidationException if the contact does not take interactive messages.
 */
export function sendInteractive(
  { conversations }: ServiceParts,
  contact: Contact,
  speaker: Participant,
  template: object | string,
): Item {
  if (!contact.supportedContentTypes.includes(interactiveType)) {
    throw new ServiceError('ValidationException', 'The contact does not take interactive messages.');
  }
  const content = typeof template === 'string' ? template : JSON.stringify(template);
  return conversations.publish(
    contact,
    conversations.composeMessage(contact, speaker, interactiveType, content),
  );
}

/** Sends a view as the block Show view does: a token, the view's id, and the data to fill it with. Throws as sendInteractive. */
export function sendView(
  parts: ServiceParts,
  contact: Contact,
  speaker: Participant,
  { view, data, expired = false }: ViewMessage,
): Item {
  const { views, timings } = parts;
  const { token } = views.issue(contact, view, expired ? 0 : timings.viewTokenMs);
  return sendInteractive(parts, contact, speaker, {
    templateType: 'ViewResource',
    version: '1.0',
    data: { content: { viewId: view.id, viewToken: token, viewData: data } },
  });
}
