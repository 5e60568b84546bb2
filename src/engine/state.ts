import { emptyTranscript, type Transcript } from './transcript.js';
import type { Participants } from './participants.js';
import type { Contact, Effect, Features, OutboxItem, SessionState, Snapshot } from './types.js';

/** Everything the engine remembers between two events. {@link Snapshot} is the part of it that others may see. */
export interface State {
  readonly session: SessionState;
  readonly transcript: Transcript;
  readonly participants: Participants;
  readonly outbox: readonly OutboxItem[];
  readonly features: Features;
  readonly online: boolean;
  /** The reader is at the end of the transcript and looking. */
  readonly attending: boolean;
  readonly unread: number;
  readonly firstUnread?: string;
  readonly ending: boolean;
  /** Number for the next connection; numbers are never used twice, so that facts of a replaced one can be told. */
  readonly nextConnection: number;
  /** The transcript was fetched at least once for this contact: from here on, what is new is news to the reader. */
  readonly loaded: boolean;
  /** Time of the last entry before a loss of connection, until everything since has been fetched. */
  readonly gapFrom?: number;
  /** Failed attempts to fetch what was missed since the last success. */
  readonly gapAttempts: number;
  readonly lastTypedAt?: number;
}

/** A state and the work that leads from it. */
export type Step = readonly [State, readonly Effect[]];

/** Before anything has happened. */
export const initialState: State = {
  session: { phase: 'idle' },
  transcript: emptyTranscript,
  participants: [],
  outbox: [],
  features: {},
  online: true,
  attending: false,
  unread: 0,
  ending: false,
  nextConnection: 1,
  loaded: false,
  gapAttempts: 0,
};

/** The contact of any phase that has one. */
export function contactOf(session: SessionState): Contact | undefined {
  return 'contact' in session ? session.contact : undefined;
}

/** Remembers from where on items may be missing. A gap that is still open stays open. */
export function openGap(state: State): State {
  if (state.gapFrom !== undefined) return state;
  const last = state.transcript.entries.findLast(({ id }) => id !== undefined);
  return last ? { ...state, gapFrom: last.time } : state;
}

/** What others may see of `state`; parts that did not change keep their identity. */
export function toSnapshot(state: State): Snapshot {
  return {
    session: state.session,
    entries: state.transcript.entries,
    participants: state.participants,
    outbox: state.outbox,
    features: state.features,
    unread: state.unread,
    ...(state.firstUnread !== undefined && { firstUnread: state.firstUnread }),
    ending: state.ending,
  };
}
