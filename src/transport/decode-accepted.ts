import type { Processing } from '../engine/types.js';
import { decodeProcessing } from './decode-processing.js';
import { asRecord, compact, epoch, text } from './reading.js';

/** What the service says of a message that it has taken. */
export interface AcceptedMessage {
  readonly id: string;
  /** Epoch milliseconds of the service. */
  readonly time?: number;
  readonly processing?: Processing;
}

/** Reads SendMessage's answer; undefined when it names no message. Never throws. */
export function decodeAccepted(value: unknown): AcceptedMessage | undefined {
  const answer = asRecord(value);
  const id = answer && text(answer, 'Id');
  if (!answer || id === undefined) return undefined;
  return compact<AcceptedMessage>({
    id,
    time: epoch(text(answer, 'AbsoluteTime')),
    processing: decodeProcessing(answer),
  });
}
