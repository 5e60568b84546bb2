import type { Contact } from './contact.js';
import type { Fault } from './fault-table.js';
import type { Outcome } from './operation.js';
import type { ServiceParts } from './service-parts.js';
import type { Item } from './wire.js';

/**
 * A message under in-flight processing. Only one that is answered PROCESSING goes on: later, under the same id and time,
 * as the processor left it. Until then it stands in no transcript.
 */
export function processMessage(
  { conversations, timers, timings }: ServiceParts,
  contact: Contact,
  message: Item,
  { status, content, ms }: Fault<'processing'>,
): Outcome {
  const { Id, AbsoluteTime } = message;
  const body = { Id, AbsoluteTime, MessageMetadata: { MessageProcessingStatus: status } };
  if (status !== 'PROCESSING') return { body };
  timers.after(ms ?? timings.processingMs, () => {
    if (contact.status === 'ended') return;
    const processed = content === undefined ? message : { ...message, Content: content };
    conversations.publish(contact, processed);
    contact.flow?.customerSaid(processed);
  });
  return { body };
}
