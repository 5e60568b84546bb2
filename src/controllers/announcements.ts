import { plainText } from '../content/plain-text.js';
import { fallback } from '../content/fallback.js';
import type { Entry, Participant, SessionState, Snapshot } from '../engine/types.js';
import { format, pieces, plural } from '../i18n/format.js';
import type { Strings } from '../i18n/strings.js';
import { systemLine } from './system-line.js';

/** Something for a screen reader to say. */
export interface Announcement {
  /** `failure` is about something the customer did and may interrupt; the rest waits its turn. */
  readonly kind: 'news' | 'failure' | 'connection-lost' | 'connection-restored';
  readonly text: string;
}

/** What announcements are worded with. */
export interface AnnouncementWords {
  readonly strings: Strings;
  /** BCP 47 tag for numbers. */
  readonly locale: string;
  readonly nameOf: (who: Pick<Participant, 'role' | 'displayName'>) => string;
}

type Before = Pick<Snapshot, 'entries' | 'session'>;

/** Above this many messages at once only their number is said. */
const MESSAGES_MAX = 3;
/** Live messages can overtake each other by this much, in ms; what is older than all that is known is history. */
const LATE_MS = 10_000;
/** A message is cut here when it is read out; all of it is in the log. */
const TEXT_MAX = 1_000;

/**
 * What is to be said about the step from one snapshot to the next: messages of others once they are complete, who came
 * and went, an own message that failed, the connection. Never what is older than all that is known: that is history.
 */
export function announcementsBetween(
  previous: Before,
  next: Before,
  words: AnnouncementWords,
): readonly Announcement[] {
  return [...connection(previous.session, next.session, words), ...entries(previous, next, words)];
}

/** That somebody is writing; the caller decides when it has lasted long enough. */
export function typingAnnouncement(
  writer: Participant,
  { strings, nameOf }: AnnouncementWords,
): Announcement {
  return { kind: 'news', text: format(strings.writing, { name: nameOf(writer) }) };
}

function connection(
  previous: SessionState,
  next: SessionState,
  { strings }: AnnouncementWords,
): Announcement[] {
  if (!isLost(previous) && isLost(next)) return [{ kind: 'connection-lost', text: strings.spokenOffline }];
  if (isLost(previous) && next.phase === 'connected')
    return [{ kind: 'connection-restored', text: strings.spokenBackOnline }];
  return [];
}

function isLost(session: SessionState): boolean {
  return (
    session.phase === 'offline' ||
    session.phase === 'waiting-to-retry' ||
    (session.phase === 'connecting' && session.attempt > 0)
  );
}

function entries(previous: Before, next: Before, words: AnnouncementWords): Announcement[] {
  if (previous.entries === next.entries) return [];
  const before = new Map(previous.entries.map((entry) => [entry.key, entry]));
  const failures = next.entries.filter(
    ({ key, delivery }) => delivery === 'failed' && before.has(key) && before.get(key)?.delivery !== 'failed',
  );
  const news = newsOf(before, next.entries);
  const messages = news.filter(({ kind }) => kind !== 'event');
  const many = messages.length > MESSAGES_MAX;
  const spoken = news
    .filter(({ kind }) => !many || kind === 'event')
    .map((entry) => sentence(entry, words))
    .filter((text) => text !== '');
  if (many) spoken.push(plural(words.strings.newMessages, messages.length, words.locale));
  return [
    ...failures.map((entry): Announcement => ({
      kind: 'failure',
      text: format(words.strings.spokenNotSent, { text: readable(entry) }),
    })),
    ...spoken.map((text): Announcement => ({ kind: 'news', text })),
  ];
}

/** Entries of others that are new and no history, or have just become complete. */
function newsOf(before: ReadonlyMap<string, Entry>, next: readonly Entry[]): readonly Entry[] {
  // An own message in the service's keeping, before anything was known, is a chat that goes on: what comes with it was read before.
  if (before.size === 0 && next.some(isSettledOwn)) return [];
  const first = next.find((entry) => before.has(entry.key) && isSettled(entry));
  const history = first === undefined ? Number.NEGATIVE_INFINITY : first.time - LATE_MS;
  return next.filter((entry) => {
    if (entry.own && entry.kind !== 'event') return false;
    if (entry.past || entry.streaming) return false;
    const known = before.get(entry.key);
    return known ? known.streaming === true : entry.time >= history;
  });
}

function isSettled({ own, delivery }: Entry): boolean {
  return !own || (delivery !== 'queued' && delivery !== 'sending' && delivery !== 'failed');
}

function isSettledOwn(entry: Entry): boolean {
  return entry.own && entry.kind !== 'event' && isSettled(entry);
}

function sentence(entry: Entry, { strings, nameOf }: AnnouncementWords): string {
  const name = entry.own ? strings.you : nameOf(entry);
  if (entry.kind === 'event')
    return pieces(systemLine(entry, strings), { name })
      .map(({ text }) => text)
      .join('');
  if (entry.attachment) return format(strings.spokenFile, { name, file: entry.attachment.name });
  return format(strings.spokenMessage, { name, text: readable(entry) });
}

/** The words of a message without the marks that format them. */
function readable({ contentType, text }: Entry): string {
  const words = contentType.startsWith('text/markdown')
    ? plainText(text)
    : contentType.startsWith('text/plain')
      ? text.trim()
      : readableTemplate(contentType, text);
  return words.length > TEXT_MAX ? `${words.slice(0, TEXT_MAX)}…` : words;
}

function readableTemplate(contentType: string, text: string): string {
  const { title, lines } = fallback(contentType, text);
  return [...(title === undefined ? [] : [title]), ...lines].join('. ');
}
