import type { Contact } from '../contact.js';
import { readFault } from '../fault-table.js';
import type { ServiceParts } from '../service-parts.js';
import type { Timers } from '../timers.js';
import type { ActionStep } from './step.js';

/** A step that does something which is nobody's turn: a fault, a sign-in. */
export type Deed = Extract<ActionStep, { readonly action: 'fault' | 'sign-in' }>;

/** Does what a step says. */
export function act(
  { faults, signIns, timings }: ServiceParts,
  timers: Timers,
  contact: Contact,
  step: Deed,
): void {
  if (step.action === 'fault') {
    faults.add(readFault({ ...step.fault, contactId: contact.initialId }));
    return;
  }
  const signIn = signIns.begin(contact);
  const { outcome } = step;
  if (!outcome) return;
  timers.after(timings.signInLapseMs, () => {
    signIns.settle(signIn, outcome);
  });
}
