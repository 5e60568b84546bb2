import type { Command } from './types.js';

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
  note: true,
  place: true,
} satisfies Record<Command['type'], true>;

/** Whether somebody asked for it; else it happened. What another tab sends as an event may have any `type`. */
export const isCommand = ({ type }: { readonly type?: unknown }): boolean =>
  typeof type === 'string' && Object.hasOwn(commands, type);
