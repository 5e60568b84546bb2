import type { Failure, Problem } from '../engine/types.js';
import type { FileRefusal } from './file-rules.js';

/** Why an upload failed. */
export type UploadProblemCode =
  | FileRefusal
  | 'attachment/refused'
  | 'attachment/forbidden'
  | 'attachment/conflict'
  | 'attachment/throttled'
  | 'attachment/server-error'
  | 'attachment/unreachable'
  | 'attachment/not-stored'
  | 'attachment/chat-ended'
  | 'attachment/disabled';

/** Every code that can be met with files, and whether trying the same file again may help. */
export const attachmentErrorCodes = {
  'attachment/type-not-allowed': false,
  'attachment/empty': false,
  'attachment/too-large': false,
  'attachment/too-many': false,
  'attachment/refused': false,
  'attachment/forbidden': true,
  'attachment/conflict': true,
  'attachment/throttled': true,
  'attachment/server-error': true,
  'attachment/unreachable': true,
  'attachment/not-stored': true,
  'attachment/chat-ended': false,
  'attachment/discarded': true,
  'attachment/disabled': false,
} as const satisfies Record<UploadProblemCode, boolean> & Record<string, boolean>;

/** Every code that can be met with files. */
export type AttachmentErrorCode = keyof typeof attachmentErrorCodes;

/** What the customer is told of a failed upload. `put` is the way into the storage, `service` everything else. Pure. */
export function problemOf(
  step: 'service' | 'put',
  { kind, status, detail }: Failure,
): NonNullable<Problem> & { readonly code: UploadProblemCode } {
  const code = codeOf(step, kind, status);
  return {
    code,
    recoverable: attachmentErrorCodes[code],
    // Of a refusal, the service's own reason is better than ours.
    ...(code === 'attachment/refused' && detail !== undefined && { detail }),
  };
}

function codeOf(
  step: 'service' | 'put',
  kind: Failure['kind'],
  status: number | undefined,
): UploadProblemCode {
  if (kind === 'network' || kind === 'timeout') return 'attachment/unreachable';
  if (step === 'put') return kind === 'server' ? 'attachment/server-error' : 'attachment/not-stored';
  if (kind === 'throttled') return 'attachment/throttled';
  if (kind === 'forbidden') return 'attachment/forbidden';
  if (status === 402) return 'attachment/too-many';
  if (status === 409) return 'attachment/conflict';
  if (kind === 'refused') return 'attachment/refused';
  return 'attachment/server-error';
}
