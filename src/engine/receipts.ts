import { afterFailure, worthRetrying } from './retrying.js';
import { backoff } from './backoff.js';
import type { State, Step } from './state.js';
import type { Effect, Entry, Failure, OutboxItem, Receipt, Stamp, Timings } from './types.js';

/** Receipts that wait at the most; the oldest go first. A receipt is a courtesy, not a message. */
const MAX_WAITING = 500;

/** Says of `entries` that they have arrived or been read. Each is said once, and "read" makes "delivered" needless. */
export function acknowledge(
  state: State,
  entries: readonly Entry[],
  kind: Receipt['kind'],
  stamp: Stamp,
  timings: Timings,
): Step {
  // Of a chat that is over nobody takes any.
  if (state.receiptsDisabled || state.receiptsRefused || state.session.phase === 'ended') return [state, []];
  const fresh = entries.filter(
    (entry) => isAcknowledged(entry) && isNews(state.receipts.get(entry.id ?? ''), kind),
  );
  if (fresh.length === 0) return [state, []];
  const receipts = new Map(state.receipts);
  let outbox = state.outbox;
  for (const { id: messageId = '' } of fresh) {
    receipts.set(messageId, kind);
    const item = receiptItem({ messageId, kind });
    const waiting = outbox.find((one) => one.receipt?.messageId === messageId && one.status !== 'sending');
    outbox = waiting
      ? outbox.map((one) => (one === waiting ? { ...item, status: one.status } : one))
      : [...outbox, item];
  }
  return [
    { ...state, receipts, outbox: bounded(outbox) },
    [{ type: 'schedule', timer: 'receipts', delayMs: timings.receiptDelayMs }],
  ];
}

/** One receipt is one intent, whichever tab gives it and however often the page is refreshed: its token says what it is about. */
function receiptItem(receipt: NonNullable<OutboxItem['receipt']>): OutboxItem {
  const key = `${receipt.messageId}:${receipt.kind}`;
  return {
    key,
    type: 'receipt',
    clientToken: key,
    text: '',
    contentType: '',
    status: 'held',
    attempts: 0,
    receipt,
  };
}

/** What the service already knows of our receipts, from a transcript page: they need not be given again. */
export function rememberReceipts(
  state: State,
  receipts: readonly Receipt[],
  ownId: string | undefined,
): State {
  const own = receipts.filter(
    ({ messageId, participantId, kind }) =>
      participantId === ownId && isNews(state.receipts.get(messageId), kind),
  );
  if (ownId === undefined || own.length === 0) return state;
  const known = new Map(state.receipts);
  for (const { messageId, kind } of own) known.set(messageId, kind);
  return { ...state, receipts: known };
}

/** The moment in which a better receipt could have come is over. */
export function releaseReceipts(state: State): State {
  return {
    ...state,
    outbox: state.outbox.map((item) => (item.status === 'held' ? { ...item, status: 'queued' } : item)),
  };
}

/** Nobody waits any more for a better receipt than those that another page, or an earlier life of this one, has held back. */
export const giveHeld = ({ outbox }: State): readonly Effect[] =>
  outbox.some(({ status }) => status === 'held') ? [{ type: 'schedule', timer: 'receipts', delayMs: 0 }] : [];

/** Posts the next receipt, one at a time and beside the messages, which must not wait for them. */
export function pumpReceipts(state: State): Step {
  const receipts = state.outbox.filter(({ type }) => type === 'receipt');
  if (receipts.some(({ status }) => status === 'sending')) return [state, []];
  const item = receipts.find(({ status }) => status === 'queued');
  if (!item?.receipt) return [state, []];
  const { key, clientToken, receipt } = item;
  return [withStatus(state, key, 'sending'), [{ type: 'post-receipt', key, clientToken, receipt }]];
}

/** A receipt was taken. */
export const receiptAccepted = (state: State, key: string): State => ({
  ...state,
  outbox: state.outbox.filter((item) => item.key !== key),
});

/** A receipt was not taken. In a chat of more than two there are none: the service says so with 409, once for all. */
export function receiptRejected(
  state: State,
  key: string,
  failure: Failure,
  stamp: Stamp,
  timings: Timings,
): Step {
  const item = state.outbox.find((one) => one.key === key);
  if (!item) return [state, []];
  if (failure.status === 409) {
    return [
      { ...state, receiptsRefused: true, outbox: state.outbox.filter(({ type }) => type !== 'receipt') },
      [],
    ];
  }
  const tried = afterFailure(item, failure);
  const { attempts } = tried;
  // "Read" makes a "delivered" needless that came to nothing.
  const outdone = item.receipt && state.receipts.get(item.receipt.messageId) !== item.receipt.kind;
  if (outdone || !worthRetrying(failure, attempts)) return [receiptAccepted(state, key), []];
  // A refused token is replaced by a new connection; until then nothing is posted anyway.
  const forbidden = failure.kind === 'forbidden';
  const outbox = state.outbox.map((one): OutboxItem =>
    one === item ? { ...one, ...tried, status: forbidden ? 'queued' : 'held' } : one,
  );
  const delayMs = Math.max(backoff(attempts + 1, stamp.random, timings), timings.retryBaseMs);
  const again: Effect = { type: 'schedule', timer: 'receipts', delayMs };
  return [{ ...state, outbox }, forbidden ? [] : [again]];
}

/** Only people are told that they were read: the flow does not listen, and the service takes receipts for nobody else's messages. */
const isAcknowledged = ({ own, role, kind, id, past }: Entry) =>
  !own && id !== undefined && !past && kind !== 'event' && (role === 'agent' || role === 'supervisor');

/** Whether a receipt says more than the one that is known. */
export const isNews = (known: Receipt['kind'] | undefined, kind: Receipt['kind']) =>
  known === undefined || (known === 'delivered' && kind === 'read');

const withStatus = (state: State, key: string, status: OutboxItem['status']): State => ({
  ...state,
  outbox: state.outbox.map((item) => (item.key === key ? { ...item, status } : item)),
});

function bounded(outbox: readonly OutboxItem[]): readonly OutboxItem[] {
  const excess = outbox.filter(({ type }) => type === 'receipt').length - MAX_WAITING;
  if (excess <= 0) return outbox;
  const dropped = new Set(
    outbox.filter(({ type, status }) => type === 'receipt' && status !== 'sending').slice(0, excess),
  );
  return outbox.filter((item) => !dropped.has(item));
}
