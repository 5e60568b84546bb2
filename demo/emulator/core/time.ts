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
