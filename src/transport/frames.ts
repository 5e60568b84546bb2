import type { ReceivedFact } from '../engine/types.js';
import { decodeItem } from './decode.js';
import { asRecord, member, parseJson, text } from './reading.js';
import { chatTopic } from './wire.js';

/** What one text frame of the socket says. */
export type Frame =
  | { readonly type: 'subscribed' }
  | { readonly type: 'pong' }
  | { readonly type: 'heartbeat' }
  | { readonly type: 'item'; readonly fact: ReceivedFact };

/** Asks for the chat items; nothing arrives before the answer. */
export const subscribeFrame = JSON.stringify({ topic: 'aws/subscribe', content: { topics: [chatTopic] } });

/** Asks whether the service behind the gateway answers. */
export const pingFrame = JSON.stringify({ topic: 'aws/ping' });

/** Asks whether the gateway answers. */
export const heartbeatFrame = JSON.stringify({ topic: 'aws/heartbeat' });

// Sixty times the largest message: whatever is bigger is no chat item, and parsing it would freeze the page.
const maxFrameBytes = 1_000_000;

/** Reads a frame; undefined when it says nothing to us: not text, not JSON, huge, a refusal, or of another topic. Never throws. */
export function decodeFrame(data: unknown): Frame | undefined {
  if (typeof data !== 'string' || isHuge(data)) return undefined;
  const frame = asRecord(parseJson(data));
  if (!frame) return undefined;
  switch (text(frame, 'topic')) {
    case 'aws/heartbeat':
      return { type: 'heartbeat' };
    // Whatever its status, the answer has come back: the connection is alive. A service that reports itself unwell is not mended
    // by every customer reconnecting to it.
    case 'aws/ping':
      return { type: 'pong' };
    case 'aws/subscribe':
      return subscribed(member(frame, 'content')) ? { type: 'subscribed' } : undefined;
    case chatTopic:
      return item(member(frame, 'content'));
    default:
      return undefined;
  }
}

function subscribed(value: unknown): boolean {
  const content = asRecord(value);
  if (!content || member(content, 'status') !== 'success') return false;
  const topics = member(content, 'topics');
  return !Array.isArray(topics) || topics.includes(chatTopic);
}

/** The item is JSON text within the JSON of the frame; one that is not encoded twice is as good. */
function item(content: unknown): Frame | undefined {
  const fact = decodeItem(typeof content === 'string' ? parseJson(content) : content);
  return fact && { type: 'item', fact };
}

function isHuge(data: string): boolean {
  if (data.length > maxFrameBytes) return true;
  // A UTF-16 unit takes at most three bytes, so only the long ones have to be counted.
  return data.length * 3 > maxFrameBytes && new TextEncoder().encode(data).length > maxFrameBytes;
}
