import type { AuthenticationState, Entry, Participant, SessionState, Snapshot } from './engine/types.js';
import { isInteractive, templateSummary } from './content/template-summary.js';
import type {
  ConnectChatEventDetails,
  ConnectChatEventName,
  ConnectionState,
  PublicEntry,
  PublicParticipant,
  PublicState,
} from './events.js';
import { toPublicEntry } from './public-entry.js';

/** A public event that is about to be told. */
export type Announcement = {
  [Name in ConnectChatEventName]: { readonly name: Name; readonly detail: ConnectChatEventDetails[Name] };
}[ConnectChatEventName];

/** The session in the page's words. */
export function toPublicState(snapshot: Snapshot): PublicState {
  const { session } = snapshot;
  const contact = 'contact' in session ? session.contact : undefined;
  return Object.freeze({
    contactId: contact?.contactId,
    participantId: contact?.participantId,
    connection: connectionOf(session) ?? (session.phase === 'ended' ? 'ended' : 'idle'),
    participants: Object.freeze(snapshot.participants.map(toPublicParticipant)),
    unread: snapshot.unread,
    entries: Object.freeze(snapshot.entries.map(toPublicEntry)),
  });
}

/** Everything that the page is to be told of the way from `previous` to `next`, in order. Pure. */
export function announcements(
  previous: Snapshot,
  next: Snapshot,
  sentence: (code: string) => string,
): Announcement[] {
  return [
    ...startNews(previous.session, next.session, next.resumed),
    ...rehydrationNews(previous, next),
    ...participantNews(previous, next),
    ...entryNews(previous, next),
    ...(previous.unread === next.unread ? [] : [tell('unread', { count: next.unread })]),
    ...endNews(previous.session, next.session, sentence),
  ];
}

const tell = <Name extends ConnectChatEventName>(name: Name, detail: ConnectChatEventDetails[Name]) =>
  ({ name, detail }) as unknown as Announcement;

function connectionOf(session: SessionState): ConnectionState | undefined {
  switch (session.phase) {
    case 'starting':
      return 'connecting';
    case 'connecting':
      return session.attempt === 0 ? 'connecting' : 'reconnecting';
    case 'connected':
      return 'connected';
    case 'waiting-to-retry':
      return 'reconnecting';
    case 'offline':
      return 'offline';
    case 'failed':
      return 'failed';
    default:
      return undefined;
  }
}

function startNews(previous: SessionState, next: SessionState, resumed: boolean): Announcement[] {
  const news: Announcement[] = [];
  const before = 'contact' in previous ? previous.contact.contactId : undefined;
  if ('contact' in next && next.contact.contactId !== before) {
    const { contactId, participantId } = next.contact;
    news.push(resumed ? tell('resumed', { contactId }) : tell('started', { contactId, participantId }));
  }
  const state = connectionOf(next);
  if (state === undefined || state === connectionOf(previous)) return news;
  const attempt = 'attempt' in next ? next.attempt : 0;
  const reason = next.phase === 'failed' ? { reason: next.problem.code } : {};
  return [...news, tell('connection', { state, previous: connectionOf(previous), attempt, ...reason })];
}

function rehydrationNews(previous: Snapshot, next: Snapshot): Announcement[] {
  if (!next.rehydrated || previous.rehydrated || !('contact' in next.session)) return [];
  return [tell('rehydrated', { contactId: next.session.contact.contactId })];
}

function endNews(
  previous: SessionState,
  next: SessionState,
  sentence: (code: string) => string,
): Announcement[] {
  if (next === previous) return [];
  if (next.phase === 'ended' && previous.phase !== 'ended') {
    return [tell('ended', { contactId: next.contact.contactId, by: next.by })];
  }
  if (next.phase === 'failed' && previous.phase !== 'failed') {
    const { code, recoverable, detail } = next.problem;
    return [tell('error', { code, message: detail ?? sentence(code), recoverable })];
  }
  return [];
}

function participantNews(previous: Snapshot, next: Snapshot): Announcement[] {
  if (previous.participants === next.participants) return [];
  return next.participants.flatMap((one) => {
    const typed = previous.participants.find(({ id }) => id === one.id)?.typing ?? false;
    return typed === one.typing
      ? []
      : [tell('typing', { participant: toPublicParticipant(one), typing: one.typing })];
  });
}

function entryNews(previous: Snapshot, next: Snapshot): Announcement[] {
  if (previous.entries === next.entries) return [];
  const [before, after] = changedRange(previous.entries, next.entries);
  const known = new Map(before.map((entry) => [entry.key, entry]));
  return after.flatMap((entry) => (entry.past ? [] : newsOf(known.get(entry.key), entry, next)));
}

