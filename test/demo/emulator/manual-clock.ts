import type { Clock, Random } from '../../../demo/emulator/core/ports.js';

/** A clock that stands still until it is told to move. */
export class ManualClock implements Clock {
  #nowMs = Date.parse('2026-11-21T03:15:12.000Z');
  #tasks: { readonly dueMs: number; readonly callback: () => void }[] = [];

  now(): number {
    return this.#nowMs;
  }

  #announce: (() => void) | undefined;

  // A property, so that it can be taken off the clock.
  readonly iso = (ms: number): string => new Date(ms).toISOString();

  schedule(callback: () => void, delayMs: number): () => void {
    const task = { dueMs: this.#nowMs + delayMs, callback };
    this.#tasks.push(task);
    this.#announce?.();
    return () => {
      this.#tasks = this.#tasks.filter((other) => other !== task);
    };
  }

  /** Resolves when the next task is scheduled: something under way has reached its delay. */
  nextTask(): Promise<void> {
    return new Promise((resolve) => (this.#announce = resolve));
  }

  /** Moves time on and runs what falls due, in order. */
  advance(ms: number): void {
    const endMs = this.#nowMs + ms;
    for (let task = this.#takeDue(endMs); task; task = this.#takeDue(endMs)) {
      this.#nowMs = task.dueMs;
      task.callback();
    }
    this.#nowMs = endMs;
  }

  #takeDue(endMs: number) {
    const due = this.#tasks.filter(({ dueMs }) => dueMs <= endMs).sort((a, b) => a.dueMs - b.dueMs)[0];
    this.#tasks = this.#tasks.filter((task) => task !== due);
    return due;
  }
}

/** Randomness that repeats: ids count up in the 36-character form. */
export function countingRandom(): Random {
  let count = 0;
  return {
    next: () => 0.5,
    id: () => `00000000-0000-4000-8000-${String((count += 1)).padStart(12, '0')}`,
  };
}
