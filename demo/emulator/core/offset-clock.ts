import type { Clock } from './ports.js';

interface Task {
  readonly dueMs: number;
  readonly callback: () => void;
  cancel: () => void;
}

/** A clock that runs like another but can be moved ahead: what falls due in the skipped span happens at once, in order. */
export class OffsetClock implements Clock {
  readonly #source: Clock;
  readonly #tasks = new Set<Task>();
  #offsetMs = 0;

  constructor(source: Clock) {
    this.#source = source;
  }

  now(): number {
    return this.#source.now() + this.#offsetMs;
  }

  // A property, so that it can be taken off the clock.
  readonly iso = (ms: number): string => this.#source.iso(ms);

  schedule(callback: () => void, delayMs: number): () => void {
    const task: Task = { dueMs: this.now() + delayMs, callback, cancel: () => undefined };
    this.#tasks.add(task);
    this.#arm(task);
    return () => {
      this.#forget(task);
    };
  }

  advance(ms: number): void {
    const endMs = this.now() + ms;
    for (let task = this.#nextDue(endMs); task; task = this.#nextDue(endMs)) {
      this.#moveTo(task.dueMs);
      this.#run(task);
    }
    this.#moveTo(endMs);
    for (const task of this.#tasks) {
      task.cancel();
      this.#arm(task);
    }
  }

  #arm(task: Task): void {
    task.cancel = this.#source.schedule(
      () => {
        this.#run(task);
      },
      Math.max(0, task.dueMs - this.now()),
    );
  }

  #run(task: Task): void {
    this.#forget(task);
    task.callback();
  }

  #forget(task: Task): void {
    task.cancel();
    this.#tasks.delete(task);
  }

  // Real time passes while callbacks run, and a clock never goes back.
  #moveTo(ms: number): void {
    this.#offsetMs += Math.max(0, ms - this.now());
  }

  #nextDue(endMs: number): Task | undefined {
    const due = [...this.#tasks].filter(({ dueMs }) => dueMs <= endMs);
    return due.sort((a, b) => a.dueMs - b.dueMs)[0];
  }
}
