import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { ContactDetail } from './control.js';
import { fileView, type Verdict } from './file-view.js';
import { markdown } from './markdown.js';
import { clockTime } from './time.js';
import { toLines, type AttachedFile, type Line, type Message } from './transcript.js';

/** Plays the scanner. */
type Judge = (file: AttachedFile, verdict: Verdict) => void;

/** The conversation seen from the agent's side of the table: the agent's words at the end, everybody else's at the start. */
export function transcriptView(
  contact: ContactDetail,
  customerTyping: boolean,
  judge: Judge,
): TemplateResult {
  return html`
    <div class="log" id="log" role="log" tabindex="0" aria-label="Conversation with ${contact.displayName}">
      ${repeat(
        toLines(contact),
        (line) => line.key,
        (line) => lineView(line, judge),
      )}
      ${customerTyping ? html`<p class="typing"><b dir="auto">${contact.displayName}</b> is writing</p>` : nothing}
    </div>
  `;
}

function lineView(line: Line, judge: Judge): TemplateResult {
  if (line.kind === 'event') {
    return html`<p class="line">
      <span dir="auto">${line.text}</span> <time datetime=${line.time}>${clockTime(line.time)}</time>
    </p>`;
  }
  const receipt = line.messages.findLast((message) => message.receipt)?.receipt;
  return html`
    <div class="group group--${line.voice}">
      <p class="group-name">
        <b dir="auto">${line.name}</b> <time datetime=${line.time}>${clockTime(line.time)}</time>
      </p>
      ${repeat(
        line.messages,
        (message) => message.key,
        (message) => bubbleView(message, judge),
      )}
      ${receipt ? html`<p class="receipt receipt--${receipt.toLowerCase()}">${receipt}</p>` : nothing}
    </div>
  `;
}

function bubbleView(message: Message, judge: Judge): TemplateResult {
  if (message.file) return fileView(message.file, judge);
  const classes = `bubble ${message.streaming ? 'bubble--streaming' : ''}`;
  return message.markdown
    ? html`<div class="${classes} bubble--formatted" dir="auto">${markdown(message.text)}</div>`
    : html`<div class=${classes} dir="auto">${message.text}</div>`;
}
