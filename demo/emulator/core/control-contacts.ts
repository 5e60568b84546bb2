import { Hono } from 'hono';
import { actAsAgent } from './control-agent.js';
import { ControlError } from './control-error.js';
import { addItems } from './control-items.js';
import { findContact, readBody } from './control-support.js';
import type { StartAnswer } from './control-types.js';
import { contactDetail, contactSummary } from './control-views.js';
import { pastChat, rehydrationTypes, type PastChat } from './rehydration.js';
import type { ServiceParts } from './service-parts.js';
import { startContact } from './start-contact.js';
import { choice, flag, list, object, optional, stringMap, text, validate } from './validate.js';

const startRequest = object({
  displayName: optional(text(1, 256)),
  attributes: optional(stringMap),
  supportedMessagingContentTypes: optional(list(text(1, 100), 1)),
  flow: optional(flag),
  disconnectOnCustomerExit: optional(list(choice(['AGENT']), 1, 1)),
  sourceContactId: optional(text(1, 256)),
  rehydrationType: optional(choice(rehydrationTypes)),
});

type StartRequest = ReturnType<typeof startRequest>;

const frameRequest = object({ text: text(0, Infinity) });

/** The part of the control API that starts, shows and plays contacts. */
export function contactRoutes(parts: ServiceParts): Hono {
  const { clock, contacts, conversations, sockets } = parts;
  const now = (): string => clock.iso(clock.now());
  const find = (id: string) => findContact(contacts, id);
  const routes = new Hono();

  routes.post('/contacts', async (context) => {
    const request = validate(startRequest, await readBody(context));
    const { contact, participantToken } = startContact(parts, {
      displayName: request.displayName ?? 'Customer',
      attributes: request.attributes,
      supportedContentTypes: request.supportedMessagingContentTypes,
      keepsCustomer: request.disconnectOnCustomerExit !== undefined,
      past: findPast(parts, request),
      withFlow: request.flow ?? false,
    });
    const started: StartAnswer = {
      ContactId: contact.id,
      ParticipantId: contact.customer.id,
      ParticipantToken: participantToken,
    };
    return context.json(started, 201);
  });
  routes.get('/contacts', (context) =>
    context.json({ now: now(), contacts: contacts.all.map((contact) => contactSummary(contact, clock)) }),
  );
  routes.get('/contacts/:id', (context) =>
    context.json({ now: now(), ...contactDetail(find(context.req.param('id')), parts) }),
  );

  routes.post('/contacts/:id/items', async (context) => {
    const items = addItems(parts, find(context.req.param('id')), await readBody(context));
    return context.json({ items });
  });
  routes.post('/contacts/:id/frames', async (context) => {
    const contact = find(context.req.param('id'));
    const frame = validate(frameRequest, await readBody(context));
    for (const socket of sockets.of(contact)) socket.sendFrame(frame.text);
    return context.json({ sockets: sockets.of(contact).length });
  });
  routes.post('/contacts/:id/agent', async (context) => {
    const contact = find(context.req.param('id'));
    const item = actAsAgent(parts, contact, await readBody(context));
    return context.json({ contactId: contact.id, item });
  });
  routes.post('/contacts/:id/end', (context) => {
    const contact = find(context.req.param('id'));
    conversations.end(contact);
    return context.json(contactSummary(contact, clock));
  });
  return routes;
}

function findPast({ contacts }: ServiceParts, request: StartRequest): PastChat | undefined {
  if (request.sourceContactId === undefined) return undefined;
  const contact = findContact(contacts, request.sourceContactId);
  if (contact.status !== 'ended') {
    throw new ControlError(409, 'contact-not-ended', 'A chat can go on only from one that has ended.');
  }
  return pastChat(contact, request.sourceContactId, request.rehydrationType);
}
