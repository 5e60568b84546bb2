import { expect } from '@open-wc/testing';
import { withDeadline } from '../../../src/transport/deadline.js';
import { ManualClock } from './manual-clock.js';
import { rejection } from './rejection.js';

describe('withDeadline', () => {
  let clock: ManualClock;
  let controller: AbortController;

  beforeEach(() => {
    clock = new ManualClock();
    controller = new AbortController();
  });

  const never = () => new Promise<never>(() => undefined);
  const run = <T>(work: (signal: AbortSignal) => Promise<T>) =>
    withDeadline(clock, 1_000, controller.signal, work);

  it('resolves with the result and leaves no timer', async () => {
    expect(await run(() => Promise.resolve('done'))).to.equal('done');
    expect(clock.waiting).to.equal(0);
  });

  it('passes a rejection on', async () => {
    const error = new Error('no');
    expect(await rejection(run(() => Promise.reject(error)))).to.equal(error);
    expect(clock.waiting).to.equal(0);
  });

  it('rejects when the work throws at once', async () => {
    const error = new Error('no');
    const work = () => {
      throw error;
    };
    expect(await rejection(run(work))).to.equal(error);
  });

  it('rejects with a timeout and aborts the work', async () => {
    let given: AbortSignal | undefined;
    const promise = run((signal) => {
      given = signal;
      return never();
    });
    await Promise.resolve();
    clock.advance(1_000);
    expect(await rejection(promise)).to.deep.equal({ kind: 'timeout' });
    expect(given?.aborted).to.be.true;
  });

  it('rejects with an AbortError, even when the work pays no heed', async () => {
    const promise = run(never);
    controller.abort();
    expect(await rejection(promise))
      .to.be.instanceOf(DOMException)
      .with.property('name', 'AbortError');
    expect(clock.waiting).to.equal(0);
  });

  it('does not begin when already aborted', async () => {
    controller.abort();
    let begun = false;
    const work = () => {
      begun = true;
      return never();
    };
    expect(await rejection(run(work))).to.have.property('name', 'AbortError');
    expect(begun).to.be.false;
  });
});
