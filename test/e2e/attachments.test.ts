import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, afterEach, before, describe, it, type TestContext } from 'node:test';
import type { Locator } from 'playwright-core';
import type { ConnectChat } from '../../src/connect-chat.js';
import { createControl } from '../../demo/emulator/control-client.js';
import { until } from '../demo/emulator/until.js';
import { mount, type ChatView } from '../support/e2e-chat.js';
import { Stage } from '../support/e2e-stage.js';
import { collectGarbage, filesHeldBack, watchFiles } from '../support/e2e-files.js';

// What the browser itself logs about an answer that is refused.
const forgive = /Failed to load resource|WebSocket connection to/;
const MB = 1_000_000;
/** Some of these uploads are slow on purpose. */
const uploadMs = 60_000;

let stage: Stage;
let folder: string;
before(async () => {
  stage = await Stage.open({ timings: { scanMs: 20 } });
  folder = await mkdtemp(join(tmpdir(), 'files-'));
});
afterEach(() => stage.control.clearFaults());
after(async () => {
  await stage.close();
  await rm(folder, { recursive: true });
});

const control = () => createControl(`${stage.origin}/control`);

/** Writes files of `bytes` bytes and returns their paths. */
async function filesOf(bytes: number, ...names: string[]): Promise<readonly string[]> {
  const paths = names.map((name) => join(folder, name));
  await Promise.all(paths.map((path, index) => writeFile(path, Buffer.alloc(bytes, index + 1))));
  return paths;
}

/** A chat that is connected, and its contact's id. */
async function begin(t: TestContext): Promise<readonly [ChatView, string]> {
  const page = await stage.visit(t, '/test/blank.html', { forgive, prepare: watchFiles });
  const chat = await mount(page);
  await chat.send('hello');
  return [chat, await chat.connected()];
}

/** Chooses files and waits for the composer to hold as many. */
async function choose(chat: ChatView, paths: readonly string[]): Promise<void> {
  await chat.element.locator('input[type=file]').setInputFiles([...paths]);
  await until('the files in the composer', async () => (await tray(chat).count()) === paths.length);
}

const tray = (chat: ChatView): Locator => chat.element.locator('connect-chat-tray li');
const cards = (chat: ChatView, words: string | RegExp): Locator =>
  chat.log.locator('connect-chat-attachment', { hasText: words });

const puts = async () => (await control().requests()).filter(({ operation }) => operation === 'PutObject');

const sha = async (blob: Blob) =>
  Buffer.from(await crypto.subtle.digest('SHA-256', await blob.arrayBuffer())).toString('hex');

