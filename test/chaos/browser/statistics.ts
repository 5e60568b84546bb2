/** The value that `percent` of `values` do not exceed; undefined if there are none. */
export function percentile(values: readonly number[], percent: number): number | undefined {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil((percent / 100) * sorted.length) - 1)];
}

/** The value in the middle; undefined if there are none. */
export const median = (values: readonly number[]): number | undefined => percentile(values, 50);
