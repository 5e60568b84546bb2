import type { Strings } from './strings.js';

/** The words of the question whether to end the chat, and of the end. They come with the code of both. */
export interface EndStrings {
  readonly endTitle: string;
  /** `{name}` is the person in the chat. */
  readonly endText: string;
  readonly endTextAlone: string;
  readonly keepChatting: string;
  readonly endedTitle: string;
  readonly startNewChat: string;
}

export const endEnglish: EndStrings = {
  endTitle: 'End this chat?',
  endText: '{name} will see that you left.',
  endTextAlone: 'You can start a new one at any time.',
  keepChatting: 'Keep chatting',
  endedTitle: 'This chat is over.',
  startNewChat: 'Start a new chat',
};

/** The page's own words, and ours for what it leaves out. */
export function endWords(strings: Strings & Partial<EndStrings>): Strings & EndStrings {
  return { ...endEnglish, ...strings };
}