describe('sending files', () => {
  it('brings five large ones through a slow network, a change of mind, a refusal and two failures', async (t) => {
    const [chat, id] = await begin(t);
    await stage.control.fault('bandwidth', { operation: 'PutObject', bytesPerSecond: 2 * MB });
    await stage.control.fault('status', { operation: 'PutObject', status: 503, times: 1 });
    const names = ['one.pdf', 'two.pdf', 'three.pdf', 'four.pdf'];
    await choose(chat, await filesOf(15 * MB, ...names, 'setup.exe'));
    assert.match(await tray(chat).nth(4).innerText(), /setup\.exe\s+This kind of file can’t be sent/);
    await chat.button('Send').click();

    // One of the first three has failed, and the fourth has taken its place.
    await cards(chat, 'Upload failed').waitFor({ timeout: uploadMs });
    const label = (await cards(chat, 'Upload failed').getAttribute('aria-label')) ?? '';
    const flaky = label.slice(0, label.indexOf(','));
    const given = 'four.pdf';
    await cards(chat, /four\.pdf.*[1-9]\d?% of 15/s).waitFor({ timeout: uploadMs });
    await chat.button(`Cancel upload of ${given}`).click();
    await cards(chat, given).waitFor({ state: 'detached' });

    await stage.control.fault('status', { operation: 'PutObject', status: 503, times: 1 });
    await chat.button(`Try ${flaky} again`).click();
    await until('the second failure', async () => (await puts()).length === 5);
    await chat.button(`Try ${flaky} again`).click({ timeout: uploadMs });

    const sent = names.filter((name) => name !== given);
    for (const name of sent)
      await cards(chat, new RegExp(`${name}.*PDF, 15 MB`, 's')).waitFor({ timeout: uploadMs });
    assert.equal(await cards(chat, /./).count(), 3);
    await tray(chat).getByRole('button').click();
    assert.equal(await tray(chat).count(), 0);

    // At the service: each that was meant to, once, byte for byte; none that failed was said to be there.
    const { transcript, requests } = await stage.control.contact(id);
    const files = transcript.flatMap(
      ({ Attachments = [] }) => Attachments as readonly { AttachmentName: string; AttachmentId: string }[],
    );
    assert.deepEqual(files.map(({ AttachmentName }) => AttachmentName).sort(), [...sent].sort());
    assert.equal(requests.filter(({ operation }) => operation === 'CompleteAttachmentUpload').length, 3);
    const hashes = await Promise.all(
      files.map(async ({ AttachmentName, AttachmentId }) => [
        await sha(await control().attachment(id, AttachmentId)),
        await sha(new Blob([await readFile(join(folder, AttachmentName))])),
      ]),
    );
    for (const [stored, original] of hashes) assert.equal(stored, original);
    const words = await chat.said();
    assert.ok(
      words.some((text) => text.startsWith('Sending ')),
      words.join('|'),
    );
    for (const name of sent)
      assert.ok(
        words.some((text) => text.startsWith('Sent ') && text.includes(name)),
        name,
      );

    await collectGarbage(chat.page);
    assert.deepEqual(await filesHeldBack(chat.page), []);
    assert.deepEqual(await chat.element.evaluate(filesWithin), []);
  });

  it('waits offline, and goes on by itself', async (t) => {
    const [chat] = await begin(t);
    await choose(chat, await filesOf(1_000, 'later.txt'));
    await chat.page.context().setOffline(true);
    await chat.when('an offline chat', ({ connection }) => connection === 'offline');
    await chat.button('Send').click();
    await cards(chat, 'Waiting to send').waitFor();
    await chat.page.context().setOffline(false);
    await cards(chat, 'TXT, 1 KB').waitFor({ timeout: uploadMs });
  });

  it('shows what the scanner finds', async (t) => {
    const [chat] = await begin(t);
    await stage.control.fault('scanner', { result: 'REJECTED', times: 1, ms: 300 });
    await choose(chat, await filesOf(1_000, 'bad.pdf'));
    await chat.button('Send').click();
    await cards(chat, 'Checking for viruses').waitFor();
    await cards(chat, 'Blocked: not a safe file').waitFor();
    assert.equal(await cards(chat, 'bad.pdf').getByRole('button').count(), 0);
  });
});

describe('a file that arrives', () => {
  it('is saved byte for byte, by a fresh link where the old one has expired', async (t) => {
    const [chat, id] = await begin(t);
    const content = new Blob(['return label']);
    await control().sendAttachment(id, { name: 'label.pdf', content });
    await cards(chat, 'PDF').waitFor();
    await stage.control.fault('status', { operation: 'GetObject', status: 403, times: 1 });
    const [download] = await Promise.all([
      chat.page.waitForEvent('download'),
      chat.button('Download label.pdf').click(),
    ]);
    assert.equal(download.suggestedFilename(), 'label.pdf');
    assert.equal(await readFile(await download.path(), 'utf8'), 'return label');
  });

  it('is not what the storage says in its place', async (t) => {
    const [chat, id] = await begin(t);
    await control().sendAttachment(id, { name: 'label.pdf', content: new Blob(['x']) });
    await stage.control.fault('status', { operation: 'GetObject', status: 403 });
    await chat.button('Download label.pdf').click();
    await cards(chat, 'Download failed. Try again.').waitFor();
  });

  it('is drawn if it is a picture, under a policy without img-src for it', async (t) => {
    const [chat, id] = await begin(t);
    const png = await chat.page.screenshot({ clip: { x: 0, y: 0, width: 64, height: 32 } });
    await control().sendAttachment(id, { name: 'dimmer.png', content: new Blob([new Uint8Array(png)]) });
    await chat.log.locator('canvas').waitFor();
    assert.equal(await chat.button('Open image: dimmer.png').count(), 1);
    // Neither the link nor anything of it stands in the page.
    assert.doesNotMatch(await chat.page.content(), /X-Amz-/);
  });
});

/** Paths of whatever is a file in what the element shows of itself or keeps. */
function filesWithin(element: ConnectChat): readonly string[] {
  const found: string[] = [];
  const seen = new Set<unknown>();
  const look = (value: unknown, path: string): void => {
    if (typeof value !== 'object' || value === null || seen.has(value)) return;
    seen.add(value);
    if (value instanceof Blob) found.push(path);
    for (const [name, member] of Object.entries(value)) look(member, `${path}.${name}`);
  };
  look(element.state, 'state');
  look(element.session?.snapshot, 'snapshot');
  return found;
}
