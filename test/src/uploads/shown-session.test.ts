import { expect } from '@open-wc/testing';
import type { Entry, Snapshot } from '../../../src/engine/types.js';
import { ShownSession } from '../../../src/uploads/shown-session.js';
import type { Upload } from '../../../src/uploads/upload.js';
import type { UploadQueue, UploadSession } from '../../../src/uploads/upload-queue.js';
import { entry } from '../../support/entries.js';
import { FakeSession } from '../../support/fake-session.js';

const upload: Upload = {
  key: 'u',
  name: 'a.pdf',
  type: 'application/pdf',
  size: 100,
  time: 1,
  state: 'uploading',
  sentBytes: 50,
  startToken: 's',
  completeToken: 'c',
  isStored: false,
};

/** A shown session, and its parts. */
function show(...list: readonly Upload[]) {
  const session = new FakeSession({ entries: [entry({ key: 'hello' })] });
  const asked: string[] = [];
  const queue = {
    list,
    has: (key: string) => queue.list.some((one) => one.key === key && one.state !== 'arrived'),
    retry: (key: string) => asked.push(`retry ${key}`),
    remove: (key: string) => asked.push(`remove ${key}`),
  };
  const shown = new ShownSession(session as unknown as UploadSession, queue as unknown as UploadQueue);
  return { session, queue, shown, asked };
}

describe('ShownSession', () => {
  it('is the session itself while nothing is uploaded', () => {
    const { shown, session } = show();
    session.set({ draft: 'x' });
    shown.update();
    expect(shown.snapshot).to.equal(session.snapshot);
  });

  it('shows an upload after what has been said, with how far it is', () => {
    const { shown, queue } = show();
    const steps: (readonly Entry[])[] = [];
    shown.subscribe((next: Snapshot) => steps.push(next.entries));
    queue.list = [upload];
    shown.update();
    shown.update();
    expect(steps).to.have.length(1);
    expect(steps[0]!.map(({ key }) => key)).to.deep.equal(['hello', 'u']);
    const { attachment, ...shownEntry } = steps[0]![1]!;
    expect(shownEntry).to.include({ kind: 'attachment', own: true, delivery: 'sending' });
    expect(attachment).to.deep.equal({
      id: '',
      name: 'a.pdf',
      type: 'application/pdf',
      size: 100,
      status: 'uploading',
      progress: 0.5,
    });
  });

  it('puts the entry of the service in its place, under its key', () => {
    const { shown, session, queue } = show(upload);
    queue.list = [{ ...upload, state: 'arrived', attachmentId: 'f' }];
    const attachment = { id: 'f', name: 'a.pdf', type: 'application/pdf', status: 'approved' } as const;
    session.set({
      entries: [entry({ key: 'hello' }), entry({ key: 'item', kind: 'attachment', attachment })],
    });
    shown.update();
    const [, arrived] = shown.snapshot.entries;
    expect(arrived).to.include({ key: 'u', id: 'item' });
    expect(arrived!.attachment).to.deep.equal({ ...attachment, size: 100 });
    // The same entry as long as nothing is new, so that nothing is drawn again.
    session.set({ draft: 'x' });
    shown.update();
    expect(shown.snapshot.entries[1]).to.equal(arrived);
    shown.send({ type: 'place', key: 'u' });
    expect(session.sent).to.deep.equal([{ type: 'place', key: 'item' }]);
  });

  it('does to an upload what is asked of it, and leaves the rest to the session', () => {
    const { shown, session, asked } = show(upload);
    shown.send({ type: 'retry-message', key: 'u' });
    shown.send({ type: 'discard-message', key: 'u' });
    shown.send({ type: 'retry-message', key: 'other' });
    shown.send({ type: 'start' });
    expect(asked).to.deep.equal(['retry u', 'remove u']);
    expect(session.sent).to.deep.equal([{ type: 'retry-message', key: 'other' }, { type: 'start' }]);
  });
});
