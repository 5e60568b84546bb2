import { html, nothing, type TemplateResult } from 'lit';
import { marked, type Token, type Tokens } from 'marked';

type Content = TemplateResult | string | typeof nothing;

/**
 * Draws markdown as templates, token by token, so that no text ever becomes markup. It knows what a chat knows (bold, italic,
 * code, lists, links, line breaks); everything else shows as it was written.
 */
export function markdown(text: string): readonly Content[] {
  return marked.lexer(text).map(draw);
}

function draw(token: Token): Content {
  switch (token.type) {
    case 'paragraph':
      return html`<p>${inside(token)}</p>`;
    case 'strong':
      return html`<strong>${inside(token)}</strong>`;
    case 'em':
      return html`<em>${inside(token)}</em>`;
    case 'codespan':
      return html`<code>${(token as Tokens.Codespan).text}</code>`;
    case 'br':
      return html`<br />`;
    case 'link':
      return link(token as Tokens.Link);
    case 'list':
      return list(token as Tokens.List);
    case 'text':
      return html`${inside(token)}`;
    case 'space':
      return nothing;
    default:
      return token.raw;
  }
}

function inside(token: Token): readonly Content[] | string {
  if ('tokens' in token && Array.isArray(token.tokens)) return (token.tokens as readonly Token[]).map(draw);
  return 'text' in token && typeof token.text === 'string' ? token.text : token.raw;
}

function link(token: Tokens.Link): Content {
  if (!/^(https?:|mailto:|tel:)/i.test(token.href)) return token.raw;
  return html`<a href=${token.href} target="_blank" rel="noopener noreferrer">${inside(token)}</a>`;
}

function list({ ordered, items }: Tokens.List): TemplateResult {
  const rows = items.map((item) => html`<li>${item.tokens.map(draw)}</li>`);
  return ordered
    ? html`<ol>
        ${rows}
      </ol>`
    : html`<ul>
        ${rows}
      </ul>`;
}
