import type { Plural } from './format.js';
import { launcherEnglish, type LauncherStrings } from './launcher-strings.js';

/**
 * Every word that the chat shows or says. A page may replace any of them with its own; `{name}` and `{count}` stand for
 * what is put in, and a system line that is `''` is left out of the transcript.
 */
export interface Strings extends LauncherStrings {
  /** Added to the launcher's name. `{count}`. */
  readonly unread: Plural;

  /** Title of the chat when the page gives none. */
  readonly heading: string;
  /** Second line of the header while nobody is there. */
  readonly subtitle: string;
  /** Second line of the header once the chat is over. */
  readonly endedStatus: string;
  readonly options: string;
  readonly minimise: string;
  /** Chip beside the name of whatever is not a person. */
  readonly bot: string;
  readonly presenceHere: string;
  readonly presenceIdle: string;

  readonly offline: string;
  readonly reconnecting: string;
  readonly backOnline: string;

  readonly welcomeTitle: string;
  readonly welcomeText: string;
  /** What the customer agrees to by starting a chat, where the page asks. */
  readonly consentText: string;
  readonly consentAgree: string;
  readonly starting: string;
  readonly startErrorTitle: string;
  readonly unavailableTitle: string;
  readonly tryAgain: string;
  readonly close: string;
  /** Precedes an error code. */
  readonly code: string;
  readonly copy: string;
  readonly copied: string;

  /** Accessible name of the field, and its placeholder unless the page gives another. */
  readonly composerLabel: string;
  readonly send: string;
  /** Why the send button does nothing. */
  readonly sendEmpty: string;
  /** Bytes until the limit. `{count}`. */
  readonly bytesLeft: Plural;
  /** Bytes beyond the limit. `{count}`. */
  readonly bytesOver: Plural;
  readonly tooLong: string;
  readonly attach: string;
  /** Accessible name of the tools for formatting, and of the button that shows them. */
  readonly formatting: string;
  /** What may be attached; said before anybody chooses. */
  readonly attachLimits: string;

  readonly endChat: string;
  readonly ending: string;

  readonly log: string;
  readonly you: string;
  readonly agent: string;
  readonly supervisor: string;
  /** Name of a bot that has none. */
  readonly botName: string;
  readonly system: string;
  readonly today: string;
  readonly yesterday: string;
  /** Divider above the first unread message. */
  readonly newDivider: string;
  /** Divider above the first message that was missed while the connection was away. */
  readonly missedDivider: string;
  /** Button above the first message that is known. */
  readonly earlierMessages: string;
  readonly loadingEarlier: string;
  readonly newMessages: Plural;
  readonly jumpToEnd: string;
  /** `{name}`. */
  readonly writing: string;
  readonly queued: string;
  readonly sending: string;
  readonly sent: string;
  readonly delivered: string;
  readonly read: string;
  readonly notSent: string;
  readonly discard: string;
  /** The service checks a message before it lets it through. */
  readonly processing: string;
  /** The check of a message went wrong. */
  readonly processingFailed: string;
  /** The check has turned a message down. */
  readonly processingRejected: string;
  /** Under a message that can only be shown in part. */
  readonly notShown: string;
  /** What a message offers to choose from. `{count}`. */
  readonly countOptions: Plural;

  /** `{name}` in each of these. */
  readonly joined: string;
  readonly left: string;
  readonly invited: string;
  readonly idle: string;
  readonly returned: string;
  readonly autoDisconnected: string;
  readonly transferSucceeded: string;
  readonly transferFailed: string;
  readonly nameUpdated: string;
  /** The customer is asked to sign in. It is also the title of the card with which they do it. */
  readonly signIn: string;
  readonly endedByName: string;
  /** The chat ended and nobody in particular ended it. */
  readonly ended: string;

  /** Sentence for each code of `src/errors.ts`. */
  readonly errors: Readonly<Record<string, string>>;
  readonly errorUnknown: string;
}

