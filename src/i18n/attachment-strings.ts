import { format, type Plural } from './format.js';
import { formatBytes } from './bytes.js';
import type { Strings } from './strings.js';

/** The words for files, which come with the first of them. `{file}` is the name of one, `{size}` its size. */
export interface AttachmentStrings {
  /** Over the panel while files are dragged over it. */
  readonly dropTitle: string;
  /** Accessible name of the files that wait beside the words. */
  readonly trayLabel: string;
  /** Under a file that is sent with the next message. `{size}`. */
  readonly trayReady: string;
  /** Read out when files have been added. `{count}`. */
  readonly spokenTrayReady: Plural;
  readonly removeFile: string;
  readonly uploadWaiting: string;
  /** `{percent}` and `{size}`. */
  readonly uploadProgress: string;
  readonly uploadFinishing: string;
  readonly cancelUpload: string;
  readonly retryUpload: string;
  readonly progressLabel: string;
  /** A file that is being checked for viruses. */
  readonly fileChecking: string;
  /** A file that the check has turned down. */
  readonly fileBlocked: string;
  readonly downloadFile: string;
  readonly downloading: string;
  readonly downloadFailed: string;
  readonly openImage: string;
  /** Sentence for each code that begins with `attachment/`; those of `errors` come first. */
  readonly attachmentErrors: Readonly<Record<string, string>>;
}

export const attachmentEnglish: AttachmentStrings = {
  dropTitle: 'Drop files to attach',
  trayLabel: 'Files to send',
  trayReady: 'Ready to send, {size}',
  spokenTrayReady: { one: '{count} file is ready to send.', other: '{count} files are ready to send.' },
  removeFile: 'Remove {file}',
  uploadWaiting: 'Waiting to send, {size}',
  uploadProgress: '{percent} of {size}',
  uploadFinishing: 'Almost done',
  cancelUpload: 'Cancel upload of {file}',
  retryUpload: 'Try {file} again',
  progressLabel: 'Upload of {file}',
  fileChecking: 'Checking for viruses',
  fileBlocked: 'Blocked: not a safe file',
  downloadFile: 'Download {file}',
  downloading: 'Downloading',
  downloadFailed: 'Download failed. Try again.',
  openImage: 'Open image: {file}',
  attachmentErrors: {
    'attachment/type-not-allowed': 'This kind of file can’t be sent',
    'attachment/empty': 'This file is empty',
    'attachment/too-large': '{size} is over the 20 MB limit',
    'attachment/too-many': 'This chat has as many files as it can take',
    'attachment/refused': 'This file was turned down',
    'attachment/forbidden': 'Not allowed right now',
    'attachment/conflict': 'This file is already being sent',
    'attachment/throttled': 'Too busy right now. Try again in a moment',
    'attachment/server-error': 'Upload failed on our side',
    'attachment/unreachable': 'Upload failed. Check your connection',
    'attachment/not-stored': 'Upload failed',
    'attachment/chat-ended': 'Not sent: the chat is over',
    'attachment/discarded': 'This file was taken back',
    'attachment/disabled': 'Files can’t be sent in this chat',
  },
};

/** The page's own words, and ours for what it leaves out. */
export function attachmentWords(strings: Strings & Partial<AttachmentStrings>): Strings & AttachmentStrings {
  return { ...attachmentEnglish, ...strings };
}

/** What is said of a file for which `code` is true; `size` in bytes. */
export function attachmentSentence(code: string, size: number, strings: Strings, locale: string): string {
  const words = attachmentWords(strings);
  const sentence = strings.errors[code] ?? words.attachmentErrors[code] ?? strings.errorUnknown;
  return format(sentence, { size: formatBytes(size, locale) });
}
