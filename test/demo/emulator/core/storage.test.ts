import { strict as assert } from 'node:assert';
import { beforeEach, describe, it } from 'node:test';
import { Harness, type Customer } from '../harness.js';

interface Upload {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
}

const body = 'x'.repeat(200_000);

describe('the storage', () => {
  let emulator: Harness;
  let customer: Customer;
  let upload: Upload;

  beforeEach(async () => {
    emulator = new Harness();
    customer = await emulator.customer();
    const { body: started } = await emulator.call<{
      UploadMetadata: { Url: string; HeadersToInclude: Record<string, string> };
    }>('start-attachment-upload', customer.connectionToken, {
      ContentType: 'text/plain',
      AttachmentSizeInBytes: body.length,
      AttachmentName: 'a.txt',
      ClientToken: 'a',
    });
    const { Url, HeadersToInclude } = started.UploadMetadata;
    upload = { url: Url, headers: HeadersToInclude };
  });

  const send = (change: RequestInit & { readonly url?: string } = {}) =>
    emulator.emulator.handle(
      new Request(change.url ?? upload.url, { method: 'PUT', headers: upload.headers, body, ...change }),
    );
  const without = (name: string) =>
    Object.fromEntries(Object.entries(upload.headers).filter(([key]) => key !== name));

  it('takes exactly what was signed', async () => {
    const reply = await send();
    assert.equal(reply.status, 200);
    assert.equal(await reply.text(), '');
    assert.match(reply.headers.get('etag') ?? '', /^"\w+"$/);
  });

  const refusals: readonly (readonly [
    what: string,
    code: string,
    change: () => Parameters<typeof send>[0],
  ])[] = [
    [
      'a missing header',
      'SignatureDoesNotMatch',
      () => ({ headers: without('x-amz-server-side-encryption') }),
    ],
    ['no content type', 'SignatureDoesNotMatch', () => ({ headers: without('Content-Type') })],
    [
      'another content type',
      'SignatureDoesNotMatch',
      () => ({ headers: { ...upload.headers, 'Content-Type': 'text/plain;charset=UTF-8' } }),
    ],
    ['a shorter body', 'SignatureDoesNotMatch', () => ({ body: 'x' })],
    [
      'another length',
      'SignatureDoesNotMatch',
      () => ({ headers: { ...upload.headers, 'Content-Length': '1' } }),
    ],
    ['another signature', 'SignatureDoesNotMatch', () => ({ url: upload.url.replace(/.$/, 'z') })],
    ['no signature', 'SignatureDoesNotMatch', () => ({ url: upload.url.replace(/\?.*/, '') })],
    ['another method', 'SignatureDoesNotMatch', () => ({ method: 'GET', body: null })],
    [
      'a header of the service that was not signed',
      'AccessDenied',
      () => ({ headers: { ...upload.headers, 'x-amz-bearer': 'secret' } }),
    ],
    [
      'a second authorisation',
      'InvalidArgument',
      () => ({ headers: { ...upload.headers, authorization: 'Bearer secret' } }),
    ],
  ];
  for (const [what, code, change] of refusals) {
    it(`refuses ${what} as ${code}, and keeps nothing`, async () => {
      const reply = await send(change());
      assert.equal(reply.status, code === 'InvalidArgument' ? 400 : 403);
      assert.equal(reply.headers.get('content-type'), 'application/xml');
      assert.match(await reply.text(), new RegExp(`<Error><Code>${code}</Code>`));
      const { attachments } = await emulator.detail(customer.contactId);
      assert.equal(attachments[0]?.uploadedBytes, null);
    });
  }

  it('refuses a URL that has expired, by time or by command', async () => {
    assert.equal(await emulator.api.expire('file-urls', customer.contactId), 1);
    assert.match(await (await send()).text(), /Request has expired/);
    assert.equal(await emulator.api.expire('file-urls'), 0);
  });

  it('lets any page call it and read the answer', async () => {
    const asked = 'content-type,x-amz-server-side-encryption';
    const headers = { 'access-control-request-headers': asked, 'access-control-request-method': 'PUT' };
    const preflight = await send({ method: 'OPTIONS', body: null, headers });
    assert.equal(preflight.status, 204);
    assert.equal(preflight.headers.get('access-control-allow-headers'), asked);
    assert.match(preflight.headers.get('access-control-allow-methods') ?? '', /GET.*PUT/);
    for (const reply of [await send(), await send({ headers: {} })]) {
      assert.equal(reply.headers.get('access-control-allow-origin'), '*');
    }
  });

  it('fails an upload as often as a fault says, then takes it', async () => {
    await emulator.api.addFault({ type: 'status', operation: 'PutObject', status: 503, times: 2 });
    const replies = [await send(), await send(), await send()];
    assert.deepEqual(
      replies.map(({ status }) => status),
      [503, 503, 200],
    );
    assert.match((await replies[0]?.text()) ?? '', /<Code>SlowDown<\/Code>/);
    await emulator.api.addFault({ type: 'reset', operation: 'PutObject', contactId: customer.contactId });
    assert.equal((await send()).type, 'error');
    const { requests } = await emulator.detail(customer.contactId);
    assert.deepEqual(
      requests.filter(({ operation }) => operation === 'PutObject').map(({ status }) => status),
      [503, 503, 200, 0],
    );
  });

  it('is gone in an outage', async () => {
    await emulator.api.addFault({ type: 'outage' });
    assert.equal((await send()).type, 'error');
    assert.equal((await send({ method: 'OPTIONS', body: null })).type, 'error');
  });

  for (const method of ['PUT', 'GET'] as const) {
    it(`lets a ${method} cross no faster than the bandwidth allows`, async () => {
      const fileUrl = method === 'GET' ? await download() : upload.url;
      await emulator.api.addFault({ type: 'bandwidth', bytesPerSecond: 100_000 });
      const startMs = emulator.clock.now();
      const transfer = method === 'PUT' ? send() : send({ url: fileUrl, method, headers: {}, body: null });
      let received: string | undefined;
      void transfer.then((reply) => reply.text()).then((text) => (received = text));
      while (received === undefined) {
        await new Promise(setImmediate);
        emulator.clock.advance(10);
      }
      assert.equal(received, method === 'PUT' ? '' : body);
      const tookMs = emulator.clock.now() - startMs;
      assert(tookMs >= 2_000 && tookMs < 3_000, String(tookMs));
    });
  }

  /** Sends a file, and gives the URL to read it from. */
  async function download(): Promise<string> {
    const item = await emulator.api.sendAttachment(customer.contactId, { name: 'a.txt', content: body });
    const [attachment] = item.Attachments as { AttachmentId: string }[];
    emulator.clock.advance(2_000);
    const { body: file } = await emulator.call<{ Url: string }>('attachment', customer.connectionToken, {
      AttachmentId: attachment?.AttachmentId,
    });
    return file.Url;
  }
});
