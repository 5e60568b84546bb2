import { strict as assert } from 'node:assert';
import { beforeEach, describe, it } from 'node:test';
import type { Item } from '../../../../demo/emulator/core/wire.js';
import { Harness, type Customer, type Reply } from '../harness.js';
import { origin } from '../harness.js';

interface Started extends Item {
  readonly AttachmentId: string;
  readonly UploadMetadata: {
    readonly Url: string;
    readonly UrlExpiry: string;
    readonly HeadersToInclude: Readonly<Record<string, string>>;
  };
}

const picture = Uint8Array.from({ length: 300 }, (_, index) => index % 256);

describe('attachments', () => {
  let emulator: Harness;
  let customer: Customer;
  let count = 0;

  beforeEach(async () => {
    emulator = new Harness();
    customer = await emulator.customer();
  });

  const start = (change: object = {}): Promise<Reply<Started>> =>
    emulator.call<Started>('start-attachment-upload', customer.connectionToken, {
      ContentType: 'image/png',
      AttachmentSizeInBytes: picture.byteLength,
      AttachmentName: 'shot.png',
      ClientToken: `start-${String((count += 1))}`,
      ...change,
    });
  const put = ({ UploadMetadata: { Url, HeadersToInclude } }: Started, body = picture) =>
    emulator.emulator.handle(new Request(Url, { method: 'PUT', headers: HeadersToInclude, body }));
  const complete = (id: string, ClientToken = `complete-${id}`) =>
    emulator.call('complete-attachment-upload', customer.connectionToken, {
      AttachmentIds: [id],
      ClientToken,
    });
  const get = (AttachmentId: string, change: object = {}) =>
    emulator.call<{ Url: string; UrlExpiry: string; AttachmentSizeInBytes: number }>(
      'attachment',
      customer.connectionToken,
      { AttachmentId, ...change },
    );
  const send = async (): Promise<string> => {
    const { body } = await start();
    assert.equal((await put(body)).status, 200);
    assert.equal((await complete(body.AttachmentId)).status, 200);
    emulator.clock.advance(20);
    return body.AttachmentId;
  };
  const statuses = (): readonly unknown[] =>
    customer.socket.items
      .filter(({ Type }) => Type === 'ATTACHMENT')
      .map(({ Attachments }) => (Attachments as { Status: string }[])[0]?.Status);

  it('go up, are scanned as one item, and come down byte for byte', async () => {
    const id = await send();
    emulator.clock.advance(2_000);
    const items = customer.socket.items.filter(({ Type }) => Type === 'ATTACHMENT');
    assert.deepEqual(statuses(), ['IN_PROGRESS', 'APPROVED']);
    assert.equal(new Set(items.map(({ Id, AbsoluteTime }) => Id + AbsoluteTime)).size, 1);
    assert.deepEqual(items[1]?.Attachments, [
      { ContentType: 'image/png', AttachmentId: id, AttachmentName: 'shot.png', Status: 'APPROVED' },
    ]);
    assert.deepEqual(
      [items[1].ContentType, items[1].ParticipantRole, items[1].ContactId],
      [undefined, 'CUSTOMER', customer.contactId],
    );
    const { body } = await get(id, { UrlExpiryInSeconds: 5 });
    assert.equal(body.AttachmentSizeInBytes, picture.byteLength);
    assert.equal(Date.parse(body.UrlExpiry) - emulator.clock.now(), 5_000);
    const file = await emulator.emulator.handle(new Request(body.Url));
    assert.deepEqual(new Uint8Array(await file.arrayBuffer()), picture);
    assert.equal(file.headers.get('content-type'), 'image/png');
    assert.match(file.headers.get('content-disposition') ?? '', /^attachment; filename="shot.png"/);
    emulator.clock.advance(5_000);
    assert.equal((await emulator.emulator.handle(new Request(body.Url))).status, 403);
  });

  it('says where to put a file, with headers and until when', async () => {
    const { UploadMetadata } = (await start({ AttachmentName: 'Prüfung "1".png' })).body;
    const { Url, UrlExpiry, HeadersToInclude } = UploadMetadata;
    assert(Url.startsWith(`${origin}/storage/attachments/${customer.contactId}/`));
    assert(Url.length <= 2000);
    assert.equal(Date.parse(UrlExpiry) - emulator.clock.now(), 60_000);
    assert.deepEqual(HeadersToInclude, {
      'Content-Type': 'image/png',
      'Content-Length': '300',
      'Content-Disposition':
        'attachment; filename="Pr_fung _1_.png"; filename*=UTF-8\'\'Pr%C3%BCfung%20%221%22.png',
      'x-amz-server-side-encryption': 'aws:kms',
    });
  });

  it('keeps header values within 256 characters, whatever the name', async () => {
    for (const name of [`${'ü'.repeat(252)}.png`, '\ud800.png']) {
      const { body, status } = await start({ AttachmentName: name });
      assert.equal(status, 200);
      assert((body.UploadMetadata.HeadersToInclude['Content-Disposition']?.length ?? 999) <= 256);
      assert.equal((await put(body)).status, 200);
    }
  });

  it('gives one upload and one item for a repeated request', async () => {
    const [first, again] = [await start({ ClientToken: 'same' }), await start({ ClientToken: 'same' })];
    assert.deepEqual(first.body, again.body);
    await put(first.body);
    const id = first.body.AttachmentId;
    assert.deepEqual([(await complete(id)).status, (await complete(id)).status], [200, 200]);
    emulator.clock.advance(20);
    assert.deepEqual(statuses(), ['IN_PROGRESS']);
    const other = await complete(id, 'another');
    assert.deepEqual([other.status, other.body.__type], [409, 'ConflictException']);
  });

  it("does not complete what was never uploaded, nor anybody else's file", async () => {
    const { body } = await start();
    assert.equal((await complete(body.AttachmentId)).status, 400);
    await put(body);
    customer = await emulator.customer();
    assert.equal((await complete(body.AttachmentId)).status, 400);
  });

  for (const [result, seen, readable] of [
    ['APPROVED', ['IN_PROGRESS', 'APPROVED'], 200],
    ['REJECTED', ['IN_PROGRESS', 'REJECTED'], 403],
    ['IN_PROGRESS', ['IN_PROGRESS'], 403],
    ['SKIPPED', ['APPROVED'], 200],
  ] as const) {
    it(`shows ${seen.join(', then ')} when the scanner says ${result}`, async () => {
      await emulator.api.addFault({ type: 'scanner', result, ms: 100, times: 1 });
      const id = await send();
      emulator.clock.advance(100);
      assert.deepEqual(statuses(), seen);
      assert.equal((await get(id)).status, readable);
    });
  }

  it('takes a verdict over the control API, also a second one', async () => {
    await emulator.api.addFault({ type: 'scanner', result: 'IN_PROGRESS' });
    const id = await send();
    await emulator.api.judgeAttachment(customer.contactId, id, 'APPROVED');
    await emulator.api.judgeAttachment(customer.contactId, id, 'REJECTED');
    assert.deepEqual(statuses(), ['IN_PROGRESS', 'APPROVED', 'REJECTED']);
  });

  it('takes 35 files in a chat, and frees the places of uploads that were given up', async () => {
    for (let sent = 0; sent < 34; sent += 1) await send();
    const { body } = await start(); // Given up: never uploaded.
    const refused = await start();
    assert.deepEqual([refused.status, refused.body.__type], [402, 'ServiceQuotaExceededException']);
    emulator.clock.advance(60_000);
    assert.equal((await start()).status, 200);
    assert.equal((await put(body)).status, 403);
  });

  it('tells the whole truth, without a URL', async () => {
    const id = await send();
    const { attachments, requests } = await emulator.detail(customer.contactId);
    assert.deepEqual(
      attachments.map(({ attachmentId, uploadedBytes, status, role }) => [
        attachmentId,
        uploadedBytes,
        status,
        role,
      ]),
      [[id, 300, 'IN_PROGRESS', 'CUSTOMER']],
    );
    assert.deepEqual(
      requests.map(({ operation, status }) => [operation, status]),
      [
        ['CreateParticipantConnection', 200],
        ['StartAttachmentUpload', 200],
        ['PutObject', 200],
        ['CompleteAttachmentUpload', 200],
      ],
    );
    assert.doesNotMatch(JSON.stringify([attachments, requests]), /X-Amz-Signature/);
    const file = await emulator.api.attachment(customer.contactId, id);
    assert.deepEqual(new Uint8Array(await file.arrayBuffer()), picture);
  });

  it("carries an agent's file to the customer", async () => {
    await emulator.api.agent(customer.contactId, { action: 'join', displayName: 'Ada' });
    const item = await emulator.api.sendAttachment(customer.contactId, {
      name: 'guide.txt',
      content: 'Turn it on.',
    });
    emulator.clock.advance(2_000);
    assert.deepEqual(statuses(), ['IN_PROGRESS', 'APPROVED']);
    assert.deepEqual([item.ParticipantRole, item.DisplayName], ['AGENT', 'Ada']);
    const [attachment] = item.Attachments as { AttachmentId: string; ContentType: string }[];
    assert.equal(attachment?.ContentType, 'text/plain');
    const { body } = await get(attachment.AttachmentId);
    assert.equal(await (await emulator.emulator.handle(new Request(body.Url))).text(), 'Turn it on.');
  });
});
