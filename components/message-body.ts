import { html, nothing, type TemplateResult } from 'lit';
import { guard } from 'lit/directives/guard.js';
import { linkify } from '../src/content/linkify.js';
import type { MarkdownRenderer } from '../src/content/markdown.js';
import { templateSummary } from '../src/content/template-summary.js';
import type { Attachment, Entry } from '../src/engine/types.js';
import type { Strings } from '../src/i18n/strings.js';
import { icon } from './icons.js';
import type { MessageFormats } from './message-formats.js';
import type { MessageReader } from './message-reader.js';

/** Content types that are shown word for word. */
const PLAIN = 'text/plain';
const MARKDOWN = 'text/markdown';

/** What the body of a message is made with. */
export interface BodyTools {
  readonly strings: Strings;
  readonly formats: MessageFormats;
  /** Absent while it is being fetched, and where markdown is not wanted. */
  readonly markdown: MarkdownRenderer | undefined;
  /** Absent while it is being fetched. */
  readonly reader: MessageReader | undefined;
}

/** Whether showing `entry` as it was meant takes the markdown renderer. */
export function needsMarkdown(entry: Entry): boolean {
  return entry.kind === 'message' && isType(entry, MARKDOWN);
}

/**
 * The bubble, card or file row of a message. What was parsed stays while the text is the same.
 *
 * @param id - Id of the element, for the accessible name of the message.
 */
export function bodyTemplate(entry: Entry, id: string, tools: BodyTools): TemplateResult {
  if (entry.attachment) return fileTemplate(entry.attachment, id, tools);
  const readable = isType(entry, PLAIN) || isType(entry, MARKDOWN) || entry.own;
  if (!readable) return cardTemplate(entry, id, tools);
  const kept = entry.processing === 'failed' || entry.processing === 'rejected';
  const state =
    entry.delivery === 'failed' || kept
      ? ' bubble--failed'
      : entry.delivery === 'queued'
        ? ' bubble--queued'
        : '';
  const renderer = isType(entry, MARKDOWN) ? tools.markdown : undefined;
  return html`<div class="bubble${state}" part="bubble" id=${id} dir="auto">
    ${guard([entry.text, entry.contentType, entry.streaming, renderer, tools.reader], () =>
      contentOf(entry, renderer, tools.reader),
    )}
  </div>`;
}

/** White space, controls and marks of direction: nothing that anybody could see. */
const BLANK = /^[\s\p{Cc}\p{Cf}]*$/u;

function contentOf(
  entry: Entry,
  markdown: MarkdownRenderer | undefined,
  reader: MessageReader | undefined,
): unknown {
  // A bubble is never empty: something was said, if only a space.
  if (BLANK.test(entry.text)) return '…';
  const fragment = markdown?.render(entry.text);
  if (fragment) {
    if (entry.streaming) lastBlock(fragment).append(caret());
    return fragment;
  }
  const text = isType(entry, PLAIN) || isType(entry, MARKDOWN) ? entry.text : answerText(entry, reader);
  return html`<span class="text">${textTemplate(text)}${entry.streaming ? caret() : nothing}</span>`;
}

/** What there is to read until the reader has arrived. */
const atAGlance: MessageReader = (_, text) => ({ ...templateSummary(text), lines: [] });

/** Whether showing `entry` takes the reader. */
export function needsReader(entry: Entry): boolean {
  return entry.kind === 'message' && !isType(entry, PLAIN) && !isType(entry, MARKDOWN);
}

/** The customer's answer to a template, in the words that they chose. */
function answerText({ contentType, text }: Entry, read: MessageReader = atAGlance): string {
  const { title, lines } = read(contentType, text);
  return [...(title === undefined ? [] : [title]), ...lines].join('\n');
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

/** A message that cannot be shown as it was meant: what there is to read, and how to answer all the same. */
function cardTemplate(
  { contentType, text }: Entry,
  id: string,
  { strings, reader = atAGlance }: BodyTools,
): TemplateResult {
  return html`<div class="card" part="card" id=${id}>
    ${icon('info')}
    ${guard([contentType, text, reader], () => {
      const { title, lines } = reader(contentType, text);
      return html`<div class="card-text" dir="auto">
        ${title === undefined ? nothing : html`<p class="card-title">${title}</p>`}
        ${lines.map((line) => html`<p>${line}</p>`)}
      </div>`;
    })}
    <p class="card-note">${strings.notShown}</p>
  </div>`;
}

/** How many characters at the end of a file name are always shown: the extension and a little more. */
const NAME_END = 8;

function fileTemplate(file: Attachment, id: string, { strings, formats }: BodyTools): TemplateResult {
  const { name, status } = file;
  const at = name.length > 2 * NAME_END ? name.length - NAME_END : name.length;
  const meta = [kindOf(file), file.size === undefined ? '' : formats.size(file.size)]
    .filter(Boolean)
    .join(', ');
  return html`<div
    class="attachment${status === 'rejected' ? ' attachment--failed' : ''}"
    part="attachment"
    id=${id}
  >
    <span class="attachment-icon">${icon(status === 'rejected' ? 'alert' : 'file')}</span>
    <div class="attachment-text">
      <bdi class="attachment-name" title=${name}
        ><span>${name.slice(0, at)}</span><span>${name.slice(at)}</span></bdi
      >
      <p class="attachment-meta">
        ${status === 'checking' ? html`<span class="spinner"></span>` : nothing}
        ${status === 'checking' ? strings.fileChecking : status === 'rejected' ? strings.fileBlocked : meta}
      </p>
    </div>
  </div>`;
}

/** `PDF` for `return-label.pdf`, else the second half of the MIME type. */
function kindOf({ name, type }: Attachment): string {
  const extension = /\.([a-z0-9]{1,5})$/i.exec(name)?.[1];
  return (extension ?? /\/([\w.+-]{1,20})/.exec(type)?.[1] ?? '').toUpperCase();
}

/** Parameters such as `charset` do not matter here. */
function isType({ contentType }: Entry, type: string): boolean {
  return contentType === type || contentType.startsWith(`${type};`);
}
