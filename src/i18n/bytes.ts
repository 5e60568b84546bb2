/** A file size in KB or MB, to three digits. */
export function formatBytes(bytes: number, locale: string): string {
  const [value, unit] = bytes < 999_500 ? [Math.max(1, bytes / 1_000), 'KB'] : [bytes / 1_000_000, 'MB'];
  const number = new Intl.NumberFormat(locale, { maximumSignificantDigits: 3 });
  return `${number.format(value)} ${unit}`;
}
