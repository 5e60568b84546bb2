import type { Contact, Participant } from '../contact.js';
import { ServiceError } from '../errors.js';
import { sendInteractive, sendView } from '../interactive.js';
import type { ServiceParts } from '../service-parts.js';
import { fill, type Blanks } from './fill.js';
import type { SampleFile } from './samples/files.js';
import type { Step } from './step.js';

/** A step that sends one thing which is not text. */
export type Showing = Extract<Step, { interactive: unknown } | { view: unknown } | { file: unknown }>;

const dayMs = 24 * 60 * 60_000;

/** What the braces of the script stand for in a contact, now. */
export function blanksOf(
  { clock, random, origin }: ServiceParts,
  contact: Contact,
): Required<Omit<Blanks, 'file'>> {
  return {
    name: contact.customer.displayName,
    origin,
    reference: random.id(),
    day: (daysAhead) => clock.iso(clock.now() + daysAhead * dayMs).slice(0, 10),
  };
}

/** Sends what a step shows. Where the contact does not take it, the speaker says so. */
export function show(parts: ServiceParts, contact: Contact, speaker: Participant, step: Showing): void {
  try {
    send(parts, contact, speaker, step);
  } catch (error) {
    if (!(error instanceof ServiceError)) throw error;
    const { conversations } = parts;
    conversations.publish(
      contact,
      conversations.composeMessage(contact, speaker, 'text/plain', error.message),
    );
  }
}

function send(parts: ServiceParts, contact: Contact, speaker: Participant, step: Showing): void {
  const blanks = blanksOf(parts, contact);
  if ('interactive' in step) {
    sendInteractive(parts, contact, speaker, fill(step.interactive, blanks));
  } else if ('view' in step) {
    const view = parts.views.named(step.view);
    if (!view) throw new ServiceError('ResourceNotFoundException', `There is no view ${step.view}.`);
    sendView(parts, contact, speaker, { view, data: fill(step.data, blanks), expired: step.expired });
  } else {
    const { name, contentType } = step.file;
    // Not left to a fault: those are for what the customer sends.
    parts.attachments.send(contact, speaker, name, contentType, bytesOf(step.file), {
      result: step.scan ?? 'APPROVED',
    });
  }
}

function bytesOf({ content, encoded }: SampleFile): Uint8Array<ArrayBuffer> {
  if (!encoded) return new TextEncoder().encode(content);
  return Uint8Array.from(atob(content), (character) => character.charCodeAt(0));
}
