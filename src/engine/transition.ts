import { backoff } from './backoff.js';
import {
  connect,
  connectionFailed,
  connectionLost,
  connectionOpened,
  reconnectToVerify,
  renew,
  takeOver,
  tryNow,
  wentOffline,
  woke,
} from './connection.js';
import {
  allow,
  discardMessage,
  enqueueEnd,
  enqueueMessage,
  isOutboxFull,
  messageAccepted,
  pump,
  rejected,
  resend,
  retryMessage,
  takeIn,
} from './outbox.js';
import { lookAway, olderReceived, received, seen, transcriptReceived, typingElapsed } from './receiving.js';
import { isRefusal } from './retrying.js';
import { acknowledge, giveHeld, receiptAccepted, receiptRejected, releaseReceipts } from './receipts.js';
import { contactOf, initialState, omit, type State, type Step } from './state.js';
import type { Effect, Failure, Problem, SessionEvent, Stamp, Timings, StoredChat } from './types.js';

/** All decisions of the session: what is true after `event`, and what is to be done. Pure; `stamp` carries time, chance and a fresh id. */
export function transition(state: State, event: SessionEvent, stamp: Stamp, timings: Timings): Step {
  switch (event.type) {
    case 'start':
      return start(state, stamp);
    case 'send-message':
      return sendMessage(state, event, stamp);
    case 'retry-message':
      return pump(retryMessage(state, event.key));
    case 'discard-message':
      return [discardMessage(state, event.key, stamp), []];
    case 'type':
      return type(state, stamp, timings);
    case 'end':
      return contactOf(state.session) || state.session.phase === 'starting'
        ? endWhenSent(state, stamp)
        : [state, []];
    case 'attend':
      return attend(state, event.attending, stamp, timings);
    case 'load-older':
      return loadOlder(state);
    case 'draft':
      return [event.text === state.draft ? state : { ...state, draft: event.text }, []];
    case 'note':
      return [note(state, event.name, event.text), []];
    case 'place':
      if (event.key === state.place) return [state, []];
      return [event.key === undefined ? omit(state, 'place') : { ...state, place: event.key }, []];

    case 'contact-started':
      if (state.session.phase !== 'starting') return [state, []];
      return connect(allow(omit(state, 'startToken'), event.features), event.contact, 0);
    case 'chat-restored':
      return restore(state, event.chat, stamp);
    case 'tab-took-over':
      return takeOver(state, event.kept, stamp);
    case 'tab-left':
      return [lookAway(state, event.tab), []];
    case 'start-failed':
      if (state.session.phase !== 'starting') return [state, []];
      return [
        {
          ...(isRefusal(event.failure) ? omit(state, 'startToken') : state),
          ending: false,
          outbox: state.outbox.filter(({ type }) => type !== 'end'),
          session: { phase: 'failed', problem: startProblem(event.failure) },
        },
        [],
      ];
    case 'connection-opened':
      return connectionOpened(state, event.connection, event.lifetimeMs, timings);
    case 'connection-failed':
      return connectionFailed(state, event.connection, event.failure, stamp, timings);
    case 'connection-lost':
      return connectionLost(state, event.connection, stamp, timings);
    case 'received':
      return isCurrent(state, event.connection) ? received(state, event.fact, stamp, timings) : [state, []];
    case 'transcript-received':
      return transcriptReceived(state, event.page, event.newest, stamp, timings);
    case 'older-received':
      return olderReceived(state, event.page, stamp, timings);
    case 'older-failed':
      return [state.history === 'loading' ? { ...state, history: 'more' } : state, []];
    case 'transcript-failed':
      return transcriptFailed(state, event.failure, stamp, timings);
    case 'message-accepted':
      return pump(messageAccepted(state, event, stamp));
    case 'message-rejected':
      return afterRejection(rejected(state, event.key, event.failure, stamp, timings), event.failure);
    case 'receipt-accepted':
      return pump(receiptAccepted(state, event.key));
    case 'receipt-rejected':
      return afterRejection(receiptRejected(state, event.key, event.failure, stamp, timings), event.failure);
    case 'end-accepted':
      return endAccepted(state, timings);
    case 'end-rejected':
      return endRejected(state, event.failure, stamp, timings);
    case 'went-online':
      return tryNow({ ...state, online: true });
    case 'went-offline':
      return wentOffline(state);
    case 'woke':
      return woke(state, stamp);
    case 'timer-elapsed':
      return timerElapsed(state, event.timer);
    default:
      event satisfies never; // A new event must be placed above.
      return [state, []];
  }
}

function note(state: State, name: string, text: string): State {
  const { [name]: before = '', ...rest } = state.notes;
  if (before === text) return state;
  return { ...state, notes: text === '' ? rest : { ...rest, [name]: text } };
}

function start(state: State, stamp: Stamp): Step {
  const { phase } = state.session;
  if (phase !== 'idle' && phase !== 'failed' && phase !== 'ended') return [state, []];
  // A chat after the first begins with nothing of the old one, except a message that a failed start has kept.
  const fresh: State =
    phase === 'ended'
      ? {
          ...initialState,
          online: state.online,
          attending: state.attending,
          nextConnection: state.nextConnection,
          draft: state.draft,
          receiptsDisabled: state.receiptsDisabled,
        }
      : state;
  const clientToken = fresh.startToken ?? stamp.id;
  return [
    { ...fresh, startToken: clientToken, session: { phase: 'starting', clientToken } },
    [{ type: 'start-contact', clientToken }],
  ];
}

