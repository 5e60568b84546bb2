/** A string for each plural category of its language; `{count}` is the number. Only `other` is needed everywhere. */
export type Plural = { readonly other: string } & { readonly [category in Intl.LDMLPluralRule]?: string };

/** A run of a template: literal text, or the value of a placeholder, which the caller may set apart. */
export interface Piece {
  readonly text: string;
  /** Name of the placeholder that this run stands for. */
  readonly placeholder?: string;
}

const PLACEHOLDER = /\{(\w+)\}/g;

/** Splits `'{name} joined the chat'` into its runs. A placeholder without a value stays as it is written. */
export function pieces(template: string, values: Readonly<Record<string, string>>): readonly Piece[] {
  const runs: Piece[] = [];
  let end = 0;
  for (const match of template.matchAll(PLACEHOLDER)) {
    const [whole, placeholder = ''] = match;
    const value = values[placeholder];
    if (value === undefined) continue;
    if (match.index > end) runs.push({ text: template.slice(end, match.index) });
    runs.push({ text: value, placeholder });
    end = match.index + whole.length;
  }
  if (end < template.length) runs.push({ text: template.slice(end) });
  return runs;
}

/** Puts values into the placeholders of a template. */
export function format(template: string, values: Readonly<Record<string, string>>): string {
  return pieces(template, values)
    .map(({ text }) => text)
    .join('');
}

/** The form of `forms` that `count` takes in `locale`, with `{count}` written in that locale's digits. */
export function plural(forms: Plural, count: number, locale: string): string {
  const form = forms[new Intl.PluralRules(locale).select(count)] ?? forms.other;
  return format(form, { count: new Intl.NumberFormat(locale).format(count) });
}
