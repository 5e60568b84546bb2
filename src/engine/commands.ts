import type { Command, SessionEvent } from './types.js';

const commands = {
  start: true,
  'send-message': true,
  'retry-message': true,
  'discard-message': true,
  type: true,
  end: true,
  attend: true,
  'load-older': true,
  draft: true,
  place: true,
} satisfies Record<Command['type'], true>;

/** Whether somebody asked for it; else it happened. */
export const isCommand = (event: SessionEvent): event is Command => Object.hasOwn(commands, event.type);
