import type { Slot } from './template.js';

/**
 * Times on offer in the words of a locale: in the zone of the place where its offset is known, else in the customer's.
 * The offset is applied to what is seen, once, and never to what is answered.
 */
export class SlotWords {
  readonly #shiftMs: number;
  readonly #offsetMinutes: number | undefined;
  readonly #locale: string;
  readonly #thisYear: number;
  readonly #formats = new Map<string, Intl.DateTimeFormat>();

  /**
   * @param locale - BCP 47 tag.
   * @param now - Epoch milliseconds of the device; the year is said unless it is this one.
   */
  constructor(locale: string, offsetMinutes: number | undefined, now: number) {
    this.#locale = locale;
    this.#offsetMinutes = offsetMinutes;
    this.#shiftMs = (offsetMinutes ?? 0) * 60_000;
    this.#thisYear = new Date(now).getFullYear();
  }

  /** `Tuesday 1 December`; `''` for what is no date. */
  day(slot: Slot): string {
    return this.#format(slot, { weekday: 'long', day: 'numeric', month: 'long' }) ?? '';
  }

  /** `10:30`; what is no date as it was sent. */
  time(slot: Slot): string {
    return this.#format(slot, { timeStyle: 'short' }) ?? slot.date;
  }

  /** `Tue 1 Dec, 10:30`. */
  short(slot: Slot): string {
    const day = this.#format(slot, { weekday: 'short', day: 'numeric', month: 'short' });
    return day === undefined ? slot.date : `${day}, ${this.time(slot)}`;
  }

  /** `Tuesday 1 December, 10:30`: what the customer is seen to have answered. */
  full(slot: Slot): string {
    const day = this.day(slot);
    return day === '' ? slot.date : `${day}, ${this.time(slot)}`;
  }

  /** `1 Dec`, for a line with little room. */
  date(slot: Slot): string {
    return this.#format(slot, { day: 'numeric', month: 'short' }) ?? '';
  }

  /** `60 min`; `''` where it is not known. */
  duration({ minutes }: Slot): string {
    return minutes === undefined
      ? ''
      : new Intl.NumberFormat(this.#locale, { style: 'unit', unit: 'minute' }).format(minutes);
  }

  /** `GMT+5:30` for a place, the name of the zone for the customer's own, at the time of `slot`. */
  zone({ time = 0 }: Slot): string {
    if (this.#offsetMinutes !== undefined) return offsetName(this.#offsetMinutes);
    const parts = new Intl.DateTimeFormat(this.#locale, { timeZoneName: 'long' }).formatToParts(time);
    return parts.find(({ type }) => type === 'timeZoneName')?.value ?? '';
  }

  #format({ time }: Slot, options: Intl.DateTimeFormatOptions): string | undefined {
    if (time === undefined) return undefined;
    const shifted = time + this.#shiftMs;
    const withYear =
      !options.timeStyle && new Date(shifted).getUTCFullYear() !== this.#thisYear ? { year: 'numeric' } : {};
    const all = {
      ...options,
      ...withYear,
      ...(this.#offsetMinutes !== undefined && { timeZone: 'UTC' }),
    } as Intl.DateTimeFormatOptions;
    const key = JSON.stringify(all);
    let format = this.#formats.get(key);
    if (!format) this.#formats.set(key, (format = new Intl.DateTimeFormat(this.#locale, all)));
    return format.format(shifted);
  }
}

function offsetName(minutes: number): string {
  const size = Math.abs(minutes);
  const rest = Math.round(size % 60);
  const sign = minutes < 0 ? '−' : '+';
  return `GMT${sign}${Math.floor(size / 60)}${rest === 0 ? '' : `:${String(rest).padStart(2, '0')}`}`;
}
