import { html, nothing, type TemplateResult } from 'lit';
import type { ContactDetail } from './control.js';
import type { DeskState } from './desk.js';
import type { Verdict } from './file-view.js';
import { samplesView, type SampleHandlers } from './samples-view.js';
import type { AttachedFile } from './transcript.js';
import { transcriptView } from './transcript-view.js';

/** What the conversation's controls ask for. */
export interface ConversationHandlers extends SampleHandlers {
  readonly judge: (file: AttachedFile, verdict: Verdict) => void;
  readonly back: () => void;
  readonly accept: (event: SubmitEvent) => void;
  readonly askTransfer: () => void;
  readonly transfer: (event: SubmitEvent) => void;
  readonly cancelTransfer: () => void;
  readonly toggleIdle: () => void;
  readonly leave: () => void;
  readonly survey: () => void;
  readonly askEnd: () => void;
  readonly end: () => void;
  readonly submit: (event: SubmitEvent) => void;
  readonly input: () => void;
  readonly keydown: (event: KeyboardEvent) => void;
}

/** The open contact: who it is, what was said, and what the agent can do. */
export function conversationView(state: DeskState, on: ConversationHandlers): TemplateResult {
  const { open } = state;
  if (!open) {
    return html`<section class="conversation conversation--none" aria-label="Conversation">
      <p class="hint">Choose a contact to read along, or accept the one that waits.</p>
    </section>`;
  }
  return html`
    <section class="conversation" aria-labelledby="customer-name">
      ${headView(open, state, on)}
      <p class="problem" role="alert" ?hidden=${state.problem === ''}>${state.problem}</p>
      ${transcriptView(open, state.customerTyping, on.judge)} ${footView(open, state, on)}
      ${endDialog(open, on)} ${transferDialog(on)}
    </section>
  `;
}

function headView(open: ContactDetail, state: DeskState, on: ConversationHandlers): TemplateResult {
  const present = open.sockets.some(({ subscribed }) => subscribed);
  const serving = open.queue === 'agent' && open.status === 'active';
  return html`
    <header class="head">
      <button type="button" class="back" @click=${on.back}>Contacts</button>
      <div class="head-who">
        <h2 id="customer-name" dir="auto" tabindex="-1">${open.displayName}</h2>
        <p>
          <span class="dot ${present ? '' : 'dot--away'}"></span>${present ? 'Connected' : 'Not connected'},
          ${standing(open)}
        </p>
      </div>
      ${
        serving
          ? html`<div class="head-actions">
              <button type="button" class="quiet" @click=${on.askTransfer}>Transfer</button>
              <button
                type="button"
                class="quiet"
                aria-pressed=${state.idle ? 'true' : 'false'}
                @click=${on.toggleIdle}
              >
                ${state.idle ? 'Return' : 'Go idle'}
              </button>
              <button type="button" class="quiet" @click=${on.leave}>Leave</button>
            </div>`
          : nothing
      }
      ${open.status === 'ended' ? nothing : html`<button type="button" class="danger" @click=${on.askEnd}>End</button>`}
    </header>
  `;
}

function standing({ status, queue, agentName }: ContactDetail): string {
  if (status === 'ended') return 'ended';
  if (status === 'ending') return 'ending';
  if (queue === 'agent') return `with ${agentName ?? 'an agent'}`;
  return { bot: 'with the bot', waiting: 'waiting for an agent', none: 'with nobody' }[queue];
}

function footView(open: ContactDetail, state: DeskState, on: ConversationHandlers): TemplateResult {
  if (open.status !== 'active') {
    const standing =
      open.status === 'ended' ? 'This chat has ended.' : 'The disconnect flow has the customer.';
    return html`<div class="foot foot--closed"><p class="hint">${standing}</p></div>`;
  }
  if (open.queue !== 'agent') {
    return html`<form class="foot accept" @submit=${on.accept}>
      <label for="agent-name">Your name</label>
      <input id="agent-name" name="name" value="Maya" required maxlength="60" autocomplete="off" />
      <button type="submit" class="primary">${open.queue === 'waiting' ? 'Accept' : 'Take over'}</button>
    </form>`;
  }
  return html`<form class="foot composer" @submit=${on.submit}>
    <textarea
      id="reply"
      name="reply"
      rows="2"
      aria-label="Message as ${open.agentName ?? 'agent'}"
      placeholder="Write as ${open.agentName ?? 'agent'}"
      @input=${on.input}
      @keydown=${on.keydown}
    ></textarea>
    <div class="composer-tools">
      <label class="check"><input type="checkbox" name="formatted" /> Markdown</label>
      <span class="hint">Enter sends, Shift+Enter makes a new line</span>
      <button type="submit" class="primary">Send</button>
    </div>
    ${samplesView(state.words, on)}
  </form>`;
}

function endDialog(open: ContactDetail, on: ConversationHandlers): TemplateResult {
  return html`<dialog id="end-dialog" aria-labelledby="end-title">
    <form method="dialog">
      <h2 id="end-title">End this chat?</h2>
      <p><span dir="auto">${open.displayName}</span> will see that it has ended.</p>
      <div class="dialog-actions">
        <button type="submit" class="quiet">Keep chatting</button>
        ${
          open.queue === 'agent' && open.status === 'active'
            ? html`<button type="submit" class="quiet" @click=${on.survey}>Leave with a survey</button>`
            : nothing
        }
        <button type="submit" class="danger" @click=${on.end}>End chat</button>
      </div>
    </form>
  </dialog>`;
}

function transferDialog(on: ConversationHandlers): TemplateResult {
  return html`<dialog id="transfer-dialog" aria-labelledby="transfer-title">
    <form @submit=${on.transfer}>
      <h2 id="transfer-title">Transfer this chat</h2>
      <label for="colleague">To</label>
      <input
        id="colleague"
        name="colleague"
        autocomplete="off"
        maxlength="60"
        placeholder="Anybody in the queue"
      />
      <div class="dialog-actions">
        <button type="button" class="quiet" @click=${on.cancelTransfer}>Cancel</button>
        <button type="submit" class="primary">Transfer</button>
      </div>
    </form>
  </dialog>`;
}
