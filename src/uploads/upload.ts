import type { Problem } from '../engine/types.js';
import type { UploadProblemCode } from './upload-problem.js';

/**
 * An own file on its way into the chat, in words and numbers only: what holds its bytes is elsewhere. `stored` has reached the storage and has
 * still to be sent into the chat; `arrived` is in the transcript, and known here only because its row must not change.
 */
export interface Upload {
  /** Key of its entry. */
  readonly key: string;
  readonly name: string;
  /** MIME type. */
  readonly type: string;
  /** Bytes. */
  readonly size: number;
  /** Epoch milliseconds of the device. */
  readonly time: number;
  readonly state: 'waiting' | 'uploading' | 'stored' | 'sent' | 'failed' | 'arrived';
  /** Bytes that have gone out. */
  readonly sentBytes: number;
  /** Kept across retries, so that the service takes the file once. */
  readonly startToken: string;
  readonly completeToken: string;
  readonly attachmentId?: string;
  /** The storage has the file: what failed is only the last step. */
  readonly isStored: boolean;
  readonly problem?: Problem & { readonly code: UploadProblemCode };
}

/** What happens to one upload. */
export type UploadEvent =
  | { readonly type: 'begun' }
  | { readonly type: 'placed'; readonly attachmentId: string }
  | { readonly type: 'progressed'; readonly sentBytes: number }
  | { readonly type: 'stored' }
  | { readonly type: 'accepted' }
  /** `freshToken` is for a place that is no good any more: the next try asks for another. */
  | {
      readonly type: 'failed';
      readonly problem: NonNullable<Upload['problem']>;
      readonly freshToken?: string;
    }
  /** To be tried again, by the customer or because the device was offline. */
  | { readonly type: 'requeued'; readonly freshToken?: string }
  | { readonly type: 'arrived'; readonly attachmentId: string };

/** The upload after `event`; the very same if the event means nothing to it any more. Pure. */
export function moveUpload(upload: Upload, event: UploadEvent): Upload {
  if (upload.state === 'arrived') return upload;
  switch (event.type) {
    case 'begun':
      if (upload.state !== 'waiting') return upload;
      return { ...upload, state: upload.isStored ? 'stored' : 'uploading' };
    case 'placed':
      return { ...upload, attachmentId: event.attachmentId };
    case 'progressed': {
      const sentBytes = Math.min(upload.size, Math.max(upload.sentBytes, event.sentBytes));
      // By the hundredth, so that a fast network does not redraw the chat for every packet.
      const shown = (bytes: number) => Math.floor((bytes / upload.size) * 100);
      if (upload.state !== 'uploading' || shown(sentBytes) === shown(upload.sentBytes)) return upload;
      return { ...upload, sentBytes };
    }
    case 'stored':
      return { ...upload, state: 'stored', isStored: true, sentBytes: upload.size };
    case 'accepted':
      return { ...upload, state: 'sent' };
    case 'failed':
      return { ...restarted(upload, event.freshToken), state: 'failed', problem: event.problem };
    case 'requeued':
      return { ...restarted(upload, event.freshToken), state: 'waiting' };
    case 'arrived':
      return { ...upload, state: 'arrived', attachmentId: event.attachmentId };
    default:
      return event satisfies never;
  }
}

function restarted({ problem: _, ...upload }: Upload, freshToken: string | undefined): Upload {
  return {
    ...upload,
    ...(!upload.isStored && { sentBytes: 0 }),
    ...(freshToken !== undefined && { startToken: freshToken }),
  };
}
