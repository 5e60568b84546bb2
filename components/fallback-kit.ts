import { html, nothing, type TemplateResult } from 'lit';
import { guard } from 'lit/directives/guard.js';
import { fallback } from '../src/content/fallback.js';
import type { Entry } from '../src/engine/types.js';
import { icon } from './more-icons.js';
import { bubbleTemplate, type BodyTools } from './message-body.js';

/** A message that cannot be shown as it was meant: what there is to read, and how to answer all the same. */
export function bodyTemplate(entry: Entry, id: string, tools: BodyTools): TemplateResult {
  const { contentType, text } = entry;
  if (entry.own) return bubbleTemplate(entry, id, answerText(entry));
  return html`<div class="card" part="card" id=${id}>
    ${icon('info')}
    ${guard([contentType, text], () => {
      const { title, lines } = fallback(contentType, text);
      return html`<div class="card-text" dir="auto">
        ${title === undefined ? nothing : html`<p class="card-title">${title}</p>`}
        ${lines.map((line) => html`<p>${line}</p>`)}
      </div>`;
    })}
    <p class="card-note">${tools.strings.notShown}</p>
  </div>`;
}

/** The customer's answer to a template, in the words that they chose. */
function answerText({ contentType, text }: Entry): string {
  const { title, lines } = fallback(contentType, text);
  return [...(title === undefined ? [] : [title]), ...lines].join('\n');
}
