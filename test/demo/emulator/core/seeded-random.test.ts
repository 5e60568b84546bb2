import { strict as assert } from 'node:assert';
import { describe, it } from 'node:test';
import { seededRandom } from '../../../../demo/emulator/core/seeded-random.js';

const take = (count: number, next: () => unknown) => Array.from({ length: count }, next);

describe('seededRandom', () => {
  it('repeats with its seed, and differs without', () => {
    const run = (seed: number) => {
      const random = seededRandom(seed);
      return [...take(5, random.next), ...take(5, random.id)];
    };
    assert.deepEqual(run(1), run(1));
    assert.notDeepEqual(run(1), run(2));
  });

  it('gives numbers all over [0, 1)', () => {
    const { next } = seededRandom(3);
    const tenths = new Map<number, number>();
    for (let taken = 0; taken < 10_000; taken += 1) {
      const tenth = Math.floor(next() * 10);
      tenths.set(tenth, (tenths.get(tenth) ?? 0) + 1);
    }
    assert.deepEqual([...tenths.keys()].sort(), [0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
    for (const count of tenths.values()) assert(Math.abs(count - 1_000) < 150);
  });

  it('gives different ids in the form of random UUIDs', () => {
    const ids = take(1_000, seededRandom(4).id);
    assert.equal(new Set(ids).size, ids.length);
    for (const id of ids) {
      assert.match(String(id), /^[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/);
    }
  });
});
