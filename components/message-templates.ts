import { html, nothing, type TemplateResult } from 'lit';
import { guard } from 'lit/directives/guard.js';
import { repeat } from 'lit/directives/repeat.js';
import type { Entry, Participant } from '../src/engine/types.js';
import { pieces, plural } from '../src/i18n/format.js';
import type { Strings } from '../src/i18n/strings.js';
import { systemLine } from '../src/controllers/system-line.js';
import { avatarTemplate, nameOf } from './avatar.js';
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
    ${row.day === undefined || row.day === '' ? nothing : html`<p class="day" part="day">${row.day}</p>`}
    ${row.firstUnread ? html`<p class="divider" part="divider">${strings.newDivider}</p>` : nothing}
    ${row.entry.kind === 'event' ? systemTemplate(row, tools) : messageTemplate(row, tools)}
  `;
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
    ${whoTemplate(entry, `${id}-who`, named, tools)} ${bodyTemplate(entry, `${id}-body`, tools)}
    ${row.tellsDelivery ? statusTemplate(entry, `${id}-status`, tools) : nothing}
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

function timeTemplate(time: number, { formats }: BodyTools): TemplateResult {
  return html`<time part="time" datetime=${formats.machineTime(time)}>${formats.time(time)}</time>`;
}

/** The spaces between the pieces of this line are part of what is read. */
function statusTemplate(entry: Entry, id: string, tools: MessageTools): TemplateResult {
  const { strings } = tools;
  if (entry.delivery === 'failed') return failureTemplate(entry, id, tools);
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

function failureTemplate({ problem }: Entry, id: string, { strings }: BodyTools): TemplateResult {
  const reason = problem && !problem.recoverable ? strings.errors[problem.code] : undefined;
  return html`<p class="status status--failed" part="status">
    <span id=${id}>${icon('alert')}${reason ?? strings.notSent}</span>
    ${
      problem && !problem.recoverable
        ? nothing
        : html`<button type="button" class="link-button" data-action="retry">${strings.tryAgain}</button>`
    }
    <button type="button" class="link-button" data-action="discard">${strings.discard}</button>
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

/** Somebody is writing: their name in words, and dots in a bubble of their own kind. */
export function typingTemplate(writer: Participant, tools: MessageTools): TemplateResult {
  const name = nameOf(writer, tools.participantNames, tools.strings);
  const runs = pieces(tools.strings.writing, { name });
  return html`<div class="message ${isMachine(writer) ? 'message--bot' : ''}" part="typing" data-new>
    ${avatarTemplate(writer.role, name, tools.avatars)}
    <p class="message-name">
      ${runs.map(({ text, placeholder }) => (placeholder === undefined ? text : html`<b><bdi>${text}</bdi></b>`))}
    </p>
    <div class="bubble" aria-hidden="true">
      <span class="typing"><i></i><i></i><i></i></span>
    </div>
  </div>`;
}

/** The chat is being started. */
export function startingTemplate({ strings }: BodyTools): TemplateResult {
  return html`<p class="system system--busy"><span class="spinner"></span>${strings.starting}</p>`;
}

/** The way to the end for a reader who is elsewhere; it says how much news there is. */
export function jumpTemplate(
  {
    unread,
    strings,
    locale,
  }: { readonly unread: number; readonly strings: Strings; readonly locale: string },
  jump: () => void,
): TemplateResult {
  return html`<div class="float">
    <button
      type="button"
      class="jump ${unread > 0 ? '' : 'jump--quiet'}"
      part="jump"
      aria-label=${unread > 0 ? nothing : strings.jumpToEnd}
      @click=${jump}
    >
      ${icon('arrow-down', 16)}${unread > 0 ? plural(strings.newMessages, unread, locale) : nothing}
    </button>
  </div>`;
}
