import type { MarkdownRefusal } from './message-list-events.js';

/*
 * What the customer did that the page may still change or refuse. None bubbles or composes: only <connect-chat> hears
 * them. Everything else goes from the panel to the session directly.
 */

/** The customer wants to send a message. Cancelling it leaves the words in the composer. */
export class PanelSendEvent extends CustomEvent<{ readonly text: string; readonly formatted: boolean }> {
  /** @param formatted - The words are markdown. */
  constructor(text: string, formatted: boolean) {
    super('panel-send', { detail: { text, formatted }, cancelable: true });
  }
}

/** The customer wants the chat to end, and has confirmed it where that is asked. */
export class PanelEndEvent extends Event {
  constructor() {
    super('panel-end');
  }
}

/** The customer wants a chat to start: after an error, or after the last one has ended. */
export class PanelStartEvent extends Event {
  constructor() {
    super('panel-start');
  }
}

/** The customer agrees to what the page asks consent for, and wants to chat. */
export class PanelConsentEvent extends Event {
  constructor() {
    super('panel-consent');
  }
}

/** The customer wants the panel closed. The chat goes on. */
export class PanelCloseEvent extends CustomEvent<{ readonly reason: 'user' }> {
  constructor() {
    super('panel-close', { detail: { reason: 'user' } });
  }
}

/** Formatted messages can only be shown as plain text on this page. Said once. */
export class PanelRefuseEvent extends CustomEvent<{ readonly reason: MarkdownRefusal }> {
  constructor(reason: MarkdownRefusal) {
    super('panel-refuse', { detail: { reason } });
  }
}
