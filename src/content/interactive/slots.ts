import { list, number, record, words } from './reading.js';
import type { Slot } from './template.js';

/** Longer than a working day: the number is not in minutes, which the documentation does not say, but shows. */
const MAX_MINUTES = 8 * 60;

/** The times on offer, in the order of time. */
export function readSlots(value: unknown): readonly Slot[] {
  return list(value)
    .flatMap(readSlot)
    .sort((a, b) => (a.time ?? Number.MAX_VALUE) - (b.time ?? Number.MAX_VALUE));
}

function readSlot(value: unknown): readonly Slot[] {
  const fields = record(value) ?? { date: value };
  const date = words(fields.date);
  if (date === '') return [];
  const time = readTime(date);
  const minutes = number(fields.duration) ?? 0;
  return [
    {
      date,
      ...(time !== undefined && { time }),
      ...(minutes > 0 && minutes <= MAX_MINUTES && { minutes }),
    },
  ];
}

const DATE = /^\s*(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d)(:\d\d(?:\.\d{1,9})?)?\s*(?:(Z)|([+-]\d\d):?(\d\d)?)?\s*$/i;

/** Epoch milliseconds of `2026-12-01T09:00+00:00` and its like; without an offset the time is in UTC. */
export function readTime(date: string): number | undefined {
  const [, day = '', minutes = '', seconds = ':00', , hoursOff = '+00', minutesOff = '00'] =
    DATE.exec(date) ?? [];
  const time = Date.parse(`${day}T${minutes}${seconds}${hoursOff}:${minutesOff}`);
  return Number.isNaN(time) ? undefined : time;
}

/** Times of one day. */
export interface SlotDay {
  /** `''` for what is no date. */
  readonly label: string;
  readonly slots: readonly Slot[];
}

/** Times are shown so many at once, and whole days together where they fit. */
const PAGE_SLOTS = 9;

/** Slots as pages of days. `dayOf` names the day that a slot is in. At least one page. */
export function pagesOf(
  slots: readonly Slot[],
  dayOf: (slot: Slot) => string,
): readonly (readonly SlotDay[])[] {
  const pages: SlotDay[][] = [[]];
  let room = PAGE_SLOTS;
  for (const { label, slots: ofDay } of daysOf(slots, dayOf)) {
    if (ofDay.length > room && room < PAGE_SLOTS) {
      pages.push([]);
      room = PAGE_SLOTS;
    }
    for (let from = 0; from < ofDay.length; from += PAGE_SLOTS) {
      if (from > 0) pages.push([]);
      const piece = ofDay.slice(from, from + PAGE_SLOTS);
      pages.at(-1)?.push({ label, slots: piece });
      room = (from > 0 ? PAGE_SLOTS : room) - piece.length;
    }
  }
  return pages;
}

function daysOf(slots: readonly Slot[], dayOf: (slot: Slot) => string): readonly SlotDay[] {
  const days = new Map<string, Slot[]>();
  for (const slot of slots) {
    const label = dayOf(slot);
    const day = days.get(label);
    if (day) day.push(slot);
    else days.set(label, [slot]);
  }
  return [...days].map(([label, ofDay]) => ({ label, slots: ofDay }));
}
