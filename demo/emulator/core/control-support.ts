import type { Context } from 'hono';
import type { Contact } from './contact.js';
import type { Contacts } from './contacts.js';
import { ControlError } from './control-error.js';

/** The contact a control request names. Throws ControlError if there is none. */
export function findContact(contacts: Contacts, id: string): Contact {
  const contact = contacts.find(id);
  if (!contact) throw new ControlError(404, 'contact-not-found', `There is no contact ${id}.`);
  return contact;
}

/** The body of a control request; an empty one counts as `{}`. Throws ControlError if it is not JSON. */
export async function readBody(context: Context): Promise<unknown> {
  const raw = await context.req.text();
  try {
    return raw === '' ? {} : (JSON.parse(raw) as unknown);
  } catch {
    throw new ControlError(400, 'invalid-request', 'The body is not JSON.');
  }
}
