/**
 * The public parts of everything inside the panel, as values for `exportparts`. A part is named here once and handed on
 * through every shadow root up to `<connect-chat>`.
 */
export const parts = {
  header: 'header, avatar, header-title, header-status, options, minimise',
  banner: 'banner',
  welcome: 'welcome, avatar, consent',
  startError: 'start-error, error-code',
  messageList:
    'log, message, message-own, message-bot, bubble, avatar, name, chip, time, status, day, system-line, divider, older, jump, typing, attachment, picture, card, card-option, quick-reply, time-slot',
  composer: 'composer, composer-field, input, attach, format, format-tool, send, counter, composer-note',
  ended: 'ended, new-chat',
  menu: 'menu, menu-item',
  endDialog: 'scrim, dialog',
} as const;

/** Everything that `<connect-chat-panel>` lets through. */
export const panelParts: string = [
  ...new Set(['panel', ...Object.values(parts).flatMap((names) => names.split(', '))]),
].join(', ');
