interface Task {
  readonly at: number;
  readonly order: number;
  readonly work: () => void;
  cancelled: boolean;
}

/** Lets every promise that is already settled tell. */
const settled = () => new Promise<void>((resolve) => setImmediate(resolve));

/** The true time of a simulated world: it passes only while {@link run} lets it, and what happens at one moment happens in order. */
export class VirtualTime {
  /** Epoch milliseconds. */
  now: number;
  /** A heap: the next task is the first. */
  readonly #tasks: Task[] = [];
  #order = 0;

  constructor(now = 1_700_000_000_000) {
    this.now = now;
  }

  /** Does `work` after `delayMs`; the returned function cancels. */
  after(delayMs: number, work: () => void): () => void {
    const at = this.now + Math.max(0, delayMs);
    const task: Task = { at, order: (this.#order += 1), work, cancelled: false };
    this.#push(task);
    return () => (task.cancelled = true);
  }

  /** Lets time pass up to `until`. Whatever one task sets off without waiting is over before the next one begins. */
  async run(until: number): Promise<void> {
    for (let task = this.#tasks[0]; task && task.at <= until; task = this.#tasks[0]) {
      this.#pop();
      if (task.cancelled) continue;
      this.now = Math.max(this.now, task.at);
      task.work();
      await settled();
    }
    this.now = Math.max(this.now, until);
  }

  #push(task: Task): void {
    const tasks = this.#tasks;
    let at = tasks.push(task) - 1;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      if (!isBefore(task, tasks[parent])) break;
      this.#swap(at, parent);
      at = parent;
    }
  }

  #pop(): void {
    const tasks = this.#tasks;
    const last = tasks.pop();
    if (!last || tasks.length === 0) return;
    tasks[0] = last;
    for (let at = 0; ;) {
      const left = 2 * at + 1;
      const child = isBefore(tasks[left + 1], tasks[left]) ? left + 1 : left;
      if (!isBefore(tasks[child], tasks[at])) return;
      this.#swap(at, child);
      at = child;
    }
  }

  #swap(a: number, b: number): void {
    const [one, other] = [this.#tasks[a], this.#tasks[b]];
    if (one && other) [this.#tasks[a], this.#tasks[b]] = [other, one];
  }
}

const isBefore = (a: Task | undefined, b: Task | undefined) =>
  a !== undefined && b !== undefined && (a.at < b.at || (a.at === b.at && a.order < b.order));
