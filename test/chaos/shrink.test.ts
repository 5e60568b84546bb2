import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { makeSchedule, type Schedule } from './actions.js';
import { Prng } from './prng.js';
import { only, shrink } from './shrink.js';

describe('a schedule', () => {
  it('is the same for the same seed', () => {
    assert.deepEqual(makeSchedule(7), makeSchedule(7));
    assert.notDeepEqual(makeSchedule(7).actions, makeSchedule(8).actions);
  });

  it('shrinks to the actions that matter, in their order', async () => {
    const schedule = makeSchedule(3);
    const [first, second] = [schedule.actions[2], schedule.actions[9]];
    const fails = ({ actions }: Schedule) =>
      Promise.resolve(actions.some((one) => one === first) && actions.some((one) => one === second));
    const kept = await shrink(schedule, fails);
    assert.deepEqual(kept, [2, 9]);
    assert.deepEqual(only(schedule, kept).actions, [first, second]);
  });
});

describe('chance', () => {
  it('repeats, and stays within its bounds', () => {
    const [one, other] = [new Prng(1), new Prng(1)];
    const numbers = Array.from({ length: 1_000 }, () => one.int(3, 5));
    assert.deepEqual(new Set(numbers), new Set([3, 4, 5]));
    assert.deepEqual(
      numbers,
      Array.from({ length: 1_000 }, () => other.int(3, 5)),
    );
  });
});
