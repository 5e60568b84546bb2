import { Marked, type Tokens } from 'marked';
import { createSanitizer, type Sanitizer } from './sanitize.js';

/** Markdown to safe nodes. */
export interface MarkdownRenderer {
  /** Set when this page lets nothing be rendered safely; every message is then shown as plain text. */
  readonly refusal?: 'trusted-types';
  /** Nodes that have not been inserted anywhere; `undefined` when the text has to be shown as it is. */
  render(markdown: string): DocumentFragment | undefined;
}

/** Longer texts are shown as they are: the service takes 16 KB. */
const MAX_LENGTH = 20_000;
/** The parser's time grows with the square of nesting, of emphasis marks and of the longest word. No letter has this many. */
const MAX_EMPHASIS_MARKS = 1_500;
const TOO_DEEP = /(?:(?:>|[*+-] |\d{1,9}[.)] ) {0,3}){100}/;
const TOO_LONG_A_WORD = /\S{4000}/;

/** A renderer of its own for each chat: GitHub-flavoured, single line breaks kept, HTML shown as text, images as links. */
export function createMarkdownRenderer(
  makeSanitizer: () => Sanitizer | undefined = createSanitizer,
): MarkdownRenderer {
  const sanitizer = makeSanitizer();
  if (!sanitizer) return { refusal: 'trusted-types', render: () => undefined };
  const marked = new Marked({
    gfm: true,
    breaks: true,
    async: false,
    tokenizer: { html: noHtml, tag: noHtml },
    renderer: {
      heading({ tokens }: Tokens.Heading): string {
        // A heading inside a bubble would break the outline of the page around the chat.
        return `<p><strong>${this.parser.parseInline(tokens)}</strong></p>`;
      },
      image({ href, text }: Tokens.Image): string {
        // Showing it would fetch from wherever the sender says.
        return `<a href="${escape(href)}">${escape(text || href)}</a>`;
      },
      checkbox({ checked }: Tokens.Checkbox): string {
        return checked ? '☑ ' : '☐ ';
      },
    },
  });
  return {
    render(markdown) {
      if (isExcessive(markdown)) return undefined;
      try {
        const fragment = sanitizer(marked.parse(markdown, { async: false }));
        return fragment.textContent.trim() || !markdown.trim() ? fragment : undefined;
      } catch {
        // The parser gave up (nesting beyond its stack, say); the words are still there.
        return undefined;
      }
    },
  };
}

function isExcessive(markdown: string): boolean {
  return (
    markdown.length > MAX_LENGTH ||
    markdown.split(/[*_]/).length > MAX_EMPHASIS_MARKS ||
    TOO_DEEP.test(markdown) ||
    TOO_LONG_A_WORD.test(markdown)
  );
}

/** Not recognised as a token, so that it stays text and is escaped. */
function noHtml(): undefined {
  return undefined;
}

function escape(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
