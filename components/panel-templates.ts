import { html, nothing } from 'lit';
import type { Participant, Problem, Snapshot } from '../src/engine/types.js';
import { live } from 'lit/directives/live.js';
import { nameOf } from './avatar.js';
import './banner.js';
import './composer.js';
import { healthOf } from './connection-banner.js';
import { counterpart } from './counterpart.js';
import './header.js';
import './message-list.js';
import { FORMATTED } from './panel-actions.js';
import { canEnd, historyOf, isEnding, isStarting, screenOf } from './panel-screen.js';
import type { PanelView } from './panel-view.js';
import { parts } from './parts.js';
import { problemSentence } from './problem-sentence.js';
import './welcome.js';

/** The header, its options, and the line about the connection. */
export function headTemplate({ snapshot, settings, strings, notice, layer, actions }: PanelView) {
  const screen = screenOf(snapshot);
  return html`
    <connect-chat-header
      exportparts=${parts.header}
      .strings=${strings}
      .heading=${settings.heading}
      .headingLevel=${settings.headingLevel}
      .logo=${settings.logo}
      .logoAlt=${settings.logoAlt}
      .avatars=${settings.avatars}
      .participantNames=${settings.participantNames}
      .counterpart=${present(snapshot)}
      .offline=${healthOf(snapshot.session) === 'offline'}
      .ended=${screen === 'ended'}
      .plain=${screen === 'welcome' || screen === 'error'}
      .closable=${settings.floating}
      .hasOptions=${canEnd(snapshot)}
      .optionsOpen=${layer === 'menu'}
      @pointerdown=${actions.pressHeader}
      @header-menu=${actions.toggleMenu}
      @header-minimise=${actions.close}
    >
      <slot name="header" slot="header"></slot>
      <slot name="header-actions" slot="header-actions"></slot>
    </connect-chat-header>
    ${
      layer === 'menu'
        ? html`<connect-chat-menu
            exportparts=${parts.menu}
            .strings=${strings}
            @menu-end=${actions.askToEnd}
            @menu-close=${actions.leaveMenu}
          ></connect-chat-menu>`
        : nothing
    }
    <connect-chat-banner
      exportparts=${parts.banner}
      .strings=${strings}
      .notice=${notice}
    ></connect-chat-banner>
  `;
}

/** The conversation, or the screen that stands in its place. */
export function bodyTemplate(view: PanelView) {
  const { session } = view.snapshot;
  if (session.phase === 'failed') return errorTemplate(session.problem, view);
  return screenOf(view.snapshot) === 'welcome' ? welcomeTemplate(view) : conversationTemplate(view);
}

/** What is in the element shows only where its own code cannot be had, which may be for the same reason. */
function errorTemplate(problem: Problem, { settings, strings, actions }: PanelView) {
  return html`<connect-chat-start-error
    exportparts=${parts.startError}
    .strings=${strings}
    .problem=${problem}
    .headingLevel=${settings.headingLevel + 1}
    .closable=${settings.floating}
    @start-error-retry=${actions.start}
    @start-error-close=${actions.close}
  >
    ${
      customElements.get('connect-chat-start-error')
        ? nothing
        : html`<p role="alert">${problemSentence(problem, strings)}</p>
            <button type="button" @click=${actions.start}>${strings.tryAgain}</button>`
    }
    <slot name="unavailable" slot="unavailable"></slot>
  </connect-chat-start-error>`;
}

function welcomeTemplate({ settings, strings, actions }: PanelView) {
  return html`<connect-chat-welcome
    exportparts=${parts.welcome}
    .strings=${strings}
    .headingLevel=${settings.headingLevel + 1}
    .avatars=${settings.avatars}
    .participantNames=${settings.participantNames}
    .consent=${settings.consent}
    @welcome-consent=${actions.consent}
  >
    <slot name="empty" slot="empty"></slot>
  </connect-chat-welcome>`;
}

function conversationTemplate({ snapshot, settings, strings, actions }: PanelView) {
  return html`<connect-chat-message-list
    exportparts=${parts.messageList}
    .strings=${strings}
    .entries=${snapshot.entries}
    .participants=${snapshot.participants}
    .unread=${snapshot.unread}
    .sent=${snapshot.sent}
    .firstUnread=${snapshot.firstUnread}
    .firstMissed=${snapshot.firstMissed}
    .history=${historyOf(snapshot)}
    .place=${snapshot.place}
    .avatars=${settings.avatars}
    .participantNames=${settings.participantNames}
    .locale=${settings.locale}
    .markdown=${settings.markdown}
    .cards=${settings.cards}
    .closed=${snapshot.session.phase === 'ended'}
    .starting=${isStarting(snapshot)}
    @list-retry=${actions.retry}
    @list-discard=${actions.discard}
    @list-attend=${actions.attend}
    @list-older=${actions.loadOlder}
    @list-place=${actions.rest}
    @list-refuse=${actions.refuse}
  ></connect-chat-message-list>`;
}

/** The composer, which stays in the tree with its draft when it is hidden, and what replaces it at the end. */
export function footTemplate({ snapshot, settings, strings, text, actions }: PanelView) {
  const screen = screenOf(snapshot);
  const ending = isEnding(snapshot);
  return html`
    <connect-chat-composer
      exportparts=${parts.composer}
      ?hidden=${screen === 'error' || screen === 'ended' || (screen === 'welcome' && settings.consent)}
      .strings=${strings}
      .locale=${settings.locale}
      .placeholder=${ending ? strings.ending : settings.placeholder}
      .disabled=${ending}
      .maxBytes=${settings.maxMessageBytes}
      .files=${snapshot.features.attachments === false ? undefined : settings.files}
      .text=${live(text)}
      .formatting=${settings.markdown && settings.formatting && snapshot.features.markdown !== false}
      .formatted=${FORMATTED in snapshot.notes}
      .error=${settings.composerError}
      @composer-submit=${actions.submit}
      @composer-type=${actions.type}
      @focusout=${actions.leaveComposer}
    >
      <slot name="tray" slot="tray"></slot>
      <slot name="composer-start" slot="composer-start"></slot>
      <slot name="composer-end" slot="composer-end"></slot>
    </connect-chat-composer>
    ${
      screen === 'ended'
        ? html`<connect-chat-ended
            exportparts=${parts.ended}
            .strings=${strings}
            .told=${snapshot.entries.some(({ event }) => event === 'ended')}
            @ended-start=${actions.start}
          >
            <slot name="ended" slot="ended"></slot>
          </connect-chat-ended>`
        : nothing
    }
    <slot name="footer"></slot>
  `;
}

/** The question whether to end the chat. Its heading stands in for the panel's own, which is inert meanwhile. */
export function endDialogTemplate({ snapshot, settings, strings, actions }: PanelView) {
  const other = present(snapshot);
  const name = other?.role === 'agent' ? nameOf(other, settings.participantNames, strings) : '';
  return html`<connect-chat-end-dialog
    exportparts=${parts.endDialog}
    .strings=${strings}
    .name=${name}
    .headingLevel=${settings.headingLevel}
    @dialog-cancel=${actions.leaveDialog}
    @dialog-confirm=${actions.end}
  ></connect-chat-end-dialog>`;
}

function present(snapshot: Snapshot): Participant | undefined {
  return screenOf(snapshot) === 'conversation' ? counterpart(snapshot.participants) : undefined;
}
