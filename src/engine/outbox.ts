import { backoff } from './backoff.js';
import { accept, adoptEchoes, type Accepted } from './echoes.js';
import { isNews, pumpReceipts } from './receipts.js';
import { afterFailure, worthRetrying } from './retrying.js';
import type { State, Step } from './state.js';
import { addOwn, releaseHeld, removeOwn, setDelivery } from './transcript.js';
import type {
  Command,
  Effect,
  Entry,
  Failure,
  Features,
  OutboxItem,
  Problem,
  Stamp,
  Timings,
} from './types.js';

/** What may wait at the most while there is no way to send it. */
const MAX_MESSAGES = 200;
const MAX_BYTES = 1_000_000;

type Of<T extends Command['type']> = Extract<Command, { type: T }>;

/** Whether one more message of `bytes` bytes would be more than may wait. */
export function isOutboxFull(outbox: readonly OutboxItem[], bytes: number): boolean {
  const messages = outbox.filter(({ type }) => type === 'message');
  // At the most three bytes a UTF-16 unit; an estimate is enough for a limit of ours.
  const waiting = messages.reduce((sum, { text }) => sum + text.length * 3, 0);
  return messages.length >= MAX_MESSAGES || waiting + bytes > MAX_BYTES;
}

/** What the start-chat answer allows is known now; what was written before goes as it says. */
export function allow(state: State, features: Features): State {
  const allowed = <T extends { readonly contentType: string }>(one: T): T => ({
    ...one,
    contentType: allowedType(features, one.contentType),
  });
  const { outbox, transcript } = state;
  const entries = transcript.entries.map(allowed);
  return { ...state, features, outbox: outbox.map(allowed), transcript: { ...transcript, entries } };
}

/** Markdown reads well enough as plain text, and is refused as anything else where it is not allowed. */
const allowedType = ({ markdown }: Features, contentType: string): string =>
  markdown === false && contentType === 'text/markdown' ? 'text/plain' : contentType;

/** What the customer wrote is shown at once and waits its turn. */
export function enqueueMessage(state: State, { text, ...command }: Of<'send-message'>, stamp: Stamp): State {
  const key = stamp.id;
  const contentType = allowedType(state.features, command.contentType);
  const item: OutboxItem = {
    key,
    type: 'message',
    clientToken: stamp.id,
    text,
    contentType,
    status: 'queued',
    attempts: 0,
  };
  const transcript = addOwn(state.transcript, {
    ...entryOf(item, stamp.now),
    delivery: waitingDelivery(state),
  });
  return { ...state, outbox: [...state.outbox, item], transcript };
}

/** Ending waits behind the messages written before it. What goes on after it, a survey say, can be ended again. */
export function enqueueEnd(state: State, stamp: Stamp): State {
  if (state.outbox.some(({ type }) => type === 'end')) return state;
  const item: OutboxItem = {
    key: stamp.id,
    type: 'end',
    clientToken: stamp.id,
    text: '',
    contentType: '',
    status: 'queued',
    attempts: 0,
  };
  return { ...state, ending: true, outbox: [...state.outbox, item] };
}

/** The person asked to try a failed message again: the same intent, so the same client token. */
export function retryMessage(state: State, key: string): State {
  const item = state.outbox.find((one) => one.key === key && one.status === 'failed');
  if (!item) return state;
  return withDelivery(update(state, key, { status: 'queued', attempts: 0 }), key);
}

/** The person gave up on a message that was not accepted. One that is on its way cannot be taken back. */
export function discardMessage(state: State, key: string, stamp: Stamp): State {
  const item = state.outbox.find((one) => one.key === key && one.status !== 'sending');
  if (!item || item.type !== 'message') return state;
  return settle(
    { ...state, outbox: without(state.outbox, key), transcript: removeOwn(state.transcript, key) },
    stamp,
  );
}

/** Posts what waits: messages one at a time, so that the service sees them in the order they were written, and receipts beside them. */
export function pump(state: State): Step {
  if (state.session.phase !== 'connected') return [state, []];
  const [posted, effects] = pumpMessages(state);
  const [next, more] = pumpReceipts(posted);
  return [next, [...effects, ...more]];
}

function pumpMessages(state: State): Step {
  const items = state.outbox.filter(({ type }) => type !== 'receipt');
  if (items.some(({ status }) => status === 'sending')) return [state, []];
  const item = items.find(({ status }) => status === 'queued');
  if (!item) return [state, []];
  const sending = update(state, item.key, { status: 'sending' });
  const { key, clientToken, text, contentType } = item;
  if (item.type === 'end') return [sending, [{ type: 'post-end', clientToken }]];
  return [
    { ...sending, transcript: setDelivery(sending.transcript, key, 'sending') },
    [{ type: 'post-message', key, clientToken, text, contentType }],
  ];
}

/** The service accepted a message. */
export function messageAccepted(state: State, accepted: Accepted, stamp: Stamp): State {
  return settle(accept(state, accepted), stamp);
}

