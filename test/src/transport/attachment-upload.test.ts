import { expect } from '@open-wc/testing';
import type { Ask } from '../../../src/engine/types.js';
import { completeUpload, startUpload } from '../../../src/transport/attachment-upload.js';
import { fetchAttachment } from '../../../src/transport/fetch-attachment.js';
import { rejection } from './rejection.js';

const file = { name: 'a.pdf', type: 'application/pdf', size: 5 };
const metadata = { Url: 'https://s3.example/put', HeadersToInclude: { 'Content-Type': 'application/pdf' } };
const good = { AttachmentId: 'a', UploadMetadata: metadata };
const answering =
  (answer: unknown, asked: unknown[] = []): Ask =>
  (operation, input) => {
    asked.push([operation, input]);
    return Promise.resolve(answer);
  };

describe('startUpload', () => {
  it('asks for a place and reads where it is', async () => {
    const asked: unknown[] = [];
    expect(await startUpload(answering(good, asked), file, 'token')).to.deep.equal({
      attachmentId: 'a',
      url: 'https://s3.example/put',
      headers: { 'Content-Type': 'application/pdf' },
    });
    const input = {
      ContentType: 'application/pdf',
      AttachmentSizeInBytes: 5,
      AttachmentName: 'a.pdf',
      ClientToken: 'token',
    };
    expect(asked).to.deep.equal([['startAttachmentUpload', input]]);
  });

  it('can do without headers', async () => {
    const answer = { ...good, UploadMetadata: { Url: metadata.Url } };
    expect((await startUpload(answering(answer), file, 't')).headers).to.deep.equal({});
  });

  const bad: readonly (readonly [string, unknown])[] = [
    ['nothing', undefined],
    ['no id', { UploadMetadata: metadata }],
    ['no address', { ...good, UploadMetadata: {} }],
    ['an address of another kind', { ...good, UploadMetadata: { ...metadata, Url: 'javascript:alert(1)' } }],
    [
      'a header with a line break',
      { ...good, UploadMetadata: { ...metadata, HeadersToInclude: { a: 'b\r\nc: d' } } },
    ],
    ['a header that is no text', { ...good, UploadMetadata: { ...metadata, HeadersToInclude: { a: 1 } } }],
    ['a header without a name', { ...good, UploadMetadata: { ...metadata, HeadersToInclude: { '': 'b' } } }],
  ];
  for (const [what, answer] of bad)
    it(`does not put a file anywhere for ${what}`, async () =>
      expect(await rejection(startUpload(answering(answer), file, 't'))).to.deep.equal({ kind: 'invalid' }));
});

describe('completeUpload', () => {
  it('names the one file', async () => {
    const asked: unknown[] = [];
    await completeUpload(answering({}, asked), 'a', 'token');
    expect(asked).to.deep.equal([
      ['completeAttachmentUpload', { AttachmentIds: ['a'], ClientToken: 'token' }],
    ]);
  });
});

describe('fetchAttachment', () => {
  /** A storage that answers with these statuses in turn. */
  function storage(...statuses: number[]) {
    const asked: unknown[] = [];
    const got: Request[] = [];
    const fetcher = (input: RequestInfo | URL, init?: RequestInit) => {
      got.push(new Request(input, init));
      const status = statuses[got.length - 1] ?? 0;
      return status === 0
        ? Promise.reject(new TypeError())
        : Promise.resolve(new Response('bytes', { status }));
    };
    const ask = answering({ Url: 'https://s3.example/get' }, asked);
    return { asked, got, fetch: (signal?: AbortSignal) => fetchAttachment(ask, fetcher, 'a', signal) };
  }

  it('gives the bytes, and tells the storage nothing', async () => {
    const { got, fetch } = storage(200);
    expect(await (await fetch()).text()).to.equal('bytes');
    expect(got[0]).to.include({ credentials: 'omit', referrerPolicy: 'no-referrer' });
  });

  it('asks once more for a link that has expired', async () => {
    const once = storage(403, 200);
    expect(await (await once.fetch()).text()).to.equal('bytes');
    expect(once.asked).to.have.length(2);
    const twice = storage(403, 403);
    expect(await rejection(twice.fetch())).to.deep.equal({ kind: 'forbidden', status: 403 });
    expect(twice.got).to.have.length(2);
  });

  it('does not take a refusal for the file', async () => {
    expect(await rejection(storage(404).fetch())).to.deep.equal({ kind: 'refused', status: 404 });
    expect(await rejection(storage(0).fetch())).to.deep.equal({ kind: 'network' });
    expect(await rejection(storage(0).fetch(AbortSignal.abort()))).to.include({ name: 'AbortError' });
  });
});
