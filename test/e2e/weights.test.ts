import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { after, before, describe, it } from 'node:test';
import { promisify } from 'node:util';
import { gzipSync } from 'node:zlib';
import { createControl } from '../../demo/emulator/control-client.js';
import { formSteps } from '../../demo/emulator/core/flow/samples/managed-views.js';
import { interactiveType, templates } from '../fixtures/interactive-templates.js';
import { mount } from '../support/e2e-chat.js';
import { Stage } from '../support/e2e-stage.js';

let stage: Stage;
before(async () => (stage = await Stage.open()));
after(() => stage.close());

/** The files that the build says each step adds, by their paths below `dist`. */
async function promised(): Promise<readonly (readonly string[])[]> {
  const { stdout } = await promisify(execFile)(process.execPath, ['scripts/sizes.mjs']);
  return stdout
    .split('\n')
    .filter((line) => /\(budget /.test(line))
    .map((line) => line.slice(line.lastIndexOf(': ') + 2).split(', '));
}

describe('a page', () => {
  it('downloads what the build says and no more than is allowed', async (t) => {
    const downloads: Promise<{ file: string; bytes: number }>[] = [];
    const page = await stage.visit(t, '/test/blank.html', {
      prepare: (fresh) =>
        void fresh.on('response', (response) => {
          const { pathname } = new URL(response.url());
          if (!pathname.startsWith('/dist/')) return;
          const weigh = (body: Buffer) => gzipSync(body, { level: 9 }).length;
          const file = pathname.slice('/dist/'.length);
          downloads.push(response.body().then((body) => ({ file, bytes: weigh(body) })));
        }),
    });
    let from = 0;
    const step = async () => {
      const added = await Promise.all(downloads.slice(from));
      from = downloads.length;
      const bytes = added.reduce((sum, one) => sum + one.bytes, 0);
      return { files: added.map(({ file }) => file).sort(), bytes };
    };

    const chat = await mount(page, { attributes: { floating: true } });
    await chat.launcher.waitFor();
    const loaded = await step();
    await chat.open();
    await chat.composer.waitFor();
    const opened = await step();
    const layers = ['start-chat', 'announcer-queue', 'menu', 'end-dialog', 'ended', 'start-error'].map(
      (name) => page.waitForResponse((response) => response.url().includes(`/chunks/${name}-`)),
    );
    await chat.send('hello');
    const id = await chat.connected();
    await Promise.all(layers);
    await stage.control.agent(id, 'join', { displayName: 'Maya' });
    await stage.control.agent(id, 'message', { content: 'in plain words' });
    await chat.messages('in plain words').waitFor();
    const talking = await step();
    const shown = page.waitForResponse((response) => response.url().includes('/chunks/attachment-kit-'));
    const control = createControl(`${stage.origin}/control`);
    await control.sendAttachment(id, { name: 'label.pdf', content: new Blob(['label']) });
    await shown;
    await chat.button('Download label.pdf').waitFor();
    const received = await step();
    const file = { name: 'receipt.pdf', mimeType: 'application/pdf', buffer: Buffer.from('receipt') };
    await chat.element.locator('input[type=file]').setInputFiles(file);
    await chat.button('Remove receipt.pdf').waitFor();
    const attached = await step();
    const ask = (type: string) =>
      stage.control.add(id, {
        ParticipantRole: 'SYSTEM',
        Content: JSON.stringify(templates[type] ?? { templateType: type }),
        ContentType: interactiveType,
      });
    await ask('AppleForm');
    await chat.messages('Apple form').waitFor();
    const readOnly = await step();
    await ask('QuickReply');
    await chat.button('Yes').waitFor();
    const asked = await step();
    await ask('TimePicker');
    await chat.button('Choose a time').waitFor();
    await ask('Carousel');
    await chat.button('Next card').waitFor();
    const chosen = await step();
    const services = page.waitForResponse((response) => response.url().includes('/chunks/card-services-'));
    await control.askToSignIn(id);
    await chat.button('Sign in').waitFor();
    await services;
    const signedIn = await step();
    await control.sendView(id, { viewId: 'detail' });
    await chat.log.locator('connect-chat-view').waitFor();
    const viewed = await step();
    await control.sendView(id, { viewId: 'form', viewData: formSteps[0] });
    await chat.log.locator('input').first().waitFor();
    const filled = await step();
    await stage.control.agent(id, 'message', { content: '**bold**', contentType: 'text/markdown' });
    await chat.log.locator('strong').waitFor();
    const formatted = await step();
    await chat.button('Formatting').click();
    await chat.button('Bold').waitFor();
    const formatting = await step();

    const conversation = [talking, received, attached, readOnly, asked, chosen, signedIn, viewed, filled];
    const steps = [loaded, opened, ...conversation, formatted, formatting];
    const wanted = await promised();
    assert.deepEqual(
      steps.map(({ files }) => files),
      wanted.map((files) => [...files].sort()),
    );
    assert.ok(loaded.bytes <= 10_000, `The page loads ${loaded.bytes} bytes.`);
    assert.ok(loaded.bytes + opened.bytes <= 64_000, `A chat takes ${loaded.bytes + opened.bytes} bytes.`);
    assert.ok(formatted.bytes <= 28_000, `Markdown adds ${formatted.bytes} bytes.`);
    t.diagnostic(`bytes: ${steps.map(({ bytes }) => bytes).join(' + ')}`);
  });
});