/** A message or an end request was not accepted. What may still succeed waits; what cannot is said. */
export function rejected(state: State, key: string, failure: Failure, stamp: Stamp, timings: Timings): Step {
  const item = state.outbox.find((one) => one.key === key);
  if (!item) return [state, []];
  const tried = afterFailure(item, failure);
  const { attempts } = tried;
  if (worthRetrying(failure, attempts)) {
    // A refused token is replaced by a new connection; until then nothing is posted anyway.
    if (failure.kind === 'forbidden') return [update(state, key, { ...tried, status: 'queued' }), []];
    const delayMs = Math.max(backoff(attempts + 1, stamp.random, timings), timings.retryBaseMs);
    // It stays "sending", so that nothing overtakes it.
    return [update(state, key, tried), [{ type: 'schedule', timer: 'resend', delayMs }]];
  }
  if (item.type === 'end') return [{ ...state, ending: false, outbox: without(state.outbox, key) }, []];
  const failed = update(state, key, { ...tried, status: 'failed' });
  const shown = { ...failed, transcript: setDelivery(failed.transcript, key, 'failed', problemOf(failure)) };
  return [settle(adoptEchoes(shown, shown.transcript.held, ['failed']), stamp), []];
}

/** The wait after a failed try is over: whatever was on its way may be tried again. */
export function resend(state: State): State {
  const outbox = state.outbox.map((item) =>
    item.status === 'sending' ? { ...item, status: 'queued' as const } : item,
  );
  return { ...state, outbox };
}

/**
 * The connection that carried the calls is gone: they were abandoned, so they wait again, with their tokens.
 * The messages are shown as waiting, and the past can be asked for again.
 */
export function abandon(state: State): readonly [State, readonly Effect[]] {
  const waiting = resend(state).outbox.filter(
    ({ status, type }) => status === 'queued' && type === 'message',
  );
  const retried = waiting.reduce((next, { key }) => withDelivery(next, key), resend(state));
  return [
    { ...retried, history: state.history === 'loading' ? 'more' : state.history },
    [{ type: 'abandon-calls' }, { type: 'cancel', timer: 'resend' }],
  ];
}

/** What waited in another page, or before a refresh, waits here: what was under way is tried again, with its client token. */
export function takeIn(state: State, kept: readonly OutboxItem[], { now }: Stamp): State {
  const items = kept
    .filter((item) => !isKnown(state, item))
    .map((item): OutboxItem => (item.status === 'sending' ? { ...item, status: 'queued' } : item));
  if (items.length === 0) return state;
  const receipts = new Map(state.receipts);
  for (const { receipt } of items) if (receipt) receipts.set(receipt.messageId, receipt.kind);
  return {
    ...state,
    outbox: [...state.outbox, ...items],
    ending: state.ending || items.some(({ type }) => type === 'end'),
    receipts,
    transcript: items
      .filter(({ type }) => type === 'message')
      .map((item) => entryOf(item, now))
      .reduce(addOwn, state.transcript),
  };
}

const isKnown = ({ outbox, transcript, receipts }: State, { key, type, receipt }: OutboxItem) =>
  type === 'message'
    ? transcript.entries.some((entry) => entry.key === key)
    : outbox.some((item) => item.key === key) ||
      (receipt !== undefined && !isNews(receipts.get(receipt.messageId), receipt.kind));

/** The message that shows an item. */
const entryOf = ({ key, text, contentType, status }: OutboxItem, now: number): Entry => ({
  key,
  kind: 'message',
  role: 'customer',
  own: true,
  contentType,
  text,
  time: now,
  delivery: status === 'failed' ? 'failed' : 'queued',
  ...(status === 'failed' && { problem: { code: 'message/failed', recoverable: true } }),
});

/** The chat is over: nothing waits any more, and what was not accepted says so. */
export function closeOutbox(before: State, stamp: Stamp): State {
  const state = adoptEchoes(before, before.transcript.held, ['queued', 'sending', 'failed']);
  const problem: Problem = { code: 'chat/ended', recoverable: false };
  // Receipts and the end request have nobody left to reach.
  const messages = state.outbox.filter(({ type }) => type === 'message');
  const transcript = messages.reduce(
    (next, { key }) => setDelivery(next, key, 'failed', problem),
    state.transcript,
  );
  return { ...state, outbox: [], transcript: releaseHeld(transcript, stamp.now) };
}

/** Whether an own message may be on the wire without our knowing its id. */
export const awaitsReply = (state: State) =>
  state.outbox.some(({ type, status }) => type === 'message' && status !== 'failed');

const problemOf = (failure: Failure): Problem => ({
  code: failure.kind === 'refused' || failure.kind === 'forbidden' ? 'message/refused' : 'message/failed',
  recoverable: true,
  ...(failure.detail !== undefined && { detail: failure.detail }),
});

/** Until the first connection stands a message counts as on its way; after a loss it waits. */
const waitingDelivery = ({ session }: State) =>
  session.phase === 'waiting-to-retry' ||
  session.phase === 'offline' ||
  (session.phase === 'connecting' && session.attempt > 0)
    ? 'queued'
    : 'sending';

const withDelivery = (state: State, key: string): State => ({
  ...state,
  transcript: setDelivery(state.transcript, key, waitingDelivery(state)),
});

const without = (outbox: State['outbox'], key: string) => outbox.filter((item) => item.key !== key);

const update = (state: State, key: string, change: Partial<OutboxItem>): State => ({
  ...state,
  outbox: state.outbox.map((item) => (item.key === key ? { ...item, ...change } : item)),
});

const settle = (state: State, stamp: Stamp): State =>
  awaitsReply(state) ? state : { ...state, transcript: releaseHeld(state.transcript, stamp.now) };
