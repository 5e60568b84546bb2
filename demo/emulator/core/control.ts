import { Hono, type Context } from 'hono';
import { cors } from 'hono/cors';
import type { Contact } from './contact.js';
import { actAsAgent } from './control-agent.js';
import { ControlError } from './control-error.js';
import { changeStream } from './control-events.js';
import { addItems } from './control-items.js';
import { contactDetail, contactSummary, requestView } from './control-views.js';
import { ServiceError } from './errors.js';
import { readFault } from './faults.js';
import type { ServiceParts } from './service-parts.js';
import { startContact } from './start-contact.js';
import { flag, list, object, optional, stringMap, text, validate } from './validate.js';

const startRequest = object({
  displayName: optional(text(1, 256)),
  attributes: optional(stringMap),
  supportedMessagingContentTypes: optional(list(text(1, 100), 1)),
  flow: optional(flag),
});

const frameRequest = object({ text: text(0, Infinity) });

/** The control API: plays the other side of a chat and shows the whole truth. Its contract is the emulator's README. */
export function controlRoutes(parts: ServiceParts) {
  const { clock, contacts, conversations, sockets, faults, changes, log } = parts;
  const now = (): string => clock.iso(clock.now());
  const find = (id: string): Contact => {
    const contact = contacts.find(id);
    if (!contact) throw new ControlError(404, 'contact-not-found', `There is no contact ${id}.`);
    return contact;
  };

  const routes = new Hono().basePath('/control');
  routes.use(cors({ origin: '*' }));
  routes.onError(refuse);
  routes.notFound((context) =>
    refuse(new ControlError(404, 'no-such-route', 'There is no such route.'), context),
  );

  routes.post('/contacts', async (context) => {
    const request = validate(startRequest, await readBody(context));
    const { contact, participantToken } = startContact(parts, {
      displayName: request.displayName ?? 'Customer',
      attributes: request.attributes,
      supportedContentTypes: request.supportedMessagingContentTypes,
      withFlow: request.flow ?? false,
    });
    const started = {
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

  routes.get('/requests', (context) => context.json({ requests: log.all.map(requestView) }));
  routes.get('/events', () => changeStream(changes));

  routes.get('/faults', (context) => context.json({ faults: faults.all }));
  routes.post('/faults', async (context) => {
    const fault = readFault(await readBody(context));
    if (fault.type === 'drop-sockets') {
      sockets.drop(fault.contactId === undefined ? undefined : find(fault.contactId), fault.code);
    } else {
      faults.add(fault);
    }
    return context.json({ faults: faults.all }, 201);
  });
  routes.delete('/faults', (context) => {
    faults.clear();
    return context.json({ faults: faults.all });
  });
  return routes;
}

async function readBody(context: Context): Promise<unknown> {
  const raw = await context.req.text();
  try {
    return raw === '' ? {} : (JSON.parse(raw) as unknown);
  } catch {
    throw new ControlError(400, 'invalid-request', 'The body is not JSON.');
  }
}

function refuse(error: Error, context: Context): Response {
  if (error instanceof ControlError) {
    return context.json({ error: { code: error.code, message: error.message } }, error.status);
  }
  if (error instanceof ServiceError) {
    return context.json({ error: { code: 'invalid-request', message: error.message } }, 400);
  }
  console.error(error); // A mistake of the emulator's own.
  return context.json({ error: { code: 'emulator-failed', message: error.message } }, 500);
}
