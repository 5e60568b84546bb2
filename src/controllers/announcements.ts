import { plainText } from '../content/plain-text.js';
import { choicesOf, selectionOf } from '../content/template-choices.js';
import { isInteractive, templateSummary } from '../content/template-summary.js';
import type { Entry, Participant, SessionState, Snapshot } from '../engine/types.js';
import { format, pieces, plural } from '../i18n/format.js';
import type { SpokenStrings as Strings } from '../i18n/spoken-strings.js';
import type { Renderers } from '../message-renderer.js';
import { spokenBy } from '../renderer-of.js';
import { systemLine } from './system-line.js';

/** Something for a screen reader to say. */
export interface Announcement {
  /**
   * `failure` is about something the customer did and may interrupt; the rest waits its turn. A `summary` replaces one that has
   * not been said yet.
   */
  readonly kind: 'news' | 'failure' | 'summary' | 'connection-lost' | 'connection-restored';
  readonly text: string;
  /** How many messages of others it speaks of, if it does. */
  readonly messages?: number;
}

/** What announcements are worded with. */
export interface AnnouncementWords {
  readonly strings: Strings;
  /** BCP 47 tag for numbers. */
  readonly locale: string;
  /** The page's own ways to show messages, some of which say how they read. */
  readonly renderers?: Renderers | undefined;
  readonly nameOf: (who: Pick<Participant, 'role' | 'displayName'>) => string;
}

type Before = Pick<Snapshot, 'entries' | 'session' | 'history' | 'resumed' | 'firstMissed'>;

/** Above this many messages at once only their number is said. */
export const MESSAGES_MAX = 3;
/** Live messages can overtake each other by this much, in ms; what is older than all that is known is history. */
const LATE_MS = 10_000;
/** A message is cut here when it is read out; all of it is in the log. */
const TEXT_MAX = 1_000;

/**
 * What is to be said about the step from one snapshot to the next: messages of others once they are complete, who came
 * and went, an own message that failed, the connection. Of history and of what was missed only how much there is.
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
  const failures = failuresOf(before, next.entries, words);
  const summary = summaryOf(previous, next, before, words);
  if (summary !== undefined) return [...failures, ...summary];
  const news = newsOf(before, next.entries);
  const messages = news.filter(isMessage);
  const many = messages.length > MESSAGES_MAX;
  const spoken = news
    .filter(({ kind }) => !many || kind === 'event')
    .map((entry): Announcement => ({
      kind: 'news',
      text: sentence(entry, words),
      ...(isMessage(entry) && { messages: 1 }),
    }))
    .filter(({ text }) => text !== '');
  const uploads = uploadsOf(before, next.entries, words.strings).map((text): Announcement => ({
    kind: 'news',
    text,
  }));
  return [...failures, ...spoken, ...(many ? [countOf(messages.length, words)] : []), ...uploads];
}

/** Only how many messages there are. */
export function countOf(messages: number, { strings, locale }: AnnouncementWords): Announcement {
  return { kind: 'news', text: plural(strings.newMessages, messages, locale), messages };
}

/** Own messages that could not be sent, or that the service keeps from everybody. */
function failuresOf(
  before: ReadonlyMap<string, Entry>,
  next: readonly Entry[],
  words: AnnouncementWords,
): Announcement[] {
  const { strings } = words;
  return next.flatMap((entry): Announcement[] => {
    const known = before.get(entry.key);
    if (!known || entry === known) return [];
    const template =
      entry.delivery === 'failed' && known.delivery !== 'failed'
        ? strings.spokenNotSent
        : isTurnedDown(entry) && !isTurnedDown(known)
          ? strings.spokenTurnedDown
          : undefined;
    return template === undefined
      ? []
      : [{ kind: 'failure', text: format(template, { text: readable(entry, words) }) }];
  });
}

