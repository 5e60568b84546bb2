import type { TrayFile } from '../../components/tray.js';
import { checkFile, fileName, type FileRefusal } from './file-rules.js';
import type { CheckedFile } from './upload-queue.js';

/** A file that was chosen and goes with the next message; one that may not be sent only says why. */
export type WaitingFile =
  | (TrayFile & { readonly checked: CheckedFile; readonly refusal?: never })
  | (TrayFile & { readonly checked?: never; readonly refusal: FileRefusal });

/** `file` as it would be sent, or why it may not be. `others` is how many files the chat has besides. */
export function inspect(
  file: File,
  others: number,
): { readonly checked: CheckedFile } | { readonly refusal: FileRefusal } {
  const name = fileName(file);
  const verdict = checkFile({ name, type: file.type, size: file.size }, others);
  return 'refusal' in verdict ? verdict : { checked: { file, name, type: verdict.type } };
}

/** The waiting files with `files` added. `others` is how many the chat has besides those that wait. */
export function withFiles(
  waiting: readonly WaitingFile[],
  files: readonly File[],
  others: number,
  newKey: () => string,
): readonly WaitingFile[] {
  return files.reduce((list, file) => {
    const facts = { key: newKey(), name: fileName(file), size: file.size };
    return [...list, { ...facts, ...inspect(file, others + readyAmong(list).length) }];
  }, waiting);
}

/** Those that may be sent. */
export function readyAmong(waiting: readonly WaitingFile[]): readonly CheckedFile[] {
  return waiting.flatMap(({ checked }) => checked ?? []);
}
