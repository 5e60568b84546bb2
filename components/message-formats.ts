import type { Strings } from '../src/i18n/strings.js';

const DAY_MS = 24 * 60 * 60_000;

/** Times and days in the words of one locale. Made once per locale, because `Intl` formatters are slow to make. */
export class MessageFormats {
  readonly #time: Intl.DateTimeFormat;
  readonly #date: Intl.DateTimeFormat;
  readonly #dateAndYear: Intl.DateTimeFormat;
  readonly #strings: Strings;
  /** BCP 47 tag. */
  readonly locale: string;
  readonly #now: () => number;
  readonly #today = new DayWindow();
  readonly #day = new DayWindow();
  readonly #words = new Map<number, string>();

  /** @param now - Epoch milliseconds of the device; "Today" depends on it. */
  constructor(locale: string, strings: Strings, now: () => number = Date.now) {
    this.#time = new Intl.DateTimeFormat(locale, { timeStyle: 'short' });
    this.#date = new Intl.DateTimeFormat(locale, { weekday: 'long', day: 'numeric', month: 'long' });
    this.#dateAndYear = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'long', year: 'numeric' });
    this.locale = locale;
    this.#strings = strings;
    this.#now = now;
  }

  /** Hours and minutes, 12 or 24 hours by locale; `''` for what is no time. */
  time(time: number): string {
    return isTime(time) ? this.#time.format(time) : '';
  }

  /** The same for machines. */
  machineTime(time: number): string {
    return isTime(time) ? new Date(time).toISOString() : '';
  }

  /** `Today`, `Yesterday` or the date, with the year unless it is this one. */
  day(time: number): string {
    if (!isTime(time)) return '';
    if (this.#today.moveTo(this.#now())) this.#words.clear();
    this.#day.moveTo(time);
    const day = this.#day.start;
    let words = this.#words.get(day);
    if (words === undefined) this.#words.set(day, (words = this.#describe(day)));
    return words;
  }

  #describe(day: number): string {
    // Rounded, because a day may have 23 or 25 hours.
    const ago = Math.round((this.#today.start - day) / DAY_MS);
    if (ago === 0) return this.#strings.today;
    if (ago === 1) return this.#strings.yesterday;
    const thisYear = new Date(this.#today.start).getFullYear() === new Date(day).getFullYear();
    return (thisYear ? this.#date : this.#dateAndYear).format(day);
  }
}

/** The local day that was asked about last: neighbours in a transcript are nearly always in the same one. */
class DayWindow {
  start = 0;
  #end = 0;

  /** Returns whether `time` was in another day than the time before. */
  moveTo(time: number): boolean {
    if (time >= this.start && time < this.#end) return false;
    this.start = new Date(time).setHours(0, 0, 0, 0);
    this.#end = new Date(this.start).setHours(24);
    return true;
  }
}

/** Whether `time` is within what a `Date` can hold. */
function isTime(time: number): boolean {
  return Math.abs(time) <= 8.64e15;
}
