import { endSession } from './connection.js';
import { awaitsReply } from './outbox.js';
import { endedBy, meetParticipants, setTyping } from './participants.js';
import { contactOf, type State, type Step } from './state.js';
import { applyReceipts, mergeEntries, type Transcript } from './transcript.js';
import type { Effect, ReceivedEntry, ReceivedFact, Stamp, Timings, TranscriptPage } from './types.js';

const TYPING = 'typing:';

/** Something arrived over the current connection. */
export function received(state: State, fact: ReceivedFact, stamp: Stamp, timings: Timings): Step {
  switch (fact.type) {
    case 'entry-received':
      return merge(state, [fact.entry], stamp, true);
    case 'receipts-received':
      return [{ ...state, transcript: applyReceipts(state.transcript, fact.receipts) }, []];
    case 'typing-received': {
      // The service echoes the customer's own typing too.
      if (fact.role === 'customer' || fact.participantId === contactOf(state.session)?.participantId)
        return [state, []];
      const participants = setTyping(state.participants, fact, true, stamp.now);
      const timer = TYPING + fact.participantId;
      return [{ ...state, participants }, [{ type: 'schedule', timer, delayMs: timings.typingShownMs }]];
    }
  }
}

/**
 * A page of the transcript. Pages are fetched backward until one reaches behind the last entry known before the loss: a page that merely holds
 * a known item proves nothing, because new items arrive over the socket while the gap is still open.
 */
export function transcriptReceived(state: State, page: TranscriptPage, stamp: Stamp): Step {
  if (state.session.phase !== 'connected') return [state, []];
  const { gapFrom } = state;
  const closed =
    gapFrom === undefined ||
    page.nextToken === undefined ||
    page.entries.some(({ time }) => time !== undefined && time < gapFrom);
  const [merged, effects] = merge(state, page.entries, stamp, state.loaded);
  const { gapFrom: _, ...rest } = merged;
  const next: State = {
    ...(closed ? rest : merged),
    transcript: applyReceipts(merged.transcript, page.receipts),
    gapAttempts: 0,
    loaded: true,
  };
  if (closed || merged.session.phase !== 'connected') return [next, effects];
  return [next, [...effects, { type: 'fetch-transcript', nextToken: page.nextToken }]];
}

/** Somebody's typing was not renewed. */
export function typingElapsed(state: State, timer: string): Step {
  if (!timer.startsWith(TYPING)) return [state, []];
  const known = state.participants.find(({ id }) => TYPING + id === timer);
  if (!known) return [state, []];
  return [
    {
      ...state,
      participants: setTyping(state.participants, { ...known, participantId: known.id }, false, 0),
    },
    [],
  ];
}

function merge(state: State, items: readonly ReceivedEntry[], stamp: Stamp, news: boolean): Step {
  const before = state.transcript.entries;
  const transcript = mergeEntries(state.transcript, items, awaitsReply(state), stamp.now);
  const participants = meetParticipants(state.participants, items, stamp.now);
  const stopped = state.participants.filter(
    (one) => one.typing && !participants.some(({ id, typing }) => id === one.id && typing),
  );
  const effects = stopped.map(({ id }): Effect => ({ type: 'cancel', timer: TYPING + id }));
  const merged = countUnread({ ...state, transcript, participants }, before, news);
  const contact = contactOf(state.session);
  if (!contact || state.session.phase === 'ended' || !items.some(isEnd)) return [merged, effects];
  const [ended, more] = endSession(merged, contact, endedBy(transcript.entries, state.ending), stamp);
  return [ended, [...effects, ...more]];
}

/** The end of this contact, not of one that came before it in a persistent chat. */
const isEnd = (item: ReceivedEntry) => item.event === 'ended' && item.relatedContactId === undefined;

/** What others wrote while the reader was not looking. */
function countUnread(state: State, before: Transcript['entries'], news: boolean): State {
  if (!news || state.attending || state.transcript.entries.length === before.length) return state;
  const known = new Set(before.map(({ key }) => key));
  const fresh = state.transcript.entries.filter(
    (entry) => !entry.own && !entry.past && entry.kind !== 'event' && !known.has(entry.key),
  );
  const [first] = fresh;
  if (!first) return state;
  return {
    ...state,
    unread: state.unread + fresh.length,
    ...(state.unread === 0 && { firstUnread: first.key }),
  };
}
