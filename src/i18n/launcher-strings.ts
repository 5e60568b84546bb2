/** What the launcher says before anything else of the chat is loaded. */
export interface LauncherStrings {
  readonly openChat: string;
  readonly closeChat: string;
  /** The chat's code could not be fetched. */
  readonly notLoaded: string;
  readonly loadAgain: string;
}

export const launcherEnglish: LauncherStrings = {
  openChat: 'Open chat',
  closeChat: 'Close chat',
  notLoaded: 'The chat couldn’t be loaded.',
  loadAgain: 'Try again',
};
