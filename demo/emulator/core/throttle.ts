import type { Clock } from './ports.js';

interface Quota {
  readonly perSecond: number;
  readonly burst: number;
}

/** What the two send operations share. */
const sending: Quota = { perSecond: 10, burst: 15 };

/** The published service quotas. Operations that stand for one quota here also share one bucket. */
const quotas: Readonly<Record<string, Quota>> = {
  CreateParticipantConnection: { perSecond: 6, burst: 9 },
  DisconnectParticipant: { perSecond: 3, burst: 5 },
  GetTranscript: { perSecond: 8, burst: 12 },
  SendMessage: sending,
  SendEvent: sending,
  StartAttachmentUpload: { perSecond: 2, burst: 5 },
  CompleteAttachmentUpload: { perSecond: 2, burst: 5 },
  GetAttachment: { perSecond: 8, burst: 12 },
  StartChatContact: { perSecond: 5, burst: 8 },
};

/** Token buckets for the whole instance, as in the service: one customer's haste slows all others. */
export class Throttle {
  readonly #clock: Clock;
  readonly #secondMs: number;
  readonly #buckets = new Map<Quota, { tokens: number; filledMs: number }>();

  /** `secondMs`: what a second of a quota's rate lasts; shorter in an emulator that runs faster. */
  constructor(clock: Clock, secondMs: number) {
    this.#clock = clock;
    this.#secondMs = secondMs;
  }

  /** Whether one more request may pass; it is counted if so. Operations without a quota always may. */
  allows(operation: string): boolean {
    const quota = quotas[operation];
    if (!quota) return true;
    const nowMs = this.#clock.now();
    const bucket = this.#buckets.get(quota) ?? { tokens: quota.burst, filledMs: nowMs };
    const refill = ((nowMs - bucket.filledMs) / this.#secondMs) * quota.perSecond;
    bucket.tokens = Math.min(quota.burst, bucket.tokens + refill);
    bucket.filledMs = nowMs;
    this.#buckets.set(quota, bucket);
    if (bucket.tokens < 1) return false;
    bucket.tokens -= 1;
    return true;
  }
}
