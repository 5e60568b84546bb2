/** The one form of times on the wire: UTC, fixed width. In this form earlier times also sort first as text. */
const wireTime = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;

/** Whether a text is a time in the wire's form, and so can be compared with others as text. */
export function isWireTime(text: string): boolean {
  return wireTime.test(text);
}

/** A time as clients may write it, with up to three or no decimals, in the wire's form; undefined if it is none. */
export function toWireTime(text: string): string | undefined {
  const [, whole, decimals = ''] = /^([^.Z]+)(?:\.(\d{1,3}))?Z$/.exec(text) ?? [];
  const full = `${whole ?? ''}.${decimals.padEnd(3, '0')}Z`;
  return isWireTime(full) ? full : undefined;
}

const days = ['Thu', 'Fri', 'Sat', 'Sun', 'Mon', 'Tue', 'Wed'];
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const dayMs = 24 * 60 * 60_000;

/** A moment in the form of an HTTP Date header. `ms` and `iso` are the same moment, since the epoch and in the wire's form. */
export function httpDate(ms: number, iso: string): string {
  // The epoch was a Thursday. The second remainder brings the days before it into range.
  const weekday = days[((Math.floor(ms / dayMs) % 7) + 7) % 7] ?? '';
  const month = months[Number(iso.slice(5, 7)) - 1] ?? '';
  return `${weekday}, ${iso.slice(8, 10)} ${month} ${iso.slice(0, 4)} ${iso.slice(11, 19)} GMT`;
}
