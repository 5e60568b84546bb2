import { fits } from './fits.js';
import type { Command } from './types.js';

/** What each command holds besides its type, as an example. */
const commands = {
  start: {},
  'send-message': { text: '', contentType: '' },
  'retry-message': { key: '' },
  'discard-message': { key: '' },
  type: {},
  end: {},
  attend: { attending: true },
  'load-older': {},
  draft: { text: '' },
  note: { name: '', text: '' },
  place: {},
} satisfies { [T in Command['type']]: Partial<Extract<Command, { type: T }>> };

/** Whether somebody asked for it; else it happened. What another tab sends as an event may have any `type`, and hold anything. */
export const isCommand = (event: { readonly type?: unknown }): boolean =>
  typeof event.type === 'string' &&
  Object.hasOwn(commands, event.type) &&
  fits(commands[event.type as Command['type']], event);
