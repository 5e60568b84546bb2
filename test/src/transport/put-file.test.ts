import { expect } from '@open-wc/testing';
import { putFile, type PutOptions } from '../../../src/transport/put-file.js';
import { ManualClock } from '../../support/manual-clock.js';
import { rejection } from './rejection.js';

const grant = {
  attachmentId: 'a',
  url: 'https://s3.example/put?X-Amz-Signature=1',
  headers: { 'Content-Type': 'image/png', 'Content-Length': '5', Host: 's3.example', 'x-amz-meta-a': 'b' },
};
const file = () => new File(['12345'], 'a.png', { type: 'image/png' });

/** A request in the hands of the test. */
class FakeRequest {
  static last: FakeRequest;
  readonly upload: { onprogress: ((event: { readonly loaded: number }) => void) | null } = {
    onprogress: null,
  };
  readonly headers: [string, string][] = [];
  onload: (() => void) | null = null;
  onerror: (() => void) | null = null;
  onabort: (() => void) | null = null;
  status = 0;
  opened: readonly string[] = [];
  body: Blob | undefined;
  aborted = false;

  constructor() {
    FakeRequest.last = this;
  }

  open(method: string, url: string): void {
    this.opened = [method, url];
  }

  setRequestHeader(name: string, value: string): void {
    this.headers.push([name, value]);
  }

  send(body: Blob): void {
    this.body = body;
  }

  abort(): void {
    this.aborted = true;
    this.onabort?.();
  }

  answer(status: number): void {
    this.status = status;
    this.onload?.();
  }
}

describe('putFile', () => {
  let clock: ManualClock;
  let leaving: AbortController;
  let sent: number[];
  const options = (changes: Partial<PutOptions> = {}): PutOptions => ({
    progressed: (bytes) => sent.push(bytes),
    signal: leaving.signal,
    clock,
    stallMs: 30_000,
    XMLHttpRequest: FakeRequest as unknown as typeof XMLHttpRequest,
    ...changes,
  });
  beforeEach(() => {
    clock = new ManualClock();
    leaving = new AbortController();
    sent = [];
  });

  it('sends the bytes with the signed headers and no others', async () => {
    const done = putFile(grant, file(), options());
    const request = FakeRequest.last;
    expect(request.opened).to.deep.equal(['PUT', grant.url]);
    // The browser sets length and host itself; and it would add the type of a body that has one.
    expect(request.headers).to.deep.equal([
      ['Content-Type', 'image/png'],
      ['x-amz-meta-a', 'b'],
    ]);
    expect(request.body!.type).to.equal('');
    expect(await request.body!.text()).to.equal('12345');
    request.upload.onprogress!({ loaded: 2 });
    request.answer(200);
    await done;
    expect(sent).to.deep.equal([2, 5]);
    expect(clock.pending).to.equal(0);
  });

  const refusals = [
    [403, 'forbidden'],
    [400, 'refused'],
    [503, 'server'],
    [304, 'invalid'],
  ] as const;
  for (const [status, kind] of refusals) {
    it(`does not take ${status} for success`, async () => {
      const done = rejection(putFile(grant, file(), options()));
      FakeRequest.last.answer(status);
      expect(await done).to.deep.equal({ kind, status });
    });
  }

  it('says when the network breaks', async () => {
    const done = rejection(putFile(grant, file(), options()));
    FakeRequest.last.onerror!();
    expect(await done).to.deep.equal({ kind: 'network' });
  });

  it('gives up after a long silence, however long the upload is', async () => {
    const done = rejection(putFile(grant, file(), options()));
    const request = FakeRequest.last;
    for (let loaded = 1; loaded < 5; loaded += 1) {
      clock.advance(29_999);
      request.upload.onprogress!({ loaded });
    }
    expect(request.aborted).to.equal(false);
    clock.advance(30_000);
    expect(await done).to.deep.equal({ kind: 'timeout' });
    expect(request.aborted).to.equal(true);
  });

  it('stops when nobody wants it any more', async () => {
    const done = rejection(putFile(grant, file(), options()));
    leaving.abort();
    expect(await done).to.include({ name: 'AbortError' });
    expect(FakeRequest.last.aborted).to.equal(true);
    expect(clock.pending).to.equal(0);
    expect(await rejection(putFile(grant, file(), options()))).to.include({ name: 'AbortError' });
  });

  it("goes through the page's own fetch where there is one", async () => {
    const asked: Request[] = [];
    const fetcher = (input: RequestInfo | URL, init?: RequestInit) => {
      asked.push(new Request(input, init));
      return Promise.resolve(new Response(null, { status: asked.length === 1 ? 200 : 500 }));
    };
    await putFile(grant, file(), options({ fetch: fetcher }));
    expect(asked[0]!.headers.get('x-amz-meta-a')).to.equal('b');
    expect(asked[0]!.credentials).to.equal('omit');
    expect(await asked[0]!.text()).to.equal('12345');
    expect(sent).to.deep.equal([5]);
    expect(await rejection(putFile(grant, file(), options({ fetch: fetcher })))).to.deep.equal({
      kind: 'server',
      status: 500,
    });
  });
});
