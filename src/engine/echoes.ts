import type { State } from './state.js';
import { acceptOwn } from './transcript.js';
import type { OutboxItem, Processing, ReceivedEntry } from './types.js';

/** What the service says of a message that it has taken. */
export interface Accepted {
  readonly key: string;
  readonly id: string;
  readonly time?: number | undefined;
  readonly processing?: Processing;
}

/** The message leaves the outbox and takes its place in the transcript. */
export function accept(state: State, { key, id, time, processing }: Accepted): State {
  if (!state.outbox.some((item) => item.key === key)) return state;
  return {
    ...state,
    outbox: state.outbox.filter((item) => item.key !== key),
    transcript: acceptOwn(state.transcript, key, id, time, processing),
  };
}

/**
 * An answer may be lost though the message was taken. When nobody asks again, its echo in the transcript is the answer; else the message would stand
 * twice, once as unsent. Words that wait more than once prove nothing.
 *
 * @param among - messages of which no other answer is to be expected
 */
export function adoptEchoes(
  state: State,
  items: readonly ReceivedEntry[],
  among: readonly OutboxItem['status'][],
): State {
  return items.reduce((next, { id, kind, role, text, time, relatedContactId }) => {
    if (role !== 'customer' || kind !== 'message' || relatedContactId !== undefined) return next;
    const [own, ...others] = next.outbox.filter((item) => item.type === 'message' && item.text === text);
    if (!own || others.length > 0 || !among.includes(own.status)) return next;
    return next.transcript.entries.some((entry) => entry.id === id)
      ? next
      : accept(next, { key: own.key, id, time });
  }, state);
}
