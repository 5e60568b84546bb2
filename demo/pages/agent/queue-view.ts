import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { ContactSummary } from './control.js';
import { describeText } from './describe.js';
import type { DeskState } from './desk.js';
import { clockTime } from './time.js';

const sections: readonly { readonly title: string; readonly holds: (contact: ContactSummary) => boolean }[] =
  [
    { title: 'Waiting', holds: (contact) => alive(contact) && contact.queue === 'waiting' },
    { title: 'With an agent', holds: (contact) => alive(contact) && contact.queue === 'agent' },
    { title: 'With the bot', holds: (contact) => alive(contact) && ['bot', 'none'].includes(contact.queue) },
    { title: 'Ended', holds: (contact) => !alive(contact) },
  ];

/** The contacts by who has them; `open` is called with the one that was chosen. */
export function queueView(state: DeskState, open: (contact: ContactSummary) => void): TemplateResult {
  return html`
    <section class="queue" aria-labelledby="queue-title">
      <div class="queue-head">
        <h1 id="queue-title">Contacts</h1>
        <span class="live ${state.live ? '' : 'live--off'}">${state.live ? 'Live' : 'Reconnecting'}</span>
      </div>
      ${
        state.contacts.length === 0
          ? html`<p class="hint">
              Nobody has written yet. Open the <a href="/" target="_blank" rel="noopener">shop</a> in a second
              window, start a chat and type <b>agent</b>.
            </p>`
          : sections.map((section) =>
              sectionView(section.title, state.contacts.filter(section.holds), state, open),
            )
      }
    </section>
  `;
}

function sectionView(
  title: string,
  contacts: readonly ContactSummary[],
  state: DeskState,
  open: (contact: ContactSummary) => void,
): TemplateResult | typeof nothing {
  if (contacts.length === 0) return nothing;
  return html`
    <h2>${title} <span class="count">${contacts.length}</span></h2>
    <ul>
      ${repeat(
        contacts,
        (contact) => contact.initialContactId,
        (contact) => html`<li>${contactView(contact, state, open)}</li>`,
      )}
    </ul>
  `;
}

function contactView(
  contact: ContactSummary,
  state: DeskState,
  open: (contact: ContactSummary) => void,
): TemplateResult {
  const current = state.open?.initialContactId === contact.initialContactId;
  return html`
    <button
      type="button"
      class="contact"
      aria-current=${current ? 'true' : nothing}
      @click=${() => open(contact)}
    >
      <span class="contact-name" dir="auto">${contact.displayName}</span>
      <time datetime=${contact.startedAt}>${clockTime(contact.lastMessage?.time ?? contact.startedAt)}</time>
      <span class="contact-text" dir="auto"
        >${contact.lastMessage ? describeText(contact.lastMessage.text) : 'No message yet'}</span
      >
      ${contact.queue === 'waiting' && alive(contact) ? html`<span class="waiting">Waiting</span>` : nothing}
    </button>
  `;
}

function alive({ status }: ContactSummary): boolean {
  return status !== 'ended';
}
