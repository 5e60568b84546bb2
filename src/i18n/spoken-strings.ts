import type { Plural } from './format.js';
import type { Strings } from './strings.js';

/** The words that only screen readers say. They come with the first thing to say. */
export interface SpokenWords {
  /** How a message is read out. `{name}`, `{text}`. */
  readonly spokenMessage: string;
  /** How a file is read out. `{name}`, `{file}`. */
  readonly spokenFile: string;
  /** How a view (step-by-step guide) is read out whose title is not known yet. */
  readonly spokenView: string;
  /** Read out when the customer's own message was not sent. `{text}`. */
  readonly spokenNotSent: string;
  /** Read out when a message of the customer was accepted, and then kept from everybody. `{text}`. */
  readonly spokenTurnedDown: string;
  /** Read out after a page of earlier messages has been added. `{count}`. */
  readonly spokenEarlier: Plural;
  /** Read out when a chat goes on after the page was loaded again or the connection was away. `{messages}`. */
  readonly spokenRestored: string;
  /** The same when there is news. `{messages}`, `{news}`. */
  readonly spokenRestoredNews: string;
  /** `{messages}` of the two above. `{count}`. */
  readonly countMessages: Plural;
  /** `{news}` of the above. `{count}`. */
  readonly countNews: Plural;
  readonly spokenOffline: string;
  readonly spokenBackOnline: string;
  /** Read out when files of the customer are on their way. `{file}` names them. */
  readonly spokenUploading: string;
  /** Read out when they have arrived. `{file}`. */
  readonly spokenUploaded: string;
}

/** All that an announcement can be worded with. */
export type SpokenStrings = Strings & SpokenWords;

export const spokenEnglish: SpokenWords = {
  spokenMessage: '{name}: {text}',
  spokenFile: '{name} sent a file: {file}',
  spokenView: 'Next step',
  spokenNotSent: 'Not sent: {text}. Try again from the chat history.',
  spokenTurnedDown: 'Not delivered: {text}',
  spokenEarlier: { one: '{count} earlier message loaded', other: '{count} earlier messages loaded' },
  spokenRestored: 'Conversation restored, {messages}',
  spokenRestoredNews: 'Conversation restored, {messages}, {news}',
  countMessages: { one: '{count} message', other: '{count} messages' },
  countNews: { other: '{count} new' },
  spokenOffline: 'Connection lost. You can keep writing.',
  spokenBackOnline: 'Back online.',
  spokenUploading: 'Sending {file}',
  spokenUploaded: 'Sent {file}',
};
