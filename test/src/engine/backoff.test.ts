import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { backoff } from '../../../src/engine/backoff.js';
import { defaultTimings } from '../../../src/engine/types.js';

describe('backoff', () => {
  it('spreads the first attempt over three seconds', () => {
    expect(backoff(1, 0, defaultTimings)).to.equal(0);
    expect(backoff(1, 0.5, defaultTimings)).to.equal(1_500);
  });

  it('doubles its ceiling with each failure', () => {
    expect([2, 3, 4, 5].map((attempt) => backoff(attempt, 0.5, defaultTimings))).to.deep.equal([
      1_000, 2_000, 4_000, 8_000,
    ]);
  });

  it('never waits longer than its ceiling, however often it failed', () => {
    fc.assert(
      fc.property(
        fc.nat(),
        fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
        (attempt, random) => {
          const delay = backoff(attempt, random, defaultTimings);
          return delay >= 0 && delay <= defaultTimings.retryMaxMs;
        },
      ),
    );
  });
});
