import type { Clock } from './ports.js';

/** Requests per second and burst, per operation, from the published service quotas. */
const quotas: Readonly<Record<string, readonly [rate: number, burst: number]>> = {
  CreateParticipantConnection: [6, 9],
  DisconnectParticipant: [3, 5],
  GetTranscript: [8, 12],
  SendMessage: [10, 15],
  SendEvent: [10, 15],
  StartChatContact: [5, 8],
};

/** Token buckets, one per operation, for the whole instance as in the service. */
export class Throttle {
  readonly #clock: Clock;
  readonly #buckets = new Map<string, { tokens: number; filledMs: number }>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** Whether one more request may pass; it is counted if so. Operations without a quota always may. */
  allows(operation: string): boolean {
    const quota = quotas[operation];
    if (!quota) return true;
    const [rate, burst] = quota;
    const now = this.#clock.now();
    const bucket = this.#buckets.get(operation) ?? { tokens: burst, filledMs: now };
    bucket.tokens = Math.min(burst, bucket.tokens + ((now - bucket.filledMs) / 1000) * rate);
    bucket.filledMs = now;
    this.#buckets.set(operation, bucket);
    if (bucket.tokens < 1) return false;
    bucket.tokens -= 1;
    return true;
  }
}
