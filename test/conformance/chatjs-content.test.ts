import { strict as assert } from 'node:assert';
import { describe, it } from 'node:test';
import type { Item } from '../../demo/emulator/core/wire.js';
import type { ChatJsChat } from './use-chatjs.js';
import { useChatJs } from './use-chatjs.js';

const bytes = Uint8Array.from({ length: 70_000 }, (_, index) => (index * 7) % 256);
const redirectUri = 'https://shop.example/signed-in';

const statusOf = ({ Attachments }: Item) => (Attachments as { Status: string }[] | undefined)?.[0]?.Status;
const attachmentIdOf = ({ Attachments }: Item) =>
  (Attachments as { AttachmentId: string }[])[0]!.AttachmentId;

describe('the published amazon-connect-chatjs, beyond text', () => {
  const { control, customer } = useChatJs({ scanMs: 20, signInCheckMs: 10 });

  it('sends a file and reads it back byte for byte', async () => {
    const chat = await customer();
    await chat.session.sendAttachment({ attachment: new File([bytes], 'søk.png', { type: 'image/png' }) });
    const item = await chat.item((one) => statusOf(one) === 'APPROVED');
    assert.deepEqual(
      chat.items.filter(({ Type }) => Type === 'ATTACHMENT').map((one) => [one.Id, statusOf(one)]),
      [
        [item.Id, 'IN_PROGRESS'],
        [item.Id, 'APPROVED'],
      ],
    );
    const file = await chat.session.downloadAttachment({ attachmentId: attachmentIdOf(item) });
    assert.deepEqual(new Uint8Array(await file.arrayBuffer()), bytes);
    const { requests, attachments } = await control.detail(chat.id);
    assert.equal(attachments[0]?.name, 'søk.png');
    assert.deepEqual(
      requests.map(({ operation, status }) => [operation, status]).slice(1),
      ['StartAttachmentUpload', 'PutObject', 'CompleteAttachmentUpload', 'GetAttachment', 'GetObject'].map(
        (operation) => [operation, 200],
      ),
    );
  });

  it("reads an agent's file, and hears of one that was rejected", async () => {
    const chat = await customer();
    await control.agent(chat.id, { action: 'join', displayName: 'Ada' });
    await control.upload(chat.id, 'guide.pdf', bytes);
    const item = await chat.item((one) => statusOf(one) === 'APPROVED');
    assert.equal(item.DisplayName, 'Ada');
    const file = await chat.session.downloadAttachment({ attachmentId: attachmentIdOf(item) });
    assert.deepEqual(new Uint8Array(await file.arrayBuffer()), bytes);
    await control.post('/faults', { type: 'scanner', result: 'REJECTED', ms: 5 });
    await control.upload(chat.id, 'other.pdf', bytes);
    await chat.item((one) => statusOf(one) === 'REJECTED');
  });

  for (const [what, file, type, statusCode] of [
    [
      'a kind that is not allowed',
      new File(['x'], 'a.exe', { type: 'application/x-msdownload' }),
      'ValidationException',
      400,
    ],
    ['an empty file', new File([], 'a.txt', { type: 'text/plain' }), 'ValidationException', 400],
  ] as const) {
    it(`reports ${what} as ${type}`, async () => {
      const chat = await customer();
      await assert.rejects(chat.session.sendAttachment({ attachment: file }), (error) => {
        assert.deepEqual(
          [(error as { type: string }).type, (error as { statusCode: number }).statusCode],
          [type, statusCode],
        );
        return true;
      });
    });
  }

  it('describes a view', async () => {
    const chat = await customer();
    await control.post(`/contacts/${chat.id}/view`, { viewId: 'form', viewData: { Heading: 'Your order' } });
    const item = await chat.item(({ ContentType }) => String(ContentType).endsWith('.message.interactive'));
    const { data } = JSON.parse(String(item.Content)) as { data: { content: { viewToken: string } } };
    const { View } = (await chat.session.describeView({ viewToken: data.content.viewToken })).data;
    assert.deepEqual([View.Id, View.Name], ['form', 'Form']);
    assert.equal(typeof JSON.parse(View.Content.Template), 'object');
    assert(View.Content.Actions.includes('Next'));
  });

  /** Asks for a sign-in, and gives the session that ChatJS was told. */
  async function asked(chat: ChatJsChat): Promise<string> {
    await control.post(`/contacts/${chat.id}/sign-ins`);
    const event = (await chat.until('AuthenticationInitiated')) as Item;
    return (JSON.parse(String(event.Content)) as { SessionId: string }).SessionId;
  }

  it('fetches the address of a sign-in, and cancels it', async () => {
    const chat = await customer();
    const sessionId = await asked(chat);
    const { data } = await chat.session.getAuthenticationUrl({ sessionId, redirectUri });
    const page = await fetch(data.AuthenticationUrl);
    assert.equal(page.status, 200);
    await chat.session.cancelParticipantAuthentication({ sessionId });
    await chat.until('AuthenticationCanceled');
    await assert.rejects(chat.session.cancelParticipantAuthentication({ sessionId }));
  });

  for (const [outcome, callback] of [
    ['succeeded', 'AuthenticationSuccessful'],
    ['failed', 'AuthenticationFailed'],
    ['timeout', 'AuthenticationTimeout'],
    ['expired', 'AuthenticationExpired'],
  ] as const) {
    it(`hears ${outcome} as on${callback}`, async () => {
      const chat = await customer();
      const sessionId = await asked(chat);
      await control.post(`/contacts/${chat.id}/sign-ins/${sessionId}`, { outcome, displayName: 'Jane Doe' });
      await chat.until(callback);
      if (outcome !== 'succeeded') return;
      const renamed = (await chat.until('ParticipantDisplayNameUpdated')) as Item;
      assert.equal(renamed.DisplayName, 'Jane Doe');
    });
  }
});