export const english: Strings = {
  ...launcherEnglish,

  unread: { one: '{count} unread message', other: '{count} unread messages' },

  heading: 'Chat',
  subtitle: 'Customer support',
  endedStatus: 'Chat ended',
  options: 'Chat options',
  minimise: 'Minimise chat',
  bot: 'Bot',
  presenceHere: 'Here now',
  presenceIdle: 'Away',

  offline: 'You’re offline. Messages send when you’re back.',
  reconnecting: 'Reconnecting. You can keep writing.',
  backOnline: 'Back online. Nothing was lost.',

  welcomeTitle: 'Hello. How can we help?',
  welcomeText: 'Write a message below and we’ll answer here.',
  consentText: 'What you write here is kept so that we can answer you.',
  consentAgree: 'Start chat',
  starting: 'Starting your chat',
  startErrorTitle: 'The chat didn’t start',
  unavailableTitle: 'We can’t chat right now',
  tryAgain: 'Try again',
  close: 'Close',
  code: 'Code',
  copy: 'Copy',
  copied: 'Copied',

  composerLabel: 'Write a message',
  send: 'Send',
  sendEmpty: 'Write something first.',
  bytesLeft: { other: '{count} left' },
  bytesOver: { other: '{count} over' },
  tooLong: 'Too long to send. Shorten it a little.',
  attach: 'Attach files',
  formatting: 'Formatting',
  attachLimits: 'Images, video, sound, PDF, Office and text files, up to 20 MB each',

  endChat: 'End chat',
  ending: 'Ending your chat',

  log: 'Chat history',
  you: 'You',
  agent: 'Agent',
  supervisor: 'Supervisor',
  botName: 'Assistant',
  system: 'System',
  today: 'Today',
  yesterday: 'Yesterday',
  newDivider: 'New',
  missedDivider: 'While you were away',
  earlierMessages: 'Earlier messages',
  loadingEarlier: 'Loading earlier messages',
  newMessages: { one: '{count} new message', other: '{count} new messages' },
  jumpToEnd: 'Go to the latest message',
  writing: '{name} is writing',
  queued: 'Waiting to send',
  sending: 'Sending',
  sent: 'Sent',
  delivered: 'Delivered',
  read: 'Read',
  notSent: 'Not sent',
  discard: 'Discard',
  processing: 'Being checked',
  processingFailed: 'Not delivered: it couldn’t be checked',
  processingRejected: 'Not delivered: it wasn’t allowed through',
  notShown: 'This message can’t be shown here. Please write your answer.',
  countOptions: { one: '{count} option', other: '{count} options' },

  joined: '{name} joined the chat',
  left: '{name} left the chat',
  invited: '{name} was invited to the chat',
  idle: '{name} is away',
  returned: '{name} is back',
  autoDisconnected: '{name} was away for too long and left the chat',
  transferSucceeded: 'You’re being moved to someone else',
  transferFailed: 'The move didn’t work. You’re still in this chat.',
  nameUpdated: 'New name: {name}',
  signIn: 'Sign in to continue',
  endedByName: '{name} ended the chat',
  ended: 'The chat ended',

  errors: {
    'start-chat/unreachable': 'We couldn’t reach our server. Check your connection and try again.',
    'start-chat/timeout': 'Our server didn’t answer. Your message is kept, so you can try again.',
    'start-chat/unauthorized': 'You’re not signed in to this chat. Sign in on this site and try again.',
    'start-chat/throttled': 'Many people are starting a chat. Wait a moment and try again.',
    'start-chat/unavailable': 'The chat is closed at the moment. Come back later.',
    'start-chat/refused': 'Our server turned the chat down. Your message is kept.',
    'start-chat/server-error':
      'Something went wrong on our server. Your message is kept, so you can try again.',
    'start-chat/bad-answer': 'Our server sent an answer that we can’t read. Your message is kept.',
    'configuration/missing-endpoint': 'This chat isn’t set up yet: it has no address to start from.',
    'configuration/missing-region': 'This chat isn’t set up yet: its region is missing.',
    'configuration/invalid-chat-details': 'This chat isn’t set up right: its details can’t be read.',
    'configuration/invalid-endpoint': 'This chat isn’t set up right: its address can’t be used.',
    'message/empty': 'There is nothing to send. Write something first.',
    'message/too-long': 'Too long to send. Shorten it a little.',
    'message/refused': 'This message was turned down.',
    'message/failed': 'This message couldn’t be sent. Try again.',
    'message/discarded': 'This message was discarded.',
    'duplicate-storage-key': 'Another chat on this page has the same key.',
    'message/queue-full': 'Too many messages are waiting to be sent. Wait until you’re back online.',
    'message/canceled': 'This page kept the message from being sent.',
    'content/markdown-blocked': 'This page’s security policy keeps messages from being formatted.',
    'content/markdown-not-loaded': 'Messages can’t be formatted at the moment.',
    'chat/ended': 'This chat is over. You can start a new one.',
    'chat/end-canceled': 'This page kept the chat from being ended.',
    'chat/removed': 'The chat was taken off the page.',
  },
  errorUnknown: 'Something went wrong. Try again.',
};
