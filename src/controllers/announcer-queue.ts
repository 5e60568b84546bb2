import type { Participant, Snapshot } from '../engine/types.js';
import { spokenEnglish } from '../i18n/spoken-strings.js';
import type { Strings } from '../i18n/strings.js';
import {
  MESSAGES_MAX,
  announcementsBetween,
  countOf,
  typingAnnouncement,
  type Announcement,
  type AnnouncementWords,
} from './announcements.js';
import type { Schedule } from './schedule.js';

/** What the caller words announcements with. The words that only screen readers say are added where it gives none. */
export type QueueWords = Omit<AnnouncementWords, 'strings'> & { readonly strings: Strings };

/** Times of the announcer, in milliseconds. */
export interface AnnouncerTimings {
  /** How long somebody must have been writing before it is said. */
  readonly typingMs: number;
  /** How long a connection must have been lost before it is said. */
  readonly lostMs: number;
  /** How long a summary waits for a better one. */
  readonly summaryMs: number;
  /** From the first message of a burst on, only so many are said word for word until this is over. */
  readonly burstMs: number;
}

/** The same as the banner's, so that eyes and ears learn it together. */
export const announcerTimings: AnnouncerTimings = {
  typingMs: 2_000,
  lostMs: 2_000,
  summaryMs: 500,
  burstMs: 2_000,
};

/**
 * Decides when announcements are due: at once, except for writing and a lost connection, which have to last, for a
 * summary, because what was missed may come in several pages, and for a burst of messages, of which all but the first
 * are counted. It does not own the live regions.
 */
export class AnnouncerQueue {
  readonly #say: (announcement: Announcement) => void;
  readonly #schedule: Schedule;
  readonly #timings: AnnouncerTimings;
  /** Spells of writing that are waited for or have been said, by participant id. */
  readonly #spells = new Map<string, () => void>();
  #cancelLost: (() => void) | undefined;
  #cancelSummary: (() => void) | undefined;
  #cancelBurst: (() => void) | undefined;
  /** Messages said since the burst began. */
  #burst = 0;
  /** What stands for the rest of the burst. */
  #held: Announcement | undefined;

  constructor(
    say: (announcement: Announcement) => void,
    schedule: Schedule,
    timings: AnnouncerTimings = announcerTimings,
  ) {
    this.#say = say;
    this.#schedule = schedule;
    this.#timings = timings;
  }

  /** Takes in the step from one snapshot to the next. */
  step(previous: Snapshot, next: Snapshot, given: QueueWords): void {
    const words = { ...given, strings: { ...spokenEnglish, ...given.strings } };
    for (const announcement of announcementsBetween(previous, next, words)) {
      if (announcement.kind === 'connection-lost') this.#holdLost(announcement);
      else if (announcement.kind === 'summary') this.#holdSummary(announcement);
      else if (announcement.kind === 'news') this.#sayNews(announcement, words);
      else if (announcement.kind !== 'connection-restored' || !this.#dropLost()) this.#say(announcement);
    }
    // A chat that is over is not waiting for its connection.
    if (next.session.phase === 'ended') this.#dropLost();
    if (previous.participants !== next.participants) this.#watchWriters(next.participants, words);
  }

  /** Forgets whatever has not been said. */
  stop(): void {
    this.#dropLost();
    this.#cancelSummary?.();
    this.#cancelBurst?.();
    this.#cancelBurst = this.#held = undefined;
    for (const cancel of this.#spells.values()) cancel();
    this.#spells.clear();
  }

  #sayNews(announcement: Announcement, words: AnnouncementWords): void {
    const { messages } = announcement;
    if (messages === undefined) {
      // Who came or went is said in its place among the messages.
      this.#sayHeld();
      this.#say(announcement);
      return;
    }
    if (!this.#cancelBurst) {
      this.#burst = 0;
      this.#cancelBurst = this.#schedule(() => {
        this.#cancelBurst = undefined;
        this.#sayHeld();
      }, this.#timings.burstMs);
    }
    if (this.#burst < MESSAGES_MAX) this.#say(announcement);
    else this.#held = this.#held ? countOf((this.#held.messages ?? 0) + messages, words) : announcement;
    this.#burst += messages;
  }

  #sayHeld(): void {
    const held = this.#held;
    this.#held = undefined;
    if (held) this.#say(held);
  }

  #holdLost(announcement: Announcement): void {
    this.#dropLost();
    this.#cancelLost = this.#schedule(() => {
      this.#cancelLost = undefined;
      this.#say(announcement);
    }, this.#timings.lostMs);
  }

  #holdSummary(announcement: Announcement): void {
    this.#cancelSummary?.();
    this.#cancelSummary = this.#schedule(() => this.#say(announcement), this.#timings.summaryMs);
  }

  /** Returns whether there was one that had not been said. */
  #dropLost(): boolean {
    const held = this.#cancelLost !== undefined;
    this.#cancelLost?.();
    this.#cancelLost = undefined;
    return held;
  }

  #watchWriters(participants: readonly Participant[], words: AnnouncementWords): void {
    for (const writer of participants) {
      const waiting = this.#spells.get(writer.id);
      if (!writer.typing || writer.role === 'customer') {
        waiting?.();
        this.#spells.delete(writer.id);
      } else if (waiting === undefined) {
        const cancel = this.#schedule(
          () => this.#say(typingAnnouncement(writer, words)),
          this.#timings.typingMs,
        );
        this.#spells.set(writer.id, cancel);
      }
    }
  }
}
