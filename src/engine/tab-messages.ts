import { isCommand } from './commands.js';
import { fits } from './fits.js';
import { initialState, type State } from './state.js';
import type { SessionEvent, Stamp } from './types.js';

/**
 * What tabs that share a chat say to each other. The owner tells every event with its stamp; as `transition` is pure, followers that apply the same
 * events have the same state, and lack only the effects. No message holds a credential.
 */
export type TabMessage =
  /** A follower has come, or has missed something. */
  | { readonly type: 'hello'; readonly tab: string }
  /** The state of the owning tab after its event number `count`. */
  | { readonly type: 'state'; readonly owner: string; readonly count: number; readonly state: State }
  | {
      readonly type: 'event';
      readonly owner: string;
      readonly count: number;
      readonly event: SessionEvent;
      readonly stamp: Stamp;
    }
  /** A follower asks the owner to do something. */
  | { readonly type: 'command'; readonly event: SessionEvent; readonly stamp: Stamp }
  /** A tab goes. */
  | { readonly type: 'bye'; readonly tab: string };

/** Reads what another tab said; undefined when it is none of ours. Tabs of one site may run different versions, so its channel carries one. */
export function readTabMessage(message: unknown): TabMessage | undefined {
  if (typeof message !== 'object' || message === null || !('type' in message)) return undefined;
  const known = message as TabMessage;
  switch (known.type) {
    case 'hello':
    case 'bye':
      return typeof known.tab === 'string' ? known : undefined;
    case 'state':
      return isNumbered(known) && isState(known.state) ? known : undefined;
    case 'event':
      return isNumbered(known) && fits({ type: '' }, known.event) && fits(stamp, known.stamp)
        ? known
        : undefined;
    case 'command':
      return fits({}, known.event) && isCommand(known.event) && fits(stamp, known.stamp) ? known : undefined;
    default:
      return undefined;
  }
}

const isNumbered = (message: unknown) => fits({ owner: '', count: 0 }, message);

const stamp: Stamp = { now: 0, random: 0, id: '', tab: '' };

function isState(state: State): boolean {
  if (!fits(initialState, state)) return false;
  const { session, transcript, participants, outbox } = state;
  return (
    (!('contact' in session) || fits({ contactId: '', participantId: '' }, session.contact)) &&
    (session.phase !== 'failed' || fits({ code: '' }, session.problem)) &&
    transcript.entries.every((one) =>
      fits({ key: '', kind: '', role: '', contentType: '', text: '', time: 0 }, one),
    ) &&
    participants.every((one) => fits({ id: '', role: '', presence: '' }, one)) &&
    outbox.every((one) => fits({ key: '', type: '', status: '', text: '' }, one))
  );
}
