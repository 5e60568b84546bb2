import { html, nothing, type TemplateResult } from 'lit';
import type { Entry, Participant } from '../src/engine/types.js';
import { pieces } from '../src/i18n/format.js';
import { systemLine } from '../src/controllers/system-line.js';
import { avatarTemplate, nameOf, type Avatars, type ParticipantNames } from './avatar.js';
import { icon, type IconName } from './icons.js';
import { bodyTemplate, type BodyTools } from './message-body.js';
import type { Row } from './message-rows.js';

/** What every template of the log is made with. A new object means that everything is to be drawn again. */
export interface MessageTools extends BodyTools {
  readonly avatars: Avatars;
  readonly participantNames: ParticipantNames;
}

/** Bots and the flow speak as machines: outlined, with a chip, under a squarer picture. */
function isMachine({ role }: Pick<Entry, 'role'>): boolean {
  return role === 'bot' || role === 'system';
}

/** The same text for entries whose bubbles belong together. */
export function speakerOf(entry: Entry, tools: Pick<MessageTools, 'participantNames' | 'strings'>): string {
  if (entry.own) return 'own';
  const kind = isMachine(entry) ? 'machine' : (entry.participantId ?? entry.role);
  return `${kind} ${nameOf(entry, tools.participantNames, tools.strings)}`;
}

/** An entry with the separators above it. */
export function rowTemplate(row: Row, tools: MessageTools): TemplateResult {
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
