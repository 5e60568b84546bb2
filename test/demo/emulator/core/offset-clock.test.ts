import { strict as assert } from 'node:assert';
import { beforeEach, describe, it } from 'node:test';
import { OffsetClock } from '../../../../demo/emulator/core/offset-clock.js';
import { ManualClock } from '../manual-clock.js';

describe('OffsetClock', () => {
  let source: ManualClock;
  let clock: OffsetClock;
  let startMs: number;
  let fired: string[];
  /** Notes when it fires, counted from the start. */
  const note = (name: string) => () => {
    fired.push(`${name}@${String(clock.now() - startMs)}`);
  };

  beforeEach(() => {
    source = new ManualClock();
    clock = new OffsetClock(source);
    startMs = clock.now();
    fired = [];
  });

  it('runs like its source until it is moved', () => {
    clock.schedule(note('a'), 100);
    source.advance(99);
    assert.deepEqual(fired, []);
    source.advance(1);
    assert.deepEqual(fired, ['a@100']);
    assert.equal(clock.iso(clock.now()), source.iso(source.now()));
  });

  it('fires at once what falls due in the skipped span, in order and at its time', () => {
    clock.schedule(note('b'), 200);
    clock.schedule(note('a'), 100);
    clock.schedule(note('later'), 1_000);
    clock.advance(500);
    assert.deepEqual(fired, ['a@100', 'b@200']);
    assert.equal(clock.now() - startMs, 500);
    assert.equal(source.now(), startMs);
  });

  it('fires what those callbacks schedule within the span, and nothing beyond it', () => {
    clock.schedule(() => {
      note('a')();
      clock.schedule(note('b'), 100);
      clock.schedule(note('c'), 900);
    }, 100);
    clock.advance(500);
    assert.deepEqual(fired, ['a@100', 'b@200']);
  });

  for (const first of ['source', 'skip'] as const) {
    it(`keeps due times when the ${first} moves first`, () => {
      clock.schedule(note('a'), 1_000);
      const moves = [() => source.advance(300), () => clock.advance(600)];
      for (const move of first === 'source' ? moves : moves.reverse()) move();
      assert.deepEqual(fired, []);
      source.advance(99);
      assert.deepEqual(fired, []);
      source.advance(1);
      assert.deepEqual(fired, ['a@1000']);
    });
  }

  it('forgets what is cancelled, before a skip and after one', () => {
    clock.schedule(note('a'), 100)();
    const cancel = clock.schedule(note('b'), 1_000);
    clock.advance(500);
    cancel();
    clock.advance(500);
    source.advance(2_000);
    assert.deepEqual(fired, []);
  });
});
