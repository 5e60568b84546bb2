import { setTimeout as delay } from 'node:timers/promises';

/**
 * Resolves with the first value of `look` that is neither undefined nor false; fails after `deadlineMs` naming `what`.
 */
export async function until<T>(
  what: string,
  look: () => T | undefined | false | Promise<T | undefined | false>,
  deadlineMs = 8_000,
): Promise<T> {
  const endMs = Date.now() + deadlineMs;
  for (;;) {
    const found = await look();
    if (found !== undefined && found !== false) return found;
    if (Date.now() > endMs) throw new Error(`Waited ${String(deadlineMs)} ms in vain for: ${what}`);
    await delay(5);
  }
}
