const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
};

/** The words of some markup, for where it cannot be shown as markup. The result is text, not HTML. */
export function htmlText(html: string): string {
  return html
    .replace(/<(script|style)\b[^>]{0,1000}>[\s\S]{0,20000}?<\/\1\s*>/gi, '')
    .replace(/<br\b[^<>]*>|<\/(?:p|li|div|h[1-6]|tr|textcontent)\s*>/gi, '\n')
    .replace(/<[!/a-z][^<>]*>?/gi, '')
    .replace(/&(amp|lt|gt|quot|apos|nbsp|#39);/g, (_, name: string) => ENTITIES[name] ?? "'")
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n\s*/g, '\n')
    .trim();
}

/** Markup that says the same with the few tags that the sanitizer lets through. */
export function withKnownTags(html: string): string {
  return html
    .replace(/<(\/?)h[1-6]\b[^<>]*>/gi, (_, end: string) => (end ? '</strong></p>' : '<p><strong>'))
    .replace(/<(\/?)(?:div|section|article|textcontent)\b[^<>]*>/gi, '<$1p>')
    .replace(/<(\/?)b\b[^<>]*>/gi, '<$1strong>')
    .replace(/<(\/?)i\b[^<>]*>/gi, '<$1em>');
}
