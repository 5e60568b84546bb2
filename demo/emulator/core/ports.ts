/** Time, as the emulator sees it. Passed in, so that tests can hold it still. */
export interface Clock {
  /** Milliseconds since the epoch. */
  now(): number;
  /** Milliseconds since the epoch as UTC text with milliseconds, such as `2026-11-21T03:15:12.001Z`. */
  iso(ms: number): string;
  /** Calls back once after `delayMs`; the returned function cancels that. */
  schedule(callback: () => void, delayMs: number): () => void;
  /** Skips time: what falls due in the skipped span happens at once. Absent: this clock cannot be moved. */
  readonly advance?: ((ms: number) => void) | undefined;
}

/** Chance, as the emulator sees it. Passed in, so that tests can repeat a run. */
export interface Random {
  /** A number in [0, 1). */
  next(): number;
  /** A new identifier in the 36-character UUID form. */
  id(): string;
}
