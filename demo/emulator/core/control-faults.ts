import { Hono } from 'hono';
import type { Contact } from './contact.js';
import { ControlError } from './control-error.js';
import { findContact, readBody } from './control-support.js';
import type { ClockView, FaultsAnswer } from './control-types.js';
import { readFault, type Fault } from './fault-table.js';
import type { ServiceParts } from './service-parts.js';
import { choice, integer, object, optional, text, validate } from './validate.js';

const expireRequest = object({
  what: choice(['urls', 'connection-tokens', 'sockets', 'file-urls', 'view-tokens']),
  contactId: optional(text(1, 256)),
});

// A timer's longest delay is a little less than 25 days; a skip need not be longer.
const clockRequest = object({ advanceMs: integer(0, 24 * 24 * 60 * 60_000) });

/** The part of the control API that makes things go wrong: faults, expiry, time. */
export function faultRoutes(parts: ServiceParts): Hono {
  const { clock, contacts, faults, sockets, storage, tokens, views } = parts;
  const find = (id: string | undefined) => (id === undefined ? undefined : findContact(contacts, id));
  const routes = new Hono();

  routes.get('/faults', (context) => context.json<FaultsAnswer>({ faults: faults.all }));
  routes.post('/faults', async (context) => {
    const fault = readFault(await readBody(context));
    const id = inject(parts, fault, find('contactId' in fault ? fault.contactId : undefined));
    return context.json<FaultsAnswer>({ id, faults: faults.all }, 201);
  });
  routes.delete('/faults', (context) => {
    faults.clear();
    return context.json<FaultsAnswer>({ faults: faults.all });
  });
  routes.delete('/faults/:id', (context) => {
    if (!faults.remove(context.req.param('id'))) {
      throw new ControlError(404, 'fault-not-found', 'There is no such fault in force.');
    }
    return context.json<FaultsAnswer>({ faults: faults.all });
  });

  routes.post('/expire', async (context) => {
    const { what, contactId } = validate(expireRequest, await readBody(context));
    const contact = find(contactId);
    const expire = {
      urls: () => tokens.expire('socket', contact),
      'connection-tokens': () => tokens.expire('connection', contact),
      sockets: () => sockets.expire(contact),
      'file-urls': () => storage.expire(contact),
      'view-tokens': () => views.expire(contact),
    };
    return context.json({ expired: expire[what]() });
  });

  const clockView = (): ClockView => ({
    now: clock.iso(clock.now()),
    skewMs: clock.skewMs,
    manual: clock.advance !== undefined,
  });
  routes.get('/clock', (context) => context.json(clockView()));
  routes.post('/clock', async (context) => {
    const { advanceMs } = validate(clockRequest, await readBody(context));
    if (!clock.advance) {
      throw new ControlError(409, 'clock-not-manual', 'The emulator was not started with a manual clock.');
    }
    clock.advance(advanceMs);
    return context.json(clockView());
  });
  return routes;
}

/** Puts a fault in force, or lets one that strikes at once do so. The answer is its id if it is kept. */
function inject(parts: ServiceParts, fault: Fault, contact: Contact | undefined): string | undefined {
  const { faults, sockets, timers } = parts;
  if (fault.type === 'drop-sockets') {
    sockets.drop(contact, fault.code);
    return undefined;
  }
  if (fault.type === 'half-open' && fault.sockets !== 'next') {
    sockets.die(contact);
    return undefined;
  }
  const id = faults.add(fault);
  if (fault.type === 'outage') {
    sockets.drop(contact);
    if (fault.ms !== undefined) timers.after(fault.ms, () => faults.remove(id));
  }
  return id;
}
