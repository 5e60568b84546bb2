import { strict as assert } from 'node:assert';
import { request } from 'node:http';
import { after, before, describe, it } from 'node:test';
import { startEmulator, type RunningEmulator } from '../../../demo/emulator/server.js';
import { until } from './until.js';

const body = new Uint8Array(6_000_000);

describe('uploads over the wire', () => {
  let emulator: RunningEmulator;
  let contactId: string;
  let token: string;
  before(async () => {
    emulator = await startEmulator({ timings: { scanMs: 5 } });
    const { ContactId, ParticipantToken } = await emulator.control.startContact();
    contactId = ContactId;
    const { ConnectionCredentials } = await call<{ ConnectionCredentials: { ConnectionToken: string } }>(
      'connection',
      ParticipantToken,
      { Type: ['CONNECTION_CREDENTIALS'] },
    );
    token = ConnectionCredentials.ConnectionToken;
  });
  after(() => emulator.close());

  async function call<T>(operation: string, bearer: string, members: object): Promise<T> {
    const init = { method: 'POST', headers: { 'x-amz-bearer': bearer }, body: JSON.stringify(members) };
    return (await (await fetch(`${emulator.origin}/participant/${operation}`, init)).json()) as T;
  }

  /** Asks for an upload, and gives what sends the file there. */
  async function begin(name: string) {
    const { AttachmentId, UploadMetadata } = await call<{
      AttachmentId: string;
      UploadMetadata: { Url: string; HeadersToInclude: Record<string, string> };
    }>('start-attachment-upload', token, {
      ContentType: 'application/pdf',
      AttachmentName: name,
      AttachmentSizeInBytes: body.byteLength,
      ClientToken: name,
    });
    const { Url: url, HeadersToInclude: headers } = UploadMetadata;
    const put = () => fetch(url, { method: 'PUT', headers, body });
    const truth = async () => {
      const { attachments, requests } = await emulator.control.contact(contactId);
      return {
        bytes: attachments.find(({ attachmentId }) => attachmentId === AttachmentId)?.uploadedBytes,
        statuses: requests
          .filter(
            ({ operation, body: noted }) =>
              operation === 'PutObject' && (noted as { AttachmentId: string }).AttachmentId === AttachmentId,
          )
          .map(({ status }) => status),
      };
    };
    return { url, headers, put, truth };
  }

  it('are answered with the status of a fault, however large, and then taken', async () => {
    await emulator.control.addFault({ type: 'status', operation: 'PutObject', status: 503, times: 2 });
    const { put, truth } = await begin('a.pdf');
    const statuses = [(await put()).status, (await put()).status, (await put()).status];
    assert.deepEqual(statuses, [503, 503, 200]);
    assert.deepEqual(await truth(), { bytes: body.byteLength, statuses });
  });

  it('can be given up on the way, and leave nothing', async () => {
    const { url, headers, put, truth } = await begin('b.pdf');
    const sending = request(url, { method: 'PUT', headers });
    sending.on('error', () => undefined); // What breaking off looks like from here.
    sending.write(body.subarray(0, 1_000_000));
    await until('the upload to begin', async () => (await truth()).statuses.length === 1);
    sending.destroy();
    await until('the emulator to notice', async () => (await truth()).statuses[0] === 0);
    assert.equal((await truth()).bytes, null);
    assert.equal((await put()).status, 200);
  });

  it('cross at the rate that was asked for, several at once', async () => {
    await emulator.control.addFault({
      type: 'bandwidth',
      operation: 'PutObject',
      bytesPerSecond: 10_000_000,
    });
    const uploads = [await begin('c.pdf'), await begin('d.pdf')];
    const startMs = Date.now();
    const replies = await Promise.all(uploads.map(({ put }) => put()));
    assert(Date.now() - startMs >= 590);
    assert.deepEqual(
      replies.map(({ status }) => status),
      [200, 200],
    );
  });
});
