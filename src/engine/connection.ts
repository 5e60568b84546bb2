import { backoff } from './backoff.js';
import { abandon, closeOutbox, pump, takeIn } from './outbox.js';
import { endedBy, stopTyping } from './participants.js';
import { giveHeld } from './receipts.js';
import { contactOf, omit, type State, type Step } from './state.js';
import type {
  Contact,
  Effect,
  EndedBy,
  Failure,
  OutboxItem,
  Problem,
  SessionState,
  Stamp,
  Timings,
} from './types.js';

/** Opens a connection for `contact`; `attempt` counts the failures before it. */
export function connect(state: State, contact: Contact, attempt: number): Step {
  const connection = state.nextConnection;
  return [
    {
      ...state,
      session: { phase: 'connecting', contact, attempt, connection },
      nextConnection: connection + 1,
    },
    [
      { type: 'cancel', timer: 'retry' },
      { type: 'open-connection', connection },
    ],
  ];
}

/** A socket is subscribed: it is the one that counts from now on, and what was missed is fetched. */
export function connectionOpened(
  state: State,
  connection: number,
  lifetimeMs: number,
  timings: Timings,
): Step {
  const { session } = state;
  const replaced =
    session.phase === 'connected' && session.renewing === connection ? session.connection : undefined;
  const expected = session.phase === 'connecting' && session.connection === connection;
  if (!expected && replaced === undefined) return [state, [{ type: 'close-connection', connection }]];
  const contact = contactOf(session);
  if (!contact) return [state, []];
  const usableMs = Math.min(lifetimeMs, timings.socketLifetimeMs);
  // Never in a tight loop, whatever expiry the server or a wrong clock makes us believe.
  const delayMs = Math.max(
    usableMs - timings.renewBeforeExpiryMs,
    usableMs / 2,
    timings.renewBeforeExpiryMs / 2,
  );
  const [next, effects] = pump({
    ...state,
    session: { phase: 'connected', contact, connection },
    gapAttempts: 0,
  });
  return [
    next,
    [
      ...(replaced === undefined ? [] : [{ type: 'close-connection', connection: replaced } as const]),
      { type: 'schedule', timer: 'renew', delayMs },
      { type: 'fetch-transcript' },
      ...effects,
    ],
  ];
}

/** A connection could not be made. Only the service's own "no" ends the chat; everything else is tried again. */
export function connectionFailed(
  state: State,
  connection: number,
  failure: Failure,
  stamp: Stamp,
  timings: Timings,
): Step {
  const { session } = state;
  if (session.phase === 'connected' && session.renewing === connection) {
    const { renewing: _, ...current } = session;
    if (isFinal(failure)) return contactOver(state, session.contact, stamp);
    const delayMs = backoff(2, stamp.random, timings) + timings.renewBeforeExpiryMs / 2;
    return [{ ...state, session: current }, [{ type: 'schedule', timer: 'renew', delayMs }]];
  }
  if (session.phase !== 'connecting' || session.connection !== connection) return [state, []];
  if (isFinal(failure)) return contactOver(state, session.contact, stamp);
  if (failure.kind === 'configuration') {
    const problem: Problem = { code: failure.code ?? 'configuration/invalid-endpoint', recoverable: false };
    return [{ ...state, session: { phase: 'failed', problem } }, []];
  }
  return waitToRetry(state, session.contact, session.attempt + 1, stamp, timings);
}

/** The socket is gone. */
export function connectionLost(state: State, connection: number, stamp: Stamp, timings: Timings): Step {
  const { session } = state;
  if (session.phase !== 'connected') return [state, []];
  if (session.renewing === connection) {
    return connectionFailed(state, connection, { kind: 'network' }, stamp, timings);
  }
  if (session.connection !== connection) return [state, []];
  const { contact, renewing } = session;
  const lost: State = { ...omit(state, 'wokeAt'), participants: stopTyping(state.participants) };
  const [next, effects]: Step =
    renewing !== undefined
      ? // The replacement is already on its way.
        [{ ...lost, session: { phase: 'connecting', contact, attempt: 1, connection: renewing } }, []]
      : isOutcomeOfWaking(state, stamp, timings)
        ? connect(lost, contact, 1)
        : waitToRetry(lost, contact, 1, stamp, timings);
  const [waiting, more] = abandon(next);
  return [waiting, [{ type: 'close-connection', connection }, cancelRenewal, ...effects, ...more]];
}

/** A call was refused although the connection looked well: a new one shows whether the chat is over or only its token. */
export function reconnectToVerify(state: State): Step {
  const { session } = state;
  if (session.phase !== 'connected') return [state, []];
  const [next, effects] = connect(state, session.contact, 1);
  const [waiting, more] = abandon(next);
  return [waiting, [...closeAll(session), cancelRenewal, ...more, ...effects]];
}

