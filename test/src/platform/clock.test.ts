import { expect } from '@open-wc/testing';
import { createClock } from '../../../src/platform/clock.js';

describe('createClock', () => {
  it('tells the time of the device', () => {
    const before = Date.now();
    expect(createClock().now()).to.be.within(before, before + 1_000);
  });

  it('calls back once, later', async () => {
    let calls = 0;
    await new Promise<void>((resolve) => {
      createClock().schedule(() => {
        calls += 1;
        resolve();
      }, 0);
      expect(calls).to.equal(0);
    });
    expect(calls).to.equal(1);
  });

  it('takes a negative delay for none', async () => {
    await new Promise<void>((resolve) => createClock().schedule(resolve, -5));
  });

  for (const delayMs of [0, 2 ** 31, 2 ** 40, Infinity]) {
    it(`does not call back after ${delayMs} ms when cancelled, nor too early`, async () => {
      const clock = createClock();
      const calls: string[] = [];
      const cancel = clock.schedule(() => calls.push('too early'), delayMs);
      if (delayMs === 0) cancel();
      await new Promise<void>((resolve) => clock.schedule(resolve, 5));
      cancel();
      expect(calls).to.be.empty;
    });
  }
});
