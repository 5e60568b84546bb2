import { expect } from '@open-wc/testing';
import type { CardOperation, Failure, Snapshot } from '../../../src/engine/types.js';
import { UploadQueue, type UploadQueuePorts } from '../../../src/uploads/upload-queue.js';
import { entry } from '../../support/entries.js';
import { FakeSession } from '../../support/fake-session.js';
import { ManualClock } from '../../support/manual-clock.js';

const contact = { contactId: 'c', participantId: 'p' };
const connected = { phase: 'connected', contact, connection: 1 } as const;

interface Call {
  readonly name: CardOperation | 'put';
  readonly input: object;
  readonly signal?: AbortSignal;
  readonly progressed: (bytes: number) => void;
  readonly resolve: (answer?: unknown) => void;
  readonly reject: (failure: Failure) => void;
}

/** A queue over a session, a service and a storage in the hands of the test. */
class Stage {
  readonly session = new FakeSession({ session: connected });
  readonly clock = new ManualClock();
  readonly calls: Call[] = [];
  readonly closed = new AbortController();
  readonly queue: UploadQueue;
  isOnline = true;
  #ids = 0;

  constructor() {
    const { session, clock, closed } = this;
    const ask = (name: CardOperation, input: object) => this.#call(name, input);
    const put: UploadQueuePorts['put'] = async ({ url, headers }, file, progressed, signal) => {
      await this.#call('put', { url, headers, bytes: file.size }, progressed, signal);
    };
    const random = { next: () => 0.5, id: () => `id-${(this.#ids += 1)}` };
    this.queue = new UploadQueue(
      Object.assign(session, { ask, closed: closed.signal }),
      { clock, random, put, isOnline: () => this.isOnline },
      () => undefined,
    );
    session.subscribe((snapshot) => this.queue.follow(snapshot));
  }

  add(...names: string[]): readonly string[] {
    return this.queue.add(
      names.map((name) => ({ file: new Blob(['12345']), name, type: 'application/pdf' })),
    );
  }

  states(): readonly string[] {
    return this.queue.list.map(({ state, problem }) => problem?.code ?? state);
  }

  /** The newest call of that name, once it has been made. */
  async call(name: Call['name'], count = 1): Promise<Call> {
    for (let turn = 0; turn < 50; turn += 1) {
      const made = this.calls.filter((call) => call.name === name);
      if (made.length >= count) return made[count - 1]!;
      await Promise.resolve();
    }
    throw new Error(`${name} was not called ${count} times.`);
  }

  async begin(count = 1): Promise<void> {
    const UploadMetadata = { Url: 'https://s3.example/put', HeadersToInclude: { 'X-Signed': 'yes' } };
    (await this.call('startAttachmentUpload', count)).resolve({
      AttachmentId: `file-${count}`,
      UploadMetadata,
    });
  }

  set(changes: Partial<Snapshot>): void {
    this.session.set(changes);
  }

  #call(
    name: Call['name'],
    input: object,
    progressed?: (bytes: number) => void,
    signal?: AbortSignal,
  ): Promise<unknown> {
    return new Promise((resolve, reject) => {
      this.calls.push({ name, input, progressed, resolve, reject, ...(signal && { signal }) } as Call);
      signal?.addEventListener('abort', () => reject(new DOMException('', 'AbortError')));
    });
  }
}

/** Lets everything happen that needs no more answers. */
const settle = () => new Promise((resolve) => setTimeout(resolve));

