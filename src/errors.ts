import type { errorCodes } from './error-codes.js';
import type { AttachmentErrorCode } from './uploads/upload-problem.js';

/** Every code that the page can meet; `error-codes.ts` has the list, and `uploads/upload-problem.ts` that of files. */
export type ErrorCode = keyof typeof errorCodes | AttachmentErrorCode;

/** What a method of `<connect-chat>` rejects with. `message` is a plain sentence, `code` is for programs and for support. */
export class ConnectChatError extends Error {
  override readonly name = 'ConnectChatError';
  readonly code: ErrorCode;
  /** Whether the same call may succeed later. */
  readonly recoverable: boolean;

  constructor(code: ErrorCode, message: string, recoverable: boolean, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
    this.recoverable = recoverable;
  }
}
