/** What the braces of a sample stand for; those that are not given stay as they are. */
export interface Blanks {
  /** The customer's name. */
  readonly name?: string;
  /** Where the pictures are. */
  readonly origin?: string;
  /** The id that the pages of one list share. */
  readonly reference?: string;
  /** The name of a file. */
  readonly file?: string;
  /** The date so many days from now, such as `2026-11-23`. */
  readonly day?: (daysAhead: number) => string;
}

/** A sample with its braces filled in: `{name}`, `{origin}`, `{reference}`, `{file}`, and `{day+2}` for the day after tomorrow. */
export function fill<T extends object | string>(sample: T, blanks: Blanks): T {
  if (typeof sample === 'string') return fillText(sample, blanks) as T;
  return JSON.parse(JSON.stringify(sample), (_, value: unknown) =>
    typeof value === 'string' ? fillText(value, blanks) : value,
  ) as T;
}

function fillText(text: string, blanks: Blanks): string {
  return text.replace(
    /\{(name|origin|reference|file)\}|\{day\+(\d+)\}/g,
    (whole, word?: string, days?: string) => {
      if (days !== undefined) return blanks.day?.(Number(days)) ?? whole;
      return blanks[word as 'name' | 'origin' | 'reference' | 'file'] ?? whole;
    },
  );
}
