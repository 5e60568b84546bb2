import type { Entry, SystemEvent } from '../engine/types.js';
import { format } from '../i18n/format.js';
import type { Strings } from '../i18n/strings.js';

/** The sentence for an event, with `{name}` for who it is about; `''` leaves it out of the transcript. */
export function systemLine(entry: Entry, strings: Strings): string {
  // The customer knows that they came and went; the end of the chat has a line of its own.
  if (entry.own && (entry.event === 'joined' || entry.event === 'left')) return '';
  const ownName = entry.displayName ?? '';
  const lines: Partial<Record<SystemEvent, string>> = {
    // How it went is said by the card that asked.
    'authentication-initiated': strings.signIn,
    joined: strings.joined,
    left: strings.left,
    invited: strings.invited,
    idle: strings.idle,
    returned: strings.returned,
    'auto-disconnected': strings.autoDisconnected,
    'transfer-succeeded': strings.transferSucceeded,
    'transfer-failed': strings.transferFailed,
    'name-updated': entry.own
      ? ownName && format(strings.ownNameUpdated, { name: ownName })
      : strings.nameUpdated,
    ended: entry.own || entry.displayName !== undefined ? strings.endedByName : strings.ended,
  };
  return (entry.event && lines[entry.event]) ?? '';
}