describe('UploadQueue', () => {
  let stage: Stage;
  beforeEach(() => (stage = new Stage()));

  it('asks for a place, puts the bytes there and says that they are', async () => {
    stage.add('a.pdf');
    const { input } = await stage.call('startAttachmentUpload');
    expect(input).to.include({
      ContentType: 'application/pdf',
      AttachmentSizeInBytes: 5,
      AttachmentName: 'a.pdf',
    });
    await stage.begin();
    const put = await stage.call('put');
    expect(put.input).to.deep.equal({
      url: 'https://s3.example/put',
      headers: { 'X-Signed': 'yes' },
      bytes: 5,
    });
    put.progressed(2);
    expect(stage.queue.list[0]).to.include({ state: 'uploading', sentBytes: 2, attachmentId: 'file-1' });
    put.resolve();
    const complete = await stage.call('completeAttachmentUpload');
    expect(stage.states()).to.deep.equal(['stored']);
    expect(complete.input).to.deep.include({ AttachmentIds: ['file-1'] });
    complete.resolve();
    await settle();
    expect(stage.states()).to.deep.equal(['sent']);
    const attachment = { id: 'file-1', name: 'a.pdf', type: 'application/pdf', status: 'approved' } as const;
    stage.set({ entries: [entry({ key: 'item', kind: 'attachment', attachment })] });
    expect(stage.states()).to.deep.equal(['arrived']);
  });

  it('uploads three at a time', async () => {
    stage.add('a.pdf', 'b.pdf', 'c.pdf', 'd.pdf');
    await stage.call('startAttachmentUpload', 3);
    expect(stage.states()).to.deep.equal(['uploading', 'uploading', 'uploading', 'waiting']);
    stage.queue.remove(stage.queue.list[0]!.key);
    await stage.call('startAttachmentUpload', 4);
    expect(stage.states()).to.deep.equal(['uploading', 'uploading', 'uploading']);
  });

  it('never completes what could not be put', async () => {
    const [key = ''] = stage.add('a.pdf');
    await stage.begin();
    (await stage.call('put')).reject({ kind: 'server', status: 503 });
    await settle();
    expect(stage.states()).to.deep.equal(['attachment/server-error']);
    expect(stage.calls.map(({ name }) => name)).to.deep.equal(['startAttachmentUpload', 'put']);
    stage.queue.retry(key);
    await stage.begin(2);
    await stage.call('put', 2);
    expect(stage.states()).to.deep.equal(['uploading']);
  });

  it('keeps its client tokens across retries', async () => {
    const [key = ''] = stage.add('a.pdf');
    (await stage.call('startAttachmentUpload')).reject({ kind: 'network' });
    await settle();
    stage.queue.retry(key);
    await stage.begin(2);
    const [first, second] = stage.calls;
    expect(second!.input).to.deep.equal(first!.input);
    (await stage.call('put')).resolve();
    (await stage.call('completeAttachmentUpload')).reject({ kind: 'server', status: 500 });
    await settle();
    stage.queue.retry(key);
    const again = await stage.call('completeAttachmentUpload', 2);
    expect(again.input).to.deep.equal(stage.calls.at(-2)!.input);
    expect(stage.calls.filter(({ name }) => name === 'put')).to.have.length(1);
    // Its answer was lost the first time, and this is how the service says so.
    again.reject({ kind: 'refused', status: 409 });
    await settle();
    expect(stage.states()).to.deep.equal(['sent']);
  });

  it('asks for another place when the storage refuses the one it has', async () => {
    const [key = ''] = stage.add('a.pdf');
    await stage.begin();
    (await stage.call('put')).reject({ kind: 'forbidden', status: 403 });
    await settle();
    expect(stage.states()).to.deep.equal(['attachment/not-stored']);
    stage.queue.retry(key);
    const { input } = await stage.call('startAttachmentUpload', 2);
    const [{ input: before } = { input }] = stage.calls;
    const token = (one: object) => (one as { ClientToken: string }).ClientToken;
    expect(token(input)).not.to.equal(token(before));
  });

  it('waits while the service is asked too often', async () => {
    stage.add('a.pdf');
    for (let tries = 1; tries <= 3; tries += 1) {
      (await stage.call('startAttachmentUpload', tries)).reject({ kind: 'throttled', status: 429 });
      await settle();
      expect(stage.states()).to.deep.equal(['uploading']);
      stage.clock.advance(10_000);
    }
    (await stage.call('startAttachmentUpload', 4)).reject({ kind: 'throttled', status: 429 });
    await settle();
    expect(stage.states()).to.deep.equal(['attachment/throttled']);
  });

  const failures: readonly (readonly [Failure, string, boolean])[] = [
    [{ kind: 'refused', status: 400, detail: 'No such type.' }, 'attachment/refused', false],
    [{ kind: 'refused', status: 402 }, 'attachment/too-many', false],
    [{ kind: 'forbidden', status: 403 }, 'attachment/forbidden', true],
    [{ kind: 'refused', status: 409 }, 'attachment/conflict', true],
    [{ kind: 'server', status: 500 }, 'attachment/server-error', true],
    [{ kind: 'invalid' }, 'attachment/server-error', true],
    [{ kind: 'timeout' }, 'attachment/unreachable', true],
  ];
  for (const [failure, code, recoverable] of failures) {
    it(`says ${code} of ${failure.kind} ${failure.status ?? ''}`, async () => {
      const [key = ''] = stage.add('a.pdf');
      (await stage.call('startAttachmentUpload')).reject(failure);
      await settle();
      const { problem } = stage.queue.list[0]!;
      expect(problem).to.deep.equal({
        code,
        recoverable,
        ...(failure.detail !== undefined && { detail: failure.detail }),
      });
      stage.queue.retry(key);
      expect(stage.queue.list[0]!.state).to.equal(recoverable ? 'uploading' : 'failed');
    });
  }

  it('waits for the chat, and for the network', async () => {
    stage.set({ session: { phase: 'starting', clientToken: 't' } });
    stage.add('a.pdf');
    expect(stage.calls).to.deep.equal([]);
    stage.set({ session: connected });
    await stage.begin();
    stage.isOnline = false;
    (await stage.call('put')).reject({ kind: 'network' });
    stage.set({ session: { phase: 'offline', contact, attempt: 0 } });
    await settle();
    expect(stage.states()).to.deep.equal(['waiting']);
    stage.isOnline = true;
    stage.set({ session: connected });
    await stage.call('startAttachmentUpload', 2);
    expect(stage.states()).to.deep.equal(['uploading']);
  });

  it('stops at once what is removed, and says nothing more of it', async () => {
    const [key = ''] = stage.add('a.pdf');
    await stage.begin();
    const put = await stage.call('put');
    stage.queue.remove(key);
    expect(put.signal!.aborted).to.equal(true);
    put.resolve();
    await settle();
    expect(stage.queue.list).to.deep.equal([]);
    expect(stage.calls.map(({ name }) => name)).not.to.include('completeAttachmentUpload');
  });

  it('gives up when the chat is over, and begins anew with the next', async () => {
    stage.add('a.pdf', 'b.pdf');
    await stage.begin();
    const put = await stage.call('put');
    stage.set({ session: { phase: 'ended', contact, by: 'agent' } });
    expect(put.signal!.aborted).to.equal(true);
    expect(stage.states()).to.deep.equal(['attachment/chat-ended', 'attachment/chat-ended']);
    stage.set({ session: { phase: 'starting', clientToken: 't' } });
    expect(stage.queue.list).to.deep.equal([]);
  });

  it('gives up where the chat turns out to take no files', () => {
    stage.set({ session: { phase: 'starting', clientToken: 't' } });
    stage.add('a.pdf');
    stage.set({ session: connected, features: { attachments: false } });
    expect(stage.states()).to.deep.equal(['attachment/disabled']);
    expect(stage.calls).to.deep.equal([]);
  });

  it('lets go of everything when the chat is closed', async () => {
    stage.add('a.pdf');
    await stage.begin();
    const put = await stage.call('put');
    stage.closed.abort();
    expect(put.signal!.aborted).to.equal(true);
    expect(stage.queue.list).to.deep.equal([]);
  });
});
