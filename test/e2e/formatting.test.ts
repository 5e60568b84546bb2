import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Page } from 'playwright-core';
import { until } from '../demo/emulator/until.js';
import { ChatView, mount } from '../support/e2e-chat.js';
import { Stage } from '../support/e2e-stage.js';

let stage: Stage;
before(async () => (stage = await Stage.open()));
after(() => stage.close());

/** What the service was sent, as content type and words, once it is as much as `count`. */
function received(id: string, count: number): Promise<readonly (readonly [unknown, unknown])[]> {
  return until(`${count} messages`, async () => {
    const { requests } = await stage.control.contact(id);
    const sent = requests.filter(({ operation }) => operation === 'SendMessage');
    return sent.length >= count && sent.map(({ body }) => [body['ContentType'], body['Content']] as const);
  });
}

async function selectAll(page: Page, chat: ChatView): Promise<void> {
  await chat.composer.focus();
  await page.keyboard.press('Control+a');
}

describe('formatting', () => {
  it('sends markdown when it was used, and plain text otherwise', async (t) => {
    const page = await stage.visit(t, '/test/blank.html');
    const chunks: string[] = [];
    page.on('request', (request) => chunks.push(request.url()));
    const chat = await mount(page);
    await chat.send('**plain** first');
    const id = await chat.connected();
    assert.ok(!chunks.some((url) => url.includes('format-kit')), 'Nothing is fetched before it is wanted.');

    await chat.button('Formatting').click();
    await chat.element.getByRole('toolbar', { name: 'Formatting' }).waitFor();
    await chat.composer.fill('a bulb');
    await selectAll(page, chat);
    await chat.button('Bold').click();
    await page.keyboard.press('End');
    await page.keyboard.type('!');
    await chat.composer.press('Enter');
    await chat.messages('a bulb!').locator('strong', { hasText: 'a bulb' }).waitFor();
    await chat.send('and plain again');
    assert.deepEqual(await received(id, 3), [
      ['text/plain', '**plain** first'],
      ['text/markdown', '**a bulb**!'],
      ['text/plain', 'and plain again'],
    ]);
  });

  it('is undone by the browser’s own undo, and survives a refresh', async (t) => {
    const page = await stage.visit(t, stage.chatPage('/test/formatting'));
    const chat = new ChatView(page);
    await chat.send('hello');
    const id = await chat.connected();
    await chat.button('Formatting').click();
    await chat.button('Bold').waitFor();
    await chat.composer.focus();
    await page.keyboard.type('two sockets');
    await page.keyboard.press('Control+a');
    await page.keyboard.press('Control+b');
    assert.equal(await chat.composer.inputValue(), '**two sockets**');
    await page.keyboard.press('Control+z');
    assert.equal(await chat.composer.inputValue(), 'two sockets');
    await page.keyboard.press('Control+a');
    await page.keyboard.press('Control+i');
    assert.equal(await chat.composer.inputValue(), '*two sockets*');
    await page.reload();
    await chat.connected();
    assert.equal(await chat.composer.inputValue(), '*two sockets*');
    await chat.composer.press('Enter');
    assert.deepEqual((await received(id, 2))[1], ['text/markdown', '*two sockets*']);
  });

  const plain = ['text/plain', 'application/json'];
  for (const [why, attributes, answer] of [
    ['the page does not ask for markdown', { 'supported-messaging-content-types': plain.join() }, {}],
    ['the answer to the start forbids it', {}, { featurePermissions: { MESSAGING_MARKDOWN: false } }],
  ] as const)
    it(`is not offered where ${why}, and everything goes as plain text`, async (t) => {
      stage.answer('/test/plain', async () => {
        const startChatResult = await stage.control.start({ supportedMessagingContentTypes: plain });
        return Response.json({ data: { startChatResult, ...answer } });
      });
      const page = await stage.visit(t, '/test/blank.html');
      const chat = await mount(page, { attributes: { 'start-chat-endpoint': '/test/plain', ...attributes } });
      await chat.send('hello');
      const id = await chat.connected();
      await chat.button('Formatting').waitFor({ state: 'detached' });
      await selectAll(page, chat);
      await page.keyboard.type('by hand');
      await page.keyboard.press('Control+a');
      await page.keyboard.press('Control+b');
      await chat.composer.press('Enter');
      await chat.element.evaluate(
        (element: HTMLElementTagNameMap['connect-chat']) =>
          void element.send('**by the page**', { contentType: 'text/markdown' }),
      );
      assert.deepEqual(await received(id, 3), [
        ['text/plain', 'hello'],
        ['text/plain', 'by hand'],
        ['text/plain', '**by the page**'],
      ]);
      const { transcript } = await stage.control.contact(id);
      assert.equal(transcript.filter(({ Type }) => Type === 'MESSAGE').length, 3, 'Nothing was refused.');
    });

  it('is not offered where the page switches markdown off', async (t) => {
    const page = await stage.visit(t, '/test/blank.html');
    const chat = await mount(page, { attributes: { 'markdown-disabled': true } });
    await chat.composer.waitFor();
    assert.equal(await chat.button('Formatting').count(), 0);
  });
});
