import { html, render, type TemplateResult } from 'lit';
import type { Entry } from '../src/engine/types.js';
import type { MessageRenderer } from '../src/message-renderer.js';
import { toPublicEntry } from '../src/public-entry.js';
import { rendererOf, spokenBy } from '../src/renderer-of.js';
import { bubbleTemplate, type BodyTools } from './message-body.js';

/** What a renderer has made of an entry, and what it was made of. */
interface Made {
  readonly renderer: MessageRenderer;
  readonly answer: Entry | undefined;
  readonly ended: boolean;
  readonly outcome: HTMLElement | string | undefined;
  readonly failed: boolean;
}

/** By entry, so that what a renderer has made stays while nothing has changed that it was made of. */
const made = new WeakMap<Entry, Made>();

/**
 * A message as the page wants it shown. What a renderer throws is told as an event, and the message is then shown in the renderer's own words, else
 * as the chat would.
 */
export function bodyTemplate(
  entry: Entry,
  id: string,
  tools: BodyTools,
  answer: Entry | undefined,
): TemplateResult | undefined {
  const renderer = rendererOf(entry, tools.cards?.renderers);
  if (!renderer) return undefined;
  const text = spokenBy(entry, tools.cards?.renderers);
  const { outcome, failed } = make(entry, renderer, tools, answer);
  if (failed) return text === undefined ? undefined : bubbleTemplate(entry, id, text);
  if (outcome === undefined) return undefined;
  if (typeof outcome === 'string') return bubbleTemplate(entry, id, outcome);
  return text === undefined
    ? html`<div class="custom" part="card" id=${id}>${outcome}</div>`
    : html`<div class="custom" part="card">
        <span class="visually-hidden" id=${id}>${text}</span>${outcome}
      </div>`;
}

function make(entry: Entry, renderer: MessageRenderer, tools: BodyTools, answer: Entry | undefined): Made {
  const before = made.get(entry);
  const { closed: ended, cards } = tools;
  if (before?.renderer === renderer && before.answer === answer && before.ended === ended) return before;
  const call = typeof renderer === 'function' ? renderer : renderer.render;
  const of = { renderer, answer, ended };
  let after: Made;
  try {
    const rendered = call(toPublicEntry(entry), {
      send: (text, contentType = 'text/plain') => cards?.send(text, contentType),
      answer: answer && toPublicEntry(answer),
      ended,
    });
    after = { ...of, outcome: place(rendered, before?.outcome), failed: false };
  } catch (cause) {
    after = { ...of, outcome: undefined, failed: true };
    // Not in the middle of a rendering: listeners may change the element.
    queueMicrotask(() => cards?.tell('error', { ...problem, cause }));
  }
  made.set(entry, after);
  return after;
}

/** Rendered apart from the list, so that a template that cannot be rendered takes nothing else with it. */
function place(rendered: unknown, before: Made['outcome']): Made['outcome'] {
  // Pages that are not type-checked say `null` too. An empty bubble is nobody's wish.
  if (typeof rendered === 'string') return rendered.trim() === '' ? undefined : rendered;
  if (rendered === undefined || rendered === null) return undefined;
  if (!isRenderable(rendered)) throw new TypeError('A renderer returns a Lit template, a node or text.');
  const element = before instanceof HTMLElement ? before : document.createElement('div');
  render(rendered, element);
  return element;
}

/** What Lit would make words of, such as a promise, is nothing to show. A template may be of the page's own copy of Lit. */
const isRenderable = (rendered: unknown): boolean =>
  typeof rendered === 'object' && rendered !== null && ('nodeType' in rendered || '_$litType$' in rendered);

const problem = {
  code: 'content/renderer-failed',
  message: 'A renderer of this page could not show a message.',
  recoverable: true,
};
