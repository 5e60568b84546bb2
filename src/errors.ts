import type { errorCodes } from './error-codes.js';

/** Every code that the page can meet; `error-codes.ts` has the list. */
export type ErrorCode = keyof typeof errorCodes;

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
