import { html, nothing, type TemplateResult } from 'lit';
import { guard } from 'lit/directives/guard.js';
import { linkify } from '../src/content/linkify.js';
import type { MarkdownRenderer } from '../src/content/markdown.js';
import { templateSummary } from '../src/content/template-summary.js';
import type { Entry } from '../src/engine/types.js';
import type { Strings } from '../src/i18n/strings.js';
import type { CardHost } from './card-host.js';
import { isMarkdown, kitOf, type KitsLoaded } from './card-kits.js';
import type { MessageFormats } from './message-formats.js';

/** What the body of a message is made with. */
export interface BodyTools {
  readonly strings: Strings;
  readonly formats: MessageFormats;
  /** BCP 47 tag for times and numbers. */
  readonly locale: string;
  /** Absent while it is being fetched, and where markdown is not wanted. */
  readonly markdown: MarkdownRenderer | undefined;
  /** The code for everything but words, as far as it has arrived. */
  readonly kits: KitsLoaded;
  /** What cards can do; absent where there is no chat behind the list. */
  readonly cards: CardHost | undefined;
  /** The chat is over: nothing can be answered any more. */
  readonly closed: boolean;
}

/**
 * The bubble, card or file of a message. What was parsed stays while the text is the same.
 *
 * @param id - Id of the element, for the accessible name of the message.
 * @param answer - What the customer said next, if this can be answered and they did.
 */
export function bodyTemplate(
  entry: Entry,
  id: string,
  tools: BodyTools,
  answer: Entry | undefined,
): TemplateResult {
  const own = tools.kits.custom?.bodyTemplate(entry, id, tools, answer);
  if (own) return own;
  const name = kitOf(entry);
  if (name === undefined) return wordsTemplate(entry, id, tools);
  return (
    tools.kits[name]?.bodyTemplate(entry, id, tools, answer) ?? bubbleTemplate(entry, id, atAGlance(entry))
  );
}

/** What there is to read until the code for the rest has arrived. */
function atAGlance({ attachment, text }: Entry): string {
  return (attachment ? attachment.name : templateSummary(text).title) ?? '';
}

function wordsTemplate(entry: Entry, id: string, { markdown }: BodyTools): TemplateResult {
  const renderer = isMarkdown(entry) ? markdown : undefined;
  return bubbleTemplate(
    entry,
    id,
    guard([entry.text, entry.streaming, renderer], () => contentOf(entry, renderer)),
  );
}

/** A bubble with `content`, which may be text. */
export function bubbleTemplate(entry: Entry, id: string, content: unknown): TemplateResult {
  const kept = entry.processing === 'failed' || entry.processing === 'rejected';
  const state =
    entry.delivery === 'failed' || kept
      ? ' bubble--failed'
      : entry.delivery === 'queued'
        ? ' bubble--queued'
        : '';
  return html`<div class="bubble${state}" part="bubble" id=${id} dir="auto">
    ${typeof content === 'string' ? html`<span class="text">${content || '…'}</span>` : content}
  </div>`;
}

/** White space, controls and marks of direction: nothing that anybody could see. */
const BLANK = /^[\s\p{Cc}\p{Cf}]*$/u;

function contentOf(entry: Entry, markdown: MarkdownRenderer | undefined): unknown {
  // A bubble is never empty: something was said, if only a space.
  if (BLANK.test(entry.text)) return '…';
  const fragment = markdown?.render(entry.text);
  if (fragment) {
    if (entry.streaming) lastBlock(fragment).append(caret());
    return fragment;
  }
  return html`<span class="text">${textTemplate(entry.text)}${entry.streaming ? caret() : nothing}</span>`;
}

function textTemplate(text: string): unknown {
  return linkify(text).map((run) =>
    run.href === undefined
      ? run.text
      : html`<a href=${run.href} target="_blank" rel="noopener noreferrer">${run.text}</a>`,
  );
}

function caret(): HTMLElement {
  const element = document.createElement('span');
  element.className = 'caret';
  return element;
}

/** Where the next word of a streamed answer will stand. */
function lastBlock(fragment: DocumentFragment): ParentNode {
  let block: ParentNode = fragment;
  while (block.lastElementChild?.matches('p, ul, ol, li, blockquote, pre, table, tbody, tr, td'))
    block = block.lastElementChild;
  return block;
}
