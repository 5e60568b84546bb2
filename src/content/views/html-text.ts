const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  nbsp: ' ',
};

/** What nobody is meant to read. */
const UNREAD = /<!--[^]*?-->|<(script|style)\b[^<>]*>[^]*?<\/\1\s*>/gi;

/** The words of some markup, for where it cannot be shown as markup. The result is text, not HTML. */
export function htmlText(html: string): string {
  return html
    .replace(UNREAD, '')
    .replace(/<br\b[^<>]*>|<\/(?:p|li|div|h[1-6]|tr|textcontent)\s*>/gi, '\n')
    .replace(/<[!/a-z][^<>]*>?/gi, '')
    .replace(/&(amp|lt|gt|quot|nbsp|#39);/g, (_, name: string) => ENTITIES[name] ?? "'")
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n\s*/g, '\n')
    .trim();
}

const KNOWN = /^(?:p|br|hr|strong|em|del|code|pre|blockquote|a|ul|ol|li|table|thead|tbody|tr|th|td)$/;
const BLOCK = /^(?:div|section|article|textcontent)$/;

/**
 * Markup that says the same with the few tags that the sanitizer lets through. Attributes go before anything is parsed: where
 * a policy forbids handlers in markup, a browser reports even those that are about to be removed. The sanitizer has the last word.
 */
export function withKnownTags(html: string): string {
  return html
    .replace(UNREAD, '')
    .replace(/<(\/?)([a-z][\w-]*)([^<>]*)>|</gi, (_, end = '', tag?: string, attributes = '') => {
      const name = tag?.toLowerCase();
      if (name === undefined) return '&lt;';
      if (/^h[1-6]$/.test(name)) return end ? '</strong></p>' : '<p><strong>';
      const known = BLOCK.test(name) ? 'p' : name === 'b' ? 'strong' : name === 'i' ? 'em' : name;
      if (!KNOWN.test(known)) return '';
      const kept =
        known === 'a' || known === 'ol'
          ? /\s(?:href|start)\s*=\s*("[^"]*"|'[^']*'|[^\s"'`=]+)/i.exec(String(attributes))
          : null;
      return `<${String(end)}${known}${end ? '' : (kept?.[0] ?? '')}>`;
    });
}