/** The customer's own files: once when they set out, once when they have arrived. */
function uploadsOf(before: ReadonlyMap<string, Entry>, next: readonly Entry[], strings: Strings): string[] {
  const own = next.filter(({ own, attachment }) => own && attachment);
  const begun = own.filter(({ key, id }) => id === undefined && !before.has(key));
  const arrived = own.filter(({ key, id }) => id !== undefined && before.has(key) && !before.get(key)?.id);
  const say = (template: string, files: readonly Entry[]) =>
    files.length === 0
      ? []
      : [format(template, { file: files.map(({ attachment }) => attachment?.name).join(', ') })];
  return [...say(strings.spokenUploading, begun), ...say(strings.spokenUploaded, arrived)];
}

function isTurnedDown({ own, processing }: Entry): boolean {
  return own && (processing === 'failed' || processing === 'rejected');
}

/** What is said of a page of the transcript in place of its messages; `undefined` for a step that brings none. */
function summaryOf(
  previous: Before,
  next: Before,
  before: ReadonlyMap<string, Entry>,
  { strings, locale }: AnnouncementWords,
): readonly Announcement[] | undefined {
  if (previous.history === 'loading' && next.history !== 'loading') {
    const count = next.entries.filter((entry) => isMessage(entry) && !before.has(entry.key)).length;
    return count === 0 ? [] : [{ kind: 'summary', text: plural(strings.spokenEarlier, count, locale) }];
  }
  const fetched = previous.history === 'unknown' && next.history !== 'unknown';
  // A tab that has just joined others finds their chat as it stands.
  const found = fetched && (next.resumed || previous.session.phase === 'idle');
  const missed = next.firstMissed !== undefined && next.firstMissed !== previous.firstMissed;
  if (!found && !missed) return undefined;
  const messages = plural(strings.countMessages, next.entries.filter(isMessage).length, locale);
  const from = next.entries.findIndex(({ key }) => key === next.firstMissed);
  const news = from < 0 ? [] : next.entries.slice(from).filter((entry) => isMessage(entry) && !entry.own);
  const text =
    news.length === 0
      ? format(strings.spokenRestored, { messages })
      : format(strings.spokenRestoredNews, {
          messages,
          news: plural(strings.countNews, news.length, locale),
        });
  return [{ kind: 'summary', text }];
}

function isMessage({ kind }: Entry): boolean {
  return kind !== 'event';
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

function sentence(entry: Entry, words: AnnouncementWords): string {
  const { strings, nameOf, renderers } = words;
  const name = entry.own && entry.kind !== 'event' ? strings.you : nameOf(entry);
  if (entry.kind === 'event')
    return pieces(systemLine(entry, strings), { name })
      .map(({ text }) => text)
      .join('');
  if (entry.attachment) return format(strings.spokenFile, { name, file: entry.attachment.name });
  const text = spokenBy(entry, renderers)?.slice(0, TEXT_MAX) ?? readable(entry, words);
  return format(strings.spokenMessage, { name, text });
}

/** The words of a message without the marks that format them; of a card its title and how much there is to choose from. */
function readable(
  { attachment, contentType, text, own }: Entry,
  { strings, locale }: AnnouncementWords,
): string {
  if (attachment) return attachment.name;
  const words = contentType.startsWith('text/markdown')
    ? plainText(text)
    : contentType.startsWith('text/plain')
      ? ((own && selectionOf(text)) || text).trim()
      : card(text, strings, locale);
  return cut(words);
}

function card(text: string, strings: Strings, locale: string): string {
  const { title, templateType = '' } = templateSummary(text);
  if (templateType === 'ViewResource') return title ?? strings.spokenView;
  if (!isInteractive(templateType)) return title ?? strings.notShown;
  const count = choicesOf(text);
  const options = count === 0 ? [] : [plural(strings.countOptions, count, locale)];
  return [...(title === undefined ? [] : [plainText(title)]), ...options].join(', ') || strings.notShown;
}

const cut = (words: string): string => (words.length > TEXT_MAX ? `${words.slice(0, TEXT_MAX)}…` : words);
