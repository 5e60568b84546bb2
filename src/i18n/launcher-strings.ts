import type { Plural } from './format.js';

/** What the launcher says before anything else of the chat is loaded. */
export interface LauncherStrings {
  readonly openChat: string;
  readonly closeChat: string;
  /** Added to the launcher's name. `{count}`. */
  readonly unread: Plural;
  /** The chat's code could not be fetched. */
  readonly notLoaded: string;
  readonly loadAgain: string;
}

export const launcherEnglish: LauncherStrings = {
  openChat: 'Open chat',
  closeChat: 'Close chat',
  unread: { one: '{count} unread message', other: '{count} unread messages' },
  notLoaded: 'The chat couldn’t be loaded.',
  loadAgain: 'Try again',
};