/** What lies between the common beginning and the common end, so that a long transcript costs what has changed in it. */
function changedRange(
  a: readonly Entry[],
  b: readonly Entry[],
): readonly [readonly Entry[], readonly Entry[]] {
  const shorter = Math.min(a.length, b.length);
  let start = 0;
  while (start < shorter && a[start] === b[start]) start += 1;
  let end = 0;
  while (end < shorter - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end += 1;
  return [a.slice(start, a.length - end), b.slice(start, b.length - end)];
}

function newsOf(
  before: Entry | undefined,
  after: Entry,
  { participants, entries }: Snapshot,
): Announcement[] {
  if (before === after) return [];
  const entry = toPublicEntry(after);
  if (after.kind === 'event') return before ? [] : eventNews(after, participants);
  const news: Announcement[] = [];
  if (after.attachment && after.attachment.status !== before?.attachment?.status) {
    news.push(tell('attachment', { entry, attachment: Object.freeze({ ...after.attachment }) }));
  }
  if (!after.own)
    return [...news, ...(isComplete(after) && !(before && isComplete(before)) ? arrival(entry) : [])];
  if (after.delivery === before?.delivery) return news;
  if (after.delivery === 'failed') {
    const { code, recoverable } = after.problem ?? { code: 'message/failed', recoverable: true };
    return [...news, tell('send-failed', { entry, code, retryable: recoverable })];
  }
  if (after.id !== undefined && before?.id === undefined)
    news.push(
      ...(before ? [tell('sent', { entry }), ...answerNews(after, entries)] : [tell('message', { entry })]),
    );
  if ((after.delivery === 'delivered' || after.delivery === 'read') && after.id !== undefined) {
    const participant = participants.find(({ id }) => id === after.receiptFrom);
    news.push(
      tell('receipt', {
        entryId: after.id,
        kind: after.delivery,
        participant: participant && toPublicParticipant(participant),
      }),
    );
  }
  return news;
}

const isComplete = ({ streaming }: Entry) => streaming !== true;

const INTERACTIVE = 'application/vnd.amazonaws.connect.message.interactive';
const readable: ReadonlySet<string> = new Set(['text/plain', 'text/markdown']);

function arrival(entry: PublicEntry): Announcement[] {
  return [tell('message', { entry }), ...interactiveNews(entry)];
}

/** The customer's first words since an interactive message are the answer to it. */
function answerNews(after: Entry, entries: readonly Entry[]): Announcement[] {
  const isSaid = ({ own, delivery, contentType }: Entry) =>
    own && delivery !== 'failed' && readable.has(contentType);
  const since = entries.slice(0, entries.indexOf(after));
  return since
    .slice(since.findLastIndex(isSaid) + 1)
    .flatMap((entry) =>
      entry.own || !isSaid(after) ? [] : interactiveNews(toPublicEntry(entry), after.text),
    )
    .slice(-1);
}

/** @param answer - What the customer said to it. */
function interactiveNews(entry: PublicEntry, answer?: string): Announcement[] {
  if (entry.kind !== 'message' || readable.has(entry.contentType)) return [];
  const { templateType } = templateSummary(entry.text);
  if (templateType === undefined && entry.contentType !== INTERACTIVE) return [];
  const supported = isInteractive(templateType ?? '');
  if (answer !== undefined && !supported) return [];
  return [tell('interactive', { entry, templateType, supported, ...(answer !== undefined && { answer }) })];
}

function eventNews(entry: Entry, participants: readonly Participant[]): Announcement[] {
  const { contactId } = entry;
  if (entry.event === 'transfer-succeeded')
    return [tell('transfer', { succeeded: true, ...(contactId !== undefined && { contactId }) })];
  if (entry.event === 'transfer-failed') return [tell('transfer', { succeeded: false })];
  const [, state] = /^authentication-(.+)/.exec(entry.event ?? '') ?? [];
  if (state) return [tell('authentication', { state: state as AuthenticationState })];
  const name = participantEvents[entry.event ?? 'ended'];
  const participant = participants.find(({ id }) => id === entry.participantId);
  return name && participant ? [tell(name, { participant: toPublicParticipant(participant) })] : [];
}

type ParticipantEvent = Extract<ConnectChatEventName, `participant-${string}`>;

const participantEvents: Readonly<Partial<Record<NonNullable<Entry['event']>, ParticipantEvent>>> = {
  joined: 'participant-joined',
  left: 'participant-left',
  'auto-disconnected': 'participant-left',
  idle: 'participant-idle',
  returned: 'participant-returned',
  'name-updated': 'participant-updated',
};

function toPublicParticipant({ id, role, displayName, presence }: Participant): PublicParticipant {
  return Object.freeze({ id, role, ...(displayName !== undefined && { displayName }), presence });
}
