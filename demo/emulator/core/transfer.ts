import type { Fault } from './fault-table.js';
import type { Clock } from './ports.js';
import type { Timers } from './timers.js';

/** How fast bytes may cross; undefined: as fast as they come. */
export type Bandwidth = Pick<Fault<'bandwidth'>, 'bytesPerSecond'> | undefined;

/** Holds a transfer to a byte rate, by its own clock: whoever was late may hurry. */
export class Pace {
  readonly #clock: Clock;
  readonly #timers: Timers;
  readonly #bandwidth: Bandwidth;
  readonly #startMs: number;
  #bytes = 0;

  constructor(clock: Clock, timers: Timers, bandwidth: Bandwidth) {
    this.#clock = clock;
    this.#timers = timers;
    this.#bandwidth = bandwidth;
    this.#startMs = clock.now();
  }

  /** Counts bytes, and resolves when as many may have crossed. */
  async pass(bytes: number): Promise<void> {
    if (!this.#bandwidth) return;
    this.#bytes += bytes;
    const dueMs = this.#startMs + (this.#bytes / this.#bandwidth.bytesPerSecond) * 1000;
    const waitMs = dueMs - this.#clock.now();
    if (waitMs > 0) await this.#timers.wait(waitMs);
  }
}

/** Reads a request's body to its end. Rejects if the sender breaks off. Not read faster than the pace, so that the sender feels it. */
export async function receive(request: Request, pace: Pace): Promise<Uint8Array<ArrayBuffer>> {
  const chunks: Uint8Array[] = [];
  const reader = (request.body as ReadableStream<Uint8Array> | null)?.getReader();
  for (let part = await reader?.read(); part && !part.done; part = await reader?.read()) {
    chunks.push(part.value);
    await pace.pass(part.value.byteLength);
  }
  const bytes = new Uint8Array(chunks.reduce((total, { byteLength }) => total + byteLength, 0));
  let offset = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, offset);
    offset += chunk.byteLength;
  }
  return bytes;
}

const chunkBytes = 64 * 1024;

/** Gives bytes out piece by piece, not faster than the pace. */
export function deliverBytes(
  bytes: Uint8Array<ArrayBuffer>,
  pace: Pace,
): ReadableStream<Uint8Array<ArrayBuffer>> {
  let offset = 0;
  return new ReadableStream({
    async pull(controller) {
      const chunk = bytes.subarray(offset, offset + chunkBytes);
      offset += chunk.byteLength;
      await pace.pass(chunk.byteLength);
      if (chunk.byteLength > 0) controller.enqueue(chunk);
      if (offset >= bytes.byteLength) controller.close();
    },
  });
}