/** Replaces a socket that is about to expire, while it still works. */
export function renew(state: State): Step {
  const { session } = state;
  if (session.phase !== 'connected' || session.renewing !== undefined) return [state, []];
  const connection = state.nextConnection;
  return [
    { ...state, session: { ...session, renewing: connection }, nextConnection: connection + 1 },
    [{ type: 'open-connection', connection }],
  ];
}

/** The device lost its network: trying would only spend the battery. */
export function wentOffline(state: State): Step {
  const offline = { ...state, online: false };
  const { session } = state;
  if (session.phase !== 'connecting' && session.phase !== 'connected' && session.phase !== 'waiting-to-retry')
    return [offline, []];
  const attempt = session.phase === 'connected' ? 1 : session.attempt;
  const [next, effects] = abandon({
    ...offline,
    session: { phase: 'offline', contact: session.contact, attempt },
    participants: stopTyping(state.participants),
  });
  return [next, [...closeAll(session), cancelRenewal, { type: 'cancel', timer: 'retry' }, ...effects]];
}

/** The network is back, or the page is being looked at again: whoever waits tries now. */
export function tryNow(state: State): Step {
  const { session } = state;
  if (session.phase !== 'offline' && session.phase !== 'waiting-to-retry') return [state, []];
  return connect(state, session.contact, session.attempt);
}

/** The page is looked at again: a timer that slept may have missed that the socket died. */
export function woke(state: State, { now }: Stamp): Step {
  const { session } = state;
  if (session.phase === 'connected')
    return [{ ...state, wokeAt: now }, [{ type: 'check-connection', connection: session.connection }]];
  return session.phase === 'offline' ? [state, []] : tryNow(state);
}

/**
 * This tab takes the place of one that has gone. What that tab had under way is under way no more, and its connections are not ours; everything it
 * knew is, even what it had no time to tell.
 */
export function takeOver(before: State, kept: readonly OutboxItem[], stamp: Stamp): Step {
  // A receipt that is not kept any more has been given.
  const outbox = before.outbox.filter(
    ({ type, key }) => type !== 'receipt' || kept.some((item) => item.key === key),
  );
  const state = takeIn({ ...before, outbox }, kept, stamp);
  const { session } = state;
  const alone: State = {
    ...state,
    participants: stopTyping(state.participants),
    attending: state.attending.filter((tab) => tab === stamp.tab),
  };
  if (session.phase === 'starting')
    return [alone, [{ type: 'start-contact', clientToken: session.clientToken }]];
  const contact = contactOf(session);
  if (!contact || session.phase === 'ended') return [alone, []];
  const [next, effects] = connect(alone, contact, session.phase === 'connecting' ? session.attempt : 1);
  const [waiting, more] = abandon(next);
  return [waiting, [...more, ...effects, ...giveHeld(waiting)]];
}

/** The chat is over. The first reason stands. */
export function endSession(state: State, contact: Contact, by: EndedBy, stamp: Stamp): Step {
  const { session } = state;
  const next = closeOutbox(
    { ...state, session: { phase: 'ended', contact, by }, participants: stopTyping(state.participants) },
    stamp,
  );
  return [
    next,
    [
      ...closeAll(session),
      { type: 'abandon-calls' },
      cancelRenewal,
      ...(['retry', 'gap', 'resend', 'receipts'] as const).map((timer): Effect => ({
        type: 'cancel',
        timer,
      })),
    ],
  ];
}

/**
 * Whether the socket was found dead by the check that {@link woke} asked for. The reader is looking, and devices do not wake all at the same time as
 * clients of a lost server come back: there is no reason to wait.
 */
const isOutcomeOfWaking = ({ wokeAt = -Infinity }: State, { now }: Stamp, { socketCheckMs }: Timings) =>
  now - wokeAt <= 2 * socketCheckMs;

/** Closes whatever sockets a phase has. */
function closeAll(session: SessionState): Effect[] {
  const { connection, renewing } = session as Partial<Extract<SessionState, { phase: 'connected' }>>;
  return [connection, renewing].flatMap((open): Effect[] =>
    open === undefined ? [] : [{ type: 'close-connection', connection: open }],
  );
}

const cancelRenewal: Effect = { type: 'cancel', timer: 'renew' };

/** The participant token itself was refused, or the service does not know the contact. */
const isFinal = (failure: Failure) => failure.kind === 'forbidden' || failure.kind === 'refused';

function contactOver(state: State, contact: Contact, stamp: Stamp): Step {
  return endSession(state, contact, endedBy(state.transcript.entries, state.ending), stamp);
}

function waitToRetry(state: State, contact: Contact, attempt: number, stamp: Stamp, timings: Timings): Step {
  if (!state.online) return [{ ...state, session: { phase: 'offline', contact, attempt } }, []];
  const delayMs = backoff(attempt, stamp.random, timings);
  const session = { phase: 'waiting-to-retry', contact, attempt } as const;
  const waiting = { ...state, session };
  return [waiting, [{ type: 'schedule', timer: 'retry', delayMs }]];
}
