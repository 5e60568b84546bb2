import { emptyTranscript, type Transcript } from './transcript.js';
import type { Participants } from './participants.js';
import type {
  Contact,
  Effect,
  Features,
  Notes,
  OutboxItem,
  Receipt,
  SessionState,
  Snapshot,
} from './types.js';

/** Everything the engine remembers between two events. {@link Snapshot} is the part of it that others may see. */
export interface State {
  readonly session: SessionState;
  readonly transcript: Transcript;
  readonly participants: Participants;
  readonly outbox: readonly OutboxItem[];
  readonly features: Features;
  readonly online: boolean;
  /** Tabs in which the reader is at the end of the transcript and looking. */
  readonly attending: readonly string[];
  readonly unread: number;
  readonly firstUnread?: string;
  readonly firstMissed?: string;
  readonly ending: boolean;
  readonly resumed: boolean;
  readonly rehydrated: boolean;
  readonly draft: string;
  readonly place?: string;
  readonly notes: Notes;
  /** Time up to which the reader has seen the transcript. */
  readonly seenUntil: number;
  /** Best receipt given for each message of others, by message id. */
  readonly receipts: ReadonlyMap<string, Receipt['kind']>;
  /** The page wants none given. */
  readonly receiptsDisabled: boolean;
  /** The service takes no receipts in this chat: more than two people are in it. */
  readonly receiptsRefused: boolean;
  /** Number for the next connection; numbers are never used twice, so that facts of a replaced one can be told. */
  readonly nextConnection: number;
  /** The transcript was fetched at least once for this contact: from here on, what is new is news to the reader. */
  readonly loaded: boolean;
  /**
   * Time up to which nothing is missing: a walk back through the transcript that goes behind it is complete. What a socket brought does not move it,
   * for a socket may have lost what came before.
   */
  readonly fetchedUntil?: number;
  /** Failed attempts to fetch what was missed since the last success. */
  readonly gapAttempts: number;
  readonly history: Snapshot['history'];
  /** Leads to what was said before the first entry. */
  readonly olderToken?: string;
  readonly lastTypedAt?: number;
  /** When the page last came back to life with a socket that it had to ask for a sign of life; device's epoch milliseconds. */
  readonly wokeAt?: number;
  /** Client token of a start that may have succeeded, though nobody has heard so: the next attempt is the same start. */
  readonly startToken?: string;
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
  attending: [],
  unread: 0,
  ending: false,
  resumed: false,
  rehydrated: false,
  draft: '',
  notes: {},
  seenUntil: 0,
  receipts: new Map(),
  receiptsDisabled: false,
  receiptsRefused: false,
  nextConnection: 1,
  loaded: false,
  gapAttempts: 0,
  history: 'unknown',
};

/** The contact of any phase that has one. */
export function contactOf(session: SessionState): Contact | undefined {
  return 'contact' in session ? session.contact : undefined;
}

/** `state` without an optional part of it. */
export function omit(state: State, name: 'olderToken' | 'place' | 'startToken' | 'wokeAt'): State {
  const { [name]: _, ...rest } = state;
  return rest;
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
    ...(state.firstMissed !== undefined && { firstMissed: state.firstMissed }),
    ending: state.ending,
    history: state.history,
    draft: state.draft,
    ...(state.place !== undefined && { place: state.place }),
    notes: state.notes,
    resumed: state.resumed,
    rehydrated: state.rehydrated,
  };
}