/** Goes on with what was kept on this device. */
function restore(state: State, chat: StoredChat, stamp: Stamp): Step {
  if (state.session.phase !== 'idle') return [state, []];
  const { contact, features, outbox, ending, draft, place, notes, seenUntil, startToken } = chat;
  const restored: State = {
    ...takeIn(state, outbox, stamp),
    features,
    ending,
    draft,
    ...(place !== undefined && { place }),
    notes,
    seenUntil,
    resumed: contact !== undefined,
  };
  if (contact) {
    const [next, effects] = connect(restored, contact, 0);
    return [next, [...effects, ...giveHeld(next)]];
  }
  if (startToken === undefined) return [restored, []];
  // The same token again: if the first request got through, this is the same chat.
  return [
    { ...restored, startToken, session: { phase: 'starting', clientToken: startToken } },
    [{ type: 'start-contact', clientToken: startToken }],
  ];
}

function attend(state: State, attending: boolean, stamp: Stamp, timings: Timings): Step {
  if (!attending) return [lookAway(state, stamp.tab), []];
  const others = state.attending.filter((tab) => tab !== stamp.tab);
  const here = seen({ ...state, attending: [...others, stamp.tab], unread: 0 });
  return acknowledge(here, here.transcript.entries, 'read', stamp, timings);
}

function loadOlder(state: State): Step {
  const { olderToken } = state;
  if (state.session.phase !== 'connected' || state.history !== 'more' || olderToken === undefined)
    return [state, []];
  return [{ ...state, history: 'loading' }, [{ type: 'fetch-older', nextToken: olderToken }]];
}

function sendMessage(
  state: State,
  command: Extract<SessionEvent, { type: 'send-message' }>,
  stamp: Stamp,
): Step {
  const { phase } = state.session;
  // Between tabs the same command may arrive twice.
  if (state.transcript.entries.some(({ key }) => key === stamp.id)) return [state, []];
  const full = isOutboxFull(state.outbox, command.text.length * 3);
  if (phase === 'ended' || command.text.trim() === '' || full) return [state, []];
  const queued = enqueueMessage(state, command, stamp);
  return phase === 'idle' || phase === 'failed' ? start(queued, stamp) : pump(queued);
}

function type(state: State, { now }: Stamp, timings: Timings): Step {
  if (state.session.phase !== 'connected') return [state, []];
  const { lastTypedAt } = state;
  // The device's clock may be set back: only a recent past counts as "just now".
  if (lastTypedAt !== undefined && now >= lastTypedAt && now - lastTypedAt < timings.typingThrottleMs)
    return [state, []];
  return [{ ...state, lastTypedAt: now }, [{ type: 'post-typing' }]];
}

const endWhenSent = (state: State, stamp: Stamp): Step =>
  state.session.phase === 'ended' ? [state, []] : pump(enqueueEnd(state, stamp));

/** A disconnect flow may go on from here; only `chat.ended` is the end. Should that get lost, a new connection finds out. */
const endAccepted = (state: State, { endCheckMs }: Timings): Step => [
  { ...state, outbox: state.outbox.filter(({ type }) => type !== 'end') },
  [{ type: 'schedule', timer: 'renew', delayMs: endCheckMs }],
];

function endRejected(state: State, failure: Failure, stamp: Stamp, timings: Timings): Step {
  const item = state.outbox.find(({ type }) => type === 'end');
  if (!item) return [state, []];
  return afterRejection(rejected(state, item.key, failure, stamp, timings), failure);
}

function afterRejection([state, effects]: Step, failure: Failure): Step {
  const [next, more] =
    failure.kind === 'forbidden' && state.outbox.some(({ status }) => status === 'queued')
      ? reconnectToVerify(state)
      : pump(state);
  return [next, [...effects, ...more]];
}

function transcriptFailed(state: State, failure: Failure, stamp: Stamp, timings: Timings): Step {
  if (state.session.phase !== 'connected') return [state, []];
  if (failure.kind === 'forbidden') return reconnectToVerify(state);
  const attempt = state.gapAttempts + 1;
  const delayMs = Math.max(backoff(attempt + 1, stamp.random, timings), timings.retryBaseMs);
  return [{ ...state, gapAttempts: attempt }, [{ type: 'schedule', timer: 'gap', delayMs }]];
}

function timerElapsed(state: State, timer: string): Step {
  switch (timer) {
    case 'retry':
      return tryNow(state);
    case 'renew':
      return renew(state);
    case 'resend':
      return pump(resend(state));
    case 'receipts':
      return pump(releaseReceipts(state));
    case 'gap':
      return state.session.phase === 'connected'
        ? [state, [{ type: 'fetch-transcript' } satisfies Effect]]
        : [state, []];
    default:
      return typingElapsed(state, timer);
  }
}

/** Facts of a connection that was replaced are no longer true. */
function isCurrent({ session }: State, connection: number): boolean {
  if (session.phase === 'connecting') return session.connection === connection;
  return (
    session.phase === 'connected' && (session.connection === connection || session.renewing === connection)
  );
}

const startProblem = (failure: Failure): Problem => ({
  code: failure.code ?? 'start-chat/server-error',
  recoverable: failure.kind !== 'configuration',
  ...(failure.detail !== undefined && { detail: failure.detail }),
});
