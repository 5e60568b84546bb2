import { html, nothing, type TemplateResult } from 'lit';
import type { Participant, Snapshot } from '../src/engine/types.js';
import { pieces, plural } from '../src/i18n/format.js';
import type { Strings } from '../src/i18n/strings.js';
import { avatarTemplate, nameOf } from './avatar.js';
import { icon } from './icons.js';
import type { BodyTools } from './message-body.js';
import { isMachine, type MessageTools } from './message-tools.js';

/* What the log shows besides what has been said. */

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

/** The way into the past, for those who do not scroll, and the news that it is on its way. */
export function olderTemplate(
  history: Snapshot['history'],
  { strings }: BodyTools,
  load: () => void,
): TemplateResult | typeof nothing {
  if (history !== 'more' && history !== 'loading') return nothing;
  return html`<div class="older" part="older" data-loose>
    ${
      history === 'more'
        ? html`<button type="button" class="link-button" @click=${load}>${strings.earlierMessages}</button>`
        : html`<p class="system system--busy"><span class="spinner"></span>${strings.loadingEarlier}</p>`
    }
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
