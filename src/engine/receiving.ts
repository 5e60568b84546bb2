import { adoptEchoes } from './echoes.js';
import { endSession } from './connection.js';
import { awaitsReply } from './outbox.js';
import { endedBy, meetParticipants, setTyping } from './participants.js';
import { acknowledge, rememberReceipts } from './receipts.js';
import { contactOf, omit, type State, type Step } from './state.js';
import { applyReceipts, mergeEntries } from './transcript.js';
import type {
  Effect,
  Entry,
  ReceivedEntry,
  ReceivedFact,
  Receipt,
  Stamp,
  Timings,
  TranscriptPage,
} from './types.js';

const TYPING = 'typing:';

/** How old an item must be before the transcript is taken at its word: younger ones may still be written, or stand before others that come late. */
const SETTLED_MS = 60_000;

/** Something arrived over the current connection. */
export function received(state: State, fact: ReceivedFact, stamp: Stamp, timings: Timings): Step {
  switch (fact.type) {
    case 'entry-received':
      return merge(state, [fact.entry], stamp, timings, 'live');
    case 'rehydrated':
      // The way into the past is found anew: the first page knew nothing of it.
      return [
        { ...state, rehydrated: true, history: 'unknown' },
        [{ type: 'schedule', timer: 'gap', delayMs: timings.rehydrationMs }],
      ];
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
 * A page of the transcript. Pages are fetched backward until one reaches behind the end of the last such walk: a page that merely holds a known item
 * proves nothing, because new items arrive over the socket while older ones are still missing.
 *
 * @param newest - time of the newest item that this walk has met on its earlier pages
 */
export function transcriptReceived(
  state: State,
  page: TranscriptPage,
  newest: number | undefined,
  stamp: Stamp,
  timings: Timings,
): Step {
  if (state.session.phase !== 'connected') return [state, []];
  const goal = goalOf(state);
  const closed =
    goal === undefined ||
    page.nextToken === undefined ||
    page.entries.some(({ time }) => time !== undefined && time < goal);
  const until = newest ?? page.entries.findLast(({ time }) => time !== undefined)?.time;
  const known = rememberReceipts(state, receiptsOf(page), state.session.contact.participantId);
  const [merged, effects] = merge(
    known,
    page.entries,
    stamp,
    timings,
    !state.loaded && !state.resumed ? 'first' : newest === undefined ? 'missed' : 'missed-before',
  );
  // The socket may have been away when past contacts became readable.
  const rehydrated = state.rehydrated || page.rehydrated === true;
  const next: State = {
    ...merged,
    ...(closed &&
      until !== undefined && { fetchedUntil: Math.max(until - SETTLED_MS, state.fetchedUntil ?? 0) }),
    transcript: applyReceipts(merged.transcript, page.receipts),
    gapAttempts: 0,
    loaded: true,
    ...((leadsOn(state, page, merged.transcript.entries) || rehydrated !== state.rehydrated) &&
      olderFrom(page)),
    rehydrated,
  };
  if (closed || merged.session.phase !== 'connected') return [next, effects];
  const further = { nextToken: page.nextToken, ...(until !== undefined && { newest: until }) };
  return [next, [...effects, { type: 'fetch-transcript', ...further }]];
}

/** Whether what comes before `page` comes before all that is known; other pages lead into what is known. */
const leadsOn = ({ history }: State, page: TranscriptPage, [first]: readonly Entry[]) =>
  history === 'unknown' || (history === 'more' && first !== undefined && first.id === page.entries[0]?.id);

/** They come as records of their own or on the messages they are about. */
const receiptsOf = ({ receipts, entries }: TranscriptPage): readonly Receipt[] => [
  ...receipts,
  ...entries.flatMap((entry) => entry.receipts ?? []),
];

/** Time behind which a walk has to go: there nothing is missing, and no answer is unfinished. */
function goalOf({ fetchedUntil, transcript: { entries } }: State): number | undefined {
  const known = entries.find(({ id }) => id !== undefined);
  const unfinished = entries.find(({ streaming }) => streaming);
  const until = fetchedUntil ?? known?.time;
  return unfinished && until !== undefined ? Math.min(until, unfinished.time) : until;
}

/** What was said before the first entry. */
export function olderReceived(state: State, page: TranscriptPage, stamp: Stamp, timings: Timings): Step {
  if (state.history !== 'loading') return [state, []];
  const known = rememberReceipts(state, receiptsOf(page), contactOf(state.session)?.participantId);
  const [merged, effects] = merge(known, page.entries, stamp, timings, 'older');
  const next = {
    ...omit(merged, 'olderToken'),
    transcript: applyReceipts(merged.transcript, page.receipts),
    ...olderFrom(page),
  };
  return [next, effects];
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

const olderFrom = ({ nextToken }: TranscriptPage): Pick<State, 'history' | 'olderToken'> =>
  nextToken === undefined ? { history: 'complete' } : { history: 'more', olderToken: nextToken };

/** Where items come from: what is new to the reader depends on it. */
type Source = 'live' | 'first' | 'missed' | 'missed-before' | 'older';

function merge(
  state: State,
  items: readonly ReceivedEntry[],
  stamp: Stamp,
  timings: Timings,
  source: Source,
): Step {
  const answered = adoptEchoes(state, items, ['failed']);
  const transcript = mergeEntries(answered.transcript, items, awaitsReply(answered), stamp.now);
  const participants = meetParticipants(state.participants, items, stamp.now);
  const stopped = state.participants.filter(
    (one) => one.typing && !participants.some(({ id, typing }) => id === one.id && typing),
  );
  const effects = stopped.map(({ id }): Effect => ({ type: 'cancel', timer: TYPING + id }));
  const fresh = freshOnes(state.transcript.entries, transcript.entries);
  const counted = count({ ...answered, transcript, participants }, fresh, source);
  const [merged, more] =
    source === 'older'
      ? [counted, []]
      : // What was missed begins where it is looked for, which may be out of view.
        acknowledge(
          counted,
          fresh,
          counted.attending.length > 0 && (source === 'live' || source === 'first') ? 'read' : 'delivered',
          stamp,
          timings,
        );
  const contact = contactOf(state.session);
  if (!contact || state.session.phase === 'ended' || !items.some(isEnd))
    return [merged, [...effects, ...more]];
  const [ended, closing] = endSession(merged, contact, endedBy(transcript.entries, state.ending), stamp);
  return [ended, [...effects, ...more, ...closing]];
}

/** The end of this contact, not of one that came before it in a persistent chat. */
const isEnd = (item: ReceivedEntry) => item.event === 'ended' && item.relatedContactId === undefined;

function freshOnes(before: readonly Entry[], after: readonly Entry[]): readonly Entry[] {
  if (after.length === before.length) return [];
  const known = new Set(before.map(({ key }) => key));
  return after.filter(({ key }) => !known.has(key));
}

/** What others wrote while the reader was not looking, and where what was missed begins. */
function count(state: State, fresh: readonly Entry[], source: Source): State {
  const attended = state.attending.length > 0;
  if (source === 'first' && attended) return seen(state);
  if (source === 'first' || source === 'older') return state;
  const news = fresh.filter((entry) => isNews(entry) && (source === 'live' || entry.time > state.seenUntil));
  const [first] = news;
  if (!first) return state;
  const missed = source === 'live' ? {} : { firstMissed: earliest(state, first, source).key };
  // Whoever is there says so once more when what was missed is in view, or leaves the end for it.
  if (attended) return source === 'live' ? seen(state) : { ...state, ...missed };
  return {
    ...state,
    ...missed,
    unread: state.unread + news.length,
    ...(state.unread === 0
      ? { firstUnread: first.key }
      : source !== 'live' && { firstUnread: earliestUnread(state, first).key }),
  };
}

/** What others wrote in this chat. */
const isNews = ({ own, past, kind }: Entry) => !own && !past && kind !== 'event';

/** The reader of one tab looks away, or has gone with it. What nobody has seen by then is unread. */
export function lookAway(state: State, tab: string): State {
  const attending = state.attending.filter((one) => one !== tab);
  if (attending.length === state.attending.length) return state;
  const away = { ...state, attending };
  if (attending.length > 0) return away;
  const news = state.transcript.entries.filter((entry) => isNews(entry) && entry.time > state.seenUntil);
  return news[0] ? { ...away, unread: news.length, firstUnread: news[0].key } : away;
}

/** A walk may take several pages, each older than the last: the divider stands above the oldest of what was missed. */
const earliest = (state: State, first: Entry, source: Source) =>
  older(state, source === 'missed-before' ? state.firstMissed : undefined, first);
const earliestUnread = (state: State, first: Entry) => older(state, state.firstUnread, first);

function older(state: State, key: string | undefined, entry: Entry): Entry {
  const other = state.transcript.entries.find((one) => one.key === key);
  return other && other.time < entry.time ? other : entry;
}

/** Everything is seen up to the last entry. */
export function seen(state: State): State {
  const last = state.transcript.entries.findLast(({ id }) => id !== undefined);
  return last && last.time > state.seenUntil ? { ...state, seenUntil: last.time } : state;
}
