/** Calls back once after `delayMs`; the returned function cancels. */
export type Schedule = (callback: () => void, delayMs: number) => () => void;

/** The browser's timers. Tests pass their own. */
export const scheduleWithTimeout: Schedule = (callback, delayMs) => {
  const timer = setTimeout(callback, delayMs);
  return () => clearTimeout(timer);
};
