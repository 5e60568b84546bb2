import { strict as assert } from 'node:assert';
import { describe, it } from 'node:test';
import { defaultTimings, scaleTimings } from '../../../../demo/emulator/core/timings.js';

describe('scaleTimings', () => {
  it('makes every time shorter by the same factor', () => {
    const scaled = scaleTimings(defaultTimings, 20);
    assert.deepEqual(Object.keys(scaled), Object.keys(defaultTimings));
    assert.deepEqual([scaled.urlValidMs, scaled.socketLifeMs, scaled.quotaSecondMs], [5_000, 195_000, 50]);
  });
});
