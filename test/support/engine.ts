import { initialState, type State } from '../../src/engine/state.js';
import { transition } from '../../src/engine/transition.js';
import {
  defaultTimings,
  type Contact,
  type Effect,
  type ReceivedEntry,
  type SessionEvent,
} from '../../src/engine/types.js';

export const contact: Contact = { contactId: 'contact-1', participantId: 'customer-1' };

/** Moment of the first event; each further event comes a second later. */
export const START = 1_700_000_000_000;

/** The state and the last effects after `events`, in order. The n-th event is stamped with the id `id-n`, counted from 1. */
export function after(...events: SessionEvent[]): readonly [State, readonly Effect[]] {
  return from(initialState, ...events);
}

/** The same, beginning at `state`. */
export function from(state: State, ...events: SessionEvent[]): readonly [State, readonly Effect[]] {
  return events.reduce<readonly [State, readonly Effect[]]>(
    ([before], event, index) =>
      transition(
        before,
        event,
        { now: START + index * 1_000, random: 0.5, id: `id-${index + 1}`, tab: 'tab-1' },
        defaultTimings,
      ),
    [state, []],
  );
}

/** The way to a connected chat. */
export const connected = [
  { type: 'start' },
  { type: 'contact-started', contact, features: {} },
  { type: 'connection-opened', connection: 1, lifetimeMs: 3_600_000 },
] satisfies SessionEvent[];

/** A message as the service sends it; an agent's unless told otherwise. */
export function message(id: string, time: number, more: Partial<ReceivedEntry> = {}): ReceivedEntry {
  return {
    id,
    kind: 'message',
    role: 'agent',
    participantId: 'agent-1',
    displayName: 'Maya',
    contentType: 'text/plain',
    text: `text of ${id}`,
    time,
    contactId: contact.contactId,
    ...more,
  };
}

/** A message of the customer as the service echoes it. */
export const echo = (id: string, time: number, text: string) =>
  message(id, time, { role: 'customer', participantId: contact.participantId, displayName: 'Sam', text });

/** An event that leaves a line. */
export function line(
  id: string,
  time: number,
  event: NonNullable<ReceivedEntry['event']>,
  more: Partial<ReceivedEntry> = {},
): ReceivedEntry {
  return message(id, time, { kind: 'event', event, contentType: `event/${event}`, text: '', ...more });
}

/** Something that arrives over connection 1. */
export const receive = (entry: ReceivedEntry, connection = 1): SessionEvent => ({
  type: 'received',
  connection,
  fact: { type: 'entry-received', entry },
});
