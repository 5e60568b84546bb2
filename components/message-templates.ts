import { html, nothing, type TemplateResult } from 'lit';
import { guard } from 'lit/directives/guard.js';
import { repeat } from 'lit/directives/repeat.js';
import type { Entry, Processing } from '../src/engine/types.js';
import { pieces } from '../src/i18n/format.js';
import type { Strings } from '../src/i18n/strings.js';
import { systemLine } from '../src/controllers/system-line.js';
import { avatarTemplate, nameOf } from './avatar.js';
import { isLine } from './card-kits.js';
import { icon, type IconName } from './icons.js';
import { bodyTemplate, type BodyTools } from './message-body.js';
import type { Row } from './message-rows.js';
import { isMachine, type MessageTools } from './message-tools.js';

/** A stretch of rows; nothing is done for it while neither the rows nor the tools have changed. */
export function chunkTemplate(rows: readonly Row[], complete: boolean, tools: MessageTools): TemplateResult {
  return html`<div class="chunk ${complete ? 'chunk--complete' : ''}">
    ${guard([rows, tools], () =>
      repeat(
        rows,
        ({ entry }) => entry.key,
        (row) => guard([row, tools], () => rowTemplate(row, tools)),
      ),
    )}
  </div>`;
}

/** An entry with the separators above it. */
function rowTemplate(row: Row, tools: MessageTools): TemplateResult {
  const { strings } = tools;
  return html`
    ${row.day === undefined || row.day === '' ? nothing : html`<p class="day" part="day" data-loose>${row.day}</p>`}
    ${dividerTemplate(row, strings)}
    ${isLine(row.entry) ? systemTemplate(row, tools) : messageTemplate(row, tools)}
  `;
}

function dividerTemplate({ divider, entry }: Row, strings: Strings): TemplateResult | typeof nothing {
  if (divider === undefined) return nothing;
  return divider === 'new'
    ? html`<p class="divider" part="divider" data-above=${entry.key}>${strings.newDivider}</p>`
    : html`<p class="divider divider--quiet" part="divider" data-above=${entry.key}>
        ${strings.missedDivider}
      </p>`;
}

/**
 * One message. Its accessible name is who, what and, for an own message, how far it has come. The name of the speaker is
 * seen once per group and there for a screen reader in each message.
 */
function messageTemplate(row: Row, tools: MessageTools): TemplateResult {
  const { entry, follows } = row;
  const kind = entry.own ? 'message--own' : isMachine(entry) ? 'message--bot' : '';
  const part = entry.own ? 'message-own' : isMachine(entry) ? 'message-bot' : '';
  const id = `m-${encodeURIComponent(entry.key)}`;
  const named = !entry.own && !follows;
  return html`<div
    class="message ${kind} ${follows ? 'message--follows' : ''}"
    part="message ${part}"
    role="article"
    tabindex="-1"
    data-key=${entry.key}
    ?data-new=${row.fresh}
    aria-labelledby="${id}-who ${id}-body ${id}-status"
  >
    ${named ? avatarTemplate(entry.role, nameOf(entry, tools.participantNames, tools.strings), tools.avatars) : nothing}
    ${whoTemplate(entry, `${id}-who`, named, tools)} ${bodyTemplate(entry, `${id}-body`, tools, row.answer)}
    ${/* An upload says itself how far it is. */ row.tellsDelivery && entry.attachment?.progress === undefined ? statusTemplate(entry, `${id}-status`, tools) : nothing}
  </div>`;
}

function whoTemplate(entry: Entry, id: string, seen: boolean, tools: MessageTools): TemplateResult {
  const { strings, participantNames } = tools;
  const name = entry.own ? strings.you : nameOf(entry, participantNames, strings);
  const chip = isMachine(entry) ? html`<span class="chip" part="chip">${strings.bot}</span>` : nothing;
  // A streamed answer has no time until it is complete.
  const time = entry.streaming ? nothing : timeTemplate(entry.time, tools);
  return html`<p class=${seen ? 'message-name' : 'visually-hidden'} part=${seen ? 'name' : nothing} id=${id}>
    <b><bdi>${name}</bdi></b> ${chip} ${time}
  </p>`;
}

/** Set apart by its direction: between words that run the other way it would be torn in two. */
function timeTemplate(time: number, { formats }: BodyTools): TemplateResult {
  return html`<time part="time" dir="auto" datetime=${formats.machineTime(time)}
    >${formats.time(time)}</time
  >`;
}

/** The spaces between the pieces of this line are part of what is read. */
function statusTemplate(entry: Entry, id: string, tools: MessageTools): TemplateResult {
  const { strings } = tools;
  if (entry.delivery === 'failed') return failureTemplate(entry, id, tools);
  if (entry.processing) return processingTemplate(entry.processing, id, tools);
  const states: Readonly<
    Record<Exclude<Entry['delivery'], 'failed' | undefined>, readonly [IconName, string]>
  > = {
    queued: ['clock', strings.queued],
    sending: ['clock', strings.sending],
    sent: ['check', strings.sent],
    delivered: ['checks', strings.delivered],
    read: ['checks', strings.read],
  };
  const delivery = entry.delivery ?? 'sent';
  const [name, words] = states[delivery];
  const accepted = delivery !== 'queued' && delivery !== 'sending';
  return html`<p class="status status--${delivery}" part="status" id=${id}>
    ${icon(name)}<span>${words} ${accepted ? timeTemplate(entry.time, tools) : nothing}</span>
  </p>`;
}

/** The service is still at work on a message that it has accepted, or keeps it from everybody. */
function processingTemplate(processing: Processing, id: string, { strings }: BodyTools): TemplateResult {
  const states: Readonly<Record<Processing, readonly [IconName, string]>> = {
    processing: ['clock', strings.processing],
    failed: ['alert', strings.processingFailed],
    rejected: ['alert', strings.processingRejected],
  };
  const [name, words] = states[processing];
  if (processing === 'processing')
    return html`<p class="status" part="status" id=${id}>${icon(name)}<span>${words}</span></p>`;
  return html`<p class="status status--failed" part="status"><span id=${id}>${icon(name)}${words}</span></p>`;
}

function failureTemplate({ problem }: Entry, id: string, { strings }: BodyTools): TemplateResult {
  const reason = problem && !problem.recoverable ? strings.errors[problem.code] : undefined;
  return html`<p class="status status--failed" part="status">
    <span id=${id}>${icon('alert')}${reason ?? strings.notSent}</span>
    ${
      problem && !problem.recoverable
        ? nothing
        : html`<button type="button" class="link-button" data-action="retry">${strings.tryAgain}</button>
            <button type="button" class="link-button" data-action="discard">${strings.discard}</button>`
    }
  </p>`;
}

function systemTemplate({ entry, follows }: Row, tools: MessageTools): TemplateResult {
  const { strings, participantNames } = tools;
  const name = entry.own ? strings.you : nameOf(entry, participantNames, strings);
  const runs = pieces(systemLine(entry, strings), { name });
  return html`<p class="system ${follows ? 'system--follows' : ''}" part="system-line" data-key=${entry.key}>
    ${runs.map(({ text, placeholder }) => (placeholder === undefined ? text : html`<b><bdi>${text}</bdi></b>`))}
    ${timeTemplate(entry.time, tools)}
  </p>`;
}
