import { Hono, type Context } from 'hono';
import { usualMediaType } from './attachment-rules.js';
import type { Attachment } from './attachments.js';
import type { Contact } from './contact.js';
import { ControlError } from './control-error.js';
import { speakerFor } from './control-items.js';
import { findContact, readBody } from './control-support.js';
import { demonstrable, demonstrate } from './flow/demonstrate.js';
import { menuPages } from './flow/samples/menu.js';
import { sendInteractive, sendView } from './interactive.js';
import type { ServiceParts } from './service-parts.js';
import { choice, either, flag, integer, list, object, optional, record, text, validate } from './validate.js';
import type { View } from './views/view.js';

const roles = ['AGENT', 'SYSTEM', 'CUSTOMER', 'CUSTOM_BOT', 'SUPERVISOR'] as const;
const role = optional(choice(roles));
const anyText = text(0, Infinity);

const interactiveRequest = object({ template: either(record, anyText), participant: role });

const viewRequest = object({
  viewId: optional(text(1, 256)),
  view: optional(
    object({
      id: text(1, 256),
      name: text(1, 256),
      version: optional(integer(1, 1_000_000)),
      actions: optional(list(anyText, 0)),
      inputSchema: optional(record),
      template: record,
    }),
  ),
  viewData: optional(either(record, anyText)),
  expired: optional(flag),
  participant: role,
});

const showRequest = object({ word: text(1, 100), participant: role });

const verdictRequest = object({ status: choice(['IN_PROGRESS', 'APPROVED', 'REJECTED']) });

const outcomeRequest = object({
  outcome: choice(['succeeded', 'failed', 'timeout', 'expired', 'cancelled']),
  displayName: optional(text(1, 256)),
});

/** What an interactive message is asked for with. */
export type InteractiveRequest = ReturnType<typeof interactiveRequest>;

/** What a view is asked for with. */
export type ViewRequest = ReturnType<typeof viewRequest>;

/** How a sign-in is told to end. */
export type SignInRequest = ReturnType<typeof outcomeRequest>;

/** The part of the control API that sends what is more than text: templates, views, files, sign-ins. */
export function contentRoutes(parts: ServiceParts): Hono {
  const { contacts, attachments, signIns } = parts;
  const routes = new Hono();
  const live = (context: Context): Contact => {
    const contact = findContact(contacts, context.req.param('id') ?? '');
    if (contact.status !== 'ended') return contact;
    throw new ControlError(409, 'contact-ended', 'The contact has ended.');
  };

  routes.get('/words', (context) => {
    const words = menuPages.map((page) => page.filter(({ title }) => demonstrable(parts.script, title)));
    return context.json({ words });
  });
  routes.post('/contacts/:id/show', async (context) => {
    const contact = live(context);
    const { word, participant } = validate(showRequest, await readBody(context));
    const speaker = speakerFor(parts, contact, participant ?? (contact.agent ? 'AGENT' : 'SYSTEM'));
    if (demonstrate(parts, contact, speaker, word)) return context.json({ contactId: contact.id });
    throw new ControlError(404, 'word-not-found', 'There is nothing to show for this word.');
  });

  routes.post('/contacts/:id/interactive', async (context) => {
    const contact = live(context);
    const { template, participant } = validate(interactiveRequest, await readBody(context));
    const speaker = speakerFor(parts, contact, participant ?? 'SYSTEM');
    return context.json({ item: sendInteractive(parts, contact, speaker, template) });
  });
  routes.post('/contacts/:id/view', async (context) => {
    const contact = live(context);
    const request = validate(viewRequest, await readBody(context));
    const speaker = speakerFor(parts, contact, request.participant ?? 'SYSTEM');
    const message = {
      view: findView(parts, request),
      data: request.viewData ?? {},
      expired: request.expired,
    };
    return context.json({ item: sendView(parts, contact, speaker, message) });
  });

  routes.post('/contacts/:id/attachments', async (context) => {
    const contact = live(context);
    const { name = '', contentType = usualMediaType(name) ?? '', participant } = context.req.query();
    const speaker = speakerFor(parts, contact, validate(role, participant) ?? 'AGENT');
    const bytes = new Uint8Array(await context.req.arrayBuffer());
    return context.json({ item: attachments.send(contact, speaker, name, contentType, bytes) });
  });
  const findFile = (contact: Contact, id: string): Attachment => {
    const attachment = attachments.find(contact, id);
    if (attachment) return attachment;
    throw new ControlError(404, 'attachment-not-found', 'There is no such attachment.');
  };
  routes.get('/contacts/:id/attachments/:attachmentId', (context) => {
    const contact = findContact(contacts, context.req.param('id'));
    const { object } = findFile(contact, context.req.param('attachmentId'));
    if (!object.bytes) throw new ControlError(409, 'not-uploaded', 'The attachment has not been uploaded.');
    return new Response(object.bytes, {
      headers: {
        'content-type': object.contentType,
        'content-disposition': object.disposition,
        'x-content-type-options': 'nosniff',
      },
    });
  });
  routes.post('/contacts/:id/attachments/:attachmentId', async (context) => {
    const contact = live(context);
    const { status } = validate(verdictRequest, await readBody(context));
    const item = attachments.judge(contact, findFile(contact, context.req.param('attachmentId')), status);
    if (!item) throw new ControlError(409, 'not-sent', 'The attachment has not been sent.');
    return context.json({ item });
  });

  routes.post('/contacts/:id/sign-ins', (context) => {
    const { sessionId } = signIns.begin(live(context));
    return context.json({ sessionId }, 201);
  });
  routes.post('/contacts/:id/sign-ins/:sessionId', async (context) => {
    const contact = live(context);
    const { outcome, displayName } = validate(outcomeRequest, await readBody(context));
    const signIn = signIns.of(contact).find(({ sessionId }) => sessionId === context.req.param('sessionId'));
    if (!signIn) throw new ControlError(404, 'sign-in-not-found', 'There is no such sign-in.');
    if (signIn.status !== 'initiated') throw new ControlError(409, 'sign-in-over', 'The sign-in is over.');
    signIns.settle(signIn, outcome, displayName);
    return context.json({ sessionId: signIn.sessionId, status: outcome });
  });
  return routes;
}

/** The view that is asked for: one of the library, or one that comes with the request. */
function findView({ views }: ServiceParts, { view, viewId }: ViewRequest): View {
  if (view) {
    return {
      id: view.id,
      name: view.name,
      version: view.version ?? 1,
      actions: view.actions ?? [],
      inputSchema: view.inputSchema ?? { type: 'object' },
      template: view.template,
    };
  }
  const known = viewId === undefined ? undefined : views.named(viewId);
  if (known) return known;
  throw new ControlError(404, 'view-not-found', 'There is no such view.');
}
